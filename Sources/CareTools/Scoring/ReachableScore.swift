/// The values that a rule can give.
struct ReachableScore {
    /// The values, after rounding; `nil` without inputs.
    let values: ReachableValues?

    init(_ score: Score, inputs: [ReachableInput]) {
        guard let lowest = inputs.map(\.values.lowest).min(), let highest = inputs.map(\.values.highest).max() else {
            values = nil
            return
        }
        let unit = ExactNumber.unit(ofPlaces: score.rounding.places)
        let count = inputs.reduce(0) { $0 + $1.most * $1.counted }
        switch score.method {
        case .highest, .lowest, .modeWithCeiling:
            values =
                inputs.contains(where: \.values.isStepped)
                ? ReachableValues(from: lowest, to: highest, step: Self.divisor(inputs.map(\.values.divisor)))
                : ReachableValues(inputs.flatMap(\.values.values))
        case .countOfCodes, .countAtLeast: values = ReachableValues(from: 0, to: ExactNumber(count), step: 1)
        case .sum, .weightedSum:
            let step = Self.divisor(inputs.map { $0.values.divisor * $0.weight })
            values = Self.sum(score, inputs, step: step)
        case .proratedSum: values = Self.sum(score, inputs, step: unit)
        case .mean: values = Self.onGrid(from: lowest, to: highest, score, unit)
        case .shareOfMaximum, .shareOfRange: values = Self.onGrid(from: 0, to: 100, score, unit)
        case .spread:
            values = ReachableValues(from: 0, to: highest - lowest, step: Self.divisor(inputs.map(\.values.divisor)))
        }
    }

    private static func divisor(_ numbers: [ExactNumber]) -> ExactNumber {
        numbers.reduce(0) { $0.greatestCommonDivisor(with: $1) }
    }

    private static func onGrid(
        from lowest: ExactNumber,
        to highest: ExactNumber,
        _ score: Score,
        _ unit: ExactNumber
    ) -> ReachableValues {
        ReachableValues(from: lowest.rounded(score.rounding), to: highest.rounded(score.rounding), step: unit)
    }

    /// The ends of a sum: the least that so many inputs as there must be can come to, and the most that all can.
    private static func sum(_ score: Score, _ inputs: [ReachableInput], step: ExactNumber) -> ReachableValues {
        func lowest(_ input: ReachableInput) -> ExactNumber { input.values.lowest * input.weight }
        let highest = inputs.reduce(ExactNumber(0)) {
            let most = $1.values.highest * $1.weight
            return $0 + (most.isNegative ? 0 : most * ExactNumber($1.most))
        }
        let negative = inputs.filter { lowest($0).isNegative }
        if !negative.isEmpty {
            let least = negative.reduce(ExactNumber(0)) { $0 + lowest($1) * ExactNumber($1.most) }
            return ReachableValues(from: least, to: highest, step: step)
        }
        let needed = inputs.filter { score.missing.refusesAny && !$0.canBeLeftOut }
        let least: ExactNumber
        if needed.isEmpty {
            let count = score.missing.refusesAny ? 1 : score.missing.minimum
            least = inputs.map(lowest).sorted().prefix(count).reduce(0, +)
        } else {
            least = needed.reduce(0) { $0 + lowest($1) }
        }
        // What is missing is made up by the mean of the rest where a sum is prorated.
        if score.method == .proratedSum, !score.missing.refusesAny {
            let whole = inputs.filter { !$0.canBeLeftOut }
            let low = inputs.map(\.values.lowest).min() ?? 0
            let weight = whole.isEmpty ? inputs.map(\.weight).min() ?? 0 : whole.reduce(0) { $0 + $1.weight }
            return ReachableValues(from: (low * weight).rounded(score.rounding), to: highest, step: step)
        }
        return ReachableValues(from: least, to: highest, step: step)
    }
}

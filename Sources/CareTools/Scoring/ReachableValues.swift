/// The values that an item or score can have: a list of them, or every multiple of a step between two ends.
public struct ReachableValues: Sendable, Hashable {
    /// The lowest.
    public let lowest: ExactNumber
    /// The highest.
    public let highest: ExactNumber
    /// All of them, in rising order; `nil` where they are multiples of the step.
    private let listed: [ExactNumber]?
    private let step: ExactNumber

    /// Makes a list; `nil` where it is empty.
    init?(_ values: some Sequence<ExactNumber>) {
        let sorted = Set(values).sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        (lowest, highest, listed, step) = (first, last, sorted, 1)
    }

    /// Makes multiples of a step, from one end to the other; a step of 0 stands for the lower end alone.
    init(from lowest: ExactNumber, to highest: ExactNumber, step: ExactNumber) {
        (self.lowest, self.highest, listed) = (lowest, highest, step.isZero ? [lowest] : nil)
        self.step = step
    }

    /// Returns the lowest value that is above a number, or not below it; `nil` where there is none.
    public func first(_ bound: Bound, _ number: ExactNumber) -> ExactNumber? {
        func isPast(_ value: ExactNumber) -> Bool { bound == .above ? value > number : value >= number }
        if let listed { return listed.first(where: isPast) }
        if isPast(lowest) { return lowest }
        guard let steps = (number - lowest).divided(by: step)?.rounded(Rounding(places: 0, mode: .up)) else {
            return nil
        }
        var value = lowest + steps * step
        if !isPast(value) { value = value + step }
        return value <= highest ? value : nil
    }

    /// Whether a value is one of them.
    public func holds(_ value: ExactNumber) -> Bool { first(.from, value) == value }

    /// The values turned round: the lowest becomes the highest.
    var reversed: ReachableValues {
        guard let listed, let reversed = ReachableValues(listed.map { lowest + highest - $0 }) else { return self }
        return reversed
    }

    /// All values that can be listed, else both ends.
    var values: [ExactNumber] { listed ?? [lowest, highest] }

    /// The largest number of which all values are multiples.
    var divisor: ExactNumber {
        (listed ?? [lowest, step]).reduce(0) { $0.greatestCommonDivisor(with: $1) }
    }

    /// Whether they are multiples of a step, too many to list.
    var isStepped: Bool { listed == nil }

    /// Which side of a number is meant.
    public enum Bound: Sendable, Hashable {
        /// Above it.
        case above
        /// At it or above it.
        case from
    }
}

extension Tool {
    /// The values that an item can have; `nil` where it has none.
    public func reachableValues(of item: Item) -> ReachableValues? {
        switch item.kind {
        case .choice: ReachableValues((scale(of: item)?.options ?? []).compactMap(\.value))
        case .number(let from, let to, let places):
            ReachableValues(from: from, to: to, step: ExactNumber.unit(ofPlaces: places))
        case .choices, .text, .day, .itemOfTool: nil
        }
    }

    /// The values that an item can have in a score; `nil` where the method can make nothing of it.
    ///
    /// Of several answers a highest or lowest takes that one, a sum all of them; a count asks for no values.
    public func reachableValues(of item: Item, by method: ScoreMethod) -> ReachableValues? {
        let options = (scale(of: item)?.options ?? []).filter { $0.kind == .answer }
        if case .countOfCodes = method { return options.isEmpty ? nil : ReachableValues([0]) }
        guard item.kind == .choices else { return reachableValues(of: item) }
        let values = options.compactMap(\.value)
        guard let lowest = values.min(), let highest = values.max() else { return nil }
        switch method {
        case .highest, .lowest, .countAtLeast: return ReachableValues(values)
        case .sum:
            let (below, above) = (values.filter(\.isNegative), values.filter { !$0.isNegative })
            return ReachableValues(
                from: below.isEmpty ? lowest : below.reduce(0, +),
                to: above.isEmpty ? highest : above.reduce(0, +),
                step: values.reduce(0) { $0.greatestCommonDivisor(with: $1) }
            )
        case .mean, .modeWithCeiling, .weightedSum, .proratedSum, .shareOfMaximum, .shareOfRange, .spread,
            .countOfCodes:
            return nil
        }
    }

    /// The values that a score can have by its rule; `nil` where no input has any.
    ///
    /// The definition must be free of loops. A person may put any of them in the place of the calculated one.
    public func reachableValues(of score: Score) -> ReachableValues? {
        let layout = ToolLayout(self)
        let inputs = score.inputs.filter { !$0.weight.isZero }.compactMap { input in
            ReachableInput(input, by: score.method, of: self, layout: layout)
        }
        return ReachableScore(score, inputs: inputs).values
    }
}

/// Values put together by a method, in exact arithmetic.
struct Combination {
    /// One input that has a value.
    struct Part {
        let value: ExactNumber
        let weight: ExactNumber
        /// The range of the input; that of a score is not asked for.
        let range: ValueRange?
        /// How much of it a count counts.
        let counts: Int
    }

    let method: ScoreMethod
    let parts: [Part]
    /// The weights of all inputs that apply, with a value or not.
    let applicableWeight: ExactNumber

    /// The value before rounding; `nil` where there is nothing to divide by.
    var value: ExactNumber? {
        let values = parts.map(\.value)
        switch method {
        case .sum: return values.reduce(0, +)
        case .mean: return weightedSum.divided(by: weight)
        case .highest: return values.max()
        case .lowest: return values.min()
        case .modeWithCeiling(let ceiling, let ties):
            if let highest = values.max(), highest > ceiling { return highest }
            return mode(of: values, ties)
        case .countOfCodes, .countAtLeast: return ExactNumber(parts.reduce(0) { $0 + $1.counts })
        case .weightedSum: return weightedSum
        case .proratedSum: return weightedSum.divided(by: weight).map { $0 * applicableWeight }
        case .shareOfMaximum: return (ExactNumber(100) * weightedSum).divided(by: ends.highest)
        case .shareOfRange:
            return (ExactNumber(100) * (weightedSum - ends.lowest)).divided(by: ends.highest - ends.lowest)
        case .spread:
            guard let highest = values.max(), let lowest = values.min() else { return nil }
            return highest - lowest
        }
    }

    /// The places of the parts that made the value what it is.
    var deciding: [Int] {
        guard let value else { return [] }
        return switch method {
        case .highest, .lowest, .modeWithCeiling: parts.indices.filter { parts[$0].value == value }
        case .countOfCodes, .countAtLeast: parts.indices.filter { parts[$0].counts > 0 }
        case .spread:
            parts.indices.filter { place in
                parts[place].value == parts.map(\.value).max() || parts[place].value == parts.map(\.value).min()
            }
        case .sum, .mean, .weightedSum, .proratedSum, .shareOfMaximum, .shareOfRange: Array(parts.indices)
        }
    }

    private var weight: ExactNumber { parts.reduce(0) { $0 + $1.weight } }

    private var weightedSum: ExactNumber { parts.reduce(0) { $0 + $1.value * $1.weight } }

    private var ends: (lowest: ExactNumber, highest: ExactNumber) {
        parts.reduce((0, 0)) { ends, part in
            guard let range = part.range else { return ends }
            return (ends.0 + range.lowest * part.weight, ends.1 + range.highest * part.weight)
        }
    }

    private func mode(of values: [ExactNumber], _ ties: ScoreMethod.Ties) -> ExactNumber? {
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.values.max()
        let modes = counts.filter { $0.value == most }.keys.sorted()
        guard modes.count > 1 else { return modes.first }
        switch ties {
        case .highestMode: return modes.last
        case .highest: return values.max()
        case .nearestMean:
            guard let mean = values.reduce(0, +).divided(by: ExactNumber(values.count)) else { return nil }
            return modes.max {
                let (distance, other) = (($0 - mean).magnitude, ($1 - mean).magnitude)
                return distance == other ? $0 < $1 : distance > other
            }
        }
    }
}

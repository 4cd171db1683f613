/// Which way something has gone between two readings.
///
/// It says only which of two values is the better one. Whether a difference is more than chance is not said: that would
/// take a study of the very tool.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Better than before.
    case improved
    /// As before.
    case same
    /// Worse than before.
    case worse
    /// A score that looks better or the same, while an answer below it is worse or no longer known.
    case mixed
    /// Not as before, and neither end is the better one.
    case changed
    /// The two cannot be compared.
    case notComparable = "not-comparable"

    /// The way from one value to another.
    init(from first: ExactNumber, to second: ExactNumber, _ polarity: Polarity) {
        if first == second {
            self = .same
        } else {
            switch polarity {
            case .higherIsWorse: self = second < first ? .improved : .worse
            case .higherIsBetter: self = second > first ? .improved : .worse
            case .none: self = .changed
            }
        }
    }

    /// The direction in words.
    public var words: String {
        switch self {
        case .improved: "improved"
        case .same: "same"
        case .worse: "worse"
        case .mixed: "mixed"
        case .changed: "changed"
        case .notComparable: "not comparable"
        }
    }
}

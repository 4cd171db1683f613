public import CaseDates  // A target has a day by which it is to be met.

/// How far a target is met, by the values that were written down beside it.
public enum TargetState: String, Sendable, Hashable, CaseIterable {
    /// No value was taken at a review, and the day by which it was to be met has not passed or is not given.
    case notReviewed = "not-reviewed"
    /// No value was taken at a review, and the day by which it was to be met has passed.
    case overdue
    /// Further away than at the start.
    case worse
    /// As it was at the start.
    case same
    /// Nearer than at the start, and not there.
    case nearer
    /// As aimed at.
    case met
    /// Better than aimed at.
    case exceeded
    /// A value is missing that it would take to tell, or neither end of the scale is better.
    case unclear

    /// Works out a state.
    ///
    /// - Parameters:
    ///   - current: The value when the target was set.
    ///   - target: The value that is aimed at.
    ///   - actual: The value at the review.
    ///   - by: The day by which.
    ///   - polarity: Which end is better.
    ///   - asOf: Today.
    public init(
        current: ExactNumber?,
        target: ExactNumber?,
        actual: ExactNumber?,
        by: CalendarDay?,
        polarity: Polarity,
        asOf: CalendarDay
    ) {
        guard let actual else {
            self = by.map { $0 < asOf } ?? false ? .overdue : .notReviewed
            return
        }
        guard let target, polarity != .none else {
            self = .unclear
            return
        }
        func isBetter(_ one: ExactNumber, _ other: ExactNumber) -> Bool {
            polarity == .higherIsWorse ? one < other : one > other
        }
        if actual == target {
            self = .met
        } else if isBetter(actual, target) {
            self = .exceeded
        } else if let current {
            self = isBetter(actual, current) ? .nearer : isBetter(current, actual) ? .worse : .same
        } else {
            self = .unclear
        }
    }

    /// The state in words.
    public var words: String {
        switch self {
        case .notReviewed: "not reviewed"
        case .overdue: "not reviewed, overdue"
        case .worse: "worse"
        case .same: "no change, target not met"
        case .nearer: "moved in the right direction, target not met"
        case .met: "met"
        case .exceeded: "met and exceeded"
        case .unclear: "cannot be told from what is written"
        }
    }
}

public import CaseDates  // It compares event dates.

/// How the dates of two accounts lie to each other.
public enum DateRelation: Sendable, Hashable {
    /// Both say the one day.
    case sameDay
    /// They are not one day each, and have at least a day in common: "March 2019" and 12 March 2019.
    case overlapping
    /// They have no day in common; the number is that of the days from the end of the first to the start of the other,
    /// 1 for a day and the next.
    case apart(Int)

    /// Works out how two dates lie to each other; `nil` where one has no place in time.
    public init?(_ first: EventDate, _ second: EventDate) {
        guard first.isDated, second.isDated else { return nil }
        let (start, end) = (first.earliest?.number ?? .min, first.latest?.number ?? .max)
        let (otherStart, otherEnd) = (second.earliest?.number ?? .min, second.latest?.number ?? .max)
        if otherStart > end {
            self = .apart(otherStart - end)
        } else if start > otherEnd {
            self = .apart(start - otherEnd)
        } else {
            self = start == end && otherStart == otherEnd ? .sameDay : .overlapping
        }
    }

    /// The name in the XML: "same-day", "overlapping" or "apart".
    public var name: String {
        switch self {
        case .sameDay: "same-day"
        case .overlapping: "overlapping"
        case .apart: "apart"
        }
    }

    /// The relation in words: "same day", "dates that overlap", "2 days apart".
    public var words: String {
        switch self {
        case .sameDay: "same day"
        case .overlapping: "dates that overlap"
        case .apart(1): "1 day apart"
        case .apart(let days): "\(days) days apart"
        }
    }
}

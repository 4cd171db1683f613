import CaseDates

/// How soon something followed.
enum Wait: Sendable, Hashable, CaseIterable {
    case sameDay, week, fourWeeks, quarter, later
    /// It lies before what it followed, or a day is not recorded.
    case before, notRecorded

    var label: String {
        switch self {
        case .sameDay: "On the same day"
        case .week: "Within 7 days"
        case .fourWeeks: "After 8 to 28 days"
        case .quarter: "After 29 to 90 days"
        case .later: "After more than 90 days"
        case .before: "Dated before the screen"
        case .notRecorded: "No day given"
        }
    }

    init(from first: CalendarDay?, to second: CalendarDay?) {
        guard let first, let second else {
            self = .notRecorded
            return
        }
        self =
            switch second.number - first.number {
            case ..<0: .before
            case 0: .sameDay
            case ...7: .week
            case ...28: .fourWeeks
            case ...90: .quarter
            default: .later
            }
    }

    /// Whether it is a number of days that can be ordered.
    var isMeasured: Bool { self != .before && self != .notRecorded }
}

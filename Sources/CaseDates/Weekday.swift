/// A day of the week; the week begins on Monday.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Weekday {
    /// Reads a weekday's name in full or short (`Tues`, `weds`), in any case; `nil` for any other word.
    init?(word: String) {
        switch word {
        case "monday", "mon": self = .monday
        case "tuesday", "tues", "tue": self = .tuesday
        case "wednesday", "weds", "wed": self = .wednesday
        case "thursday", "thurs", "thur", "thu": self = .thursday
        case "friday", "fri": self = .friday
        case "saturday", "sat": self = .saturday
        case "sunday", "sun": self = .sunday
        default: return nil
        }
    }
}

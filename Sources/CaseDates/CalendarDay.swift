/// One day of the proleptic Gregorian calendar, with no time and no time zone.
///
/// A day that does not exist cannot be made:
///
///     CalendarDay(year: 2019, month: 2, day: 30)   // nil
///
/// Days order and count by their number; years before 1 are astronomical (year 0 is 1 BCE), as in ISO 8601.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1 January 1970; negative before it.
    public let number: Int

    /// Makes the day that is `number` days after 1 January 1970.
    public init(number: Int) {
        self.number = number
    }

    /// Makes a day from its parts, or returns `nil` when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, in: year) else { return nil }
        self.init(number: Self.number(year: year, month: month, day: day))
    }

    /// Returns the first day of a month; a month out of 1...12 counts on into the neighbouring years.
    public static func first(ofMonth month: Int, in year: Int) -> CalendarDay {
        let months = year * 12 + month - 1
        let (wholeYears, rest) = months.quotientAndRemainder(flooringBy: 12)
        return CalendarDay(number: number(year: wholeYears, month: rest + 1, day: 1))
    }

    /// Returns the last day of a month; a month out of 1...12 counts on into the neighbouring years.
    public static func last(ofMonth month: Int, in year: Int) -> CalendarDay {
        first(ofMonth: month + 1, in: year).adding(days: -1)
    }

    /// Returns the number of days in a month (1...12) of a year.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }

    /// Whether a year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The year, the month (1...12) and the day of the month (1...31).
    public var parts: (year: Int, month: Int, day: Int) {
        // Days counted from 1 March of year 0, in eras of 400 years:
        // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
        let (era, dayOfEra) = (number + 719_468).quotientAndRemainder(flooringBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The year.
    public var year: Int { parts.year }

    /// The month, 1...12.
    public var month: Int { parts.month }

    /// The day of the month, 1...31.
    public var day: Int { parts.day }

    /// The day of the week.
    public var weekday: Weekday {
        Weekday.allCases[(number + 3).quotientAndRemainder(flooringBy: 7).remainder]
    }

    /// Returns the day that many days later, or earlier for a negative number.
    public func adding(days: Int) -> CalendarDay {
        CalendarDay(number: number + days)
    }

    /// Returns the same day of the month that many months later; a day that the month lacks becomes its last day.
    public func adding(months: Int) -> CalendarDay {
        let start = Self.first(ofMonth: parts.month + months, in: parts.year)
        let length = Self.length(ofMonth: start.month, in: start.year)
        return start.adding(days: min(parts.day, length) - 1)
    }

    /// Whether the first day is before the second.
    public static func < (first: CalendarDay, second: CalendarDay) -> Bool {
        first.number < second.number
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        // https://howardhinnant.github.io/date_algorithms.html#days_from_civil
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).quotientAndRemainder(flooringBy: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as ISO 8601, such as `2019-02-28`.
    public var description: String {
        let (year, month, day) = parts
        return PartialDate.yearText(year) + "-" + PartialDate.twoFigures(month) + "-" + PartialDate.twoFigures(day)
    }

    /// Reads an ISO 8601 day such as `2019-02-28`; `nil` for anything else, and for a day that does not exist.
    public init?(iso text: String) {
        guard let date = PartialDate(edtf: text), let month = date.month, let day = date.day else { return nil }
        self.init(year: date.year, month: month, day: day)
    }
}

extension Int {
    /// Returns the quotient rounded down and the remainder that is never negative.
    func quotientAndRemainder(flooringBy divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// The named days, periods and public events that a date cell may speak of, and the words and days that stand for
/// no date at all.
///
/// It is data, so that an authority can put its own term dates in; `Definitions` reads it from `named-dates.xml`.
public struct DateNames: Sendable {
    /// A day of the year that has a name.
    public struct Day: Sendable, Hashable {
        /// How the day is found in a year.
        public enum Rule: Sendable, Hashable {
            /// The same month and day each year.
            case fixed(month: Int, day: Int)
            /// So many days after Easter Sunday; before it for a negative number.
            case easter(offset: Int)
        }

        /// How the day is found in a year.
        public let rule: Rule
        /// Whether the name means the days around it as well, as "Christmas" does and "Christmas Day" does not.
        public let isApproximate: Bool

        /// Makes a named day.
        public init(rule: Rule, isApproximate: Bool) {
            self.rule = rule
            self.isApproximate = isApproximate
        }

        func day(in year: Int) -> CalendarDay {
            switch rule {
            case .fixed(let month, let day): CalendarDay.first(ofMonth: month, in: year).adding(days: day - 1)
            case .easter(let offset): CalendarDay.easterSunday(in: year).adding(days: offset)
            }
        }
    }

    /// A part of the year that has a name, such as a school term.
    ///
    /// It is always approximate.
    public struct Period: Sendable, Hashable {
        /// The first month, and the first day where the period does not start with its month.
        public let start: MonthDay
        /// The last month, and the last day; before `start` in the year means that it ends in the next year.
        public let end: MonthDay
        /// Whether the dates differ from place to place, as term dates do.
        public let isLocal: Bool

        /// Makes a named period.
        public init(start: MonthDay, end: MonthDay, isLocal: Bool) {
            self.start = start
            self.end = end
            self.isLocal = isLocal
        }
    }

    /// A month of any year, or a day in it.
    public struct MonthDay: Sendable, Hashable {
        /// The month, 1...12.
        public let month: Int
        /// The day of the month; `nil` for the whole month.
        public let day: Int?

        /// Makes a month or a day in it.
        public init(month: Int, day: Int?) {
            self.month = month
            self.day = day
        }
    }

    /// What a name stands for.
    public enum Meaning: Sendable, Hashable {
        /// A day in the year written beside it.
        case day(Day)
        /// A period in the year written beside it.
        case period(Period)
        /// One date, with no year beside it.
        case event(EDTF)
    }

    /// Meanings by name: lower case, single spaces, no apostrophes.
    public let meanings: [String: Meaning]
    /// Words that say that there is no date: lower case, single spaces.
    public let noDateWords: Set<String>
    /// Days that computer systems write where there is no date.
    public let fillDays: Set<CalendarDay>
    /// The most words that any name has.
    let longestName: Int

    /// Makes the table.
    public init(meanings: [String: Meaning], noDateWords: Set<String>, fillDays: Set<CalendarDay>) {
        self.meanings = meanings
        self.noDateWords = noDateWords
        self.fillDays = fillDays
        longestName = meanings.keys.map { $0.split(separator: " ").count }.max() ?? 0
    }
}

/// How old a child was on one day.
public enum Age: Sendable, Hashable {
    /// More than 40 weeks before the expected date of birth.
    case beforePregnancy
    /// Before birth, in whole weeks of pregnancy; the expected date ends the fortieth week.
    case pregnancy(weeks: Int)
    /// Before birth, where no expected date is known.
    case beforeBirth
    /// Three weeks or more after the expected date, where no birth is known.
    case pastExpectedDate
    /// Under one year, in whole weeks.
    case weeks(Int)
    /// From the first birthday on, in whole years and months.
    case years(Int, months: Int)

    /// The day on which a pregnancy of so many weeks begins is the expected day less 280 days, plus the weeks.
    static let daysOfPregnancy = 280

    /// Returns the age on a day, from a known day of birth and a known expected day; `nil` when neither is known.
    ///
    /// A month is complete on the same day of the next month; where that month has no such day (a child born on
    /// 31 January, in February; on 29 February, in a common year) it is complete on the first of the month after.
    init?(on day: CalendarDay, born: CalendarDay?, expected: CalendarDay?) {
        if let born, day >= born {
            let (fromYear, fromMonth, fromDay) = born.parts
            let (year, month, dayOfMonth) = day.parts
            let months = (year - fromYear) * 12 + month - fromMonth - (dayOfMonth < fromDay ? 1 : 0)
            self =
                months >= 12
                ? .years(months / 12, months: months % 12)
                : .weeks((day.number - born.number) / 7)
        } else if let expected {
            let days = day.number - expected.number + Self.daysOfPregnancy
            if days < 0 {
                self = .beforePregnancy
            } else if born == nil, days > Self.daysOfPregnancy + 20 {
                self = .pastExpectedDate
            } else {
                self = .pregnancy(weeks: days / 7)
            }
        } else if born != nil {
            self = .beforeBirth
        } else {
            return nil
        }
    }

    /// The age in words: "3 years 2 months", "9 weeks", "under 1 week", "24 weeks of pregnancy".
    public var words: String {
        switch self {
        case .beforePregnancy: "before the pregnancy"
        case .pregnancy(let weeks): "\(Self.count(weeks, "week")) of pregnancy"
        case .beforeBirth: "before birth"
        case .pastExpectedDate: "after the expected date of birth"
        case .weeks(0): "under 1 week"
        case .weeks(let weeks): Self.count(weeks, "week")
        case .years(let years, months: 0): Self.count(years, "year")
        case .years(let years, let months): "\(Self.count(years, "year")) \(Self.count(months, "month"))"
        }
    }

    private static func count(_ number: Int, _ unit: String) -> String {
        "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
}

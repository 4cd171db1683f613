/// A date of which the later parts may be missing: a day, a month, a season, a year, a decade or a century.
///
/// The parts are always those of the calendar: 31 February cannot be made.
public struct PartialDate: Sendable, Hashable {
    /// The year; for a decade or a century its first year.
    public let year: Int
    /// The month, 1...12.
    public let month: Int?
    /// The day of the month; only with a month.
    public let day: Int?
    /// The season; never with a month.
    public let season: Season?
    /// How many of the year's last figures are not known: 0, 1 for a decade, 2 for a century.
    public let unknownFigures: Int

    /// Makes a year, a month or a day, or returns `nil` when the calendar has none such.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        if let month {
            guard CalendarDay(year: year, month: month, day: day ?? 1) != nil else { return nil }
        } else if day != nil {
            return nil
        }
        self.init(unchecked: year, month: month, day: day)
    }

    /// Makes a season of a year.
    public init(year: Int, season: Season) {
        self.init(unchecked: year, season: season)
    }

    /// Makes a decade (`unknownFigures` 1) or a century (2) from any year in it.
    public init(year: Int, unknownFigures: Int) {
        let span = unknownFigures == 1 ? 10 : 100
        let (tens, _) = year.quotientAndRemainder(flooringBy: span)
        self.init(unchecked: tens * span, unknownFigures: unknownFigures)
    }

    /// Makes the date of one day.
    public init(_ day: CalendarDay) {
        let (year, month, dayOfMonth) = day.parts
        self.init(unchecked: year, month: month, day: dayOfMonth)
    }

    private init(
        unchecked year: Int,
        month: Int? = nil,
        day: Int? = nil,
        season: Season? = nil,
        unknownFigures: Int = 0
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.season = season
        self.unknownFigures = unknownFigures
    }

    /// The first and the last day that the date can stand for.
    public var days: ClosedRange<CalendarDay> {
        if let month, let day {
            let first = CalendarDay.first(ofMonth: month, in: year).adding(days: day - 1)
            return first...first
        }
        if let month {
            return CalendarDay.first(ofMonth: month, in: year)...CalendarDay.last(ofMonth: month, in: year)
        }
        if let season {
            return CalendarDay.first(
                ofMonth: season.firstMonth,
                in: year
            )...CalendarDay.last(
                ofMonth: season.firstMonth + 2,
                in: year
            )
        }
        let lastYear = year + [1, 10, 100][unknownFigures] - 1
        return CalendarDay.first(ofMonth: 1, in: year)...CalendarDay.last(ofMonth: 12, in: lastYear)
    }

    /// How fine the date is.
    var precision: DatePrecision {
        if day != nil { return .day }
        if month != nil { return .month }
        if season != nil { return .season }
        return unknownFigures == 0 ? .year : .range
    }
}

extension PartialDate: CustomStringConvertible {
    /// The date as EDTF: `2016-05-22`, `2016-05`, `2014-22`, `2016`, `201X`, `19XX`.
    public var description: String {
        var text = Self.yearText(year)
        if unknownFigures > 0 {
            text = text.dropLast(unknownFigures) + String(repeating: "X", count: unknownFigures)
        }
        if let season { text += "-\(season.rawValue)" }
        if let month { text += "-" + Self.twoFigures(month) }
        if let day { text += "-" + Self.twoFigures(day) }
        return text
    }

    static func twoFigures(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    static func yearText(_ year: Int) -> String {
        guard abs(year) <= 9999 else { return "Y\(year)" }
        let figures = String(abs(year))
        return (year < 0 ? "-" : "") + String(repeating: "0", count: 4 - figures.count) + figures
    }
}

/// The legal time of the United Kingdom, for instants written in another time zone.
public enum UnitedKingdomTime {
    /// Returns the day and time of day in the United Kingdom of an instant given in Coordinated Universal Time.
    ///
    /// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October, as it
    /// has since 1996 (https://www.legislation.gov.uk/uksi/2002/262). Earlier years had other ends by a week or so.
    public static func local(day: CalendarDay, minute: Int) -> (day: CalendarDay, minute: Int) {
        let start = lastSunday(ofMonth: 3, in: day.year)
        let end = lastSunday(ofMonth: 10, in: day.year)
        let isSummer = (day > start || day == start && minute >= 60) && (day < end || day == end && minute < 60)
        return normalised(day: day, minute: minute + (isSummer ? 60 : 0))
    }

    static func normalised(day: CalendarDay, minute: Int) -> (day: CalendarDay, minute: Int) {
        let (days, rest) = minute.quotientAndRemainder(flooringBy: 1440)
        return (day.adding(days: days), rest)
    }

    private static func lastSunday(ofMonth month: Int, in year: Int) -> CalendarDay {
        let last = CalendarDay.last(ofMonth: month, in: year)
        return last.adding(days: -(last.weekday.rawValue % 7))
    }
}

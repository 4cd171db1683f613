extension CalendarDay {
    /// Returns Easter Sunday of a year in the western churches, by the anonymous Gregorian rule.
    ///
    /// Source: https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm
    static func easterSunday(in year: Int) -> CalendarDay {
        let golden = year % 19
        let century = year / 100
        let restOfCentury = year % 100
        let correction = (century + 8) / 25
        let moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (restOfCentury / 4) - moon - restOfCentury % 4) % 7
        let late = (golden + 11 * moon + 22 * sunday) / 451
        let count = moon + sunday - 7 * late + 114
        return CalendarDay.first(ofMonth: count / 31, in: year).adding(days: count % 31)
    }
}

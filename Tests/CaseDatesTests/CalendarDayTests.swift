import CaseDates
import Testing

@Suite struct CalendarDayTests {
    @Test func everyDayOfFourHundredYearsFollowsTheOneBefore() throws {
        var previous = try #require(CalendarDay(year: 1899, month: 12, day: 31))
        for year in 1900..<2300 {
            for month in 1...12 {
                for day in 1...CalendarDay.length(ofMonth: month, in: year) {
                    let next = try #require(CalendarDay(year: year, month: month, day: day))
                    #expect(next.number == previous.number + 1)
                    #expect(next.parts == (year, month, day))
                    previous = next
                }
            }
        }
    }

    @Test(arguments: [(2013, 2, 29), (1900, 2, 29), (2015, 4, 31), (2015, 13, 1), (2015, 0, 1), (2015, 1, 0)])
    func hasNoSuchDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [("2014-02-03", Weekday.monday), ("2024-02-29", .thursday), ("1970-01-01", .thursday)])
    func knowsTheWeekday(text: String, weekday: Weekday) throws {
        #expect(try #require(CalendarDay(iso: text)).weekday == weekday)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-11-30", 3, "2024-02-29"), ("2024-03-31", -1, "2024-02-29"),
    ])
    func aMonthLaterIsTheSameDayOrTheLast(text: String, months: Int, later: String) throws {
        #expect(try #require(CalendarDay(iso: text)).adding(months: months).description == later)
    }
}

import CaseDates
import Diagnostics
import ImpactChronology
import Testing

@Suite struct ChronologicalOrderTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var id: String
        var first: Event
        var second: Event

        var testDescription: String { id }
    }

    private static func pairs() throws -> [Pair] {
        [
            Pair(id: "the earlier day", first: try event("2019-01-31"), second: try event("2019-02-01")),
            Pair(
                id: "the start of a span counts, not its end",
                first: try event("2019-01-01/2019-12-31"),
                second: try event("2019-01-02")
            ),
            Pair(
                id: "a day before the month that it opens",
                first: try event("2019-02-01"),
                second: try event("2019-02")
            ),
            Pair(id: "a month before the year that it opens", first: try event("2019-01"), second: try event("2019")),
            Pair(
                id: "a span before one without an end",
                first: try event("2019-01-01/2030"),
                second: try event("2019-01-01/..")
            ),
            Pair(id: "an open start before every day", first: try event("../2019-02"), second: try event("1900-01-01")),
            Pair(
                id: "an approximate year begins a year earlier",
                first: try event("2012~"),
                second: try event("2011-01-02")
            ),
            Pair(
                id: "doubt alone moves nothing, time does",
                first: try event("2019-02-01?"),
                second: try event("2019-02-01", time: "00:01")
            ),
            Pair(
                id: "no time before a time",
                first: try event("2019-02-01", agency: "Z"),
                second: try event("2019-02-01", agency: "A", time: "00:00")
            ),
            Pair(
                id: "the earlier time",
                first: try event("2019-02-01", time: "09:00"),
                second: try event("2019-02-01", time: "10:00")
            ),
            Pair(
                id: "a time before a sequence",
                first: try event("2019-02-01", time: "09:00", sequence: "9"),
                second: try event("2019-02-01", time: "10:00", sequence: "1")
            ),
            Pair(
                id: "no sequence before a sequence",
                first: try event("2019-02-01", agency: "Z"),
                second: try event("2019-02-01", agency: "A", sequence: "1")
            ),
            Pair(
                id: "sequences are numbers",
                first: try event("2019-02-01", sequence: "9"),
                second: try event("2019-02-01", sequence: "10")
            ),
            Pair(
                id: "the agency",
                first: try event("2019-02-01", agency: "Police", file: "z.csv"),
                second: try event("2019-02-01", agency: "School", file: "a.csv")
            ),
            Pair(
                id: "the file",
                first: try event("2019-02-01", file: "a.csv", line: 9),
                second: try event("2019-02-01", file: "b.csv", line: 2)
            ),
            Pair(
                id: "the line as a number",
                first: try event("2019-02-01", line: 9),
                second: try event("2019-02-01", line: 10)
            ),
        ]
    }

    @Test func everyStepSettlesTheTieBeforeIt() throws {
        for pair in try Self.pairs() {
            #expect(ChronologicalOrder(pair.first) < ChronologicalOrder(pair.second), "\(pair.id)")
            #expect(!(ChronologicalOrder(pair.second) < ChronologicalOrder(pair.first)), "\(pair.id)")
        }
    }

    @Test func theOrderIsTotal() throws {
        let events = try Self.pairs().flatMap { [$0.first, $0.second] }.map(ChronologicalOrder.init)
        for first in events {
            for second in events {
                let count = [first < second, second < first, first == second].count { $0 }
                #expect(count == 1)
                for third in events where first < second && second < third { #expect(first < third) }
            }
        }
    }

    @Test func theTimeOfTheDateCellCountsWhereThereIsNoOther() throws {
        var early = try event("2019-02-01", agency: "Z")
        early.date = EventDate(text: "1/2/19 09:00", value: early.date.value, time: TimeOfDay(text: "09:00"))
        let late = try event("2019-02-01", agency: "A", time: "10:00")
        #expect(ChronologicalOrder(early) < ChronologicalOrder(late))
        #expect(try ChronologicalOrder(event("2019-02-01", agency: "Z")) < ChronologicalOrder(early))
    }
}

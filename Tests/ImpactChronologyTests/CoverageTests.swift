import CaseDates
import Diagnostics
import ImpactChronology
import Testing

@Suite struct CoverageTests {
    private func coverage(_ dates: [String], from: String = "", to: String = "") throws -> Coverage {
        let source = Source(
            agency: "School",
            coversFrom: from.isEmpty ? nil : try date(from),
            coversTo: to.isEmpty ? nil : try date(to),
            isStated: true
        )
        var rows: [Event] = []
        for (index, text) in dates.enumerated() { rows.append(try event(text, "event \(index)", line: index + 2)) }
        rows.append(try event("1990-01-01", agency: "Police", file: "b.csv"))
        return Coverage(of: source, in: try chronology(rows, sources: [source]))
    }

    @Test func eventsAreCountedWithTheirFirstAndLastDate() throws {
        let coverage = try coverage(["2019-02", "2018-03-01/2022", "", "2019-02-01", ""])
        #expect(coverage.dated == 3)
        #expect(coverage.undated == 2)
        #expect(coverage.first?.text == "2018-03-01/2022")
        #expect(coverage.last?.text == "2019-02")
        #expect(coverage.outside == 0)
    }

    @Test func aSourceWithoutDatesHasNoFirstAndNoLast() throws {
        let coverage = try coverage([""])
        #expect(coverage.dated == 0 && coverage.undated == 1)
        #expect(coverage.first == nil && coverage.last == nil)
    }

    struct Outside: Sendable, CustomTestStringConvertible {
        var date: String
        var from = ""
        var to = ""
        var isOutside: Bool

        var testDescription: String { "\(date), \(from) to \(to)" }
    }

    @Test(arguments: [
        Outside(date: "2014-12-31", from: "2015", isOutside: true),
        Outside(date: "2015-01-01", from: "2015", isOutside: false),
        Outside(date: "2014", from: "2015-01-01", isOutside: true),
        Outside(date: "2015", from: "2015-06-01", isOutside: false),
        Outside(date: "2014-12-01/2015-01-01", from: "2015", isOutside: false),
        Outside(date: "../2014", from: "2015", isOutside: true),
        Outside(date: "2014/..", from: "2015", isOutside: false),
        Outside(date: "2020-01-01", to: "2019", isOutside: true),
        Outside(date: "2019-12-31", to: "2019", isOutside: false),
        Outside(date: "2020/..", to: "2019", isOutside: true),
        Outside(date: "2014", isOutside: false),
        Outside(date: "2014~", from: "2015", isOutside: false),
    ])
    func anEventIsOutsideOnlyWhereAllOfItIs(outside: Outside) throws {
        #expect(try coverage([outside.date], from: outside.from, to: outside.to).outside == (outside.isOutside ? 1 : 0))
    }
}

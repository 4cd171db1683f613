@testable import CareTools
import Testing

@Suite struct SuppressionTests {
    /// A table of one row with its total, as it would be printed.
    private static func row(_ values: [Int]) -> String {
        var tally = Tally()
        let parts = values.map { tally.count($0) }
        let total = tally.sum(of: parts)
        let suppression = Suppression(tally)
        return (parts + [total]).map { suppression.hides($0) ? "c" : "\(tally.value($0))" }.joined(separator: " ")
    }

    private static func part(_ value: Int, of whole: Int) -> String {
        var tally = Tally()
        let whole = tally.count(whole)
        let part = tally.count(value, within: whole)
        let suppression = Suppression(tally)
        return [part, whole].map { suppression.hides($0) ? "c" : "\(tally.value($0))" }.joined(separator: " of ")
    }

    @Test(arguments: [
        ([0, 0], "0 0 0"),
        ([6, 7], "6 7 13"),
        ([3, 20, 7], "c c 7 30"),
        ([3, 4, 20], "c c 20 27"),
        ([3, 0, 9], "c 0 c 12"),
        ([4], "c c"),
        ([9], "9 9"),
        ([2, 1, 0], "c c 0 c"),
        // Both are 1 where the two are known to be 2.
        ([1, 1, 30, 7], "c c c 7 39"),
        // Where all are 5, the sum alone would say so to whoever sees that none is a large one.
        ([5, 5, 40, 8], "c c c 8 58"),
    ])
    func hidesASecondCount(_ values: [Int], _ printed: String) {
        #expect(Self.row(values) == printed)
    }

    @Test(arguments: [
        (0, 20, "0 of 20"), (3, 20, "c of 20"), (6, 20, "6 of 20"), (17, 20, "c of 20"), (20, 20, "20 of 20"),
        (0, 3, "0 of c"), (3, 3, "c of c"), (5, 10, "c of c"), (4, 6, "c of 6"),
    ])
    func hidesAPartWhoseRestIsSmall(_ part: Int, _ whole: Int, _ printed: String) {
        #expect(Self.part(part, of: whole) == printed)
    }

    @Test func aTotalThatAnotherTableGivesAwayIsHiddenThereToo() {
        // The total of both tables is the same; without it the lone 6 would tell it.
        var tally = Tally()
        let months = [1, 1, 1, 1, 1, 1].map { tally.count($0) }
        let total = tally.sum(of: months)
        let agency = tally.count(6)
        tally.state(total, isSumOf: [agency])
        let suppression = Suppression(tally)
        #expect((months + [total, agency]).allSatisfy(suppression.hides))
    }

    @Test func noCountOfRandomTablesCanBeWorkedOut() {
        var numbers = SeededNumbers(seed: 5)
        for _ in 0..<400 {
            let tally = Self.randomRow(&numbers)
            let suppression = Suppression(tally)
            let attacker = Attacker(tally, hides: suppression.hides)
            #expect(attacker.workedOut.isEmpty, "\(tally.counts.map(\.value))")
        }
    }

    @Test func noCountOfRandomMatricesCanBeWorkedOut() {
        var numbers = SeededNumbers(seed: 6)
        for _ in 0..<40 {
            let tally = Self.randomMatrix(&numbers)
            let suppression = Suppression(tally)
            let attacker = Attacker(tally, hides: suppression.hides)
            #expect(attacker.workedOut.isEmpty, "\(tally.counts.map(\.value))")
        }
    }

    @Test func aDetailCostsNoCountThatStandsInAnyCase() {
        var tally = Tally()
        let parts = tally.parts([1, 7, 12], of: tally.count(20))
        tally.detail = 1
        // One agency only chose the first answer; the detail would say that it is 1.
        let agencies = parts.map { part in tally.parts([tally.value(part), 0], of: part) }
        let with = Suppression(tally)
        #expect(parts.map(with.hides) == [true, true, false])
        #expect(with.withheld.isEmpty)
        #expect(agencies.map { $0.map(with.hides) } == [[true, false], [true, false], [false, false]])
    }

    @Test func noCountOfRandomDetailsCanBeWorkedOut() {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<60 {
            var tally = Tally()
            let rows = (0..<2).map { _ in (0..<3).map { _ in Self.draw(&numbers) } }
            let sums = (0..<3).map { tally.count(rows[0][$0] + rows[1][$0]) }
            _ = tally.sum(of: sums)
            tally.detail = 1
            let cells = rows.map { $0.map { tally.count($0) } }
            for column in 0..<3 { tally.state(sums[column], isSumOf: cells.map { $0[column] }) }
            for row in cells { _ = tally.sum(of: row) }
            Self.expectNothingIsWorkedOut(tally)
        }
    }

    /// A table that breaks down a part of the table before it, which breaks down a part of the one before that.
    @Test func whatIsWithheldIsNotToldByTheDetailsBehindIt() {
        var numbers = SeededNumbers(seed: 8)
        var (withheld, shown) = (0, 0)
        for _ in 0..<150 {
            var tally = Tally()
            var whole = tally.count(Int.random(in: 6...20, using: &numbers))
            for _ in 0..<3 {
                tally.beginDetail()
                let value = tally.value(whole)
                let first =
                    [value, 0, max(0, value - 3), Int.random(in: 0...value, using: &numbers)]
                    .randomElement(using: &numbers) ?? 0
                let parts = tally.parts([first, value - first], of: whole)
                whole = parts[0]
            }
            Self.expectNothingIsWorkedOut(tally)
            withheld += Suppression(tally).withheld.count
            shown += 3 - Suppression(tally).withheld.count
        }
        #expect(withheld > 30)
        #expect(shown > 30)
    }

    /// 17 of 20 screens are not complete, and all 17 have their first gap in one place: that would say that 3 are complete.
    @Test func aTableBehindOneThatIsWithheldDoesNotGiveItAway() {
        var tally = Tally()
        let total = tally.count(20)
        tally.beginDetail()
        let complete = tally.parts([3, 17], of: total)
        tally.beginDetail()
        let gaps = tally.parts([0, 17, 0], of: complete[1])
        let suppression = Suppression(tally)
        #expect(suppression.withheld == [1, 2])
        #expect(gaps.allSatisfy(suppression.hides))
    }

    @Test func aDetailOfNoughtsAloneIsShown() {
        var tally = Tally()
        let total = tally.count(20)
        tally.beginDetail()
        let alerts = (0..<3).map { _ in tally.count(0, within: total) }
        let suppression = Suppression(tally)
        #expect(suppression.withheld.isEmpty)
        #expect(!alerts.contains(where: suppression.hides))
    }

    private static func expectNothingIsWorkedOut(_ tally: Tally) {
        let suppression = Suppression(tally)
        let attacker = Attacker(tally, hides: suppression.hides, withheld: suppression.withheld)
        #expect(attacker.workedOut.isEmpty, "\(tally.counts.map(\.value)), withheld \(suppression.withheld.sorted())")
    }

    /// Who knows this very rule may try every table with it, and keep those that would be printed like this one.
    @Test func knowingTheRuleDoesNotHelp() {
        for length in 1...3 {
            var printed: [String: [[Int]]] = [:]
            for values in Self.tables(of: length, upTo: length == 3 ? 13 : 24) {
                printed[Self.row(values), default: []].append(values)
            }
            for (text, tables) in printed {
                for (index, word) in text.split(separator: " ").enumerated() where word == "c" && index < length {
                    // A table at the edge of what is tried has no neighbour.
                    guard tables.allSatisfy({ $0.allSatisfy { $0 < (length == 3 ? 11 : 20) } }) else { continue }
                    #expect(Set(tables.map { $0[index] }).count > 1, "\(text): \(tables)")
                }
            }
        }
    }

    private static func tables(of length: Int, upTo most: Int) -> [[Int]] {
        (0..<length).reduce([[]]) { tables, _ in tables.flatMap { table in (0...most).map { table + [$0] } } }
    }

    private static let likely = [0, 0, 1, 1, 2, 3, 4, 5, 5, 6, 6, 7, 9]

    private static func draw(_ numbers: inout SeededNumbers) -> Int { likely.randomElement(using: &numbers) ?? 0 }

    /// A total that one or two tables break down, sometimes with a part of it.
    private static func randomRow(_ numbers: inout SeededNumbers) -> Tally {
        var tally = Tally()
        let parts = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in tally.count(draw(&numbers)) }
        let total = tally.sum(of: parts)
        if Bool.random(using: &numbers) {
            let first = Int.random(in: 0...tally.value(total), using: &numbers)
            _ = tally.parts([first, tally.value(total) - first], of: total)
        }
        if Bool.random(using: &numbers) {
            _ = tally.count(Int.random(in: 0...tally.value(total), using: &numbers), within: total)
        }
        return tally
    }

    private static func randomMatrix(_ numbers: inout SeededNumbers) -> Tally {
        var tally = Tally()
        let cells = (0..<2).map { _ in (0..<3).map { _ in tally.count(min(draw(&numbers), 7)) } }
        let rows = cells.map { tally.sum(of: $0) }
        let columns = (0..<3).map { column in tally.sum(of: cells.map { $0[column] }) }
        let total = tally.sum(of: rows)
        tally.state(total, isSumOf: columns)
        return tally
    }
}

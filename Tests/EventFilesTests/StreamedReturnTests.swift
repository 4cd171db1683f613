import CaseDates
import DataFormats
import Definitions
import Diagnostics
@testable import EventFiles
import ImpactChronology
import Testing

/// A return that is read as a stream is counted as one that is read whole.
@Suite struct StreamedReturnTests {
    private func options() throws -> ReadOptions {
        let source = DefinitionSource()
        return ReadOptions(
            dates: DateReader(asOf: try #require(CalendarDay(iso: "2026-03-31")), names: try source.dateNames()),
            headings: try source.headings(),
            extracts: Deferred { (try? source.extracts()) ?? [] },
            categories: Deferred { (try? source.eventCategories()) ?? EventCategories([]) }
        )
    }

    private func census(_ ids: [String], unborn: Range<Int> = 0..<0, cut: Bool = false) -> SourceFile {
        var text = "<Message><Header><CollectionDetails><Year>2024</Year></CollectionDetails></Header><Children>\n"
        for (index, id) in ids.enumerated() {
            text += """
                <Child><ChildIdentifiers>\(id.isEmpty ? "" : "<LAchildID>\(id)</LAchildID>")
                \(unborn.contains(index) ? "<Zz>1</Zz>" : "<PersonBirthDate>2015-03-27</PersonBirthDate>")</ChildIdentifiers>
                <CINdetails><CINreferralDate>2022-10-\(index % 40 + 1)</CINreferralDate>
                <ReferralSource>1A</ReferralSource>\(index % 7 == 0 ? "<Zz>1</Zz>" : "")</CINdetails></Child>

                """
        }
        text += cut ? "<Child><ChildIdentifiers>" : "</Children></Message>"
        return SourceFile(path: "in/census.xml", name: "census.xml", bytes: Array(text.utf8))
    }

    private func expectSame(_ file: SourceFile) throws {
        let whole = CaseReading(of: [file], options: try options())
        let streamed = CaseReading(checking: [file], options: try options(), inMemoryUpTo: 0)
        #expect(streamed.chronologies.isEmpty)
        #expect(streamed.familyCount == whole.chronologies.count)
        #expect(streamed.undatedCount == whole.undatedCount)
        let (report, expected) = (try #require(streamed.files.first), try #require(whole.files.first))
        #expect(report.rows == expected.rows)
        #expect(report.events == expected.events)
        #expect(report.merged == expected.merged)
        #expect(report.rejected == expected.rejected)
        #expect(report.digest == expected.digest)
        #expect(report.format == expected.format)
        #expect(report.firstDay == expected.firstDay)
        #expect(report.lastDay == expected.lastDay)
        #expect(report.parts.map(\.name) == expected.parts.map(\.name))
        #expect(report.parts.map(\.rows) == expected.parts.map(\.rows))
        #expect(report.parts.map(\.rejected) == expected.parts.map(\.rejected))
        #expect(Set(streamed.diagnostics) == Set(whole.diagnostics))
        #expect(streamed.diagnostics.count == whole.diagnostics.count)
    }

    @Test func aReturnIsCountedAsOneThatIsReadWhole() throws {
        // More than two batches; the dates of every fourth child or so are in no calendar.
        try expectSame(census((0..<1200).map { "C\($0)" }))
    }

    @Test func childrenThatStandTwiceAreJoinedWhereverTheyStand() throws {
        let ids = (0..<600).map { "C\($0)" } + ["C3", "C3", "C599", "C7"]
        try expectSame(census(ids))
        let whole = CaseReading(of: [census(ids)], options: try options())
        #expect((whole.files.first?.merged ?? 0) > 0)
    }

    @Test func childrenWithoutAnIdentifierAreRejectedInBothWays() throws {
        try expectSame(census(["C1", "", "C2", ""]))
    }

    /// The first batch has rejected rows alone in one of its lists.
    @Test func recordsOfNoEventAreRejectedInBothWays() throws {
        let file = census((0..<600).map { "C\($0)" }, unborn: 0..<550)
        try expectSame(file)
        let report = try #require(
            CaseReading(checking: [file], options: try options(), inMemoryUpTo: 0).files.first
        )
        #expect(report.rejected >= 550)
        #expect(report.parts.allSatisfy { $0.kind == .events && $0.rows == $0.events + $0.merged + $0.rejected })
    }

    @Test func aReturnThatIsCutIsUsedUpToTheCut() throws {
        let file = census((0..<20).map { "C\($0)" }, cut: true)
        try expectSame(file)
        let streamed = CaseReading(checking: [file], options: try options(), inMemoryUpTo: 0)
        #expect(streamed.familyCount == 20)
        #expect(streamed.diagnostics.contains { $0.id == "xml.faulty" })
    }

    @Test func anotherFileIsReadWhole() throws {
        let file = SourceFile(path: "a.csv", name: "a.csv", bytes: Array("Date,Event\n01/02/2019,zz\n".utf8))
        #expect(CaseReading(checking: [file], options: try options(), inMemoryUpTo: 0).chronologies.count == 1)
    }
}

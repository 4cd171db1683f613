import CaseDates
import Diagnostics
import ImpactChronology
import Testing

@Suite struct ChronologyChangesTests {
    private static func changes(_ before: [Event], _ after: [Event]) throws -> [String] {
        let changes = ChronologyChanges(from: try chronology(before), to: try chronology(after))
        return changes.added.map { "added \($0.what)" }
            + changes.changed.map { "changed \($0.before.what) to \($0.after.what)" }
            + changes.gone.map { "gone \($0.what)" }
    }

    @Test func whatIsNewAndWhatIsGoneIsListed() throws {
        let (kept, gone, new) = (try event("2019"), try event("2020", "left"), try event("2021", "came", line: 4))
        #expect(try Self.changes([kept, gone], [kept, new]) == ["added came", "gone left"])
        #expect(try Self.changes([kept, gone], [gone, kept]) == [])
    }

    @Test func anEventWithOtherWordsIsKnownAgainByItsDate() throws {
        let before = [try event("2019", "fell"), try event("2020", "left")]
        let after = [try event("2019", "fell down"), try event("2020", "left")]
        #expect(try Self.changes(before, after) == ["changed fell to fell down"])
    }

    @Test func anEventWithAnotherDateIsKnownAgainByItsWords() throws {
        #expect(try Self.changes([try event("2019")], [try event("2020")]) == ["changed fell to fell"])
    }

    @Test func whereSeveralCouldBeMeantNoneIs() throws {
        let before = [try event("2019", "fell")]
        let after = [try event("2019", "ran"), try event("2019", "sat", line: 3)]
        #expect(try Self.changes(before, after) == ["added ran", "added sat", "gone fell"])
    }

    @Test func anotherPlaceIsNoChangeAndAnAdditionIsOne() throws {
        let before = try event("2019")
        var moved = before
        moved.readFrom = [.init(path: "b.csv", line: 9)]
        #expect(try Self.changes([before], [moved]) == [])
        moved.additions = [Addition(.significance("high"), place: .init(path: "w.xlsx"))]
        #expect(try Self.changes([before], [moved]) == ["changed fell to fell"])
    }
}

import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Impacts and voices: whose they are, also where one event stands on several rows.
@Suite struct ImpactCellTests {
    private static let family =
        "Id,Name,Role\nC1,Ella Quill,child\nC2,Noah Quill,child\nC3,Mia Quill,child\nA1,Ann Quill,mother\n"

    private func event(_ rows: String) throws -> Event {
        try read([
            "a.csv": "Date,Child,Agency,Event,Impact,Child's voice\n" + rows,
            "family.csv": Self.family,
        ]).event()
    }

    @Test func anImpactOfARowAboutOneChildIsThatChilds() throws {
        #expect(try event("01/02/2019,Ella,School,zz row,zz sad,").impactTexts == ["C1/general: zz sad"])
    }

    @Test func anImpactOfARowAboutOneChildAndAnAdultIsTheChilds() throws {
        #expect(try event("01/02/2019,Ella and Ann,School,zz row,zz sad,").impactTexts == ["C1/general: zz sad"])
    }

    @Test(arguments: ["", "all", "Ella and Noah", "Ann"])
    func anImpactOfARowAboutSeveralIsTheirs(child: String) throws {
        #expect(try event("01/02/2019,\(child),School,zz row,zz sad,").impactTexts == ["all/general: zz sad"])
    }

    @Test func linesThatBeginWithNamesAreParted() throws {
        let event = try event(
            "01/02/2019,all,School,zz row,\"Ella: zz sad\nNoah: zz slept: all night\",\"Noah Quill: zz hello\nC3: zz wave\"\n"
        )
        #expect(event.impactTexts == ["C1/general: zz sad", "C2/general: zz slept: all night"])
        #expect(
            event.voices == [
                Voice(child: PersonID("C2"), words: "zz hello"), Voice(child: PersonID("C3"), words: "zz wave"),
            ]
        )
    }

    @Test(arguments: [
        "Ella: zz sad\nzz and later: glad", "zz before\nElla: zz sad", "Zelda: zz sad", "Ella:\nNoah: zz sad",
        "zz no name",
        "Ella: zz sad\nAnn: zz angry", "Ann: zz angry",
    ])
    func aCellIsKeptWholeUnlessEveryLineIsAChilds(cell: String) throws {
        #expect(try event("01/02/2019,all,School,zz row,\"\(cell)\",").impactTexts == ["all/general: \(cell)"])
    }

    @Test func everyDomainHasItsColumn() throws {
        let event = try read([
            "a.csv": """
            Date,Child,Event,Social impact,Psychological impact,Emotional impact,Physical impact,Impact
            01/02/2019,Ella,zz row,zz e,zz d,zz c,zz b,zz a
            """
        ]).event()
        #expect(
            event.impactTexts == [
                "Ella/general: zz a", "Ella/physical: zz b", "Ella/emotional: zz c", "Ella/psychological: zz d",
                "Ella/social: zz e",
            ]
        )
    }

    // MARK: One event on several rows

    @Test func theSameRowOnceForEachChildIsOneEventWithAnImpactForEach() throws {
        let event = try event(
            "01/02/2019,Noah,School,zz row,zz hid,\n01/02/2019,Ella,School,zz row,zz sad,zz ouch\n"
        )
        #expect(event.names == ["C1", "C2"])
        #expect(event.impactTexts == ["C1/general: zz sad", "C2/general: zz hid"])
        #expect(event.voices == [Voice(child: PersonID("C1"), words: "zz ouch")])
        #expect(event.readFrom.map(\.line) == [2, 3])
    }

    @Test func anImpactIsNotWrittenTwice() throws {
        let event = try event("01/02/2019,Ella,School,zz row,zz sad,\n01/02/2019,Ella,School,zz row,zz sad,\n")
        #expect(event.impactTexts == ["C1/general: zz sad"])
    }

    @Test func anImpactOfTwoChildrenIsNotGivenToAThirdByMerging() throws {
        let event = try event(
            "01/02/2019,Ella and Noah,School,zz row,zz sad,zz ouch\n01/02/2019,Mia,School,zz row,zz slept,\n"
        )
        #expect(event.names == ["C1", "C2", "C3"])
        #expect(event.impacts(on: PersonID("C3")).map(\.text) == ["zz slept"])
        #expect(event.voices(of: PersonID("C3")).isEmpty)
        #expect(event.impacts(on: PersonID("C1")).map(\.text) == ["zz sad"])
        #expect(event.impacts(on: PersonID("C2")).map(\.text) == ["zz sad"])
        #expect(event.voices(of: PersonID("C2")).map(\.words) == ["zz ouch"])
    }

    @Test(arguments: [
        "01/02/2019,,School,zz row,,\n01/02/2019,Ella and Noah,School,zz row,zz sad,\n",
        "01/02/2019,,School,zz row,zz sad,\n01/02/2019,Ella,School,zz row,,\n",
        "01/02/2019,Ann,School,zz row,zz sad,\n01/02/2019,Ella,School,zz row,zz hid,\n",
        "01/02/2019,Ella,School,zz row,zz sad,\n01/02/2019,Ella,School,zz row,zz hid,\n",
        "01/02/2019,Ella,School,zz row,,zz yes\n01/02/2019,Ella,School,zz row,,zz no\n",
    ])
    func rowsThatDoNotGoTogetherAreKeptApartAndPointedOut(rows: String) throws {
        let reading = try read([
            "a.csv": "Date,Child,Agency,Event,Impact,Child's voice\n" + rows, "family.csv": Self.family,
        ])
        #expect(reading.chronologies.first?.events.count == 2)
        #expect(reading.diagnostics.map(\.id) == ["event.details.differ", "event.details.differ"])
    }

    @Test func anImpactForAChildWhomTheRowDoesNotNameStaysInTheRow() throws {
        #expect(try event("01/02/2019,Ella,School,zz row,Noah: zz sad,").impactTexts == ["C1/general: Noah: zz sad"])
    }
}

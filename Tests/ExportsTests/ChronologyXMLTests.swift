import CaseDates
import DataFormats
import Diagnostics
import EventFiles
import Exports
import ImpactChronology
import Testing

@Suite struct ChronologyXMLTests {
    private func expectNothingIsLost(_ chronology: Chronology) throws {
        let bytes = ChronologyXML.bytes(of: chronology)
        let read = try ChronologyDocument(parsing: bytes, path: "chronology.xml").chronology
        #expect(read == chronology)
        #expect(ChronologyXML.bytes(of: read) == bytes)
        let faults = try XMLSchema(parsing: try Example.schema()).faults(in: bytes)
        #expect(faults.isEmpty)
    }

    @Test func readingTheExampleBackLosesNothing() throws {
        try expectNothingIsLost(try Example.harper())
    }

    @Test func readingHostileTextBackLosesNothing() throws {
        let chronology = try Example.hostile()
        #expect(chronology.events.count == 1)
        #expect(chronology.undated.count == 1)
        #expect(chronology.rejected.count == 1)
        try expectNothingIsLost(chronology)
    }

    @Test(arguments: [
        "Date,Event\n01/02/2019,a", "Date,Event\n,a",
        "Date,Event\n2019?,a\nbefore 2018,b\nsince 2020,c\n3 and 5 May 2019,d",
        "Date,End date,Event\n01/02/2019,ongoing,a\n01/02/2019,not known,b",
        "Date,Event\n1990s,a\nWinter 2019,b\n19XX,c",
        "Date,Event,Time,Sequence\n01/02/2019 10:00,a,,2\n01/02/2019,b,after school,1\n01/02/2019,c,9am,",
        "Date,End date,Event\n14/03/2015,March 2015,a\nc. 2012,01/06/2011,b\n20/12/2019,3 Jan,c\nongoing,,d",
        "Date,Event\n9999-12-30,a\n0001-01-01,b\n0001~,c", "Family,Date,Event\n Smith ,01/02/2019,a",
        "Date,Event,Impact\n01/02/2019,a,\"  leading and trailing  \n\n\"",
    ])
    func readingBackLosesNothing(text: String) throws {
        try expectNothingIsLost(try Example.chronology(["a.csv": text]))
    }

    @Test func everyPartOfAnEventSurvives() throws {
        let date = EventDate(
            text: "w/c 3/2/14",
            endText: "then",
            value: EDTF("2014-02-03/2014-02-09"),
            isRelative: true,
            isInherited: true,
            time: TimeOfDay(hour: 9, minute: 5),
            notes: DateNote.allCases
        )
        let child = PersonID("C1")
        let event = Event(
            id: EventID("Police/1"),
            date: date,
            time: EventTime(text: "about nine", time: TimeOfDay(hour: 21, minute: 0)),
            sequence: "3",
            people: [child],
            agency: "Police",
            source: "PC 1",
            directness: .multiple,
            category: "Category",
            what: "What",
            context: "Context",
            impacts: Impact.Domain.allCases.map {
                Impact(child: $0 == .general ? nil : child, domain: $0, text: $0.rawValue)
            },
            voices: [Voice(child: nil, words: "we"), Voice(child: child, words: "me")],
            response: "Response",
            outcome: "Outcome",
            decision: Decision(text: "", date: date),
            significance: "key",
            bearing: .mixed,
            dispute: .disputed("by mother"),
            reference: "1",
            recorded: date,
            additional: [AdditionalCell(heading: "", text: "x"), AdditionalCell(heading: "H", text: "")],
            readFrom: [
                Place(path: "a.csv", line: 1, column: 2), Place(path: "b.xlsx", cell: "Events!C14"), Place(path: "c"),
            ]
        )
        var other = event
        other.id = EventID("other")
        other.dispute = .undisputed
        other.decision = nil
        let asOf = try #require(CalendarDay(iso: "2026-03-31"))
        try expectNothingIsLost(
            Chronology(
                family: Family(name: nil, people: [Person(id: child, name: "", isChild: true, label: "Child A")]),
                sources: [Source(agency: "Police", label: "P", coversFrom: date, isStated: true)],
                events: [event],
                undated: [other],
                files: ["a.csv", "b.xlsx", "c"].map {
                    FileAccount(name: $0, format: "csv", digest: SHA256(of: []).hexadecimal, rows: 2, events: 2)
                },
                rejected: [
                    RejectedRow(
                        reason: Diagnostic(id: "x", severity: .error, summary: "s", suggestion: "do", value: "v"),
                        cells: [AdditionalCell(heading: "Date", text: "?")]
                    )
                ],
                asOf: asOf
            )
        )
    }

    @Test(arguments: [
        ("<chronology/>", 1), ("<chronology xmlns='urn:child-impact:chronology:1'>\n</chronology>", 1), ("<a>", 1),
        ("", 1),
    ])
    func aDocumentThatIsNoneIsALocatedFault(text: String, line: Int) {
        let fault = #expect(throws: ChronologyDocument.Fault.self) {
            try ChronologyDocument(parsing: Array(text.utf8), path: "c.xml")
        }
        #expect(fault?.diagnostic.place?.path == "c.xml")
        #expect(fault?.diagnostic.place?.line == line)
    }
}

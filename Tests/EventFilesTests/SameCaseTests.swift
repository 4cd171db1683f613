import CaseDates
import DataFormats
import Diagnostics
import EventFiles
import Exports
import Foundation
import ImpactChronology
import Testing

/// One invented case as CSV, XLSX, DOCX, NDJSON and our own chronology XML: five times the same chronology.
@Suite struct SameCaseTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/same-case")

    private func files(_ form: String) throws -> [SourceFile] {
        let folder = Self.folder.appending(path: form)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            return SourceFile(path: name, name: name, bytes: bytes)
        }
    }

    private func chronology(_ files: [SourceFile]) throws -> Chronology {
        let reading = try read(files)
        #expect(reading.chronologies.count == 1)
        return try #require(reading.chronologies.first)
    }

    /// What a chronology says, without where it was read and how a plain day or time is written.
    private func content(_ chronology: Chronology) -> Chronology {
        func plain(_ date: EventDate) -> EventDate {
            guard date.isPlain, let value = date.value else { return date }
            return EventDate(text: value.description, value: value, time: date.time, notes: date.notes)
        }
        func plain(_ event: Event) -> Event {
            var event = event
            event.readFrom = []
            event.date = plain(event.date)
            event.recorded = event.recorded.map(plain)
            if let date = event.decision?.date { event.decision?.date = plain(date) }
            if let time = event.time?.time { event.time?.text = time.description }
            return event
        }
        var chronology = chronology
        chronology.files = []
        chronology.events = chronology.events.map(plain)
        chronology.undated = chronology.undated.map(plain).sorted { $0.id.text < $1.id.text }
        for index in chronology.family.people.indices {
            let birth = chronology.family.people[index].birth
            chronology.family.people[index].birth = Birth(
                born: birth.born.map(plain),
                expected: birth.expected.map(plain),
                died: birth.died.map(plain)
            )
        }
        for index in chronology.sources.indices {
            let source = chronology.sources[index]
            chronology.sources[index].coversFrom = source.coversFrom.map(plain)
            chronology.sources[index].coversTo = source.coversTo.map(plain)
            chronology.sources[index].currentAsOf = source.currentAsOf.map(plain)
        }
        return chronology
    }

    @Test(arguments: ["xlsx", "docx", "ndjson"])
    func givesTheChronologyOfTheCSV(_ form: String) throws {
        let (expected, found) = (content(try chronology(try files("csv"))), content(try chronology(try files(form))))
        #expect(expected.allEvents.count == 40)
        #expect(found.family == expected.family)
        #expect(found.sources == expected.sources)
        for (event, other) in zip(expected.allEvents, found.allEvents) { #expect(event == other) }
        #expect(found == expected)
    }

    @Test(arguments: ["csv", "xlsx", "docx", "ndjson"])
    func isReadAgainFromItsXML(_ form: String) throws {
        let made = try chronology(try files(form))
        let file = SourceFile(path: "chronology.xml", name: "chronology.xml", bytes: ChronologyXML.bytes(of: made))
        let again = try read([file])
        #expect(again.chronologies == [made])
        #expect(again.files.map(\.rows) == [40])
        #expect(again.files.map(\.events) == [40])
        #expect(again.files.map(\.format) == ["chronology"])
    }

    @Test func aNewFileIsAddedToAnEarlierChronology() throws {
        let made = try chronology(try files("csv"))
        let earlier = SourceFile(path: "earlier.xml", name: "earlier.xml", bytes: ChronologyXML.bytes(of: made))
        let text = "Family,Date,Agency,Event\n\(made.family.name ?? ""),01/02/2021,Police,zz something new\n"
        let new = SourceFile(path: "new.csv", name: "new.csv", bytes: Array(text.utf8))
        let all = try chronology(try files("csv") + [new])
        #expect(try chronology([earlier, new]) == all)
        // The files that it was made from may lie beside it: nothing is counted twice.
        #expect(try chronology(try files("csv") + [earlier, new]) == all)
    }

    @Test func aFileThatWasCorrectedStandsBesideItsEarlierRows() throws {
        let before = "Date,Agency,Event\n01/02/2019,School,zz one\n02/02/2019,School,zz two\n"
        let after = "Date,Agency,Event\n01/02/2019,School,zz one\n03/02/2019,School,zz two\n"
        let made = try chronology([SourceFile(path: "a.csv", name: "a.csv", bytes: Array(before.utf8))])
        let reading = try read([
            SourceFile(path: "a.csv", name: "a.csv", bytes: Array(after.utf8)),
            SourceFile(path: "b.xml", name: "b.xml", bytes: ChronologyXML.bytes(of: made)),
        ])
        let chronology = try #require(reading.chronologies.first)
        #expect(chronology.events.map(\.date.text) == ["01/02/2019", "02/02/2019", "03/02/2019"])
        #expect(chronology.files.map(\.name) == ["a.csv", "b.xml/a.csv"])
        #expect(reading.diagnostics.contains { $0.id == "chronology.file.other" })
        #expect(reading.files.map(\.rows) == [2, 2])
        #expect(reading.files.map(\.merged) == [0, 1])
    }
}

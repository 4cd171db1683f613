import CaseDates
import DataFormats
import Diagnostics
import EventFiles
import Exports
import Foundation
import ImpactChronology
import Testing

/// What damaged files found, each with the smallest input that shows it.
@Suite struct FindTests {
    @Test func aHeadingWithALineEndIsQuotedOnOneLine() throws {
        let reading = try read(["a.csv": "Date,Event,\"Ward\nor unit\"\n01/02/2019,zz fell,zz North\n"])
        #expect(!reading.diagnostics.isEmpty)
        #expect(reading.diagnostics.allSatisfy { !$0.summary.contains("\n") })
    }

    @Test func aDayCountedOnFromTheLastYearIsNoDate() throws {
        let reading = try read(["a.csv": "Date,Event\n31/12/9999,zz one\ntwo days later,zz two\n"])
        for chronology in reading.chronologies {
            let bytes = ChronologyXML.bytes(of: chronology)
            #expect(try ChronologyDocument(parsing: bytes, path: "a.xml").chronology == chronology)
        }
    }

    private func chronology(_ change: (String) -> String) throws -> SourceFile {
        let made = try #require(try read(["a.csv": "Date,Event\n01/02/2019,zz one\n"]).chronologies.first)
        let text = change(String(decoding: ChronologyXML.bytes(of: made), as: UTF8.self))
        return SourceFile(path: "c.xml", name: "c.xml", bytes: Array(text.utf8))
    }

    @Test func aChronologyWhoseEventNamesAFileThatItDoesNotListIsAnError() throws {
        let file = try chronology { $0.replacing("read-from file=\"a.csv\"", with: "read-from file=\"b.csv\"") }
        let reading = try read([file])
        #expect(reading.diagnostics.map(\.id) == ["chronology.xml"])
        #expect(reading.chronologies.isEmpty)
    }

    @Test func aChronologyWithALineOfNoughtIsAnError() throws {
        let file = try chronology { $0.replacing("line=\"2\"", with: "line=\"0\"") }
        #expect(try read([file]).diagnostics.map(\.id) == ["chronology.xml"])
    }

    @Test func aFileOfTheNameThatAnEarlierOneWasGivenIsKeptApart() throws {
        let made = try #require(
            try read(["a.csv": "Date,Event\n01/02/2019,zz one\n", "c.xml/a.csv": "Date,Event\n02/02/2019,zz two\n"])
                .chronologies.first
        )
        let earlier = SourceFile(path: "c.xml", name: "c.xml", bytes: ChronologyXML.bytes(of: made))
        let other = SourceFile(path: "a.csv", name: "a.csv", bytes: Array("Date,Event\n03/02/2019,zz three\n".utf8))
        let chronology = try #require(try read([earlier, other]).chronologies.first)
        #expect(chronology.events.map(\.what) == ["zz one", "zz two", "zz three"])
        #expect(Set(chronology.files.map(\.name)).count == 3)
    }

    // MARK: Files that were found once

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/finds")

    private static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0 != "README.md" }.sorted()
    }()

    @Test func thereAreFinds() {
        #expect(Self.names.count >= 12)
    }

    /// A find is named for its reader, which is also forced upon it.
    @Test(arguments: names, [true, false])
    func aFindKeepsThePromises(name: String, isForced: Bool) throws {
        let format = try #require(EventFileFormat(rawValue: String(name.prefix { $0 != "." })))
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
        // The reading itself checks that every row is accounted for, and that messages are private.
        let reading = try read(
            [SourceFile(path: name, name: name, bytes: bytes)],
            readsDatedParagraphs: format == .text,
            format: isForced ? format : nil
        )
        let isSaid = reading.diagnostics.contains { $0.place?.path == name && $0.severity != .note }
        #expect(try reading.file(name).events > 0 || isSaid, "nothing is said of the file")
        for finding in reading.diagnostics {
            let text = finding.summary + (finding.suggestion ?? "")
            #expect(!text.isEmpty && !text.utf8.contains { $0 < 0x20 || $0 == 0x7F })
            #expect([finding.place?.line, finding.place?.column].allSatisfy { $0 ?? 1 >= 1 })
        }
        for chronology in reading.chronologies {
            let written = ChronologyXML.bytes(of: chronology)
            #expect(try ChronologyDocument(parsing: written, path: name).chronology == chronology)
        }
    }
}

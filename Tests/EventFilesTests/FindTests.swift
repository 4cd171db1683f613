import CaseDates
import DataFormats
import Diagnostics
import EventFiles
import Exports
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
}

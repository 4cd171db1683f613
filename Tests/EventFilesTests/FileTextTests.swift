import CaseDates
import DataFormats
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Bytes that are not plain UTF-8: read where they can be, and always said.
@Suite struct FileTextTests {
    private static let start = Array("Date,Agency,Event\n01/02/2019,School,zz caf".utf8)

    private func read(_ end: [UInt8], as encoding: TextEncoding? = nil) throws -> CaseReading {
        let file = SourceFile(path: "a.csv", name: "a.csv", bytes: Self.start + end)
        return try EventFilesTests.read([file], encoding: encoding)
    }

    @Test func windows1252IsReadAndNoted() throws {
        let reading = try read([0xE9, 0x20, 0x80, 0x0A])
        #expect(try reading.event().what == "zz café €")
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: "text.windows1252",
                    severity: .note,
                    summary: "not UTF-8 from here on; the file is read as Windows-1252",
                    place: Place(path: "a.csv", line: 2, column: 25),
                    suggestion: "if accents look wrong, give the encoding with --encoding"
                )
            ]
        )
    }

    @Test func windows1252ThatIsAskedForIsNotNoted() throws {
        let reading = try read([0xE9, 0x0A], as: .windows1252)
        #expect(try reading.event().what == "zz café")
        #expect(reading.diagnostics.isEmpty)
    }

    @Test func bytesWithoutAMeaningInWindows1252AreCounted() throws {
        let reading = try read([0xE9, 0x20, 0x81, 0x8D, 0x0A])
        #expect(try reading.event().what == "zz café \u{FFFD}\u{FFFD}")
        #expect(reading.diagnostics.map(\.id) == ["text.faulty", "text.windows1252"])
        #expect(
            reading.diagnostics.first?.summary == "2 bytes are without a meaning in Windows-1252 and shown as U+FFFD"
        )
    }

    @Test func faultyUTF8ThatIsAskedForIsAnError() throws {
        let reading = try read([0xE9, 0x20, 0xFF, 0x0A], as: .utf8)
        #expect(try reading.event().what == "zz caf\u{FFFD} \u{FFFD}")
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: "text.utf8.faulty",
                    severity: .error,
                    summary: "not valid UTF-8; 2 faulty bytes are shown as U+FFFD",
                    place: Place(path: "a.csv", line: 2, column: 25),
                    suggestion: "give the encoding with --encoding"
                )
            ]
        )
    }

    @Test func oneFaultyByteIsOne() throws {
        let reading = try read([0xFF, 0x0A], as: .utf8)
        #expect(reading.diagnostics.map(\.summary) == ["not valid UTF-8; 1 faulty byte is shown as U+FFFD"])
    }

    @Test func controlCharactersAreShownAndCounted() throws {
        let reading = try read([0x00, 0x1B, 0x0A])
        #expect(try reading.event().what == "zz caf\u{FFFD}\u{FFFD}")
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: "text.controls",
                    severity: .warning,
                    summary: "2 control characters are shown as U+FFFD",
                    place: Place(path: "a.csv")
                )
            ]
        )
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], [true, false])
    func utf16IsReadWithAndWithoutItsMark(encoding: TextEncoding, hasMark: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "Date,Agency,Event\r\n01/02/2019,School,zz café\r\n"
        let bytes = text.utf16.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return encoding == .utf16LittleEndian ? pair : pair.reversed()
        }
        let reading = try EventFilesTests.read([SourceFile(path: "a.csv", name: "a.csv", bytes: bytes)])
        #expect(try reading.event().what == "zz café")
        #expect(reading.diagnostics.isEmpty)
    }

    @Test func halfACharacterOfUTF16IsCounted() throws {
        let bytes: [UInt8] =
            [0xFF, 0xFE] + "Date,Event\n01/02/2019,zz fell".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [
                0x41
            ]
        let reading = try EventFilesTests.read([SourceFile(path: "a.csv", name: "a.csv", bytes: bytes)])
        #expect(
            reading.diagnostics.filter { $0.id == "text.faulty" }.map(\.summary) == [
                "1 faulty character is shown as U+FFFD in utf-16le"
            ]
        )
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstHeading() throws {
        let reading = try EventFilesTests.read(["a.csv": "\u{FEFF}Date,Agency,Event\n01/02/2019,School,zz fell\n"])
        #expect(try reading.event().what == "zz fell")
        #expect(reading.diagnostics.isEmpty)
    }

    @Test func aQuoteLeftOpenSwallowsNoRow() throws {
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,\"zz fell\n02/02/2019,School,zz two\n"
        ])
        #expect(reading.found == [Found("csv.quote.unclosed", 2, 19)])
        #expect(try reading.events().map(\.what) == ["\"zz fell", "zz two"])
    }

    @Test func textBehindAQuoteIsKept() throws {
        let reading = try EventFilesTests.read(["a.csv": "Date,Agency,Event\n01/02/2019,School,\"zz fell\" over\n"])
        #expect(reading.found == [Found("csv.quote.textAfter", 2, 19)])
        #expect(try reading.event().what == "zz fell over")
    }
}

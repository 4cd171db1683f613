import CaseDates
import DataFormats
import Diagnostics
import EventFiles
import Foundation
import ImpactChronology
import Testing

/// Files and rows that cannot be used: one clear finding each, and the rest is read.
@Suite struct UnusableInputTests {
    private static let good = SourceFile(
        path: "good.csv",
        name: "good.csv",
        bytes: Array("Date,Agency,Event\n01/02/2019,School,zz fell\n".utf8)
    )

    private static let anew = "open it in the program that made it and save it anew, or ask for it again"

    @Test(arguments: [
        ("encrypted-aes.xlsx", "archive.faulty", "save it without the password"),
        ("truncated-data.xlsx", "archive.faulty", anew), ("damaged-data.xlsx", "workbook.partUnreadable", anew),
        ("bomb-size-lie.xlsx", "workbook.partUnreadable", "save the table that is wanted in a file of its own"),
        ("bomb.docx", "archive.faulty", "save the table that is wanted in a file of its own"),
    ])
    func aFaultyArchiveComesWithWhatToDo(name: String, id: String, suggestion: String) throws {
        let url = Extracts.package.appending(path: "Tests/Fixtures/hostile/\(name)")
        let file = SourceFile(path: name, name: name, bytes: Array(try Data(contentsOf: url)))
        let findings = try read([file]).diagnostics.filter { $0.id == id }
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.suggestion == suggestion })
    }

    struct File: Sendable, CustomTestStringConvertible {
        var id: String
        var bytes: [UInt8]
        var finding: String
        var severity = Severity.error
        var summary: String
        var suggestion: String?
        var format: String
        var line: Int?

        var testDescription: String { id }
    }

    static let files: [File] = [
        File(id: "empty", bytes: [], finding: "file.empty", summary: "the file is empty", format: "empty"),
        File(
            id: "blank lines",
            bytes: Array("\n\r\n  \n,,\n".utf8),
            finding: "file.empty",
            summary: "the file holds only blank lines",
            format: "empty"
        ),
        File(
            id: "a byte order mark alone",
            bytes: [0xEF, 0xBB, 0xBF],
            finding: "file.empty",
            summary: "the file holds only blank lines",
            format: "empty"
        ),
        File(
            id: "headings only",
            bytes: Array("Date,Agency,Event\n".utf8),
            finding: "file.noRows",
            summary: "the file has headings and no rows",
            format: "csv"
        ),
        File(
            id: "picture",
            bytes: [0x89] + Array("PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0\u{4}\0\0\0\u{3}\0\u{8}\u{6}\0\0\0".utf8),
            finding: "file.format.notRead",
            summary: "the file is a picture, which is not read",
            suggestion: "type what it shows into a table",
            format: "not read"
        ),
        File(
            id: "gzip",
            bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            finding: "file.format.notRead",
            summary: "the file is a compressed file (gzip), which is not read",
            suggestion: "unpack it first",
            format: "not read"
        ),
        File(
            id: "7z",
            bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] + Array("zz zz zz zz zz zz zz zz".utf8),
            finding: "file.format.notRead",
            summary: "the file is a compressed archive, which is not read",
            suggestion: "unpack it first",
            format: "not read"
        ),
        File(
            id: "workbook that is cut",
            bytes: Array("PK\u{3}\u{4}\u{14}\0\u{6}\0".utf8),
            finding: "archive.faulty",
            summary: "the archive is cut short, or something was added behind its end",
            suggestion: "open it in the program that made it and save it anew, or ask for it again",
            format: "not read"
        ),
        File(
            id: "old workbook",
            bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            finding: "file.format.notRead",
            summary: "the file is an old Office file, which is not read",
            suggestion: "save it as .xlsx, .docx or CSV",
            format: "not read"
        ),
        File(
            id: "PDF",
            bytes: Array("%PDF-1.7\n".utf8),
            finding: "file.format.notRead",
            summary: "the file is a PDF, which is not read",
            suggestion: "ask for the table as a workbook, Word document or CSV",
            format: "not read"
        ),
        File(
            id: "rich text",
            bytes: Array("{\\rtf1\\ansi zz}".utf8),
            finding: "file.format.notRead",
            summary: "the file is a rich text document, which is not read",
            suggestion: "save it as a Word document (.docx)",
            format: "not read"
        ),
        File(
            id: "web page",
            bytes: Array("\n<!DOCTYPE html><p>zz".utf8),
            finding: "file.format.notRead",
            summary: "the file is a web page, which is not read",
            suggestion: "save its table as a workbook or CSV",
            format: "not read"
        ),
        File(
            id: "JSON",
            bytes: Array("{\"events\": [\"zz\"]}".utf8),
            finding: "json.noRows",
            summary: "1 object has no name that is known and is not read",
            format: "json",
            line: 1
        ),
        File(
            id: "XML that nobody knows",
            bytes: Array("<letters><letter>zz</letter></letters>".utf8),
            finding: "xml.unknown",
            summary: "XML of <letters> is not read",
            suggestion: "give the events as a table",
            format: "xml"
        ),
        File(
            id: "a document of ours",
            bytes: Array("<!DOCTYPE html><html><head><meta name=\"generator\" content=\"child-impact\"/>".utf8),
            finding: "file.ours",
            severity: .note,
            summary: "made by child-impact (a document); it is no source",
            format: "child-impact"
        ),
        File(
            id: "a list of sources of ours",
            bytes: Array("{\"generator\":\"child-impact\"}".utf8),
            finding: "file.ours",
            severity: .note,
            summary: "made by child-impact (a list of sources); it is no source",
            format: "child-impact"
        ),
        File(
            id: "prose",
            bytes: Array(
                "Dear Ann,\n\nzz thank you for coming, with Ella, on Monday.\n\nzz We agreed, all of us, a plan.\n".utf8
            ),
            finding: "file.prose",
            severity: .warning,
            summary: "the file holds no table; its text is not read",
            suggestion: "if its paragraphs begin with dates, give --dated-paragraphs",
            format: "text"
        ),
        File(
            id: "one line of prose",
            bytes: Array("zz see me".utf8),
            finding: "file.prose",
            severity: .warning,
            summary: "the file holds no table; its text is not read",
            suggestion: "if its paragraphs begin with dates, give --dated-paragraphs",
            format: "text"
        ),
    ]

    @Test(arguments: files)
    func aFileThatCannotBeUsedIsNamedAsWhatItIsAndCostsTheOthersNothing(file: File) throws {
        let reading = try read([Self.good, SourceFile(path: "in/bad.csv", name: "bad.csv", bytes: file.bytes)])
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: file.finding,
                    severity: file.severity,
                    summary: file.summary,
                    place: Place(path: "bad.csv", line: file.line, column: file.line),
                    suggestion: file.suggestion
                )
            ]
        )
        #expect(try reading.event().what == "zz fell")
        let report = try reading.file("bad.csv")
        #expect(report.format == file.format)
        #expect(report.rows == 0)
        #expect(report.path == "in/bad.csv")
        #expect(report.isOwn == (file.finding == "file.ours"))
    }

    @Test(arguments: [1, 2, 3, 4, 5])
    func randomBytesAreNoText(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        #expect(try read([SourceFile(path: "a.csv", name: "a.csv", bytes: bytes)]).found == [Found("file.binary")])
    }

    @Test func noFilesGiveNothing() throws {
        let reading = try read([SourceFile]())
        #expect(reading.chronologies.isEmpty && reading.files.isEmpty && reading.diagnostics.isEmpty)
    }

    // MARK: Our own list of rejected rows

    private static let rejected = """
        \u{FEFF}Why it was rejected,File,Line,Column,Date,Agency,Event
        date '31/02/2019' is not in the calendar,a.csv,2,1,28/02/2019,School,zz fell
        """

    @Test func ourListOfRejectedRowsIsNoSource() throws {
        let reading = try read(["rejected.csv": Self.rejected.replacingOccurrences(of: ",28/02", with: ",31/02")])
        #expect(
            reading.diagnostics.map(\.summary) == ["made by child-impact (a list of rejected rows); it is no source"]
        )
        #expect(reading.files.map(\.isOwn) == [true])
        #expect(reading.chronologies.isEmpty)
        #expect(SourceFile.isOwn(Array(Self.rejected.utf8)))
    }

    @Test func aRowThatIsMendedInTheListIsPointedOutAndNotReadTwice() throws {
        let reading = try read(["rejected.csv": Self.rejected])
        let mended = try #require(reading.diagnostics.first { $0.id == "file.rejected.mended" })
        #expect(mended.severity == .error)
        #expect(mended.summary == "1 row of this list could be used now, but the list is no source")
        #expect(reading.chronologies.isEmpty)
    }

    @Test func aChronologyThatIsNotAsItsSchemaHasItIsAnError() throws {
        let reading = try read(["chronology.xml": "<chronology xmlns=\"urn:child-impact:chronology:1\"/>"])
        #expect(reading.found == [Found("chronology.xml", 1, nil)])
        #expect(reading.files.map(\.format) == ["chronology"])
        #expect(!SourceFile.isOwn(Array("Date,Event\n".utf8)))
    }

    // MARK: Rows

    @Test func aRowWithTooManyCellsIsRejectedWhole() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,zz fell, got up, fell\n02/02/2019,School,zz two\n"
        ])
        #expect(reading.found == [Found("table.row.tooLong", 2, 1)])
        let row = try reading.rejectedRow()
        #expect(row.cells.map(\.text) == ["01/02/2019", "School", "zz fell", " got up", " fell"])
        #expect(row.cells.map(\.heading) == ["Date", "Agency", "Event", "", ""])
        #expect(try reading.events().map(\.what) == ["zz two"])
    }

    @Test func blankCellsTooManyDoNotMatter() throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n01/02/2019,School,zz fell,, ,\n"])
        #expect(reading.found.isEmpty)
        #expect(try reading.event().what == "zz fell")
    }

    @Test func aShortRowIsUsedAndReported() throws {
        let reading = try read(["a.csv": "Date,Event,Agency,Impact\n01/02/2019,zz fell\n"])
        #expect(reading.found == [Found("table.row.short", 2, 1)])
        #expect(try reading.event().what == "zz fell")
        #expect(try reading.event().agency == "a")
    }

    @Test func aShortRowWithoutItsEventIsRejectedOnly() throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n01/02/2019\n02/02/2019,School,zz two\n"])
        #expect(reading.found == [Found("event.what.missing", 2, 1)])
    }

    @Test(arguments: ["", " ", "\u{A0}", "\"\n\""])
    func aRowWithoutAnEventIsRejected(event: String) throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n01/02/2019,School,\(event)\n"])
        #expect(reading.found == [Found("event.what.missing", 2, 19)])
        #expect(try reading.rejectedRow().cells[0].text == "01/02/2019")
    }

    struct BadDate: Sendable, CustomTestStringConvertible {
        var text: String
        var finding: String
        var summary: String

        var testDescription: String { text }
    }

    @Test(arguments: [
        BadDate(text: "31/02/2019", finding: "impossible", summary: "date '31/02/2019' is not in the calendar"),
        BadDate(text: "29.02.13", finding: "impossible", summary: "date '29.02.13' is not in the calendar"),
        BadDate(
            text: "02/14/2019",
            finding: "american",
            summary: "date '02/14/2019' works only with the month first; write the day first"
        ),
        BadDate(
            text: "14 March",
            finding: "noYear",
            summary: "date '14 March' has no year, and no row or heading above gives one"
        ),
        BadDate(
            text: "05/02/2019 - 01/02/2019",
            finding: "reversed",
            summary: "date '05/02/2019 - 01/02/2019' ends before it begins"
        ),
        BadDate(text: "1234/5", finding: "unreadable", summary: "date '1234/5' is not a date that can be read"),
        BadDate(
            text: "zz Ella rang",
            finding: "unreadable",
            summary: "the text in the date cell is not a date that can be read"
        ),
        BadDate(
            text: "zz on the 31/02/2019",
            finding: "impossible",
            summary: "the text in the date cell is not in the calendar"
        ),
    ])
    func aDateThatIsNoneIsRejectedAndQuotedOnlyWhereItIsNothingElse(date: BadDate) throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n\(date.text),School,zz fell\n01/02/2019,School,zz two\n"])
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: "event.date.\(date.finding)",
                    severity: .error,
                    summary: date.summary,
                    place: Place(path: "a.csv", line: 2, column: 1),
                    value: date.text
                )
            ]
        )
        #expect(try reading.rejectedRow().cells.map(\.text) == [date.text, "School", "zz fell"])
        #expect(try reading.events().map(\.what) == ["zz two"])
    }

    @Test func everyReasonOfARowIsTheFirstThatIsMet() throws {
        let reading = try read([
            "a.csv": "Date,End date,Child,Agency,Event\n31/02/2019,01/01/1999,Zelda,School,\n",
            "family.csv": "Name,Role\nElla Quill,child\n",
        ])
        #expect(reading.found == [Found("event.date.impossible", 2, 1)])
    }
}

import DataFormats
import Diagnostics
import EventFiles
import Testing

/// Every kind of finding on rows and tables: where it is, and its words.
///
/// The kinds of file are in `UnusableInputTests`, the faults of bytes in `FileTextTests`.
@Suite struct FindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// How the place of a finding is given.
        enum Mark: Sendable {
            case cell, line, file
        }

        var id: String
        var severity: Severity
        var summary: String
        var suggestion: String?
        var value: String?
        var mark = Mark.cell
        /// The files, with ① where the finding is.
        var files: [String]

        var testDescription: String { id }
    }

    static let cases: [Case] = [
        Case(
            id: "table.titleRows",
            severity: .note,
            summary: "the rows above the headings are titles and are not read",
            mark: .line,
            files: ["zz Quill,,\n①Date,Agency,Event\n01/02/2019,School,zz fell"]
        ),
        Case(
            id: "table.headings.again",
            severity: .note,
            summary: "the headings are repeated; the row is not an event",
            mark: .line,
            files: ["Date,Agency,Event\n01/02/2019,School,zz fell\n①Date,Agency,Event"]
        ),
        Case(
            id: "table.yearHeading",
            severity: .note,
            summary: "2018 alone on a row gives the year to the rows below",
            mark: .line,
            files: ["Date,Agency,Event\n①2018:,,\n01/02/2019,School,zz fell"]
        ),
        Case(
            id: "table.row.tooLong",
            severity: .error,
            summary: "the row has 4 cells under 3 headings; a separator inside a cell may lack its quotes",
            files: ["Date,Agency,Event\n①01/02/2019,School,zz fell, zz again\n02/02/2019,School,zz two"]
        ),
        Case(
            id: "table.row.short",
            severity: .warning,
            summary: "the row has 3 of 4 cells; the others are taken as blank",
            files: ["Date,Agency,Event,Impact\n①01/02/2019,School,zz fell"]
        ),
        Case(
            id: "event.what.missing",
            severity: .error,
            summary: "the row does not say what happened",
            files: ["Date,Agency,Event,Impact\n01/02/2019,School,①,zz sad"]
        ),
        Case(
            id: "event.child.unknown",
            severity: .error,
            summary: "the child is not in the family table",
            suggestion: "correct the name, or add it to the family table under Also known as",
            value: "zz Zelda",
            files: ["Date,Agency,Event,Child\n01/02/2019,School,zz fell,①zz Zelda", "Name,Role\nElla Quill,child"]
        ),
        Case(
            id: "event.child.several",
            severity: .error,
            summary: "the name is that of more than one person in the family table",
            suggestion: "write the identifier or the whole name",
            value: "Jo",
            files: [
                "Date,Agency,Event,Child\n01/02/2019,School,zz fell,①Jo", "Name,Role\nJo Quill,child\nJo Reed,mother",
            ]
        ),
        Case(
            id: "event.family.missing",
            severity: .error,
            summary: "the row names no family, and the input holds several",
            files: [
                "Date,Agency,Event,Family\n01/02/2019,School,zz one,A\n①02/02/2019,School,zz two,\n03/02/2019,School,zz three,B"
            ]
        ),
        Case(
            id: "event.word.unknown",
            severity: .warning,
            summary: "the word under Directness is not one that is known; it is kept as it is",
            value: "zz by post",
            files: ["Date,Agency,Event,Directness\n01/02/2019,School,zz fell,①zz by post"]
        ),
        Case(
            id: "date.other.unreadable",
            severity: .warning,
            summary: "date '31/02/2019' is not in the calendar; Recorded is kept as it is written",
            value: "31/02/2019",
            files: ["Date,Agency,Event,Recorded\n01/02/2019,School,zz fell,①31/02/2019"]
        ),
        Case(
            id: "date.other.unreadable",
            severity: .warning,
            summary: "the text in the date cell is not a date that can be read; Decision date is kept as it is written",
            value: "zz when Ella asked",
            files: ["Date,Agency,Event,Decision date\n01/02/2019,School,zz fell,①zz when Ella asked"]
        ),
        Case(
            id: "event.date.mixedSeparators",
            severity: .note,
            summary: "the separators are mixed",
            value: "22.05/16",
            files: ["Date,Agency,Event\n①22.05/16,School,zz fell"]
        ),
        Case(
            id: "event.date.weekdayDisagrees",
            severity: .warning,
            summary: "read as 2019-02-01: the weekday written is not the weekday of this date",
            value: "Monday 1 February 2019",
            files: ["Date,Agency,Event\n①Monday 1 February 2019,School,zz fell"]
        ),
        Case(
            id: "event.date.wordsOutside",
            severity: .warning,
            summary: "read as 2020-09-22: words beside the date are left out of the reading",
            value: "zz seen 22 Sept 2020",
            files: ["Date,Agency,Event\n①zz seen 22 Sept 2020,School,zz fell"]
        ),
        Case(
            id: "event.date.nothingToCountFrom",
            severity: .warning,
            summary: "there is no date to count from",
            value: "same day",
            files: ["Date,Agency,Event\n①same day,School,zz fell"]
        ),
        Case(
            id: "event.date.yearFromHeading",
            severity: .warning,
            summary: "read as 2018-03-14: the year is taken from the heading above",
            value: "14 March",
            files: ["Date,Agency,Event\n2018,,\n①14 March,School,zz fell"]
        ),
        Case(
            id: "event.date.sameAsRowAbove",
            severity: .note,
            summary: "the date is taken from the row above",
            value: "ditto",
            files: ["Date,Agency,Event\n14/03/2018,School,zz fell\n①ditto,School,zz rose"]
        ),
        Case(
            id: "event.reference.shared",
            severity: .warning,
            summary: "the reference also stands on a row that says something else; both rows are kept",
            files: [
                "Date,Agency,Event,Ref\n①14/03/2018,School,zz fell,7",
                "Date,Agency,Event,Ref\n14/03/2018,School,zz rose,7",
            ]
        ),
        Case(
            id: "family.name.missing",
            severity: .error,
            summary: "the person has no name, label or identifier",
            files: ["Name,Role\nElla Quill,child\n①,child"]
        ),
        Case(
            id: "family.id.twice",
            severity: .error,
            summary: "the identifier is given to two people; the second is not used",
            value: "C1",
            files: ["Id,Name,Role\nC1,Ella Quill,child\n①C1,Noah Quill,child"]
        ),
        Case(
            id: "sources.agency.missing",
            severity: .error,
            summary: "the source has no agency",
            files: ["Agency,Covers from,Covers to\nSchool,2015,2016\n①,2015,2016"]
        ),
        Case(
            id: "sources.agency.twice",
            severity: .error,
            summary: "the agency stands twice in the sources table; the second row is not used",
            files: ["Agency,Covers from,Covers to\nSchool,2015,2016\n①SCHOOL,2016,2017"]
        ),
        Case(
            id: "sources.covers.reversed",
            severity: .warning,
            summary: "Covers from is after Covers to; neither is used for what the records cover",
            files: ["Agency,Covers from,Covers to\nSchool,①2016,2015"]
        ),
        Case(
            id: "sources.current.future",
            severity: .warning,
            summary: "Current as of is after the day of the chronology",
            suggestion: "write the day on which the records were taken out",
            files: ["Agency,Covers from,Current as of\nSchool,2015,①2099"]
        ),
        Case(
            id: "sources.covers.noEnd",
            severity: .warning,
            summary:
                "Covers from has neither Covers to nor Current as of; the records are taken to end with their last event",
            suggestion: "write the day on which the records were taken out under Current as of",
            files: ["Agency,Covers from\nSchool,①2015"]
        ),
        Case(
            id: "csv.quote.unclosed",
            severity: .error,
            summary: "a quote is opened here and never closed; it is read as text",
            files: ["Date,Agency,Event\n01/02/2019,Schöol,①\"zz fell"]
        ),
        Case(
            id: "csv.quote.textAfter",
            severity: .warning,
            summary: "text stands behind a closing quote; it is kept",
            files: ["Date,Agency,Event\n01/02/2019,School,①\"zz fell\" zz over"]
        ),
    ]

    @Test(arguments: cases)
    func everyFindingHasItsPlaceAndItsWords(example: Case) throws {
        var files: [SourceFile] = []
        var place: Place?
        for (index, text) in example.files.enumerated() {
            let marked = MarkedText(text)
            let name = "file\(index).csv"
            files.append(SourceFile(path: name, name: name, bytes: Array(marked.text.utf8)))
            guard let mark = marked.places["①"] else { continue }
            switch example.mark {
            case .cell: place = Place(path: name, line: mark.line, column: mark.column)
            case .line: place = Place(path: name, line: mark.line)
            case .file: place = Place(path: name)
            }
        }
        let found = try read(files).diagnostics.filter { $0.id == example.id }
        #expect(
            found.first
                == Diagnostic(
                    id: example.id,
                    severity: example.severity,
                    summary: example.summary,
                    place: place,
                    suggestion: example.suggestion,
                    value: example.value
                )
        )
        #expect(found.count == (example.id == "event.reference.shared" ? 2 : 1))
    }

    @Test func findingsStandFileByFileInTheOrderOfTheLines() throws {
        let reading = try read([
            "b.csv": "Date,Agency,Event,Recorded\n31/02/2019,School,zz one,\n01/02/2019,School,zz two,31/02/2019\n",
            "a.csv": "Date,Agency,Event\nsame day,School,zz one\n31/02/2019,School,zz two\n01/02/2019,School\n",
        ])
        #expect(
            reading.diagnostics.map { $0.place?.description ?? "" } == [
                "a.csv:2:1", "a.csv:3:1", "a.csv:4:1", "b.csv:2:1", "b.csv:3:26",
            ]
        )
    }

    @Test func noMessageHoldsANameOrANarrative() throws {
        // `read` looks into every message for the marker, the names and the narratives.
        let reading = try read([
            "events.csv": """
            zz Quill family,zz private,,,,,,,
            Date,End date,Time,Child,Agency,Event,Impact,Decision date,Directness
            zz the day Ella fell,,,Ella,School,zz one,zz sad,,
            01/02/2019,zz when she left,,Ella,School,zz two,zz sad,,
            01/02/2019,,zz after tea,Zelda zz,School,zz three,zz sad,,
            01/02/2019,,,Ella,School,zz four,zz sad,zz later,zz letter
            01/02/2019,,,Ella,School,zz five,zz sad,zz later,zz letter,zz more
            ,,,Ella,School,,zz sad,,
            """,
            "letter.txt": "zz Dear Ann,\n\nzz about Ella, and Noah, I am sorry.\n",
            "raw.csv": "01/02/2019,Ella Quill,zz six\n02/02/2019,Ella Quill,zz seven\n",
            "family.csv": "Id,Name,Role,DOB\nzz1,Ella Quill,child,zz in spring\nzz1,Noah Quill,child,\n,,child,\n",
        ])
        #expect(Set(reading.diagnostics.map(\.id)).count >= 9)
        #expect(reading.diagnostics.contains { $0.value == "zz the day Ella fell" })
    }
}

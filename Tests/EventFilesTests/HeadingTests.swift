import DataFormats
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// One name of a heading in `headings.xml`, and the field that it stands for.
struct HeadingAlias: Sendable, CustomTestStringConvertible {
    var kind: TableKind
    var field: Field
    var name: String

    var testDescription: String { "\(kind.rawValue): \(name)" }

    /// The names of one kind of table, the canonical ones among them.
    static func all(_ kind: TableKind) -> [HeadingAlias] {
        guard let bytes = BuiltInFile.bytes(at: "tools-definitions/headings.xml"),
            let root = try? XMLElement(parsing: bytes),
            let table = root.children("table").first(where: { $0["kind"] == kind.rawValue })
        else { return [] }
        return table.children("field").flatMap { element -> [HeadingAlias] in
            guard let name = element["name"], let field = Field(rawValue: name) else { return [] }
            return ([name] + element.children("also").map(\.text)).map {
                HeadingAlias(kind: kind, field: field, name: $0)
            }
        }
    }
}

@Suite struct HeadingTests {
    @Test func everyKindHasItsNames() {
        #expect(HeadingAlias.all(.events).count > 130)
        #expect(Set(HeadingAlias.all(.events).map(\.field)).count == 27)
        #expect(Set(HeadingAlias.all(.family).map(\.field)).count == 9)
        #expect(Set(HeadingAlias.all(.sources).map(\.field)).count == 5)
    }

    @Test(arguments: HeadingAlias.all(.events))
    func everyNameOfAnEventsHeadingIsKnown(alias: HeadingAlias) throws {
        let required = ["Date", "Event"].filter { $0 != alias.field.rawValue }
        try expectMapping(alias, beside: required)
    }

    @Test(arguments: HeadingAlias.all(.family))
    func everyNameOfAFamilyHeadingIsKnown(alias: HeadingAlias) throws {
        try expectMapping(alias, beside: ["Name", "Role"].filter { $0 != alias.field.rawValue })
    }

    @Test(arguments: HeadingAlias.all(.sources))
    func everyNameOfASourcesHeadingIsKnown(alias: HeadingAlias) throws {
        try expectMapping(alias, beside: ["Agency", "Covers from"].filter { $0 != alias.field.rawValue })
    }

    private func expectMapping(_ alias: HeadingAlias, beside required: [String]) throws {
        let headings = required + [alias.name]
        let reading = try read([
            "a.csv": headings.joined(separator: ",") + "\n" + headings.map { _ in "x" }.joined(separator: ",")
        ])
        let part = try #require(reading.files[0].parts.first)
        #expect(part.kind == alias.kind)
        #expect(part.columns.first { $0.field == alias.field }?.heading == alias.name)
        #expect(part.unused.isEmpty)
    }

    @Test(arguments: [
        "Date of Event", "DATE OF EVENT", "date of event", " Date of event ", "Date\u{A0}of\u{A0}event",
        "Date  of   event",
        "\u{A0}Date of event\u{A0}", "Date of event:", "Date of event.", "Date of event : ", "Date of event*",
        "\"Date of\nevent\"", "\u{200B}Date of event", "Date of\tevent",
    ])
    func caseBlanksAndPunctuationAtTheEndDoNotMatter(heading: String) throws {
        let reading = try read(["a.csv": "\(heading),Event\n01/02/2019,zz fell\n"])
        #expect(try reading.event().edtf == "2019-02-01")
    }

    @Test func aCurledApostropheIsAnApostrophe() throws {
        let reading = try read(["a.csv": "Date,Event,Child’s voice\n01/02/2019,zz fell,zz ouch\n"])
        #expect(try reading.event().voices == [Voice(child: nil, words: "zz ouch")])
    }

    @Test(arguments: ["Dates", "Date (dd/mm/yyyy) of it", "Dat", "Event date and more", "The date"])
    func nothingIsMatchedByLikeness(heading: String) throws {
        let reading = try read(["a.csv": "\(heading),Event\n01/02/2019,zz fell\n"])
        #expect(reading.found == [Found("table.heading.missing", 1)])
    }

    @Test(arguments: ["Date (dd/mm/yyyy)", "Date of event (or period)", "DATE  (when it happened)"])
    func anInstructionInBracketsAtTheEndDoesNotMatter(heading: String) throws {
        let reading = try read(["a.csv": "\(heading),Event\n01/02/2019,zz fell\n"])
        #expect(try reading.event().edtf == "2019-02-01")
    }

    @Test func theSecondOfTwoColumnsOfOneNameCanBeChosen() throws {
        let files: KeyValuePairs = ["a.csv": "Date,Event,Event\n01/02/2019,zz first,zz second\n"]
        #expect(try read(files).found.map(\.id) == ["table.heading.twice"])
        #expect(try read(files, assigned: [.event: "Event (2)"]).event().what == "zz second")
    }

    // MARK: Two columns for one heading

    @Test func twoColumnsForOneHeadingAreAnErrorThatNamesBoth() throws {
        let reading = try read(["a.csv": "Date,Start date,Event\n01/02/2019,02/02/2019,zz fell\n"])
        #expect(reading.found == [Found("table.heading.twice", 1)])
        #expect(reading.diagnostics.map(\.summary) == ["'Date' and 'Start date' are both Date"])
        #expect(reading.diagnostics.first?.severity == .error)
        #expect(reading.diagnostics.first?.suggestion == "choose one with --map \"Date=HEADING\"")
        #expect(reading.rejectedElsewhere.count == 1)
    }

    @Test func threeColumnsAndTwoFieldsAreAllNamed() throws {
        let reading = try read(["a.csv": "Date,When,Event date,Event,Details\n01/02/2019,,,zz fell,\n"])
        #expect(
            reading.diagnostics.map(\.summary) == [
                "'Date' and 'When' and 'Event date' are both Date", "'Event' and 'Details' are both Event",
            ]
        )
    }

    @Test func theMapSettlesTwoColumnsAndKeepsTheOther() throws {
        let reading = try read(
            ["a.csv": "Date,Start date,Agency,Event\n01/02/2019,02/02/2019,School,zz fell\n"],
            assigned: [.date: "START DATE "]
        )
        #expect(reading.found == [Found("table.columns.unused", 1)])
        #expect(try reading.event().edtf == "2019-02-02")
        #expect(try reading.event().additional == [AdditionalCell(heading: "Date", text: "01/02/2019")])
    }

    @Test func theMapGivesAColumnWithAnyName() throws {
        let reading = try read(
            ["a.csv": "Tag,Vorfall,Agency\n01/02/2019,zz fell,School\n"],
            assigned: [.date: "Tag", .event: "vorfall"]
        )
        #expect(reading.found.isEmpty)
        #expect(try reading.event().what == "zz fell")
    }

    @Test func theMapTakesAColumnFromItsOwnField() throws {
        let reading = try read(
            ["a.csv": "Date,Event,Notes,Details,Agency\n01/02/2019,zz heading,zz notes,zz details,School\n"],
            assigned: [.event: "Details", .context: "Event"]
        )
        #expect(try reading.event().what == "zz details")
        #expect(try reading.event().context == "zz heading")
        #expect(try reading.event().additional == [AdditionalCell(heading: "Notes", text: "zz notes")])
    }

    @Test func aMapThatNoFileHasIsAWarning() throws {
        let reading = try read(
            ["a.csv": "Date,Event,Agency\n01/02/2019,zz fell,School\n"],
            assigned: [.impact: "Effect"]
        )
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: "table.map.unused",
                    severity: .warning,
                    summary: "no file has the column 'Effect' that --map gives for Impact"
                )
            ]
        )
        #expect(try reading.events().count == 1)
    }

    @Test func aMapThatOneFileHasIsUsedThereAndNowhereElse() throws {
        let reading = try read(
            [
                "a.csv": "Date,Vorfall,Agency\n01/02/2019,zz one,School\n",
                "b.csv": "Date,Event,Agency\n02/02/2019,zz two,School\n",
            ],
            assigned: [.event: "Vorfall"]
        )
        #expect(reading.found.isEmpty)
        #expect(try reading.events().map(\.what) == ["zz one", "zz two"])
    }

    // MARK: No column

    @Test func noColumnForTheDateListsWhatWasFound() throws {
        let reading = try read(["a.csv": "Dat,Child,Event,\nx,y,zz fell,\n"])
        #expect(reading.found == [Found("table.heading.missing", 1)])
        #expect(reading.diagnostics.map(\.summary) == ["no column for Date; found 'Dat', 'Child', 'Event'"])
        #expect(reading.diagnostics.first?.suggestion == "say which column it is with --map \"Date=Dat\"")
        #expect(reading.rejectedElsewhere.map(\.reason.summary) == reading.diagnostics.map(\.summary))
        #expect(reading.rejectedElsewhere.map(\.reason.place?.line) == [2])
    }

    @Test func noColumnForTheEventIsAnError() throws {
        let reading = try read(["a.csv": "Date,Child\n01/02/2019,y\n"])
        #expect(reading.diagnostics.map(\.summary) == ["no column for Event; found 'Date', 'Child'"])
        #expect(reading.diagnostics.first?.suggestion == "say which column it is with --map \"Event=HEADING\"")
    }

    @Test func noColumnForBothIsOneError() throws {
        let reading = try read(["a.csv": "Datum,Child,Agency,Evnt\n01/02/2019,y,School,zz fell\n"])
        #expect(
            reading.diagnostics.filter { $0.id == "table.heading.missing" }.map(\.summary) == [
                "no column for Date or Event; found 'Datum', 'Child', 'Agency', 'Evnt'"
            ]
        )
    }

    @Test func manyHeadingsAreListedUpToThirty() throws {
        let headings = (1...40).map { "Field \($0)" }
        let text = (["Child"] + headings).joined(separator: ",") + "\n" + String(repeating: "x,", count: 40) + "x\n"
        let summary = try #require(try read(["a.csv": text]).diagnostics.first?.summary)
        #expect(summary.hasPrefix("no column for Date or Event; found 'Child', 'Field 1'"))
        #expect(summary.hasSuffix("'Field 29' and 11 more"))
    }

    @Test(arguments: [
        "01/02/2019,Ella Quill,zz mother shouted\n02/02/2019,Ella Quill,zz father left\n",
        "01/02/2019,Contact,zz mother shouted at Ella\n02/02/2019,Visit,zz father left\n",
    ])
    func aTableWithoutHeadingsKeepsEveryRowAndQuotesNone(text: String) throws {
        let reading = try read(["a.csv": text])
        #expect(reading.diagnostics.map(\.summary) == ["no row of headings is found"])
        #expect(reading.files.map(\.rows) == [2])
        #expect(reading.rejectedElsewhere.map { $0.cells.map(\.text).joined(separator: ",") + "\n" }.joined() == text)
    }

    @Test(arguments: [
        "Contact,Service,zz mother shouted at Ella\nContact,Service,zz father left\n"
    ])
    func aTableWithoutHeadingsNeverHasItsFirstRowQuoted(text: String) throws {
        let reading = try read(["a.csv": text])
        #expect(reading.diagnostics.map(\.id) == ["table.heading.missing"])
        #expect(
            reading.diagnostics.allSatisfy { !$0.summary.contains("Quill") && !($0.suggestion ?? "").contains("Quill") }
        )
        #expect(reading.diagnostics.allSatisfy { $0.summary.hasPrefix("no column for Date") })
    }

    // MARK: Unused columns

    @Test func unusedColumnsAreKeptWithTheEventAndReportedOnce() throws {
        let reading = try read([
            "a.csv": """
            Date,Ward,Agency,Event, Shoe size
            01/02/2019,zz North,School,zz one,zz 31
            02/02/2019,,School,zz two,zz 32
            """
        ])
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: "table.columns.unused",
                    severity: .note,
                    summary: "columns with no field are kept with each event: 'Ward', 'Shoe size'",
                    place: Place(path: "a.csv", line: 1)
                )
            ]
        )
        #expect(
            try reading.events().map(\.additional) == [
                [
                    AdditionalCell(heading: "Ward", text: "zz North"),
                    AdditionalCell(heading: "Shoe size", text: "zz 31"),
                ],
                [AdditionalCell(heading: "Shoe size", text: "zz 32")],
            ]
        )
        #expect(reading.files[0].parts.first?.unused == ["Ward", " Shoe size"])
        #expect(reading.files[0].parts.first?.columns.map(\.heading) == ["Date", "Agency", "Event"])
    }

    @Test func aCellUnderABlankHeadingIsKept() throws {
        let reading = try read(["a.csv": "Date,,Agency,Event\n01/02/2019,zz aside,School,zz fell\n"])
        #expect(try reading.event().additional == [AdditionalCell(heading: "", text: "zz aside")])
    }

    // MARK: Titles and headings again

    @Test func titlesAboveTheHeadingsAreNotRows() throws {
        let reading = try read([
            "a.csv": """
            zz Quill chronology,,
            UPDATED 29.01.15,,

            Date,Agency,Event
            01/02/2019,School,zz fell
            """
        ])
        #expect(reading.found == [Found("table.titleRows", 4)])
        #expect(try reading.event().readFrom == [Place(path: "a.csv", line: 5, column: 1)])
        #expect(reading.files[0].rows == 1)
    }

    @Test func blankLinesAboveTheHeadingsAreNoTitles() throws {
        #expect(try read(["a.csv": "\n,,\nDate,Agency,Event\n01/02/2019,School,zz fell\n"]).found.isEmpty)
    }

    @Test func aTitleThatIsAHeadingsNameIsATitle() throws {
        let reading = try read(["a.csv": "Case note,,\nDate,Agency,Event\n01/02/2019,School,zz fell\n"])
        #expect(reading.found == [Found("table.titleRows", 2)])
        #expect(try reading.event().what == "zz fell")
    }

    @Test func headingsRepeatedFurtherDownAreNoRows() throws {
        let reading = try read([
            "a.csv": """
            Date,Agency,Event
            01/02/2019,School,zz one
            DATE , Agency,Event:
            02/02/2019,School,zz two
            """
        ])
        #expect(reading.found == [Found("table.headings.again", 3)])
        #expect(try reading.events().map(\.what) == ["zz one", "zz two"])
    }

    @Test func aRowThatBeginsWithAHeadingsNameIsARow() throws {
        let reading = try read(["a.csv": "Event,Date,Agency\nDate,01/02/2019,School\nEvent,02/02/2019,School\n"])
        #expect(try reading.events().map(\.what) == ["Date", "Event"])
    }

    @Test func aRowThatSaysMoreThanTheHeadingsIsARow() throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n01/02/2019,School,zz one\nDate,Agency,zz two\n"])
        #expect(reading.found == [Found("event.date.unreadable", 3, 1)])
        #expect(try reading.rejectedRow().cells.last?.text == "zz two")
    }

    // MARK: Kinds of table

    @Test func tablesAreToldApartByTheirHeadingsAndNotTheirNames() throws {
        let reading = try read([
            "family.csv": "Date,Event\n01/02/2019,zz fell\n",
            "events.csv": "Name,Role\nElla Quill,child\n",
            "police.csv": "Agency,Covers from\nPolice,2015\n",
        ])
        #expect(reading.files.map(\.kind) == [.family, .events, .sources])
    }

    @Test func aFamilyTableNeedsMoreThanNames() throws {
        let reading = try read(["a.csv": "Name,Label\nElla Quill,Child A\n"])
        #expect(reading.files.map(\.kind) == [nil])
        #expect(reading.files.map(\.rejected) == [1])
        #expect(
            reading.diagnostics.map(\.summary) == [
                "no column for Role or Date of birth or Expected date of birth; found 'Name', 'Label'"
            ]
        )
    }
}

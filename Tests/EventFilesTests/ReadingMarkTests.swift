import DataFormats
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Rows and sheets that say of themselves that they are no records.
@Suite struct ReadingMarkTests {
    @Test(arguments: ["Example: 12/03/2019", "EXAMPLE:", " example:x", "\u{9}Example: zz"])
    func anExampleRowIsNoEvent(_ cell: String) throws {
        let reading = try read(["a.csv": "Date,Event\n\(cell),zz shown\n12/03/2019,zz one\n"])
        #expect(try reading.events().map(\.what) == ["zz one"])
        #expect(reading.files[0].rows == 1)
        #expect(
            reading.diagnostics.filter { $0.id == "table.row.example" } == [
                Diagnostic(
                    id: "table.row.example",
                    severity: .note,
                    summary: "the example row is not read",
                    place: Place(path: "a.csv", line: 2)
                )
            ]
        )
    }

    @Test func theFirstCellThatIsNotBlankDecides() throws {
        let reading = try read(["a.csv": "Child,Date,Event\n,Example: 2019,zz shown\nAsh,12/03/2019,For Example: zz\n"])
        #expect(try reading.events().map(\.what) == ["For Example: zz"])
    }

    @Test func anExampleThatIsHalfOverwrittenIsRejected() throws {
        let reading = try read(["a.csv": "Date,Event\n12/03/2019,Example: zz shown\n13/03/2019,zz one\n"])
        #expect(try reading.events().map(\.what) == ["zz one"])
        #expect(reading.files[0].rejected == 1)
        #expect(
            reading.diagnostics.first { $0.id == "table.row.partOfExample" }
                == Diagnostic(
                    id: "table.row.partOfExample",
                    severity: .error,
                    summary: "the event still holds the words of the example; the row is not used",
                    place: Place(path: "a.csv", line: 2, column: 12),
                    suggestion: "write what happened in place of them, or delete the row"
                )
        )
    }

    @Test(arguments: ["Example", "For example: 12/03/2019", "Exampl\u{65}\u{301}: x"])
    func anotherWordIsNoMark(_ cell: String) throws {
        let reading = try read(["a.csv": "Date,Event\n\(cell),zz one\n12/03/2019,zz two\n"])
        #expect(reading.files[0].rows == 2)
    }

    @Test func anExampleOfAPersonOrASourceIsNone() throws {
        let reading = try read([
            "events.csv": "Date,Child,Agency,Event\n12/03/2019,Ash,School,zz one\n",
            "family.csv": "Name,Role\nExample: Robin,Child\nAsh,Child\n",
            "sources.csv": "Agency,Covers from\nExample: Police,2015\nSchool,2016\n",
        ])
        #expect(try reading.chronology().family.people.map(\.name) == ["Ash"])
        #expect(try reading.chronology().sources.map(\.agency) == ["School"])
        #expect(reading.diagnostics.count { $0.id == "table.row.example" } == 2)
    }

    @Test func aTableOfExamplesAloneHasNoRows() throws {
        let reading = try read(["a.csv": "Date,Event\nExample: 12/03/2019,zz shown\n"])
        #expect(reading.diagnostics.contains { $0.id == "file.noRows" })
        #expect(reading.files[0].rows == 0)
    }

    @Test func aSheetThatSaysThatItIsNotReadIsPassedOverAndNamed() throws {
        let plan = WorkbookPlan(
            sheets: [
                SheetPlan(
                    name: "Events",
                    columns: [ColumnPlan("Date"), ColumnPlan("Event")],
                    rows: [RowPlan(["12/03/2019", "zz one"])]
                ),
                SheetPlan(
                    name: "More",
                    paragraphs: [ParagraphPlan("not READ: old")],
                    columns: [ColumnPlan("Date"), ColumnPlan("Event")],
                    rows: [RowPlan(["13/03/2019", "zz two"])]
                ),
            ],
            title: "",
            author: "",
            created: WorkbookPlan.Day(year: 2026, month: 3, day: 31)
        )
        let reading = try read([SourceFile(path: "a.xlsx", name: "a.xlsx", bytes: plan.written().bytes)])
        #expect(try reading.events().map(\.what) == ["zz one"])
        #expect(reading.files[0].parts.map(\.note) == [nil, "not read"])
        #expect(
            reading.diagnostics.filter { $0.id == "table.notRead" }.map(\.summary) == [
                "the sheet says that it holds no records; it is not read"
            ]
        )
    }
}

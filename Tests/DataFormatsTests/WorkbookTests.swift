import DataFormats
import Foundation
import Testing

struct WorkbookTests {
    // MARK: Real files

    @Test(arguments: WorkbookFixture.all)
    func readsEveryCellOfAFixture(_ fixture: WorkbookFixture) throws {
        let (found, expected) = (try fixture.workbook().lines, try fixture.expectation())
        #expect(found.filter { !expected.contains($0) } == [])
        #expect(expected.filter { !found.contains($0) } == [])
        #expect(found.count == expected.count)
    }

    @Test func findsTheFixtures() {
        #expect(WorkbookFixture.all.count >= 38)
    }

    @Test(arguments: [
        ("dates-1900.xlsx", ["? dayThatNeverWas B3"]),
        ("dates-1904.xlsx", []),
        (
            "dates-doubtful.xlsx",
            ["? dateOutOfRange B8", "? dateOutOfRange B9", "? dayThatNeverWas B10", "? dateOutOfRange B11"]
        ),
        ("chart-sheet.xlsx", ["? not a worksheet: chart"]),
        ("comments.xlsx", ["? commentsNotRead"]),
        ("table-filter-links.xlsx", ["? shapesNotRead"]),
        ("macro-enabled.xlsm", []),
        ("zip-zip64.xlsx", []),
        ("utf16.xlsx", []),
    ])
    func tellsWhatIsWrongWithAFixture(_ name: String, _ findings: [String]) throws {
        let workbook = try WorkbookFixture(name: name).workbook()
        #expect(workbook.sheets.flatMap(\.findings).map(\.line) == findings)
        #expect(workbook.findings == [])
    }

    @Test func tellsHiddenSheets() throws {
        let sheets = try WorkbookFixture(name: "hidden-sheets.xlsx").workbook().sheets
        #expect(sheets.map(\.isHidden) == [false, true, true])
    }

    static let annexA = WorkbookFixture.package.appending(path: "../shared/data/annex-a/annexa_example.xlsx")
        .standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: annexA.path), "the public files are not at hand"))
    func readsAPublicAnnexAFile() throws {
        let workbook = try Workbook(ZipArchive(Array(Data(contentsOf: Self.annexA))))
        #expect(workbook.sheets.prefix(8).map(\.name) == (1...8).map { "List_\($0)" })
        let first = try #require(workbook.sheets.first)
        #expect(first.rows.first?[1] == "Child Unique ID")
        #expect(first[try #require(CellReference("F2"))] == "2019-01-09")
        #expect(first.rows.map(\.cells.count).reduce(0, +) == 33)
    }

    // MARK: Cells

    @Test(
        arguments: [
            ("<c r='A1'><v>43536</v></c>", ["A1 43536"]),
            ("<c r='A1' t='n'><v>\n 5.0 </v></c>", ["A1 5"]),
            ("<c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>false</v></c>", ["A1 TRUE", "B1 FALSE"]),
            ("<c r='A1' t='b'><v>yes</v></c>", ["A1 yes", "? valueUnreadable A1"]),
            ("<c r='A1' t='str'><f>A</f><v> text </v></c>", ["A1  text "]),
            ("<c r='A1' t='str'><f>A</f><v></v></c>", []),
            ("<c r='A1'><f>A</f><v/></c>", ["? formulaWithoutValue A1"]),
            ("<c r='A1'><f>A</f></c>", ["? formulaWithoutValue A1"]),
            ("<c r='A1' t='e'><v>#N/A</v></c>", ["? error #N/A A1"]),
            ("<c r='A1' t='e'><v>a secret</v></c>", ["? error #? A1"]),
            ("<c r='A1' t='d'><v>2019-03-12T14:30:00</v></c>", ["A1 2019-03-12 14:30"]),
            ("<c r='A1' t='d'><v>12 March</v></c>", ["A1 12 March", "? valueUnreadable A1"]),
            ("<c r='A1' t='z'><v>a</v></c>", ["A1 a", "? unknownCellType A1"]),
            ("<c r='A1'><v>12 March</v></c>", ["A1 12 March", "? valueUnreadable A1"]),
            ("<c r='A1'><v>1E300</v></c>", ["A1 1E300"]),
            ("<c r='A1' s='9'><v>7</v></c>", ["A1 7"]),
            ("<c r='A1' s='-9'><v>7</v></c>", ["A1 7"]),
            ("<c r='A1' t='inlineStr'><is><t>a</t></is></c>", ["A1 a"]),
            ("<c r='A1' t='inlineStr'><v>a</v></c>", ["A1 a"]),
            ("<c r='A1'><is><t>a</t></is></c>", ["A1 a"]),
            ("<c r='A1' t='inlineStr'><is/></c><c r='B1'/>", []),
            ("<c r='A1' t='str'><v> \n\u{A0}</v></c>", []),
            ("<c r='A1' t='str'><v>a_x000D_b_x0007_</v></c>", ["A1 a\\rb\u{FFFD}", "? controlCharacters A1"]),
            ("<c r='A1' t='str'><v>a<x><v>b</v></x>c</v></c>", ["A1 ac"]),
            ("<c r='A1' t='s'><v>0</v></c>", ["? sharedStringOutOfRange A1"]),
        ] as [(String, [String])]
    )
    func readsACell(_ cell: String, _ lines: [String]) throws {
        #expect(try WorkbookParts(rows: "<row r='1'>\(cell)</row>").lines == lines)
    }

    @Test(arguments: [
        ("<t>a</t>", "a"),
        ("<t> a </t>", "a"),
        ("<t xml:space='preserve'> a </t>", " a "),
        ("<r><t>one </t></r><r><rPr><b/></rPr><t> two</t></r>", "one  two"),
        ("<r><t> one</t></r><r><t xml:space='preserve'> two </t></r>", "one two "),
        ("<t>a</t><rPh sb='0' eb='1'><t>b</t></rPh><phoneticPr fontId='1'/>", "a"),
        ("<t>_x005F_x000D_</t>", "_x000D_"),
        ("<t>_xD83D__xDE00_</t>", "\u{1F600}"),
        ("<t>_xD83D_a_xDE00_</t>", "_xD83D_a_xDE00_"),
        ("<t>_x00e9__x00E9</t>", "é_x00E9"),
        ("<t>a<!-- -->b<![CDATA[<c>]]></t>", "ab<c>"),
        ("<t>e\u{301}</t>", "e\u{301}"),
    ])
    func readsASharedString(_ item: String, _ text: String) throws {
        let parts = WorkbookParts(rows: "<row r='1'><c r='A1' t='s'><v>1</v></c></row>", strings: ["<t>no</t>", item])
        let found = try #require(try parts.workbook.sheets.first?.rows.first?[1])
        #expect(Array(found.utf8) == Array(text.utf8))
    }

    @Test(arguments: [
        ("dd/mm/yyyy", "43536", ["A1 2019-03-12"]),
        ("mmm yy", "43525", ["A1 2019-03"]), ("yyyy", "43466", ["A1 2019"]),
        ("mmm yy", "43526", ["A1 2019-03-02", "? dayNotShown A1"]),
        ("d mmm", "43536", ["A1 2019-03-12", "? yearNotShown A1"]),
        ("0000000", "123", ["A1 0000123"]),
        ("0000000", "-123", ["A1 -0000123"]),
        ("0000000", "1.5", ["A1 1.5"]),
        ("dd/mm/yyyy", "60", ["A1 60", "? dayThatNeverWas A1"]),
        ("mmm yy", "-1", ["A1 -1", "? dateOutOfRange A1"]),
        ("dd/mm/yyyy;@", "-1", ["A1 -1"]),
        ("[h]:mm", "-1", ["A1 -1", "? dateOutOfRange A1"]),
        ("h:mm", "0", ["A1 00:00"]),
    ])
    func showsNumbersByTheirFormat(_ format: String, _ value: String, _ lines: [String]) throws {
        let rows = "<row r='1'><c r='A1' s='1'><v>\(value)</v></c></row>"
        #expect(try WorkbookParts(rows: rows, formats: [format]).lines == lines)
    }

    @Test(arguments: [
        ("d mmm", "43536", false), ("mmmm", "43525", false), ("d mmm yy", "43536", true), ("d mmm", "-1", true),
        ("d mmm", "0.5", true), ("0", "43536", true),
    ])
    func marksACellThatShowsNoYear(_ format: String, _ value: String, isYearShown: Bool) throws {
        let rows = "<row r='1'><c r='A1' s='1'><v>\(value)</v></c><c r='B1'><v>1</v></c></row>"
        let sheet = try #require(try WorkbookParts(rows: rows, formats: [format]).workbook.sheets.first)
        #expect(sheet.rows.first?.cells.map(\.isYearShown) == [isYearShown, true])
        #expect(sheet.findings.contains { $0.kind == .yearNotShown } == !isYearShown)
    }

    @Test func countsDaysFrom1904WhereTheWorkbookSaysSo() throws {
        let rows = "<row r='1'><c r='A1' s='1'><v>42074</v></c></row>"
        #expect(try WorkbookParts(rows: rows, formats: ["d/m/yy"], is1904: true).lines == ["A1 2019-03-12"])
    }

    // MARK: Places

    @Test(
        arguments: [
            (
                "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>",
                ["A1 1", "C1 3", "A3 4"]
            ),
            (
                "<row r='5'><c r='C5'><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
                ["C5 1", "D5 2", "A6 3"]
            ),
            ("<row><c r='B4'><v>1</v></c></row><row><c><v>2</v></c></row>", ["B4 1", "A5 2"]),
            ("<row r='2'><c r='B1'><v>1</v></c></row>", ["B2 1", "? badReference B1"]),
            ("<row r='2'><c r='0'><v>1</v></c></row>", ["A2 1", "? badReference A2"]),
            ("<row r='1048577'><c><v>1</v></c></row>", ["A1 1", "? badReference A1"]),
            ("<row r='-3'><c><v>1</v></c></row>", ["A1 1", "? badReference A1"]),
            ("<row r='1048576'/><row><c><v>1</v></c></row>", ["? badReference", "? badReference"]),
            ("<row r='1'><c r='XFD1'><v>1</v></c><c><v>2</v></c></row>", ["XFD1 1", "? badReference"]),
            ("<row r='1'><c r='B1'><v>2</v></c><c r='A1'><v>1</v></c></row>", ["A1 1", "B1 2", "? outOfOrder A1"]),
            (
                "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c><c r='A1'/></row>",
                ["A1 2", "? cellRepeated A1"]
            ),
            (
                "<row r='3'><c r='A3'><v>3</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>",
                ["A1 1", "A3 3", "? outOfOrder"]
            ),
            (
                "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row r='1'><c r='A1'><v>9</v></c></row>",
                ["A1 9", "B1 2", "? cellRepeated A1", "? outOfOrder"]
            ),
        ] as [(String, [String])]
    )
    func putsCellsWhereTheyBelong(_ rows: String, _ lines: [String]) throws {
        #expect(try WorkbookParts(rows: rows).lines == lines)
    }

    @Test func takesNoCellFromElsewhereInASheet() throws {
        let behind = "<extLst><sheetData><row r='9'><c r='A9'><v>9</v></c></row></sheetData></extLst>"
        let rows =
            "<row r='1'><c r='A1'><extLst><v>8</v></extLst><v>1</v></c></row><y:row xmlns:y='y'><c><v>7</v></c></y:row>"
        #expect(try WorkbookParts(rows: rows, behind: behind).lines == ["A1 1"])
    }

    // MARK: Parts

    @Test(arguments: [
        "xl/worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/./worksheets/sheet1.xml",
        "WORKSHEETS/Sheet1.xml", "worksheets\\sheet1.xml", "worksheets/sheet%31.xml",
    ])
    func findsASheetByItsTarget(_ target: String) throws {
        var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
        let path = target.hasPrefix("xl/") ? "/" + target : target
        parts.parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.relationships([("a", "worksheet", path)])
        #expect(try parts.lines == ["A1 1"])
    }

    @Test(arguments: ["../../../etc/passwd", "nothing.xml", "", "#a"])
    func saysThatASheetIsMissing(_ target: String) throws {
        var parts = WorkbookParts()
        parts.parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.relationships([("a", "worksheet", target)])
        #expect(try parts.lines == ["? missing: sheet"])
    }

    @Test func findsTheWorkbookByItsContentTypeOrByItsUsualName() throws {
        var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
        parts.parts["_rels/.rels"] = nil
        #expect(try parts.lines == ["A1 1"])
        parts.parts["_rels/.rels"] = "<broken"
        #expect(try parts.lines == ["A1 1"])
        parts.parts["other/wb.xml"] = parts.parts["xl/workbook.xml"]
        parts.parts["other/_rels/wb.xml.rels"] = WorkbookParts.relationships([
            ("a", "worksheet", "/xl/worksheets/sheet1.xml")
        ])
        parts.parts["xl/workbook.xml"] = nil
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        parts.parts["[Content_Types].xml"] =
            "<Types xmlns='t'><Override PartName='/other/wb.xml' ContentType='\(type)'/></Types>"
        #expect(try parts.lines == ["A1 1"])
    }

    @Test(arguments: [
        (["a.csv": "x"], "the file holds no workbook"),
        (["word/document.xml": "<w:document xmlns:w='w'/>"], "the file holds no workbook"),
        (["xl/workbook.xml": "<document/>"], "the file holds no workbook"),
        (["xl/workbook.bin": "x"], "the workbook is in the binary format; save it as .xlsx"),
        (
            ["content.xml": "<a/>", "META-INF/manifest.xml": "<a/>"],
            "the file is an OpenDocument file; save it as .xlsx"
        ),
        (
            ["xl/workbook.xml": "<!DOCTYPE workbook><workbook/>"],
            "the list of sheets is broken: line 1: a DOCTYPE is not allowed"
        ),
        (
            [
                "xl/workbook.xml": "<workbook><sheets>" + String(repeating: "<sheet/>", count: 1001)
                    + "</sheets></workbook>"
            ],
            "the workbook has more than 1000 sheets"
        ),
    ])
    func saysWhyThereIsNoWorkbook(_ parts: [String: String], _ message: String) throws {
        var workbook = WorkbookParts()
        workbook.parts = parts
        let archive = try workbook.archive
        #expect(#expect(throws: WorkbookFault.self) { try Workbook(archive) }?.message == message)
    }

    @Test func readsWhatStandsBeforeAFaultAndTheOtherSheets() throws {
        var parts = WorkbookParts()
        parts.addSheets([
            ("T", "", "worksheet", "worksheets/sheet2.xml"),
            ("U", "state='veryHidden'", "worksheet", "worksheets/sheet3.xml"),
        ])
        let sheet = "<worksheet><sheetData>\n<row><c><v>1</v></c></row>\n<row><c><v>2</v></c>"
        parts.parts["xl/worksheets/sheet2.xml"] = sheet + "</d>"
        parts.parts["xl/worksheets/sheet3.xml"] = sheet + "</row></sheetData></worksheet>"
        let sheets = try parts.workbook.sheets
        #expect(sheets.map(\.name) == ["S", "T", "U"])
        #expect(sheets.map(\.isHidden) == [false, false, true])
        #expect(sheets.map(\.rows.count) == [0, 1, 2])
        #expect(
            sheets.map { $0.findings.map(\.line) } == [
                [], ["? broken: sheet, line 3"], [],
            ]
        )
    }

    @Test func namesTheSheetsThatAreNone() throws {
        var parts = WorkbookParts()
        parts.addSheets([
            ("chart", "", "chartsheet", "c.xml"), ("dialogue", "", "dialogsheet", "d.xml"),
            ("macros", "", "xlMacrosheet", "m.xml"), ("other", "", "else", "e.xml"), ("root", "", "worksheet", "r.xml"),
            ("twice", "", "worksheet", "worksheets/sheet1.xml"),
        ])
        parts.parts["xl/r.xml"] = "<macrosheet/>"
        #expect(
            try parts.lines == [
                "? not a worksheet: chart", "? not a worksheet: dialogue", "? not a worksheet: macros",
                "? not a worksheet: unknown", "? not a worksheet: macros", "? partRepeated",
            ]
        )
    }

    @Test func keepsTheStringsBeforeAFault() throws {
        var parts = WorkbookParts(
            rows: "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>-1</v></c></row>",
            strings: []
        )
        parts.parts["xl/sharedStrings.xml"] = "<sst><si><t>a</t></si><si><t>b</t>"
        #expect(
            try parts.lines == [
                "A1 a", "? sharedStringOutOfRange B1", "? sharedStringOutOfRange C1", "? broken: sharedStrings, line 1",
            ]
        )
    }

    @Test func readsNumbersAsNumbersWhereStylesAreMissing() throws {
        var parts = WorkbookParts(rows: "<row><c s='1'><v>43536</v></c></row>", formats: ["d/m/yy"])
        parts.parts["xl/styles.xml"] = nil
        #expect(try parts.lines == ["A1 43536", "? missing: styles"])
        parts.parts["xl/styles.xml"] = "<!DOCTYPE a><styleSheet/>"
        #expect(try parts.lines == ["A1 43536", "? broken: styles, line 1"])
    }

    @Test func saysWhatStandsBesideTheCells() throws {
        var parts = WorkbookParts()
        parts.parts["xl/worksheets/_rels/sheet1.xml.rels"] = WorkbookParts.relationships([
            ("c", "comments", "../comments1.xml"), ("d", "drawing", "../drawings/drawing1.xml"),
            ("e", "drawing", "../drawings/drawing2.xml"),
        ])
        parts.parts["xl/drawings/drawing1.xml"] = "<wsDr><pic>not text</pic><t> </t></wsDr>"
        #expect(try parts.lines == ["? commentsNotRead"])
        parts.parts["xl/drawings/drawing2.xml"] = "<wsDr><sp><t>a note</t></sp></wsDr>"
        #expect(try parts.lines == ["? commentsNotRead", "? shapesNotRead"])
    }

    // MARK: Merged ranges

    private func merged(_ ranges: String..., rows: String) -> WorkbookParts {
        let items = ranges.map { "<mergeCell ref='\($0)'/>" }.joined()
        return WorkbookParts(rows: rows, behind: "<mergeCells>\(items)</mergeCells>")
    }

    @Test func bringsMergedTextDownIntoRowsThatHoldSomething() throws {
        let parts = merged(
            "A1:B4",
            "C1:D1",
            "E9:E10",
            rows: """
                <row r='1'><c r='A1'><v>7</v></c><c r='C1'><v>1</v></c></row><row r='2'><c r='C2'><v>2</v></c></row>\
                <row r='4'><c r='A4'><v>8</v></c></row><row r='5'><c r='C5'><v>5</v></c></row>
                """
        )
        let sheet = try #require(try parts.workbook.sheets.first)
        #expect(sheet.mergedRanges.map(\.description) == ["A1:B4", "C1:D1", "E9:E10"])
        #expect(sheet.rows[1].cells.map(\.column) == [3])
        let filled = sheet.filled()
        #expect(filled.rows.map(\.number) == [1, 2, 4, 5])
        #expect(filled.rows[1].cells == [filled.rows[1].cells[0], sheet.rows[1].cells[0]])
        #expect(filled.rows[1].cells.map(\.text) == ["7", "2"])
        #expect(filled.rows[1].cells.map(\.isFilled) == [true, false])
        #expect(filled.rows[2].cells.map(\.text) == ["8"])
        #expect(filled.rows[3].cells.map(\.text) == ["5"])
        #expect(filled.findings.map(\.line) == ["? filled A1:B4 A1"])
    }

    @Test func fillsOnlySoManyCells() throws {
        let rows = (1...10_002).map { "<row r='\($0)'><c r='\($0 == 1 ? "A" : "B")\($0)'><v>1</v></c></row>" }
        let parts = merged("A1:A1048576", "A1:XFD1048576", rows: rows.joined())
        let filled = try #require(try parts.workbook.sheets.first).filled()
        #expect(filled.rows.count { $0.cells.contains(where: \.isFilled) } == Worksheet.mostFilledCells)
        #expect(
            filled.findings.map(\.line) == ["? not filled A1:A1048576 A1", "? not filled A1:XFD1048576 A1"]
        )
    }

    @Test func saysWhichMergedRangesAreNone() throws {
        let parts = merged("A1:A0", "B", "", "A1:A2", rows: "")
        #expect(try parts.lines == ["? badReference", "? badReference", "? badReference"])
        #expect(try parts.workbook.sheets.first?.mergedRanges.count == 1)
    }

    // MARK: Hostile sheets

    @Test func believesNoDimension() throws {
        var parts = WorkbookParts()
        parts.parts["xl/worksheets/sheet1.xml"] = """
            <worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='1048576' spans='1:16384'>\
            <c r='XFD1048576'><v>1</v></c></row></sheetData></worksheet>
            """
        #expect(try parts.lines == ["XFD1048576 1"])
    }

    @Test func keepsOnlySoManyFindings() throws {
        let cells = String(repeating: "<c r='A1' t='e'><v>#N/A</v></c>", count: 100_005)
        let findings = try #require(try WorkbookParts(rows: "<row r='1'>\(cells)</row>").workbook.sheets.first).findings
        #expect(findings.count == 100_001)
        #expect(findings.last?.line == "? 5 more")
    }

    @Test func readsManyWorkbooksSideBySide() async throws {
        let archive = try WorkbookParts(rows: "<row><c><v>1</v></c></row>").archive
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<50 { group.addTask { (try? Workbook(archive).lines) ?? [] } }
            for await lines in group { #expect(lines == ["S\tA1\t1"]) }
        }
    }
}

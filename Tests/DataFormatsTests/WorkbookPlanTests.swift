import DataFormats
import Foundation
import Testing

struct WorkbookPlanTests {
    private static let day = WorkbookPlan.Day(year: 2026, month: 3, day: 31)

    private func plan(_ sheets: SheetPlan...) -> WorkbookPlan {
        WorkbookPlan(sheets: sheets, title: "Events", author: "child-impact", created: Self.day)
    }

    private func sheet(_ cells: String...) -> SheetPlan {
        SheetPlan(name: "Events", columns: [ColumnPlan("Event")], rows: cells.map { RowPlan([$0]) })
    }

    private func reading(_ plan: WorkbookPlan) throws -> Workbook {
        try Workbook(ZipArchive(plan.written().bytes))
    }

    private func part(_ name: String, of plan: WorkbookPlan) throws -> String {
        let bytes = try ZipArchive(plan.written().bytes).bytes(of: name)
        return String(decoding: try #require(bytes), as: UTF8.self)
    }

    private func fault(_ plan: WorkbookPlan) -> WorkbookPlanFault? {
        #expect(throws: WorkbookPlanFault.self) { try plan.written() }
    }

    // MARK: Texts

    @Test(
        arguments: [
            "early March 2019", "12/03/2019", "01234", "1E5", "TRUE", "#N/A", "=SUM(A1)", "+44 1632 960001", "-1", "@a",
            "'", "_", "_x", "_x0041_", "_x0041_x0042_", "_x005F_x0041_", "_x0041\r", "_X0041_", "_x004_", " a ", "\na",
            "a\nb", "a\rb", "a\r\nb", "\ta", "<&>\"']]>", "👩‍👧", "e\u{301}", "\u{FEFF}a", "\u{202E}a", "a\u{85}b",
            "\u{10FFFF}", "https://example.org", "{=A1}",
        ]
    )
    func everyTextComesBackAsItIs(_ text: String) throws {
        let workbook = try reading(plan(sheet(text)))
        let cell = workbook.sheets.first?.rows.last?[1]
        #expect(cell.map { Array($0.utf8) } == Array(text.utf8))
        #expect(workbook.sheets.flatMap(\.findings) == [] && workbook.findings == [])
    }

    @Test(arguments: ["a\0b", "a\u{1}b", "a\u{1F}b", "a\u{FFFE}b", "a\u{FFFF}b"])
    func aCharacterThatNoDocumentHoldsIsNeitherLostNorTheEndOfTheText(_ text: String) throws {
        #expect(try reading(plan(sheet(text))).sheets.first?.rows.last?[1] == "a\u{FFFD}b")
    }

    @Test func noCellIsAFormulaOrANumber() throws {
        let content = try part("xl/worksheets/sheet1.xml", of: plan(sheet("=1+1", "5", "2019-03-12")))
        #expect(!content.contains("<f>"))
        #expect(content.components(separatedBy: "t=\"s\"").count == 5)
        #expect(try part("xl/styles.xml", of: plan(sheet("5"))).contains("numFmtId=\"49\""))
    }

    @Test func noTextIsMarkedAsAMistake() throws {
        let content = try part("xl/worksheets/sheet1.xml", of: plan(sheet("12/03/19", "5")))
        #expect(
            content.contains(
                "<ignoredErrors><ignoredError sqref=\"A2:A3\" numberStoredAsText=\"1\"/>"
                    + "<ignoredError sqref=\"A2:A3\" twoDigitTextYear=\"1\"/></ignoredErrors>"
            )
        )
    }

    @Test func aTextThatIsTooLongIsCutAndNamed() throws {
        let long = String(repeating: "a", count: 32_768)
        var plan = plan(sheet("short", long, String(long.dropLast())))
        plan.continuation = " … (more)"
        let written = try plan.written()
        #expect(written.cutCells.map { "\($0.sheet) \($0.cell)" } == ["Events A3"])
        let rows = try Workbook(ZipArchive(written.bytes)).sheets[0].rows
        #expect(rows[2][1] == String(repeating: "a", count: 32_758) + " … (more)")
        #expect(rows[3][1] == String(long.dropLast()))
    }

    @Test(arguments: ["😀", "_x0041_", "\0", "e\u{301}\u{302}\u{303}"])
    func noCutGoesThroughACharacterOrAnEscape(_ piece: String) throws {
        let long = String(repeating: piece, count: 40_000)
        let text = try #require(try reading(plan(sheet(long))).sheets.first?.rows.last?[1])
        let kept = text.unicodeScalars.dropLast(" … (continues in the chronology)".unicodeScalars.count)
        #expect(text.hasSuffix(" … (continues in the chronology)"))
        #expect(kept.count > 4000 && text.utf16.count <= 32_767)
        let isWhole = long.unicodeScalars.starts(with: kept) || kept.allSatisfy { $0 == "\u{FFFD}" }
        #expect(isWhole)
    }

    @Test func aMillionCharactersAreCutToo() throws {
        let long = String(repeating: "_x0041_ a b\r\n", count: 100_000)
        #expect(try plan(sheet(long)).written().cutCells.count == 1)
    }

    // MARK: The same bytes

    @Test func thePlanAloneDecidesTheBytes() throws {
        let plan = plan(sheet("a", "b"))
        let bytes = try plan.written().bytes
        #expect(try plan.written().bytes == bytes)
        let core = try part("docProps/core.xml", of: plan)
        #expect(core.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-03-31T12:00:00Z</dcterms:created>"))
        #expect(core.contains("<dc:title>Events</dc:title><dc:creator>child-impact</dc:creator>"))
    }

    @Test func noPlaceOrTimeOfThisMachineGoesIn() throws {
        let bytes = try plan(sheet("a")).written().bytes
        let archive = try ZipArchive(bytes)
        for name in archive.names {
            let text = String(decoding: try #require(try archive.bytes(of: name)), as: UTF8.self)
            #expect(!text.contains("child-impact-"), "\(name)")
        }
        // The local headers say when each part was changed: 1 January 1980, midnight.
        var starts: [Int] = []
        for index in 0..<(bytes.count - 14) where bytes[index..<(index + 4)].elementsEqual([0x50, 0x4B, 3, 4]) {
            starts.append(index)
        }
        #expect(starts.count == archive.names.count)
        for start in starts { #expect(bytes[(start + 10)..<(start + 14)].elementsEqual([0, 0, 0x21, 0])) }
    }

    @Test func nothingStaysInTheFolderForTemporaryFiles() throws {
        func left() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory()).filter {
                $0.hasPrefix("child-impact-") && $0.utf8.count == 19
            }
        }
        let before = Set(try left())
        for _ in 0..<20 { _ = try plan(sheet("a")).written() }
        // Other tests write workbooks meanwhile, one at a time.
        #expect(Set(try left()).subtracting(before).count < 10)
    }

    @Test func manyAtOnceDoNotMix() async throws {
        let bytes = try (0..<8).map { try plan(sheet("text \($0)")).written().bytes }
        let again = await withTaskGroup(of: (Int, [UInt8]?).self) { group in
            for index in 0..<8 {
                group.addTask { (index, try? self.plan(self.sheet("text \(index)")).written().bytes) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for index in 0..<8 { #expect(again[index] == bytes[index]) }
    }

    // MARK: Sheets

    @Test func paragraphsStandAboveTheHeadings() throws {
        var events = SheetPlan(
            name: "Events",
            paragraphs: [ParagraphPlan("Title", style: .title), ParagraphPlan("What to do")],
            columns: [ColumnPlan("Date"), ColumnPlan("Event")],
            rows: [RowPlan(["2019"])]
        )
        events.frozenColumns = 1
        #expect(
            try reading(plan(events)).sheets[0].rows.map { $0.cells.map(\.text) } == [
                ["Title"], ["What to do"], ["Date", "Event"], ["2019"],
            ]
        )
        let content = try part("xl/worksheets/sheet1.xml", of: plan(events))
        #expect(content.contains("<pane xSplit=\"1\" ySplit=\"3\" topLeftCell=\"B4\""))
        #expect(content.contains("<autoFilter ref=\"A3:B4\"/>"))
        #expect(try part("xl/workbook.xml", of: plan(events)).contains(">Events!$3:$3</definedName>"))
        #expect(content.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"))
    }

    @Test func aWideSheetIsPrintedOnPagesSideBySide() throws {
        var events = SheetPlan(name: "Events", columns: [ColumnPlan("Date"), ColumnPlan("Event")])
        events.frozenColumns = 1
        events.pagesAcross = 3
        let content = try part("xl/worksheets/sheet1.xml", of: plan(events))
        #expect(content.contains("<pageSetup paperSize=\"9\" fitToWidth=\"3\" fitToHeight=\"0\""))
        #expect(try part("xl/workbook.xml", of: plan(events)).contains(">Events!$A:$A,Events!$1:$1</definedName>"))
    }

    @Test func aProtectedSheetLocksTheLockedColumnsAlone() throws {
        var events = sheet("a")
        events.columns = [ColumnPlan("Date"), ColumnPlan("Impact")]
        events.columns[0].isLocked = true
        events.rows = [RowPlan(["2019", ""])]
        events.isProtected = true
        let content = try part("xl/worksheets/sheet1.xml", of: plan(events))
        let protection =
            "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\""
        #expect(content.contains(protection + " sort=\"0\" autoFilter=\"0\"/>"))
        let styles = try part("xl/styles.xml", of: plan(events)).components(separatedBy: "<cellXfs")[1]
        let unlocked = styles.components(separatedBy: "<xf ").dropFirst().map { $0.contains("locked=\"0\"") }
        func isUnlocked(_ cell: String) throws -> Bool {
            let style = try #require(
                content.components(separatedBy: "<c r=\"\(cell)\" s=\"").last?.prefix { $0 != "\"" }
            )
            return unlocked[try #require(Int(style))]
        }
        #expect(try ["A1", "B1", "A2", "B2"].map(isUnlocked) == [false, false, false, true])
    }

    @Test func onlyRowsThatNobodyTypesIntoHaveAHeight() throws {
        let events = SheetPlan(
            name: "Events",
            paragraphs: [ParagraphPlan(String(repeating: "word ", count: 30))],
            columns: [ColumnPlan("Strength or concern", width: 10), ColumnPlan("Event", width: 20)],
            rows: [RowPlan(["", "One line\nand another"], isExample: true), RowPlan(["One line\nand another"])],
            blankRows: 1
        )
        let content = try part("xl/worksheets/sheet1.xml", of: plan(events))
        let heights = content.components(separatedBy: "<row ").dropFirst().map { row in
            row.components(separatedBy: " ht=\"").dropFirst().first?.prefix { $0 != "\"" }
        }
        // 150 letters over 30 figures, 19 over 10, two lines.
        #expect(heights == ["75", "30", "30", nil])
        #expect(content.contains("<mergeCell ref=\"A1:B1\"/>"))
    }

    // MARK: Lists

    private func rule(_ choices: ChoicesPlan, guidance: String = "") throws -> String {
        let events = SheetPlan(
            name: "Events",
            columns: [ColumnPlan("Kind", guidance: guidance, choices: choices)],
            blankRows: 3
        )
        let people = SheetPlan(
            name: "The Family's",
            columns: [ColumnPlan("Id"), ColumnPlan("Name")],
            rows: [RowPlan(["Example", "X"], isExample: true), RowPlan(["1", "Ash"])],
            blankRows: 1
        )
        let content = try part("xl/worksheets/sheet1.xml", of: plan(events, people))
        return content.components(separatedBy: "<dataValidation ").last?.components(separatedBy: "</dataV").first ?? ""
    }

    @Test func aShortListStandsInItsRule() throws {
        let rule = try rule(ChoicesPlan(["Yes", "No & never"]))
        #expect(rule.hasPrefix("type=\"list\" errorStyle=\"warning\" "))
        #expect(rule.contains("sqref=\"A2:A4\"><formula1>\"Yes,No &amp; never\"</formula1>"))
    }

    @Test func aStrictListRefuses() throws {
        let rule = try rule(ChoicesPlan(["Yes"], isStrict: true, message: "Choose Yes"))
        #expect(rule.hasPrefix("type=\"list\" allowBlank"))
        #expect(rule.contains("error=\"Choose Yes\""))
    }

    @Test(arguments: [
        ["a, b"], [" a"], ["say \"a\""], ["=a"],
        [String(repeating: "a", count: 200), String(repeating: "b", count: 60)],
    ])
    func aListThatItsRuleCannotHoldStandsOnASheet(_ words: [String]) throws {
        let rule = try rule(ChoicesPlan(words))
        #expect(rule.contains("<formula1>'Lists'!$A$3:$A$\(words.count + 2)</formula1>"))
        var events = sheet()
        events.columns[0].choices = ChoicesPlan(words)
        let lists = try #require(try reading(plan(events)).sheets.last)
        #expect(lists.name == "Lists" && !lists.isHidden)
        #expect(lists.rows.map { $0[1] } == [plan().listsNote, "Event"] + words)
    }

    @Test func aListOfAnotherSheetTakesWhatIsFilledInBelowTheExamples() throws {
        let rule = try rule(ChoicesPlan([], column: ChoicesPlan.Column(sheet: "The Family's", heading: "Name")))
        let range = "'The Family''s'!$B$3:$B$4"
        #expect(rule.contains(">OFFSET(\(range),0,0,MAX(1,COUNTIF(\(range),\"?*\")),1)</formula1>"))
    }

    @Test func wordsStandBeforeTheCellsOfAnotherSheet() throws {
        let column = ChoicesPlan.Column(sheet: "Family", heading: "Name")
        let events = SheetPlan(
            name: "Events",
            columns: [ColumnPlan("Child", choices: ChoicesPlan(["All"], column: column))],
            blankRows: 1
        )
        let family = SheetPlan(name: "Family", columns: [ColumnPlan("Name")], rows: [RowPlan(["Ash"])], blankRows: 1)
        let lists = try #require(try reading(plan(events, family)).sheets.last)
        #expect(lists.rows.map { $0[1] } == [plan().listsNote, "Child", "All", "Ash"])
        let range = "'Family'!$A$2:$A$3"
        let content = try part("xl/worksheets/sheet3.xml", of: plan(events, family))
        #expect(content.contains("<f>IF(INDEX(\(range),2)=\"\",\"\",INDEX(\(range),2))</f><v></v>"))
    }

    @Test func guidanceStandsBesideTheHeadingAndTheCells() throws {
        let rule = try rule(ChoicesPlan(["Yes"]), guidance: "Choose \"Yes\"\nor leave it")
        #expect(rule.contains("promptTitle=\"Kind\" prompt=\"Choose &quot;Yes&quot;&#xA;or leave it\""))
        let content = try part(
            "xl/worksheets/sheet1.xml",
            of: plan(SheetPlan(name: "A", columns: [ColumnPlan("Date", guidance: "As written")], blankRows: 2))
        )
        #expect(content.contains("prompt=\"As written\" sqref=\"A1\"/>"))
        #expect(content.contains("prompt=\"As written\" sqref=\"A2:A3\"/>"))
    }

    // MARK: Faults

    @Test(arguments: ["", "a/b", "History", "'a", "a'", "lists", String(repeating: "a", count: 32), "a\0"])
    func refusesANameThatNoSheetCanHave(_ name: String) {
        #expect(fault(plan(SheetPlan(name: name)))?.kind == .sheetName)
    }

    @Test func refusesWhatNoWorkbookCanFollow() {
        #expect(fault(plan())?.message == "the workbook has no sheet")
        #expect(fault(plan(SheetPlan(name: "A"), SheetPlan(name: "a")))?.kind == .sheetName)
        #expect(fault(plan(SheetPlan(name: "A", columns: [ColumnPlan("B", width: .nan)])))?.kind == .width)
        #expect(fault(plan(SheetPlan(name: "A", rows: [RowPlan(["b"])])))?.kind == .rowTooLong)
        #expect(fault(plan(SheetPlan(name: "A", blankRows: .max)))?.kind == .tooLarge)
        let long = String(repeating: "a", count: 256)
        #expect(fault(plan(SheetPlan(name: "A", columns: [ColumnPlan("B", guidance: long)])))?.kind == .textTooLong)
        var dayless = plan(SheetPlan(name: "A"))
        dayless.created = WorkbookPlan.Day(year: 2026, month: 2, day: 30)
        #expect(fault(dayless)?.kind == .day)
    }

    @Test(
        arguments: [
            ChoicesPlan([]), ChoicesPlan([""]), ChoicesPlan(["a\nb"]),
            ChoicesPlan([], column: ChoicesPlan.Column(sheet: "A", heading: "None")),
        ]
    )
    func refusesAListOfNothing(_ choices: ChoicesPlan) {
        let sheet = SheetPlan(name: "A", columns: [ColumnPlan("B", choices: choices)])
        #expect(fault(plan(sheet))?.kind == .choices)
        #expect(
            fault(plan(sheet))?.message
                == "sheet 'A': a list is empty, has a word that cannot be chosen, or names no column"
        )
    }
}

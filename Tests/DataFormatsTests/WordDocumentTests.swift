@testable import DataFormats
import Testing

struct WordDocumentTests {
    @Test(arguments: WordFixture.all)
    func readsARealDocument(_ fixture: WordFixture) throws {
        #expect(try fixture.document().lines == fixture.expectation())
    }

    @Test func findsTheFixtures() {
        #expect(WordFixture.all.count >= 30)
    }

    // MARK: Tables

    @Test func numbersRowsAndColumnsFromOne() throws {
        let document = try read(table(row("a", "b"), row("c", "d")))
        #expect(document.cellLines == ["1\t1\t1\ta", "1\t1\t2\tb", "1\t2\t1\tc", "1\t2\t2\td"])
        #expect(document.tables.map(\.depth) == [0])
    }

    @Test func marksRowsThatAreRepeatedOnEachPage() throws {
        let document = try read(
            table(
                row("a", properties: "<w:tblHeader/>"),
                row("b", properties: "<w:tblHeader w:val='0'/>"),
                row("c")
            )
        )
        #expect(document.tables.first?.rows.map(\.isHeading) == [true, false, false])
    }

    @Test(arguments: [
        ("<w:gridSpan w:val='3'/>", 3), ("<w:gridSpan w:val='1'/>", 1), ("<w:gridSpan w:val='0'/>", 1),
        ("<w:gridSpan w:val='-2'/>", 1), ("<w:gridSpan w:val='two'/>", 1), ("<w:gridSpan/>", 1),
        ("<w:gridSpan w:val='64'/>", 63), ("<w:gridSpan w:val='9223372036854775807'/>", 63),
        ("<w:gridSpan w:val='99999999999999999999'/>", 1),
    ])
    func putsAWideCellIntoItsFirstColumn(_ properties: String, _ width: Int) throws {
        let document = try read(table("<w:tr>" + cell("a", properties: properties) + cell("b") + "</w:tr>"))
        let cells = try #require(document.tables.first?.rows.first?.cells)
        #expect(cells.map(\.text) == ["a"] + Array(repeating: "", count: width - 1) + ["b"])
        #expect(cells.map(\.column) == Array(1...width + 1))
        #expect(document.counts.widthsCorrected == (properties.contains("'\(width)'") ? 0 : 1))
    }

    @Test(arguments: [
        ("<w:gridBefore w:val='1'/>", ["", "a"]), ("<w:gridAfter w:val='2'/>", ["a", "", ""]),
        ("<w:gridBefore w:val='2'/><w:gridAfter w:val='1'/>", ["", "", "a", ""]), ("<w:gridBefore w:val='-1'/>", ["a"]),
        ("<w:gridAfter w:val='x'/>", ["a"]),
        ("<w:gridBefore w:val='1000000'/>", Array(repeating: "", count: 63) + ["a"]),
    ])
    func honoursColumnsThatARowLeavesOut(_ properties: String, _ texts: [String]) throws {
        let document = try read(table(row("a", properties: properties)))
        #expect(document.tables.first?.rows.first?.cells.map(\.text) == texts)
        #expect(document.counts.widthsCorrected == (properties.contains(/'-1'|'x'|'1000000'/) ? 1 : 0))
    }

    struct Merge: Sendable, Identifiable, CustomTestStringConvertible {
        let id: String
        /// The rows of a table of one column: a text, and `+` where a merge begins or `|` where it goes on.
        let rows: [String]
        /// Their texts, with `^` behind those that are filled from above.
        let texts: [String]

        var testDescription: String { id }
    }

    @Test(arguments: [
        Merge(id: "down two rows", rows: ["+a", "|", "|", "b"], texts: ["a", "a^", "a^", "b"]),
        Merge(id: "two after each other", rows: ["+a", "|", "+b", "|"], texts: ["a", "a^", "b", "b^"]),
        Merge(id: "a blank merge", rows: ["+", "|"], texts: ["", "^"]),
        Merge(id: "a plain cell between", rows: ["+a", "b", "|"], texts: ["a", "b", ""]),
        Merge(id: "nothing above", rows: ["|a", "|"], texts: ["a", "a^"]),
        Merge(id: "text where none shows", rows: ["+a", "|b", "|"], texts: ["a", "b", "b^"]),
    ])
    func fillsMergedCellsFromAbove(_ example: Merge) throws {
        let rows = example.rows.map { row in
            let properties = ["+": "<w:vMerge w:val='restart'/>", "|": "<w:vMerge/>"][row.prefix(1)] ?? ""
            return "<w:tr>" + cell(String(row.drop { "+|".contains($0) }), properties: properties) + cell("x")
                + "</w:tr>"
        }
        let cells = try read(table(rows.joined())).tables.flatMap(\.rows).compactMap(\.cells.first)
        #expect(cells.map { $0.text + ($0.isFilledFromAbove ? "^" : "") } == example.texts)
    }

    @Test func fillsAMergedCellByItsColumnAndNotByItsCount() throws {
        let merged = "<w:vMerge w:val='continue'/>"
        let document = try read(
            table(
                "<w:tr>" + cell("wide", properties: "<w:gridSpan w:val='2'/>")
                    + cell("kept", properties: "<w:vMerge w:val='restart'/>") + "</w:tr>",
                "<w:tr>" + cell("a") + cell("b") + cell("", properties: merged) + "</w:tr>",
                row("c", properties: "<w:del/>"),
                "<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>" + cell("", properties: merged) + "</w:tr>"
            )
        )
        #expect(document.tables.first?.rows.map { $0.cells.last?.text } == ["kept", "kept", "kept"])
        #expect(document.tables.first?.rows.map(\.number) == [1, 2, 4])
    }

    @Test func readsATableInsideACellAsATableOfItsOwn() throws {
        let deepest = table("<w:tr><w:tc><w:p><w:r><w:t>deepest</w:t></w:r></w:p></w:tc></w:tr>")
        let inner = table("<w:tr><w:tc>" + paragraph("inner") + deepest + "<w:p/></w:tc></w:tr>")
        let document = try read(
            table("<w:tr><w:tc>" + paragraph("before") + inner + paragraph("after") + "</w:tc>" + cell("x") + "</w:tr>")
                + paragraph("between") + table(row("last"))
        )
        #expect(
            document.cellLines == [
                "1\t1\t1\tbefore\\nafter", "1\t1\t2\tx", "2\t1\t1\tinner", "3\t1\t1\tdeepest", "4\t1\t1\tlast",
            ]
        )
        #expect(document.tables.map(\.depth) == [0, 1, 2, 0])
        #expect(document.counts.nestedTables == 2)
        #expect(document.blocks.count == 5)
    }

    @Test func keepsTablesAndRowsWithNothingInThem() throws {
        let document = try read("<w:tbl/>" + table("<w:tr/>", row("a"), "<w:tr><w:tc/></w:tr>"))
        #expect(document.tables.map { $0.rows.map { $0.cells.map(\.text) } } == [[], [[], ["a"], [""]]])
        #expect(document.tables.map { $0.rows.map(\.number) } == [[], [1, 2, 3]])
    }

    // MARK: Text

    @Test(arguments: [
        ("<w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", "ab"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:br w:type='page'/><w:t>b</w:t><w:br w:type='column'/></w:r>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", "a\tb\tc"),
        ("<w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>14</w:t></w:r>", "12\u{2011}14"),
        ("<w:r><w:t>an</w:t><w:softHyphen/><w:t>other</w:t></w:r>", "another"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:t> a </w:t><w:t xml:space='preserve'> b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a\n  b\t</w:t></w:r>", "a   b"), ("<w:r><w:t>&lt;&amp;&#233;<!-- c -->€</w:t></w:r>", "<&é€"),
        ("text <w:r>no <w:t>a</w:t> text</w:r>", "a"),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
        ("<w:smartTag><w:smartTagPr><w:attr/></w:smartTagPr><w:r><w:t>tag</w:t></w:r></w:smartTag>", "tag"),
        ("<w:customXml><w:customXmlPr/><w:r><w:t>custom</w:t></w:r></w:customXml>", "custom"),
        (
            "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>in</w:t></w:r>"
                + "</w:sdtContent></w:sdt>", "in"
        ),
        (
            "<w:ruby><w:rt><w:r><w:t>aid</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>word</w:t></w:r></w:rubyBase></w:ruby>",
            "word"
        ),
        ("<w:fldSimple w:instr='DATE'><w:r><w:t>1 May</w:t></w:r></w:fldSimple>", "1 May"),
        (field("<w:r><w:instrText>PAGE</w:instrText></w:r>", "<w:r><w:t>7</w:t></w:r>"), "7"),
        (
            field(
                field("<w:r><w:instrText>A</w:instrText></w:r>", "<w:r><w:t>hidden</w:t></w:r>"),
                field("", "<w:r><w:t>shown</w:t></w:r>")
            ), "shown"
        ),
        ("<w:r><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:delText>gone</w:delText><w:t>a</w:t></w:r>", "a"),
        (
            "<m:oMath xmlns:m='urn:m'><m:r><m:t>x</m:t></m:r><w:r><w:t>y</w:t></w:r></m:oMath><w:r><w:t>a</w:t></w:r>",
            "a"
        ),
        ("<w:bdo><w:r><w:t>a</w:t></w:r></w:bdo><w:dir><w:r><w:t>b</w:t></w:r></w:dir>", "ab"),
    ])
    func readsTheTextOfACell(_ content: String, _ text: String) throws {
        let inCell = try read(table("<w:tr><w:tc><w:p>\(content)</w:p></w:tc></w:tr>"))
        #expect(inCell.tables.first?.rows.first?.cells.map(\.text) == [text])
        #expect(try read("<w:p>\(content)</w:p>").paragraphs.map(\.text) == [text])
    }

    @Test(arguments: [
        (["a", "b"], "a\nb"), (["", "a"], "\na"), (["a", "", "b", "", ""], "a\n\nb"), (["", ""], ""),
        ([" ", "\u{A0}"], ""),
        (["a  ", " "], "a  "),
    ])
    func partsParagraphsByLineFeedsAndDropsBlankLinesAtTheEnd(_ paragraphs: [String], _ text: String) throws {
        let document = try read(table("<w:tr><w:tc>" + paragraphs.map(paragraph).joined() + "</w:tc></w:tr>"))
        #expect(document.tables.first?.rows.first?.cells.map(\.text) == [text])
    }

    @Test func readsAFieldNeverClosedNoFurtherThanItsParagraph() throws {
        let open = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>TOC</w:instrText></w:r></w:p>"
        #expect(try read(open + paragraph("a")).paragraphs.map(\.text) == ["a"])
    }

    @Test(arguments: [
        ("Segoe UI Symbol", "2713", "✓"), ("Calibri", "00E9", "é"), ("Arial", "1F600", "\u{1F600}"),
        ("Wingdings", "F0FC", "\u{FFFD}"), ("Wingdings", "00FC", "\u{FFFD}"), ("Symbol", "61", "\u{FFFD}"),
        ("Wingdings 2", "2713", "✓"), ("Arial", "D800", "\u{FFFD}"), ("Arial", "0007", "\u{FFFD}"),
        ("Arial", "x", "\u{FFFD}"), ("Arial", "FFFFFFFFF", "\u{FFFD}"), ("Arial", "", "\u{FFFD}"),
    ])
    func readsSymbolsThatAreCharacters(_ font: String, _ code: String, _ text: String) throws {
        let document = try read("<w:p><w:r><w:sym w:font='\(font)' w:char='\(code)'/></w:r></w:p>")
        #expect(document.paragraphs.map(\.text) == [text])
        #expect(document.counts.symbolsReplaced == (text == "\u{FFFD}" ? 1 : 0))
    }

    @Test func readsHiddenTextAndCountsIt() throws {
        let document = try read(
            "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish w:val='false'/></w:rPr><w:t>b</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>"
        )
        #expect(document.paragraphs.map(\.text) == ["ab"])
        #expect(document.counts.hiddenRuns == 1)
    }

    // MARK: Paragraphs

    @Test func numbersParagraphsOutsideTablesWithTheBlankOnes() throws {
        let document = try read(
            paragraph("a") + "<w:p/>" + table(row("x", "y")) + paragraph(" ")
                + "<w:sdt><w:sdtContent>" + paragraph("b") + "</w:sdtContent></w:sdt>"
        )
        #expect(document.paragraphs.map { "\($0.number) \($0.text)" } == ["1 a", "4 b"])
        guard case .table = document.blocks.dropFirst().first else {
            Issue.record("the table is not the second block")
            return
        }
    }

    @Test(arguments: [
        ("<w:pStyle w:val='Heading1'/>", true), ("<w:pStyle w:val='heading 3'/>", true),
        ("<w:pStyle w:val='Title'/>", true),
        ("<w:outlineLvl w:val='0'/>", true), ("<w:outlineLvl w:val='9'/>", false), ("<w:outlineLvl w:val='x'/>", false),
        ("<w:pStyle w:val='Normal'/>", false), ("<w:pStyle w:val='HeadingNote'/>", false), ("", false),
        ("<w:pPrChange><w:pPr><w:pStyle w:val='Heading1'/></w:pPr></w:pPrChange>", false),
    ])
    func knowsAHeading(_ properties: String, _ isHeading: Bool) throws {
        let document = try read("<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>a</w:t></w:r></w:p>")
        #expect(document.paragraphs.map(\.isHeading) == [isHeading])
    }

    // MARK: Tracked changes

    struct Change: Sendable, Identifiable, CustomTestStringConvertible {
        let id: String
        let body: String
        let texts: [String]
        let insertions: Int
        let deletions: Int

        var testDescription: String { id }
    }

    @Test(arguments: [
        Change(
            id: "an insertion",
            body: "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>",
            texts: ["a"],
            insertions: 1,
            deletions: 0
        ),
        Change(
            id: "a deletion",
            body:
                "<w:p><w:del><w:r><w:delText>a</w:delText><w:t>b</w:t><w:br/></w:r></w:del><w:r><w:t>c</w:t></w:r></w:p>",
            texts: ["c"],
            insertions: 0,
            deletions: 1
        ),
        Change(
            id: "a move",
            body:
                "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFromRangeStart/><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveFromRangeEnd/></w:p>"
                + "<w:p><w:moveTo><w:r><w:t>a</w:t></w:r></w:moveTo></w:p>",
            texts: ["a"],
            insertions: 1,
            deletions: 2
        ),
        Change(
            id: "a deletion inside an insertion",
            body: "<w:p><w:ins><w:del><w:r><w:t>a</w:t></w:r></w:del></w:ins></w:p>",
            texts: [],
            insertions: 1,
            deletions: 1
        ),
        Change(
            id: "a deleted end of a paragraph",
            body:
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>",
            texts: ["ab"],
            insertions: 0,
            deletions: 1
        ),
        Change(
            id: "a deleted paragraph",
            body: "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:t>a</w:t></w:r></w:del></w:p>"
                + "<w:p><w:r><w:t>b</w:t></w:r></w:p>",
            texts: ["b"],
            insertions: 0,
            deletions: 2
        ),
        Change(
            id: "a deleted end before a table",
            body: "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl/>"
                + "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>b</w:t></w:r></w:p>",
            texts: ["a", "b"],
            insertions: 1,
            deletions: 1
        ),
        Change(
            id: "a change of format",
            body:
                "<w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>",
            texts: ["a"],
            insertions: 0,
            deletions: 0
        ),
    ])
    func readsWhatIsLeftWhenChangesAreAccepted(_ example: Change) throws {
        let document = try read(example.body)
        #expect(document.paragraphs.map(\.text) == example.texts)
        #expect(document.counts.insertions == example.insertions)
        #expect(document.counts.deletions == example.deletions)
        #expect(document.counts.hiddenRuns == 0)
        let inCell = try read(table("<w:tr><w:tc>\(example.body)</w:tc></w:tr>"))
        #expect(inCell.tables.first?.rows.first?.cells.first?.text == example.texts.joined(separator: "\n"))
    }

    @Test func countsAParagraphThatGoesOnByItsText() throws {
        let deleted = "<w:p><w:pPr><w:pStyle w:val='Heading1'/><w:rPr><w:del/></w:rPr></w:pPr></w:p>"
        let document = try read(deleted + paragraph("a") + paragraph("b"))
        #expect(document.paragraphs.map { "\($0.number) \($0.text) \($0.isHeading)" } == ["2 a false", "3 b false"])
    }

    @Test func leavesOutDeletedRowsAndCellsAndCountsOn() throws {
        let inner = table(row("inner"))
        let document = try read(
            table(
                row("a", properties: "<w:ins/>"),
                "<w:tr><w:trPr><w:del/></w:trPr><w:tc>\(inner)<w:p><w:del><w:r><w:t>b</w:t></w:r></w:del></w:p></w:tc></w:tr>",
                "<w:tr>" + cell("gone", properties: "<w:cellDel/>") + cell("c", properties: "<w:cellIns/>") + "</w:tr>"
            ) + table(row("d"))
        )
        #expect(document.cellLines == ["1\t1\t1\ta", "1\t3\t1\tc", "3\t1\t1\td"])
        #expect(document.counts.insertions == 2)
        #expect(document.counts.deletions == 3)
    }

    // MARK: Beside the text

    @Test func countsTextBoxesAndReadsNoneOfThem() throws {
        let box = "<w:txbxContent>" + paragraph("one") + "<w:p/>" + table(row("two")) + "</w:txbxContent>"
        let drawing = "<w:drawing><x:inline xmlns:x='urn:x'><x:txbx>\(box)</x:txbx></x:inline></w:drawing>"
        let picture = "<w:pict><v:shape xmlns:v='urn:v'><v:textbox>\(box)</v:textbox></v:shape></w:pict>"
        let both =
            "<mc:AlternateContent><mc:Choice Requires='wps'>\(drawing)</mc:Choice><mc:Fallback>\(picture)"
            + "</mc:Fallback></mc:AlternateContent>"
        let document = try read(
            "<w:p><w:r><w:t>a</w:t>\(both)</w:r></w:p>"
                + table("<w:tr><w:tc><w:p><w:r>\(picture)<w:t>b</w:t></w:r></w:p></w:tc></w:tr>") + table(row("c"))
        )
        #expect(document.cellLines == ["1\t1\t1\tb", "2\t1\t1\tc"])
        #expect(document.paragraphs.map { "\($0.number) \($0.text)" } == ["1 a"])
        #expect(document.counts.textBoxes == 2)
        #expect(document.counts.textBoxParagraphs == 4)
    }

    @Test(arguments: [
        ("<mc:Choice Requires='wps'>A</mc:Choice><mc:Fallback>B</mc:Fallback>", "A"),
        ("<mc:Choice Requires='zz'>A</mc:Choice><mc:Fallback>B</mc:Fallback>", "B"),
        (
            "<mc:Choice Requires='zz'>A</mc:Choice><mc:Choice Requires='w14 wps'>B</mc:Choice><mc:Fallback>C</mc:Fallback>",
            "B"
        ),
        ("<mc:Choice Requires='w14'>A</mc:Choice><mc:Choice Requires='wps'>B</mc:Choice>", "A"),
        ("<mc:Choice>A</mc:Choice><mc:Fallback>B</mc:Fallback><mc:Fallback>C</mc:Fallback>", "B"),
    ])
    func readsOneFormOfAContentThatHasSeveral(_ forms: String, _ text: String) throws {
        let runs = ["A", "B", "C"].reduce(forms) { $0.replacing(">\($1)<", with: "><w:r><w:t>\($1)</w:t></w:r><") }
        let document = try read("<w:p><mc:AlternateContent>\(runs)</mc:AlternateContent></w:p>")
        #expect(document.paragraphs.map(\.text) == [text])
    }

    @Test func countsNotesCommentsEquationsAndImportedParts() throws {
        let mathematics = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        let document = try read(
            "<w:altChunk/><w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='1'/><w:endnoteReference w:id='1'/></w:r>"
                + "<w:commentRangeStart/><w:r><w:commentReference w:id='0'/></w:r>"
                + "<m:oMath xmlns:m='\(mathematics)'><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"
        )
        #expect(document.paragraphs.map(\.text) == ["a"])
        #expect(document.counts.footnotes == 2)
        #expect(document.counts.comments == 1)
        #expect(document.counts.equations == 1)
        #expect(document.counts.importedParts == 1)
    }

    // MARK: Names

    @Test(arguments: [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ])
    func goesByNamespacesAndNotByPrefixes(_ namespace: String) throws {
        let xml =
            "<document xmlns='\(namespace)' xmlns:w='urn:other'><body><p><r><t>a</t><w:t>b</w:t></r><w:r><t>c</t></w:r>"
            + "</p></body></document>"
        #expect(try WordDocument(parsing: Array(xml.utf8)).paragraphs.map(\.text) == ["a"])
    }

    @Test(arguments: ["<document/>", "<w:p xmlns:w='\(WordDocumentTests.namespace)'/>", "<html><body/></html>"])
    func refusesWhatIsNoWordDocument(_ xml: String) {
        let fault = #expect(throws: XMLFault.self) { try WordDocument(parsing: Array(xml.utf8)) }
        #expect(fault == XMLFault(message: "the root element is not that of a Word document", line: 1, column: 0))
    }

    @Test(arguments: ["", "<w:document", "PK"])
    func refusesWhatIsNoXML(_ xml: String) {
        #expect(throws: XMLFault.self) { try WordDocument(parsing: Array(xml.utf8)) }
    }

    // MARK: The main part

    private static let package = "http://schemas.openxmlformats.org/package/2006"

    @Test(arguments: [
        ("<Relationship Id='r' Type='T/officeDocument' Target='word/document.xml'/>", "word/document.xml"),
        ("<Relationship Id='r' Type='T/officeDocument' Target='/word/Document2.xml'/>", "word/document2.xml"),
        ("<Relationship Id='r' Type='S/officeDocument' Target='./word/../doc/a%20b.xml'/>", "doc/a b.xml"),
        (
            "<Relationship Id='q' Type='T/extended-properties' Target='docProps/app.xml'/>"
                + "<Relationship Id='r' Type='T/officeDocument' Target='a.xml'/>"
                + "<Relationship Id='s' Type='T/officeDocument' Target='doc/a b.xml'/>", "a.xml"
        ),
        // Where the relationships lead nowhere, the list of content types tells.
        ("<Relationship Id='r' Type='T/officeDocument' Target='http://a/b' TargetMode='External'/>", "typed.xml"),
        ("<Relationship Id='r' Type='T/officeDocument' Target='../..'/>", "typed.xml"),
        ("<Relationship Id='r' Type='T/officeDocument' Target='gone.xml'/>", "typed.xml"),
        ("<Relationship Id='r' Type='T/officeDocument'/>", "typed.xml"), ("", "typed.xml"), ("<broken", "typed.xml"),
    ])
    func findsTheMainPart(_ relationships: String, _ part: String) throws {
        let types = relationships.replacing(
            "'T/",
            with: "'http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        ).replacing("'S/", with: "'http://purl.oclc.org/ooxml/officeDocument/relationships/")
        let names = ["word/document.xml", "word/document2.xml", "doc/a b.xml", "a.xml", "typed.xml"]
        let archive = try ZipArchive(
            ZipBuilder(
                [
                    ("_rels/.rels", "<Relationships xmlns='\(Self.package)/relationships'>\(types)</Relationships>"),
                    (
                        "[Content_Types].xml",
                        "<Types xmlns='\(Self.package)/content-types'><Override PartName='/typed.xml' ContentType='"
                            + "application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>"
                    ),
                ] + names.map { ($0, $0) }
            ).bytes
        )
        #expect(try WordDocument.mainPart(of: archive).map { String(decoding: $0, as: UTF8.self) } == part)
    }

    @Test func takesThePartOfTheUsualNameWhereNothingTellsOfIt() throws {
        let archive = try ZipArchive(ZipBuilder([("Word/Document.xml", "d")]).bytes)
        #expect(try WordDocument.mainPart(of: archive) == Array("d".utf8))
        #expect(try WordDocument.mainPart(of: ZipArchive(ZipBuilder([("a.xml", "d")]).bytes)) == nil)
    }

    // MARK: Hostile documents

    @Test func refusesMoreRowsThanAllowed() throws {
        let rows = String(repeating: "<w:tr/>", count: WordDocument.mostRows)
        #expect(try read("<w:tbl>\(rows)</w:tbl>").tables.first?.rows.count == WordDocument.mostRows)
        let fault = #expect(throws: XMLFault.self) { try read("<w:tbl>\(rows)</w:tbl>\n" + table(row("a"))) }
        #expect(fault == XMLFault(message: "the tables have too many rows", line: 2, column: 0))
    }

    @Test func refusesMoreCellsThanAllowed() {
        let row =
            "<w:tr><w:trPr><w:gridBefore w:val='63'/><w:gridAfter w:val='63'/></w:trPr>"
            + String(repeating: "<w:tc><w:tcPr><w:gridSpan w:val='63'/></w:tcPr></w:tc>", count: 62) + "</w:tr>"
        let fault = #expect(throws: XMLFault.self) {
            try read("<w:tbl>\(String(repeating: row, count: 500))</w:tbl>")
        }
        #expect(fault?.message == "the tables have too many cells")
        let deleted = row.replacing("</w:trPr>", with: "<w:del/></w:trPr>")
        #expect(throws: Never.self) { try read("<w:tbl>\(String(repeating: deleted, count: 501))</w:tbl>") }
    }

    @Test func refusesTablesNestedTooDeeply() {
        let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 5_000)
        let fault = #expect(throws: XMLFault.self) { try read(open) }
        #expect(fault?.message == "nested too deeply")
        let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: 60)
        let document = try? read(String(repeating: "<w:tbl><w:tr><w:tc>", count: 60) + close)
        #expect(document?.tables.map(\.depth) == Array(0..<60))
        #expect(document?.tables.map(\.number) == Array(1...60))
    }

    @Test func joinsManyParagraphsInTheTimeOfTheirText() throws {
        let deleted =
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>abcdefghijklmnopqrstuvwxyz</w:t></w:r></w:p>"
        let many = String(repeating: deleted, count: 20_000)
        #expect(try read(many).paragraphs.map(\.text.utf8.count) == [520_000])
        let inCell = try read(table("<w:tr><w:tc>\(many)</w:tc></w:tr>"))
        #expect(inCell.tables.first?.rows.first?.cells.map(\.text.utf8.count) == [520_000])
    }

    @Test(arguments: [
        "<w:tr/>", "<w:tc/>", "<w:r><w:t>a</w:t></w:r>", "<w:t>a</w:t>", "<w:tbl><w:tc/><w:p/></w:tbl>",
        "<w:tbl><w:tr><w:tr><w:tc><w:tc/></w:tc></w:tr></w:tr></w:tbl>",
        "<w:p><w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:p></w:p>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/><w:cellDel/></w:tcPr><w:p/></w:tc><w:trPr><w:del/></w:trPr></w:tr></w:tbl>",
        "<w:r><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:r>", "<w:txbxContent><w:tbl/></w:txbxContent>",
        "<w:pPr/><w:trPr/>",
        "<mc:Choice/><mc:Fallback/>", "<w:tbl><w:tbl><w:tr/></w:tbl><w:tr/></w:tbl>", "<w:sym/><w:fldChar/>",
    ])
    func readsWhatIsInTheWrongPlace(_ body: String) throws {
        #expect(try read(body + paragraph("z")).paragraphs.last?.text == "z")
    }

    @Test func survivesWhateverAMutationMakesOfADocument() throws {
        var generator = SeededGenerator(seed: 44)
        let original = Self.mixed
        let parts = original.split(separator: "<").map { "<" + $0 }
        var taken = 0
        for _ in 0..<6_000 {
            var pieces = parts
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<pieces.count, using: &generator)
                let other = Int.random(in: 0..<pieces.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: pieces.swapAt(place, other)
                case 1: pieces[place] = pieces[other]
                case 2: pieces.insert(pieces[other], at: place)
                default: pieces.remove(at: place)
                }
            }
            if let document = try? read(pieces.joined()) {
                taken += 1
                #expect(document.tables.map(\.number) == document.tables.map(\.number).sorted())
            }
        }
        #expect(taken > 100)
    }

    @Test func survivesElementsThatTradePlaces() throws {
        // Names are traded in pairs, so that the document stays whole and the nesting gets wild.
        let names = [
            "p", "r", "t", "tbl", "tr", "tc", "trPr", "tcPr", "pPr", "rPr", "del", "ins", "sdt", "txbxContent", "sym",
        ]
        var generator = SeededGenerator(seed: 45)
        for _ in 0..<3_000 {
            var text = Self.mixed
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let (one, other) = (names.randomElement(using: &generator), names.randomElement(using: &generator))
                guard let one, let other else { continue }
                for (start, end) in [("<w:", ">"), ("<w:", " "), ("<w:", "/"), ("</w:", ">")] {
                    text = text.replacing("\(start)\(one)\(end)", with: "\(start)\(other)\(end)")
                }
            }
            #expect(throws: Never.self) { try read(text) }
        }
    }

    // MARK: Helpers

    private static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    private func read(_ body: String) throws(XMLFault) -> WordDocument {
        let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        let xml =
            "<w:document xmlns:w='\(Self.namespace)' xmlns:mc='\(compatibility)'><w:body>\(body)</w:body></w:document>"
        return try WordDocument(parsing: Array(xml.utf8))
    }

    private func paragraph(_ text: String) -> String {
        "<w:p><w:r><w:t xml:space='preserve'>\(text)</w:t></w:r></w:p>"
    }

    private func cell(_ text: String, properties: String = "") -> String {
        "<w:tc>" + (properties.isEmpty ? "" : "<w:tcPr>\(properties)</w:tcPr>") + paragraph(text) + "</w:tc>"
    }

    private func row(_ texts: String..., properties: String = "") -> String {
        "<w:tr>" + (properties.isEmpty ? "" : "<w:trPr>\(properties)</w:trPr>") + texts.map { cell($0) }.joined()
            + "</w:tr>"
    }

    private func table(_ rows: String...) -> String {
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>\(rows.joined())</w:tbl>"
    }

    private static func field(_ instruction: String, _ result: String) -> String {
        func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType='\(kind)'/></w:r>" }
        return mark("begin") + instruction + mark("separate") + result + mark("end")
    }

    private static let mixed =
        "<w:p><w:pPr><w:pStyle w:val='Heading1'/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
        + "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='2'/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/>"
        + "<w:vMerge w:val='restart'/></w:tcPr><w:p><w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t><w:br/></w:r></w:ins>"
        + "</w:p></w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/>"
        + "</w:tcPr><w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
        + "</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl><w:sdt><w:sdtContent><w:p><w:r><mc:AlternateContent>"
        + "<mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>c</w:t></w:r></w:p></w:txbxContent></w:drawing>"
        + "</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent><w:fldChar w:fldCharType='begin'/>"
        + "<w:instrText>d</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>e</w:t><w:fldChar w:fldCharType='end'/>"
        + "</w:r><w:del><w:r><w:delText>f</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt>"
}

import DataFormats
import Diagnostics
import Testing

@testable import NamesAndLabels

@Suite struct FormatTests {
    private let awkward: [ListedPerson] = [
        Sample.person("C1", "Zuri Voss", "child", label: "A, \"one\" & <b>;|'s")
    ]

    @Test func aLabelIsEscapedForThePlaceWhereItStands() throws {
        func made(_ text: String, _ name: String) throws -> String {
            try Sample.anonymised(text, name, people: awkward, families: [nil])
        }
        #expect(try made("a,b,c\n1,Zuri,5\" nail\n", "a.csv") == "a,b,c\n1,\"{A, \"\"one\"\" & <b>;|'s}\",5\" nail\n")
        #expect(try made("a,\"x Zuri\",b\n", "a.csv") == "a,\"x {A, \"\"one\"\" & <b>;|'s}\",b\n")
        #expect(try made("{\"n\":\"Zuri\"}", "a.json") == "{\"n\":\"{A, \\\"one\\\" & <b>;|'s}\"}")
        #expect(
            try made("<a b=\"Zuri\">Zuri</a>", "a.xml")
                == "<a b=\"{A, &#34;one&#34; &#38; &#60;b&#62;;|&#39;s}\">{A, \"one\" &#38; &#60;b&#62;;|'s}</a>"
        )
    }

    @Test(arguments: [
        ("<p>El<b>la</b> Har<i>per</i></p>", "<p>{Child A}<b></b><i></i></p>"),
        ("<p>Ella<br/>Harper</p>", "<p>{Child A}<br/></p>"),
        ("<p>Ella\n  <b>Harper</b></p>", "<p>{Child A}<b></b></p>"),
        ("<p>&#69;lla &#x48;arper Chlo&eacute;</p>", "<p>{Child A} {Cousin}</p>"),
        ("<td>Ella</td><td>Harper</td>", "<td>{Child A}</td><td>{Family A}</td>"),
        ("<span>Ella Harper</span><span>Aged 4</span>", "<span>{Child A}</span><span>Aged 4</span>"),
        ("<p>Ms Ella<b>x</b></p>", "<p>Ms {Child A}<b>x</b></p>"),
        ("<!-- Ella --><?x Ella?><![CDATA[Ella]]>", "<!-- {Child A} --><?x {Child A}?><![CDATA[{Child A}]]>"),
        (
            "<svg><title>Ella</title><text>Ella <tspan>Harper</tspan></text></svg>",
            "<svg><title>{Child A}</title><text>{Child A}<tspan></tspan></text></svg>"
        ),
        (
            "<svg><g id=\"ella-harper\"/><a href='#ella-harper'/></svg>",
            "<svg><g id=\"_Child-A_\"/><a href='#_Child-A_'/></svg>"
        ),
        ("<a title='Ella &amp; Kay' alt=Ella>x</a>", "<a title='{Child A} &amp; {Mother}' alt={Child&#32;A}>x</a>"),
        ("<e>a < b Ella</e>", "<e>a < b {Child A}</e>"),
    ])
    func namesInMarkupAreFoundAcrossTagsAndReferences(text: String, expected: String) throws {
        #expect(try Sample.anonymised(text, "a.html") == expected)
    }

    @Test func theDigestOfAStyleSheetIsMadeAnew() throws {
        let style = ".x::before{content:\"Ella O\\000027 Brien\"}"
        let page = """
            <!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" \
            content="style-src 'sha256-\(SHA256(of: Array(style.utf8)).base64)'"/><style>\(style)</style></head></html>
            """
        let text = try Sample.anonymised(page, "a.html")
        let made = ".x::before{content:\"\\00007b Child A\\00007d  \\00007b Father\\00007d \"}"
        #expect(text.contains("<style>\(made)</style>"))
        #expect(text.contains("'sha256-\(SHA256(of: Array(made.utf8)).base64)'"))
    }

    @Test(arguments: [
        ("{\"Ella\": \"Noah\\u0020Harper\"}", "{\"{Child A}\": \"{Child B}\"}"),
        ("{\"a\":\"Chlo\\u00e9\\nElla\\u2019s\"}", "{\"a\":\"{Cousin}\\n{Child A}\\u2019s\"}"),
        (
            "{\"n\":9434765919,\"m\":12345,\"x\":1.9434765919}",
            "{\"n\":\"{NHS number 1}\",\"m\":12345,\"x\":1.9434765919}"
        ),
    ])
    func jsonIsReadAndWrittenWithItsEscapes(text: String, expected: String) throws {
        #expect(try Sample.anonymised(text, "a.json") == expected)
    }

    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252], [true, false])
    func theEncodingIsKept(encoding: TextEncoding, hasMark: Bool) throws {
        let text = "Date,Event\r\n01/02/2019,\u{201C}Chlo\u{E9} Zeller\u{201D} caf\u{E9} and more of the same words\r\n"
        let marks: [TextEncoding: [UInt8]] = [
            .utf8: [0xEF, 0xBB, 0xBF], .utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF],
        ]
        let mark = hasMark ? marks[encoding] ?? [] : []
        let bytes = try #require(RecodedText.file(of: Array(text.utf8), encoding: encoding, mark: mark))
        let finished = try Sample.finished(bytes, "a.csv")
        let wanted = "Date,Event\r\n01/02/2019,\u{201C}{Cousin}\u{201D} caf\u{E9} and more of the same words\r\n"
        #expect(finished == RecodedText.file(of: Array(wanted.utf8), encoding: encoding, mark: mark))
    }

    @Test func bytesThatAreNoTextStay() throws {
        let bytes = Array("Ella caf\u{E9} na\u{EF}ve".utf8) + [0x20, 0xFF, 0x20] + Array("Harper".utf8)
        let finished = try Sample.finished(bytes, "a.txt")
        #expect(finished.contains(0xFF))
    }

    @Test(arguments: [
        "%PDF-1.7 Ella", "{\\rtf1 Ella}", "GIF89a", "Received: from x\nElla", "\u{0}\u{1}\u{2}Ella",
        "Subject: x\nContent-Transfer-Encoding: base64\n\nRWxsYQ==", "To: =?UTF-8?Q?=45lla?=",
        "BEGIN:VCARD\r\nN:El\r\n la",
        "\u{FEFF}E\u{0}l\u{0}",
    ])
    func aFileThatCannotBeLookedIntoIsNotCopied(text: String) throws {
        var glossary = try Sample.glossary()
        let paper = AnonymisedPaper(of: Array(text.utf8), named: "x/Ella.bin", &glossary)
        #expect(paper.bytes == nil)
        #expect(paper.name == "x/{Child A}.bin")
        #expect(paper.diagnostics.map(\.id) == ["anonymise.file.unread"])
        #expect(paper.diagnostics.map(\.severity) == [.error])
    }

    @Test func namesInOfficeFilesAreFoundInEveryPart() throws {
        let document = """
            <w:document xmlns:w="w"><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>El</w:t></w:r><w:proofErr w:type="x"/>\
            <w:r><w:rPr/><w:t xml:space="preserve">la </w:t></w:r><w:ins w:author="Kay Harper"><w:r><w:t>Harper</w:t></w:r>\
            </w:ins></w:p><w:p><w:r><w:t>Noah</w:t></w:r></w:p><w:p><w:r><w:t>Harper</w:t></w:r></w:p></w:body></w:document>
            """
        let bytes = try ZipWriter.archive(of: [
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("word/document.xml", Array(document.utf8)),
            ("docProps/core.xml", Array("<cp xmlns:dc='d'><dc:creator>Kay</dc:creator><dc:x>Harper</dc:x></cp>".utf8)),
            ("word/media/ella.png", [0x89, 0x50]),
            ("word/_rels/document.xml.rels", Array("<R><Relationship Target=\"media/ella.png\"/></R>".utf8)),
        ])
        var glossary = try Sample.glossary()
        let paper = AnonymisedPaper(of: bytes, named: "Ella.docx", &glossary)
        #expect(paper.diagnostics.map(\.id) == ["anonymise.part.unread"])
        let finished = try #require(paper.bytes)
        let archive = try ZipArchive(finished)
        func part(_ name: String) throws -> String {
            String(decoding: try #require(try archive.bytes(of: name)), as: UTF8.self)
        }
        #expect(try part("word/document.xml").contains("<w:t>{Child A}</w:t>"))
        #expect(try part("word/document.xml").contains("w:author=\"{Mother}\""))
        #expect(try part("word/document.xml").contains("<w:t>{Child B}</w:t></w:r></w:p><w:p><w:r><w:t>{Family A}<"))
        #expect(try part("docProps/core.xml").contains("<dc:creator>{Mother}</dc:creator><dc:x>{Family A}</dc:x>"))
        #expect(try part("word/_rels/document.xml.rels").contains("media/_Child-A_.png"))
        #expect(archive.contains("word/media/_Child-A_.png"))
        #expect(LeakCheck(glossary).findings(in: finished, named: paper.name).isEmpty)
        let restored = RestoredPaper(of: finished, named: paper.name, KeyFile(glossary, [paper]))
        #expect(restored.bytes == bytes)
        #expect(restored.name == "Ella.docx")
    }

    @Test func aBlankBehindANameOverSeveralRunsIsKept() throws {
        let document = """
            <w:p xmlns:w="w"><w:r><w:t xml:space="preserve">Ella </w:t></w:r><w:r><w:t>Harper is</w:t></w:r></w:p>
            """
        let bytes = try ZipWriter.archive(of: [
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
        ])
        let finished = try Sample.finished(bytes, "a.docx")
        let content = try #require(try ZipArchive(finished).bytes(of: "word/document.xml"))
        let text = String(decoding: content, as: UTF8.self)
        #expect(text.contains("preserve\">{Child A} </w:t></w:r><w:r><w:t>is</w:t>"))
    }

    @Test(arguments: ["Ella and Kay in the spring of 2020", "Ella", "ella harper", "943 476 5919"])
    func aWorkbookWhoseSheetsExcelWouldRefuseIsNotCopied(name: String) throws {
        let book = "<workbook><sheets><sheet name=\"Ella Harper\"/><sheet name=\"\(name)\"/></sheets></workbook>"
        let bytes = try ZipWriter.archive(of: [
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/workbook.xml", Array(book.utf8)),
        ])
        var glossary = try Sample.glossary()
        let paper = AnonymisedPaper(of: bytes, named: "a.xlsx", &glossary)
        #expect(paper.bytes == nil)
        #expect(paper.diagnostics.map(\.id) == ["anonymise.sheet.name"])
    }

    @Test func theCodesOfAHeaderAreNoLettersOfAName() throws {
        let sheet =
            "<worksheet><headerFooter><oddHeader>&amp;LElla&amp;C&amp;\"Arial,Bold\"Har&amp;Bper</oddHeader></headerFooter></worksheet>"
        let bytes = try ZipWriter.archive(of: [
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
        ])
        let archive = try ZipArchive(try Sample.finished(bytes, "a.xlsx"))
        let text = String(decoding: try #require(try archive.bytes(of: "xl/worksheets/sheet1.xml")), as: UTF8.self)
        #expect(text.contains("&amp;L{Child A}&amp;C&amp;\"Arial,Bold\"{Family A}&amp;B</oddHeader>"))
    }

    @Test func aWorkbookInsideADocumentIsLookedInto() throws {
        func archive(_ part: String, _ content: [UInt8]) throws -> [UInt8] {
            try ZipWriter.archive(of: [
                ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array("<w:p/>".utf8)),
                (part, content),
            ])
        }
        let inner = try archive("xl/sharedStrings.xml", Array("<sst><si><t>Ella</t></si></sst>".utf8))
        let outer = try archive("word/embeddings/a.xlsx", inner)
        var glossary = try Sample.glossary()
        #expect(LeakCheck(glossary).findings(in: outer, named: "a.docx").count == 1)
        let paper = AnonymisedPaper(of: outer, named: "a.docx", &glossary)
        #expect(paper.diagnostics.isEmpty)
        let finished = try #require(paper.bytes)
        let made = try #require(try ZipArchive(finished).bytes(of: "word/embeddings/a.xlsx"))
        let text = String(decoding: try #require(try ZipArchive(made).bytes(of: "xl/sharedStrings.xml")), as: UTF8.self)
        #expect(text == "<sst><si><t>{Child A}</t></si></sst>")
    }

    @Test func aNameBelowMoreElementsThanAreRememberedIsFound() throws {
        let document =
            String(repeating: "<w:x>", count: 260) + "<w:rPr><w:b/></w:rPr><w:t>Ella</w:t>"
            + String(repeating: "</w:x>", count: 260)
        let bytes = try ZipWriter.archive(of: [
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
        ])
        let content = try ZipArchive(try Sample.finished(bytes, "a.docx")).bytes(of: "word/document.xml")
        #expect(String(decoding: try #require(content), as: UTF8.self).contains("{Child A}"))
    }

    @Test(arguments: ["<r><Ella_Harper>x</Ella_Harper></r>", "<r Harper='1'/>"])
    func aNameThatIsTheNameOfAnElementIsALeak(text: String) throws {
        let findings = LeakCheck(try Sample.glossary()).findings(in: Array(text.utf8), named: "a.xml")
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.id == "anonymise.leak" })
    }

    @Test func aTrackedChangeIsReadWithAndWithoutIt() throws {
        let document = """
            <w:p xmlns:w="w"><w:r><w:t>El</w:t></w:r><w:del><w:r><w:delText>sa</w:delText></w:r></w:del>\
            <w:ins><w:r><w:t>la</w:t></w:r></w:ins></w:p>
            """
        let bytes = try ZipWriter.archive(of: [
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
        ])
        let finished = try Sample.finished(bytes, "a.docx")
        let content = try #require(try ZipArchive(finished).bytes(of: "word/document.xml"))
        let text = String(decoding: content, as: UTF8.self)
        #expect(text.contains("<w:t>{Child A}</w:t>"))
        #expect(text.contains("<w:ins><w:r><w:t></w:t>"))
    }

    @Test func cellsSheetNamesAndFormulasOfAWorkbookAreLookedInto() throws {
        let sheet = """
            <worksheet><sheetData><row><c r="A1"><v>9434765919</v></c><c r="A2" t="s"><v>0</v></c><c r="A3"><v>44197</v></c>\
            <c r="A4" t="str"><f>Ella!A1&amp;"Kay"</f><v>Ella</v></c></row></sheetData></worksheet>
            """
        let bytes = try ZipWriter.archive(of: [
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("xl/workbook.xml", Array("<workbook><sheets><sheet name=\"Ella\"/></sheets></workbook>".utf8)),
            ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
            (
                "xl/sharedStrings.xml",
                Array("<sst><si><r><t>El</t></r><r><t>la</t></r></si><si><t>Harper</t></si></sst>".utf8)
            ),
        ])
        let archive = try ZipArchive(try Sample.finished(bytes, "a.xlsx"))
        func part(_ name: String) throws -> String {
            String(decoding: try #require(try archive.bytes(of: name)), as: UTF8.self)
        }
        #expect(
            try part("xl/worksheets/sheet1.xml") == """
                <worksheet><sheetData><row><c t="str" r="A1"><v>{NHS number 1}</v></c><c r="A2" t="s"><v>0</v></c>\
                <c r="A3"><v>44197</v></c><c r="A4" t="str"><f>'{Child A}'!A1&amp;"{Mother}"</f><v>{Child A}</v></c></row>\
                </sheetData></worksheet>
                """
        )
        #expect(try part("xl/workbook.xml").contains("name=\"{Child A}\""))
        #expect(
            try part("xl/sharedStrings.xml")
                == "<sst><si><r><t>{Child A}</t></r><r><t></t></r></si><si><t>{Family A}</t></si></sst>"
        )
    }
}

@testable import DataFormats
import Testing

struct XMLElementTests {
    private func parsed(_ text: String) throws(XMLFault) -> XMLElement {
        try XMLElement(parsing: Array(text.utf8))
    }

    // MARK: What is read

    @Test func keepsAttributesInOrder() throws {
        let element = try parsed("<a z='1' b='2' m='' a='4'/>")
        #expect(element.attributes.map(\.name) == ["z", "b", "m", "a"])
        #expect(element.attributes.map(\.value) == ["1", "2", "", "4"])
        #expect(element["m"] == "")
        #expect(element["none"] == nil)
    }

    @Test func keepsChildrenInOrder() throws {
        let element = try parsed("<a>one<b n='1'/>two<c/><b n='2'/>three</a>")
        #expect(element.children.map(\.name) == ["b", "c", "b"])
        #expect(element.text == "onetwothree")
        #expect(element.child("b")?["n"] == "1")
        #expect(element.children("b").map { $0["n"] } == ["1", "2"])
        #expect(element.child("x") == nil)
        #expect(element.children("x").isEmpty)
    }

    @Test func knowsNamespaces() throws {
        let element = try parsed(
            "<p:a xmlns:p='urn:p' xmlns='urn:d'><b/><p:c/><d xmlns=''/><e xmlns='urn:e' p:f='1'/></p:a>"
        )
        #expect(element.name == "a")
        #expect(element.namespace == "urn:p")
        #expect(element.children.map(\.name) == ["b", "c", "d", "e"])
        #expect(element.children.map(\.namespace) == ["urn:d", "urn:p", nil, "urn:e"])
        #expect(element.attributes.isEmpty)
        #expect(element.child("e")?["f"] == "1")
    }

    @Test(arguments: [
        ("<a>x<![CDATA[<b> & ]] > ]]>y</a>", "x<b> & ]] > y"),
        ("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>", "<>&\"'A\u{1F600}"),
        ("<a>one<!-- two -->three<?four five?></a>", "onethree"),
        ("<a>  one\n\ttwo </a>", "  one\n\ttwo "),
        ("<a>one\r\ntwo\rthree&#13;</a>", "one\ntwo\nthree\r"),
        ("<a></a>", ""),
        ("<a/>", ""),
        ("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><!-- c --><a>é</a><!-- d -->\n", "é"),
        ("<a>&#x202E;\u{200D}\u{FEFF}</a>", "\u{202E}\u{200D}\u{FEFF}"),
    ])
    func joinsTheTextOfAnElement(_ document: String, _ text: String) throws {
        #expect(try parsed(document).text == text)
    }

    @Test(arguments: [
        ("&lt;&amp;&quot;'&#10;&#9;&#13;é", "<&\"'\n\t\ré"), ("a\nb\tc", "a b c"), ("", ""), ("  a  ", "  a  "),
        ("&#x1F600;", "\u{1F600}"),
    ])
    func readsAttributeValues(_ written: String, _ value: String) throws {
        #expect(try parsed("<a b=\"\(written)\"/>")["b"] == value)
    }

    @Test func readsAnotherEncodingThatTheDocumentStates() throws {
        let bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try XMLElement(parsing: bytes).text == "é")
    }

    @Test func readsUTF16WithAMark() throws {
        let bytes =
            [0xFF, 0xFE]
            + "<a>é\u{1F600}</a>".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try XMLElement(parsing: bytes).text == "é\u{1F600}")
    }

    // MARK: Lines

    @Test func countsLines() throws {
        let element = try parsed("<a>\n<b>x</b>\r\n\n<c\n d='1'>y</c></a>")
        #expect(element.line == 1)
        #expect(element.children.map(\.line) == [2, 5])
    }

    @Test func countsLinesBeyondSeventyThousand() throws {
        let document = "<a>" + String(repeating: "\n", count: 70_000) + "<b>x</b>\n<c>y</c></a>"
        #expect(try parsed(document).children.map(\.line) == [70_001, 70_002])
    }

    @Test func placesAFaultBeyondSeventyThousandLines() {
        let fault = #expect(throws: XMLFault.self) {
            try XMLElement(parsing: Array(("<a>" + String(repeating: "\n", count: 70_000) + "<b></a>").utf8))
        }
        #expect(fault?.line == 70_001)
    }

    // MARK: What is refused

    @Test(arguments: [
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a []><a/>",
        "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://127.0.0.1:9/x.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY w 'world'>]><a>hello &w;</a>",
        "<!DOCTYPE a [<!ENTITY w SYSTEM 'file:///etc/passwd'>]><a>&w;</a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY % w SYSTEM 'file:///etc/passwd'> %w;]><a/>",
        """
        <!DOCTYPE a [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>
        <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]><a>&d;&d;&d;</a>
        """,
    ])
    func refusesADoctype(_ document: String) {
        for before in ["", "<?xml version='1.0'?>\n<!-- c -->\n"] {
            let fault = #expect(throws: XMLFault.self) { try XMLElement(parsing: Array((before + document).utf8)) }
            #expect(fault == XMLFault(message: "a DOCTYPE is not allowed", line: before.isEmpty ? 1 : 3, column: 1))
        }
    }

    @Test func refusesADoctypeInUTF16() {
        let document = "<!DOCTYPE a [<!ENTITY w 'world'>]><a>&w;</a>"
        let bytes =
            [0xFF, 0xFE] + document.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let fault = #expect(throws: XMLFault.self) { try XMLElement(parsing: bytes) }
        #expect(fault?.message == "a DOCTYPE is not allowed")
    }

    @Test func dropsNothingBehindANULAfterTheRoot() {
        let document = "<a/>\n\0<b/>"
        let wide = [0xFF, 0xFE] + document.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        for bytes in [Array(document.utf8), wide] {
            let fault = #expect(throws: XMLFault.self) { try XMLElement(parsing: bytes) }
            #expect((1...2).contains(fault?.line ?? 0))
        }
    }

    struct Refusal: Sendable, Identifiable, CustomTestStringConvertible {
        let id: String
        let document: [UInt8]
        let line: Int
        let column: Int

        init(_ id: String, _ document: String, line: Int, column: Int) {
            self.init(id, Array(document.utf8), line: line, column: column)
        }

        init(_ id: String, _ document: [UInt8], line: Int, column: Int) {
            self.id = id
            self.document = document
            self.line = line
            self.column = column
        }

        var testDescription: String { id }
    }

    @Test(arguments: [
        Refusal("nothing", "", line: 1, column: 1),
        Refusal("white space", "\n\n ", line: 1, column: 1),
        Refusal("plain text", "Date,Event\n", line: 1, column: 1),
        Refusal("only a declaration", "<?xml version='1.0'?>", line: 1, column: 22),
        Refusal("cut in a start tag", "<a>\n<b", line: 2, column: 3),
        Refusal("cut in an element", "<a>\n<b>x", line: 2, column: 4),
        Refusal("cut in an attribute", "<a b='", line: 1, column: 7),
        Refusal("a wrong end tag", "<a>\n  <b></c></a>", line: 2, column: 10),
        Refusal("two roots", "<a/>\n<b/>", line: 2, column: 1),
        Refusal("an unknown entity", "<a>\n&nbsp;</a>", line: 2, column: 7),
        Refusal("a bare ampersand", "<a>Mum & dad</a>", line: 1, column: 9),
        Refusal("a bare less-than", "<a>1 < 2</a>", line: 1, column: 7),
        Refusal("the same attribute twice", "<a b='1' b='2'/>", line: 1, column: 15),
        Refusal("an attribute without quotes", "<a b=1/>", line: 1, column: 6),
        Refusal("an unknown prefix", "<p:a/>", line: 1, column: 5),
        Refusal("a control", "<a>\u{B}</a>", line: 1, column: 4),
        Refusal("a reference to a control", "<a>&#11;</a>", line: 1, column: 9),
        Refusal("a reference to NUL", "<a>&#0;</a>", line: 1, column: 8),
        Refusal("a reference to a surrogate", "<a>&#xD800;</a>", line: 1, column: 12),
        Refusal("a NUL", Array("<a>x\0y</a>".utf8), line: 1, column: 5),
        Refusal("a NUL behind the end", Array("<a/>\0".utf8), line: 1, column: 5),
        Refusal("a byte that is not UTF-8", Array("<a>\nx".utf8) + [0xE9] + Array("</a>".utf8), line: 2, column: 2),
        Refusal("an overlong less-than", Array("<a>".utf8) + [0xC0, 0xBC] + Array("</a>".utf8), line: 1, column: 4),
        Refusal(
            "a surrogate in UTF-8",
            Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
            line: 1,
            column: 4
        ),
    ])
    func saysWhereADocumentIsFaulty(_ refusal: Refusal) {
        let fault = #expect(throws: XMLFault.self) { try XMLElement(parsing: refusal.document) }
        #expect(fault?.line == refusal.line)
        #expect(fault?.column == refusal.column)
        #expect(fault?.message.isEmpty == false)
        #expect(fault?.message.contains("\n") == false)
    }

    @Test func readsSixtyFourLevelsAndNoMore() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)).utf8)
        }
        var element = try XMLElement(parsing: nested(64))
        var depth = 1
        while let child = element.children.first { (element, depth) = (child, depth + 1) }
        #expect(depth == 64)
        let fault = #expect(throws: XMLFault.self) { try XMLElement(parsing: nested(65)) }
        #expect(fault == XMLFault(message: "nested too deeply", line: 65, column: 0))
    }

    @Test(arguments: [1_000, 100_000])
    func refusesDeepNestingWithoutOverflowingTheStack(_ depth: Int) {
        let closed = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        #expect(throws: XMLFault.self) { try XMLElement(parsing: Array(closed.utf8)) }
        #expect(throws: XMLFault.self) { try XMLElement(parsing: Array(String(repeating: "<a>", count: depth).utf8)) }
    }

    @Test func readsTwoHundredAndFiftySixAttributesAndNoMore() throws {
        func document(_ count: Int) -> [UInt8] {
            Array(("<r>\n<a" + (1...count).map { " b\($0)='\($0)'" }.joined() + ">x</a></r>").utf8)
        }
        #expect(try XMLElement(parsing: document(256)).children.first?["b256"] == "256")
        for count in [257, 300] {
            let fault = #expect(throws: XMLFault.self) { try XMLElement(parsing: document(count)) }
            #expect(fault == XMLFault(message: "too many attributes on one element", line: 2, column: 0))
        }
    }

    @Test func collectsNoEndOfFaults() {
        let document = "<a>" + String(repeating: "&x;", count: 20_000) + "</a>"
        let fault = #expect(throws: XMLFault.self) { try XMLElement(parsing: Array(document.utf8)) }
        #expect(fault?.line == 1)
        #expect(fault?.column == 7)
    }

    @Test func readsNothingOfAFaultyDocumentIntoTheErrorOutput() async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            for document in ["<a>secret &x; <b></a>", "<!DOCTYPE a><a/>", "<a>\u{B}</a>", ""] {
                #expect(throws: XMLFault.self) { try XMLElement(parsing: Array(document.utf8)) }
            }
        }
        #expect(result?.standardErrorContent == [])
    }

    // MARK: In parallel

    @Test func readsTheSameInManyTasks() async throws {
        let good = Array("<a>\n<b c='1&#10;2'>é &amp; <![CDATA[<x>]]></b>\n<d xmlns='urn:d'/></a>".utf8)
        let bad = Array("<a>\n<b></c></a>".utf8)
        let expected = try XMLElement(parsing: good)
        let fault = #expect(throws: XMLFault.self) { try XMLElement(parsing: bad) }
        await withTaskGroup(of: (XMLElement?, XMLFault?).self) { group in
            for _ in 0..<200 {
                group.addTask { @concurrent in
                    let element = try? XMLElement(parsing: good)
                    do throws(XMLFault) {
                        _ = try XMLElement(parsing: bad)
                        return (element, nil)
                    } catch {
                        return (element, error)
                    }
                }
            }
            for await (element, found) in group {
                #expect(element == expected)
                #expect(found == fault)
            }
        }
    }

    @Test func isEqualWhenAllPartsAre() {
        let element = XMLElement(name: "a", attributes: [("b", "1"), ("c", "2")], text: "x", line: 3)
        var other = element
        #expect(other == element)
        other.attributes = [("c", "2"), ("b", "1")]
        #expect(other != element)
        #expect(other.attributes.map(\.name) == ["c", "b"])
    }
}

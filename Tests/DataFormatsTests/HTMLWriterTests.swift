import DataFormats
import Testing

struct HTMLWriterTests {
    private static let doctype = "<!DOCTYPE html>\n"

    private func written(_ node: HTMLNode) -> String {
        String(decoding: HTMLWriter.fragment(node), as: UTF8.self)
    }

    /// Writes a text into an element and an attribute, and reads both back as XML.
    private func readBack(_ text: String) throws -> (text: String, attribute: String?) {
        let element = try XMLElement(parsing: HTMLWriter.fragment(.element(.span, ["title": text], .text(text))))
        return (element.text, element["title"])
    }

    // MARK: Escaping

    @Test(arguments: [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")])
    func escapesEachMetacharacterInTextAndAttributes(_ character: String, _ escaped: String) {
        let node = HTMLNode.element(.span, ["title": "a\(character)b"], .text("c\(character)d"))
        #expect(written(node) == "<span title=\"a\(escaped)b\">c\(escaped)d</span>")
    }

    @Test(
        arguments: ["&", "<", ">", "\"", "'"],
        [
            "\u{300}", "\u{301}", "\u{338}", "\u{20D2}", "\u{20DD}", "\u{489}", "\u{1AB0}", "\u{200D}", "\u{200C}",
            "\u{FE0F}",
            "\u{E0100}", "\u{1F3FB}", "\u{E0061}", "\u{903}", "\u{338}\u{301}",
        ]
    )
    func escapesAMetacharacterThatACombiningMarkFollows(_ character: String, _ mark: String) throws {
        let hostile = "a\(character)\(mark)script\(character)\(mark)"
        let bytes = HTMLWriter.fragment(.element(.span, ["title": hostile], .text(hostile)))
        #expect(bytes.count { $0 == UInt8(ascii: "<") } == 2)
        #expect(bytes.count { $0 == UInt8(ascii: ">") } == 2)
        #expect(bytes.count { $0 == UInt8(ascii: "\"") } == 2)
        #expect(bytes.count { $0 == UInt8(ascii: "'") } == 0)
        let element = try XMLElement(parsing: bytes)
        #expect(Array(element.text.utf8) == Array(hostile.utf8))
        #expect(element["title"].map { Array($0.utf8) } == Array(hostile.utf8))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<!--<script>", "]]>", "</title><img src=x onerror=alert(1)>",
        "\" onmouseover=\"x", "' x='",
        "&lt;b&gt;", "&#60;", "&amp;lt;", "javascript:alert(1)", "${7*7}{{7*7}}", "a\u{2028}b\u{2029}c", "<\u{0338}b>",
        "", " ", "a  b ",
        "Síân Ó\u{2019}Brien", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{FEFF}<", "+ADw-script+AD4-",
    ])
    func isReadBackAsTheTextThatWasGiven(_ text: String) throws {
        let found = try readBack(text)
        #expect(Array(found.text.utf8) == Array(text.utf8))
        #expect(found.attribute.map { Array($0.utf8) } == Array(text.utf8))
    }

    // MARK: Every scalar

    /// What a reader of the document is to see for one scalar.
    ///
    /// Written by the standards, not by the code: controls and noncharacters are errors in HTML
    /// (https://html.spec.whatwg.org/#preprocessing-the-input-stream), and the characters with the property
    /// Bidi_Control (https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt) are shown by their numbers.
    private func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: return String(Character(scalar))
        default: break
        }
        if scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint {
            return "\u{FFFD}"
        }
        guard scalar.properties.isBidiControl else { return String(Character(scalar)) }
        let figures = String(scalar.value, radix: 16, uppercase: true)
        return "[U+" + String(repeating: "0", count: 4 - figures.utf8.count) + figures + "]"
    }

    private func escaped(_ text: String) -> [UInt8] {
        text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "&"): Array("&amp;".utf8)
            case UInt8(ascii: "<"): Array("&lt;".utf8)
            case UInt8(ascii: ">"): Array("&gt;".utf8)
            case UInt8(ascii: "\""): Array("&quot;".utf8)
            case UInt8(ascii: "'"): Array("&#39;".utf8)
            default: [byte]
            }
        }
    }

    @Test func writesEveryScalarSafely() throws {
        var all = ""
        var expected: [UInt8] = []
        var seen: [UInt8] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            all.unicodeScalars.append(scalar)
            let shown = shown(scalar)
            expected += escaped(shown)
            // A reader of XML or HTML takes a carriage return, with a line feed behind it or not, for one line feed.
            seen += value == 0x0D ? [0x0A] : Array(shown.utf8)
        }
        let text = HTMLWriter.fragment(.element(.span, [:], .text(all)))
        #expect(text == Array("<span>".utf8) + expected + Array("</span>".utf8))
        #expect(try XMLElement(parsing: text).text.utf8.elementsEqual(seen))
        let attribute = HTMLWriter.fragment(.element(.span, ["title": all]))
        #expect(attribute == Array("<span title=\"".utf8) + expected + Array("\"></span>".utf8))
        #expect(try XMLElement(parsing: attribute)["title"] != nil)
    }

    @Test(arguments: [
        ("\u{202A}", "[U+202A]"), ("\u{202E}", "[U+202E]"), ("\u{2066}", "[U+2066]"), ("\u{2069}", "[U+2069]"),
        ("\u{200E}", "[U+200E]"), ("\u{200F}", "[U+200F]"), ("\u{61C}", "[U+061C]"),
    ])
    func showsAControlThatReordersText(_ control: String, _ token: String) {
        let node = HTMLNode.element(.span, ["title": "a\(control)b"], .text("\(control)c\(control)"))
        #expect(written(node) == "<span title=\"a\(token)b\">\(token)c\(token)</span>")
    }

    @Test(arguments: [
        "\u{200D}", "\u{200C}", "\u{200B}", "\u{2028}", "\u{2029}", "\u{2060}", "\u{2065}", "\u{AD}", "\u{61B}",
        "\u{61D}",
    ])
    func keepsInvisibleCharactersThatReorderNothing(_ text: String) {
        #expect(HTMLWriter.fragment(.text(text)) == Array(text.utf8))
    }

    @Test(arguments: ["a\r\nb", "a\rb", "a\nb", "a\tb"])
    func keepsLineEndsAndTabs(_ text: String) throws {
        let normal = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        #expect(try readBack(text).text == normal)
    }

    // MARK: Markup

    @Test func keepsTheOrderOfAttributes() {
        let node = HTMLNode.element(.td, ["z": "1", "a": "2", "m": "", "b": "4"], .text("x"))
        #expect(written(node) == "<td z=\"1\" a=\"2\" m=\"\" b=\"4\">x</td>")
    }

    @Test(arguments: [HTMLTag.meta, .br, .col])
    func closesVoidElementsAtOnce(_ name: HTMLTag) {
        #expect(written(.element(name, ["id": "a"])) == "<\(name) id=\"a\"/>")
        #expect(written(.element(name)) == "<\(name)/>")
    }

    @Test(arguments: [HTMLTag.span, .td, .a, .strong])
    func neverClosesOtherElementsAtOnce(_ name: HTMLTag) {
        #expect(written(.element(name)) == "<\(name)></\(name)>")
    }

    @Test func endsALineBehindABlockOnly() {
        let node = HTMLNode.element(.p, [:], "a", .element(.strong, [:], "c"), .group(["d", .element(.br)]))
        #expect(written(node) == "<p>a<strong>c</strong>d<br/></p>\n")
    }

    @Test func takesAnInterpolatedTextForPlainText() {
        let name = "<b>"
        #expect(written("a \(name) & c") == "a &lt;b&gt; &amp; c")
    }

    @Test func writesAStyleAsItIs() {
        #expect(written(.style("a > b { content: \"x\" }")) == "<style>a > b { content: \"x\" }</style>")
    }

    @Test func writesAWholeDocumentThatXMLReadsToo() throws {
        let root = HTMLNode.element(
            .html,
            ["lang": "en-GB"],
            .element(.head, [:], .element(.meta, ["charset": "utf-8"]), .element(.title, [:], "<a> & b")),
            .element(.body, [:], .element(.h1, [:], "\u{202E}x"), .element(.p, [:], "one", .element(.br), "two"))
        )
        let text = String(decoding: HTMLWriter.document(root), as: UTF8.self)
        #expect(
            text == """
                <!DOCTYPE html>
                <html lang="en-GB"><head><meta charset="utf-8"/><title>&lt;a&gt; &amp; b</title>
                </head>
                <body><h1>[U+202E]x</h1>
                <p>one<br/>two</p>
                </body>
                </html>

                """
        )
        let element = try XMLElement(parsing: Array(text.utf8.dropFirst(Self.doctype.utf8.count)))
        #expect(element["lang"] == "en-GB")
        #expect(element.child("head")?.child("title")?.text == "<a> & b")
        #expect(element.child("body")?.child("p")?.text == "onetwo")
    }

    @Test func writesTheSameBytesEachTime() {
        let node = HTMLNode.element(.p, ["class": "a", "id": "b"], "text", .element(.br))
        #expect(HTMLWriter.document(node) == HTMLWriter.document(node))
    }
}

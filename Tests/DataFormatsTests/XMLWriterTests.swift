import DataFormats
import Testing

struct XMLWriterTests {
    private func written(_ content: (XMLWriter) -> Void) -> String {
        String(decoding: XMLWriter.document(content), as: UTF8.self)
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    @Test func indentsElementsByTwoSpaces() {
        let text = written { writer in
            writer.element("a", ["z": "1", "b": "2"]) {
                writer.element("c") { writer.element("d", text: "x") }
                writer.element("e")
            }
        }
        #expect(
            text == Self.declaration + """
                <a z="1" b="2">
                  <c>
                    <d>x</d>
                  </c>
                  <e/>
                </a>

                """
        )
    }

    @Test func leavesOutWhatIsNil() {
        let text = written { writer in
            writer.element("a", ["b": nil, "c": "", "d": nil, "e": "1"]) {
                writer.element("f", text: nil)
                writer.element("g", ["h": nil])
            }
        }
        #expect(text == Self.declaration + "<a c=\"\" e=\"1\">\n  <g/>\n</a>\n")
    }

    static let hostile = [
        "", " ", "  two  spaces  ", "a\nb", "\n", "a\r\nb\rc", "\ta\t", "<&>\"'", "]]>", "<![CDATA[x]]>", "<!-- x -->",
        "&lt;", "&#10;", "%s%n",
        "é€\u{1F600}", "<\u{338}&\u{301}\"\u{200D}", "\u{FEFF}a", "\u{85}\u{2028}", "\u{7F}", "\u{202E}abc",
        "\u{E000}\u{10FFFF}",
        "a\nb\n\n  c", "Zażółć Ω", "\u{A0}",
    ]

    @Test(arguments: hostile)
    func isReadBackAsTheTextThatWasGiven(_ text: String) throws {
        let bytes = XMLWriter.document { writer in
            writer.element("a", ["b": text]) {
                writer.element("c", text: text)
                writer.element("d", ["e": text], text: text)
            }
        }
        let element = try XMLElement(parsing: bytes)
        let expected = Array(text.utf8)
        #expect(element["b"].map { Array($0.utf8) } == expected)
        #expect(element.child("c").map { Array($0.text.utf8) } == expected)
        #expect(element.child("d").map { Array($0.text.utf8) } == expected)
        #expect(element.child("d")?["e"].map { Array($0.utf8) } == expected)
    }

    @Test func writesEveryScalarSoThatItIsReadBack() throws {
        var all = ""
        var expected = ""
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            all.unicodeScalars.append(scalar)
            let isControl = value < 0x20 && ![0x09, 0x0A, 0x0D].contains(value)
            expected.unicodeScalars.append(isControl || value == 0xFFFE || value == 0xFFFF ? "\u{FFFD}" : scalar)
        }
        let element = try XMLElement(parsing: XMLWriter.document { $0.element("a", ["b": all], text: all) })
        #expect(element.text.utf8.elementsEqual(expected.utf8))
        #expect(element["b"]?.utf8.elementsEqual(expected.utf8) == true)
    }

    @Test(arguments: ["\0", "a\0b", "\u{1}", "\u{B}\u{C}", "\u{1B}[31m", "\u{1F}\u{301}", "\u{FFFE}", "\u{FFFF}"])
    func showsWhatXMLDoesNotAllowAsAReplacementCharacter(_ text: String) throws {
        let element = try XMLElement(parsing: XMLWriter.document { $0.element("a", ["b": text], text: text) })
        #expect(element.text.unicodeScalars.count == text.unicodeScalars.count)
        #expect(element.text.unicodeScalars.contains("\u{FFFD}"))
        #expect(element["b"] == element.text)
    }

    @Test func joinsTextsWrittenOneByOne() throws {
        let bytes = XMLWriter.document { writer in
            writer.element("a") {
                writer.text("b <")
                writer.text("")
                writer.text("> c")
            }
        }
        #expect(try XMLElement(parsing: bytes).text == "b <> c")
    }

    @Test func neverIndentsInsideAnElementThatHoldsText() throws {
        let text = written { writer in
            writer.element("p") {
                writer.element("q") {
                    writer.text("one ")
                    writer.element("b") { writer.element("i", text: "two") }
                    writer.text(" three")
                    writer.element("br")
                }
                writer.element("r") { writer.element("s") }
            }
        }
        #expect(
            text == Self.declaration + """
                <p>
                  <q>one <b><i>two</i></b> three<br/></q>
                  <r>
                    <s/>
                  </r>
                </p>

                """
        )
    }

    @Test func writesATextOfAMegabyte() throws {
        let long = String(repeating: "é<&\n", count: 200_000)
        let element = try XMLElement(parsing: XMLWriter.document { $0.element("a", text: long) })
        #expect(element.text == long)
    }

    private struct Stop: Error {}

    @Test func passesOnTheErrorOfItsContent() {
        #expect(throws: Stop.self) {
            try XMLWriter.document { (writer) throws(Stop) in
                try writer.element("a") { () throws(Stop) in throw Stop() }
            }
        }
    }

    @Test func writesTheSameBytesEachTime() {
        let once = XMLWriter.document { $0.element("a", ["c": "1", "b": "2"], text: "x") }
        let again = XMLWriter.document { $0.element("a", ["c": "1", "b": "2"], text: "x") }
        #expect(once == again)
    }
}

import DataFormats
import Testing

@Suite struct TextFlowTests {
    private func flows(_ text: String, _ layout: TextLayout) -> [String] {
        var flows: [String] = []
        layout.read(Array(text.utf8)) { flows.append($0.text(0..<$0.characters.count)) }
        return flows
    }

    @Test(arguments: [
        ("a b\nc\n\nd", TextLayout.plain, ["a b\nc\n", "\nd"]),
        ("a,\"b \"\"c\"\"\nd\"\ne,f,\n", .table, ["a", "b \"c\"\nd", "e", "f"]),
        ("{\"a\":[\"\\u00e9\\ud83d\\ude00\\n\",12345,12]}", .json, ["a", "é😀\n", "12345"]),
        ("<p>a<b>b</b><br>c</p>d<!-- e --><i f='g&lt;'>h", .markup, ["ab\nc", "a b\nc", " e ", "g<", "dh", "d h"]),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:tab/><w:r><w:t>b</w:t></w:r></w:p>", .officePart, ["a b"]),
        ("<c r=\"A1\"><v>12</v></c><c t=\"s\"><v>7</v></c>", .officePart, ["A1", "12", "s"]),
    ])
    func textIsReadAsAPersonSeesIt(text: String, layout: TextLayout, expected: [String]) {
        #expect(flows(text, layout) == expected)
    }

    @Test(arguments: [
        ("<a b='c'>d</a>", "a.txt", TextLayout.markup), ("[DRAFT] list", "a.txt", .plain), ("[{\"a\":1}]", "a", .json),
        ("{\"a\":1}\n{\"a\":2}", "a.ndjson", .json), ("a,b,c\n1,2,3\n4,5,6\n", "a.txt", .table), ("a", "a.csv", .table),
        ("Dear all, hello, bye\nand more\n", "a.txt", .plain), ("a|b|c\n-|-|-\n1|2|3\n", "a.md", .plain),
    ])
    func theLayoutIsFoundByLooking(text: String, name: String, layout: TextLayout) {
        #expect(TextLayout(of: Array(text.utf8), name: name) == layout)
    }

    @Test(arguments: [
        "<", "<a", "<a b", "<a b=", "<a b='", "<!--", "<![CDATA[", "<!", "</", "<?", "<style>", "<a b=c", "&", "&#",
        "&#x;",
        "&#xFFFFFFFF;", "{\"", "{\"\\", "{\"\\u", "{\"\\ud800", "\"", "\"\"\"", "a,\"", "\u{FEFF}", "<w:p><w:t>",
        "<c><v>1",
        "<style>\\", "<style>\"\\41", "<a/", "<a/=", "<=", "<!DOCTYPE html><script>",
    ])
    func noTextIsTooBrokenToRead(text: String) {
        for layout in [TextLayout.plain, .table, .json, .markup, .officePart] {
            let bytes = Array(text.utf8)
            for piece in [bytes, bytes + [0xE2], [0xF0, 0x9F] + bytes, bytes + [0xFF, 0x00]] {
                layout.read(piece) { flow in
                    #expect(flow.characters.allSatisfy { $0.end <= piece.count && $0.start <= $0.end })
                }
            }
        }
    }

    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252])
    func aTextIsBroughtBackIntoItsBytes(encoding: TextEncoding) throws {
        let bytes = try #require(RecodedText.file(of: Array("zz “é” €\r\n".utf8), encoding: encoding, mark: []))
        let text = RecodedText(bytes, encoding: encoding)
        #expect(text.utf8 == Array("zz “é” €\r\n".utf8))
        #expect(text.file(of: text.utf8) == bytes)
    }

    @Test func everyByteOfWindows1252ComesBack() {
        let bytes = (0...255).map { UInt8($0) }
        let text = RecodedText(bytes, encoding: .windows1252)
        #expect(text.file(of: text.utf8) == bytes)
        #expect(text.file(of: Array("Ł".utf8)) == nil)
    }
}

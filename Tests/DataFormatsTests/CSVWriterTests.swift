import DataFormats
import Testing

struct CSVWriterTests {
    private func written(_ records: [[String]]) -> String {
        var writer = CSVWriter()
        for record in records { writer.write(record) }
        return String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
    }

    @Test func beginsWithAByteOrderMark() {
        #expect(CSVWriter().bytes == [0xEF, 0xBB, 0xBF])
    }

    @Test func endsEachRecordWithCarriageReturnAndLineFeed() {
        #expect(Array(written([["a", "b"], ["c"]]).utf8) == Array("a,b\r\nc\r\n".utf8))
    }

    @Test(arguments: [
        ("a b", "a b"),
        ("a,b", "\"a,b\""),
        ("a;b", "\"a;b\""),
        ("a\nb", "\"a\nb\""),
        ("a\rb", "\"a\rb\""),
        ("a\r\nb", "\"a\r\nb\""),
        ("\"", "\"\"\"\""),
        ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("\"\u{301}", "\"\"\"\u{301}\""),
        (",\u{301}", "\",\u{301}\""),
        ("", ""),
    ])
    func quotesWhereTheRulesAskForIt(_ cell: String, _ expected: String) {
        #expect(Array(written([[cell]]).utf8) == Array((expected + "\r\n").utf8))
    }

    @Test(
        arguments: ["=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"],
        ["", "1+1", "\u{301}1", "\u{200D}1", "HYPERLINK(\"x\")", "\n=1"]
    )
    func putsAnApostropheBeforeWhatLooksLikeAFormula(_ start: String, _ rest: String) {
        let cell = start + rest
        #expect(Array(CSVWriter.guarded(cell).utf8) == [0x27] + Array(cell.utf8))
        #expect(records(written([["a", cell]]), delimiter: UInt8(ascii: ",")).first?.texts[1].first == "'")
    }

    @Test(arguments: ["", "a", "a=1", " =1", "1-2", "'=1", "\u{2212}5", "\u{FF1E}", "\u{EF}", "é", "\u{301}="])
    func leavesOtherCellsAlone(_ cell: String) {
        #expect(Array(CSVWriter.guarded(cell).utf8) == Array(cell.utf8))
    }

    @Test func isReadBackByTheReader() {
        var random = SeededGenerator(seed: 3)
        let alphabet = ["a", "=", ",", ";", "\"", "\n", "-", " ", "\t", "|", "é", "\u{301}", "\u{1F600}", "'"]
        for _ in 0..<1_000 {
            let table = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (0..<Int.random(in: 2...4, using: &random)).map { _ in
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    }.joined()
                }
            }
            var writer = CSVWriter()
            for record in table { writer.write(record) }
            let found = records(DecodedText(writer.bytes).utf8, delimiter: UInt8(ascii: ","))
            let expected = table.map { $0.map { Array(CSVWriter.guarded($0).utf8) } }
            #expect(found.map { $0.texts.map { Array($0.utf8) } } == expected)
            #expect(found.flatMap(\.faults) == [])
        }
    }
}

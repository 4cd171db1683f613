import DataFormats
import Testing

struct JSONLinesTests {
    /// What each line gives: the place and the kind of its value, or the place of its fault.
    private func lines(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) -> [String] {
        JSONLines(bytes, limits: limits).map { line in
            switch line {
            case .success(let node):
                switch node.value {
                case .number(let text): "\(node.line):\(node.column) \(text)"
                case .string(let text): "\(node.line):\(node.column) '\(text)'"
                case .object(let members): "\(node.line):\(node.column) {\(members.map(\.name).joined(separator: " "))}"
                default: "\(node.line):\(node.column) other"
                }
            case .failure(let fault): "\(fault.line):\(fault.column) ! \(fault.message)"
            }
        }
    }

    @Test(arguments: [
        ("", []), ("\n\n", []), ("1", ["1:1 1"]), ("1\n", ["1:1 1"]),
        ("1\n2\r\n3\r4", ["1:1 1", "2:1 2", "3:1 3", "4:1 4"]),
        ("\n \t\n{\"a\":1}\r\n\r\n  {\"b\":2,\"c\":3}  \n", ["3:1 {a}", "5:3 {b c}"]),
        ("\u{1E}1\n\u{1E}2\n", ["1:2 1", "2:2 2"]), ("\u{1E}\u{1E} 1\n\u{1E}\n", ["1:4 1"]),
        ("\"\u{2028}\u{85}\"\n2", ["1:1 '\u{2028}\u{85}'", "2:1 2"]), ("\u{FEFF}1\n2", ["1:1 1", "2:1 2"]),
    ])
    func readsEachLine(_ text: String, _ expected: [String]) {
        #expect(lines(Array(text.utf8)) == expected)
    }

    @Test func losesNothingButTheFaultyLine() {
        let text = "{\"a\":1}\n{\"b\":\n{\"c\":3}\n\"x\n[1,]\n{} {}\n{\"d\":4}\n1\u{1E}"
        #expect(
            lines(Array(text.utf8)) == [
                "1:1 {a}", "2:6 ! the document ends where a value is expected", "3:1 {c}",
                "4:1 ! a string is never closed", "5:4 ! no value follows the comma",
                "6:4 ! text stands behind the end of the document", "7:1 {d}",
                "8:2 ! text stands behind the end of the document",
            ]
        )
        let broken = Array("1\n\"a".utf8) + [0xE2, 0x82] + Array("\n3".utf8)
        #expect(lines(broken) == ["1:1 1", "2:3 ! the text is not valid UTF-8", "3:1 3"])
    }

    @Test func keepsTheLimitsForEachLine() {
        #expect(
            lines(Array("[1]\n[1,2]\n[[1]]\n4".utf8), limits: JSONLimits(depth: 1, values: 2)) == [
                "1:1 other", "2:4 ! the document has too many values", "3:2 ! nested too deeply", "4:1 4",
            ]
        )
    }

    @Test func readsUTF16() {
        let wide = "\u{FEFF}\"é\"\n2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(lines(wide) == ["1:1 'é'", "2:1 2"])
        #expect(lines([0xFF, 0xFE, 0x31]) == ["1:1 ! the document is not valid UTF-16"])
    }

    @Test func readsManyLines() {
        let text = (1...50_000).map { $0 % 10 == 0 ? "{" : "{\"n\":\($0)}" }.joined(separator: "\n")
        var (right, faulty) = (0, 0)
        for (index, line) in JSONLines(Array(text.utf8)).enumerated() {
            switch line {
            case .success(let node):
                if node.line == index + 1, node.member("n")?.value == .number("\(index + 1)") { right += 1 }
            case .failure(let fault): if fault.line == index + 1, (index + 1) % 10 == 0 { faulty += 1 }
            }
        }
        #expect((right, faulty) == (45_000, 5_000))
    }

    @Test func survivesWhateverAMutationMakesOfAFile() {
        var generator = SeededGenerator(seed: 43)
        let original = Array("{\"a\": \"é\"}\r\n\u{1E}[1, 2]\n\n\"\\ud83d\\ude00\"\n".utf8)
        for _ in 0..<3_000 {
            var bytes = original
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            for line in JSONLines(bytes) {
                switch line {
                case .success(let node): #expect((1...10).contains(node.line))
                case .failure(let fault): #expect((1...10).contains(fault.line))
                }
            }
        }
    }
}

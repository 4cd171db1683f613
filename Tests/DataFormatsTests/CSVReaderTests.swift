@testable import DataFormats
import Testing

struct CSVReaderTests {
    struct Case: Sendable, Identifiable, CustomTestStringConvertible {
        let id: String
        let text: String
        let cells: [[String]]
        var faults: [CSVRecord.Fault] = []

        var testDescription: String { id }
    }

    // MARK: Quotes and places

    @Test(arguments: [
        Case(id: "nothing at all", text: "", cells: []),
        Case(id: "one cell", text: "a", cells: [["1:1 a"]]),
        Case(id: "one line end", text: "\n", cells: [["1:1 "]]),
        Case(id: "one line end of two bytes", text: "\r\n", cells: [["1:1 "]]),
        Case(id: "no line end at the end", text: "a,b\nc,d", cells: [["1:1 a", "1:3 b"], ["2:1 c", "2:3 d"]]),
        Case(id: "a separator as the last byte", text: "a,", cells: [["1:1 a", "1:3 "]]),
        Case(id: "nothing but separators", text: ",,", cells: [["1:1 ", "1:2 ", "1:3 "]]),
        Case(id: "separators behind the last cell", text: "a,,\nb", cells: [["1:1 a", "1:3 ", "1:4 "], ["2:1 b"]]),
        Case(id: "blank lines", text: "\na\n\nb\n\n", cells: [["1:1 "], ["2:1 a"], ["3:1 "], ["4:1 b"], ["5:1 "]]),
        Case(id: "every kind of line end", text: "a\r\nb\rc\nd", cells: [["1:1 a"], ["2:1 b"], ["3:1 c"], ["4:1 d"]]),
        Case(id: "carriage returns alone", text: "a,b\r\rc\r", cells: [["1:1 a", "1:3 b"], ["2:1 "], ["3:1 c"]]),
        Case(id: "line ends the wrong way round", text: "a\n\rb", cells: [["1:1 a"], ["2:1 "], ["3:1 b"]]),
        Case(
            id: "unlike lengths",
            text: "a\nb,c,d\ne,f",
            cells: [["1:1 a"], ["2:1 b", "2:3 c", "2:5 d"], ["3:1 e", "3:3 f"]]
        ),
        Case(id: "quoted cells", text: #""a","b, c",d"#, cells: [["1:1 a", "1:5 b, c", "1:12 d"]]),
        Case(id: "empty quoted cells", text: #""","""#, cells: [["1:1 ", "1:4 "]]),
        Case(id: "doubled quotes", text: #""a ""b"" c",d"#, cells: [[#"1:1 a "b" c"#, "1:13 d"]]),
        Case(id: "nothing but a doubled quote", text: #"""""\#n"""""""#, cells: [[#"1:1 ""#], [#"2:1 """#]]),
        Case(id: "spaces behind a closing quote", text: #""a"  ,b"#, cells: [["1:1 a", "1:7 b"]]),
        Case(id: "spaces that belong to the text", text: #"" a ", b "#, cells: [["1:1  a ", "1:7  b "]]),
        Case(
            id: "a quote inside an unquoted cell",
            text: #"5" pipe,say "hi""#,
            cells: [[#"1:1 5" pipe"#, #"1:9 say "hi""#]]
        ),
        Case(id: "a space before a quote", text: #" "a",b"#, cells: [[#"1:1  "a""#, "1:6 b"]]),
        Case(id: "columns in bytes", text: "é,€,\u{1F600},b", cells: [["1:1 é", "1:4 €", "1:8 \u{1F600}", "1:13 b"]]),
        Case(id: "a combining mark behind a separator", text: "a,\u{301}b", cells: [["1:1 a", "1:3 \u{301}b"]]),
        Case(
            id: "a combining mark behind a quote",
            text: "\"a,b\"\u{301},c",
            cells: [["1:1 a,b\u{301}", "1:9 c"]],
            faults: [.textAfterQuote(line: 1, column: 1)]
        ),
    ])
    func readsCellsAndTheirPlaces(_ example: Case) {
        let found = records(example.text, delimiter: UInt8(ascii: ","))
        #expect(found.map(\.placedTexts) == example.cells)
        #expect(found.flatMap(\.faults) == example.faults)
    }

    @Test(arguments: ["\n", "\r", "\r\n"])
    func countsQuotedLineEndsOnceAndKeepsThemAsLineFeeds(_ end: String) {
        let text = "\"a\(end)b\(end)\(end)c\",d,\"e\(end)f\"\(end)g,h\(end)"
        let found = records(text, delimiter: UInt8(ascii: ","))
        #expect(found.map(\.placedTexts) == [["1:1 a\nb\n\nc", "4:4 d", "4:6 e\nf"], ["6:1 g", "6:3 h"]])
        #expect(found.map(\.line) == [1, 6])
        #expect(found.flatMap(\.faults) == [])
    }

    @Test func countsMixedQuotedLineEnds() {
        let found = records("\"\r\r\n\n\n\r\",a\nb", delimiter: UInt8(ascii: ","))
        #expect(found.map(\.placedTexts) == [["1:1 \n\n\n\n\n", "6:3 a"], ["7:1 b"]])
    }

    @Test(arguments: [
        Case(
            id: "text",
            text: #""a"b,c"#,
            cells: [["1:1 ab", "1:6 c"]],
            faults: [.textAfterQuote(line: 1, column: 1)]
        ),
        Case(
            id: "a second quoted text",
            text: #"x,"a" "b",c"#,
            cells: [["1:1 x", #"1:3 a "b""#, "1:11 c"]],
            faults: [.textAfterQuote(line: 1, column: 3)]
        ),
        Case(
            id: "a lone quote",
            text: #""a" ","b""#,
            cells: [[#"1:1 a ""#, "1:7 b"]],
            faults: [.textAfterQuote(line: 1, column: 1)]
        ),
        Case(
            id: "text behind two lines",
            text: "\"a\nb\"c,d",
            cells: [["1:1 \"a"], ["2:1 b\"c", "2:5 d"]],
            faults: [.unclosedQuote(line: 1, column: 1)]
        ),
        Case(
            id: "two cells of one record",
            text: #""a"b,"c"d"#,
            cells: [["1:1 ab", "1:6 cd"]],
            faults: [.textAfterQuote(line: 1, column: 1), .textAfterQuote(line: 1, column: 6)]
        ),
    ])
    func keepsTextBehindAClosingQuote(_ example: Case) {
        let found = records(example.text, delimiter: UInt8(ascii: ","))
        #expect(found.map(\.placedTexts) == example.cells)
        #expect(found.flatMap(\.faults) == example.faults)
    }

    // MARK: Quotes never closed

    @Test(arguments: [
        Case(
            id: "a quote and nothing else",
            text: "\"",
            cells: [["1:1 \""]],
            faults: [.unclosedQuote(line: 1, column: 1)]
        ),
        Case(
            id: "in the first cell",
            text: "a,b\n\"c,d\ne,f\n",
            cells: [["1:1 a", "1:3 b"], ["2:1 \"c", "2:4 d"], ["3:1 e", "3:3 f"]],
            faults: [.unclosedQuote(line: 2, column: 1)]
        ),
        Case(
            id: "in the last record",
            text: "a,b\r\nc,\"d",
            cells: [["1:1 a", "1:3 b"], ["2:1 c", "2:3 \"d"]],
            faults: [.unclosedQuote(line: 2, column: 3)]
        ),
        Case(
            id: "before doubled quotes",
            text: "\"a \"\"b\"\",c\nd,e",
            cells: [["1:1 \"a \"\"b\"\"", "1:10 c"], ["2:1 d", "2:3 e"]],
            faults: [.unclosedQuote(line: 1, column: 1)]
        ),
        Case(
            id: "behind a good quoted cell",
            text: "\"a, b\",\"c,d\ne,f",
            cells: [["1:1 a, b", "1:8 \"c", "1:11 d"], ["2:1 e", "2:3 f"]],
            faults: [.unclosedQuote(line: 1, column: 8)]
        ),
        Case(
            id: "behind a cell of two lines",
            text: "\"a\nb\",\"c\nd,e",
            cells: [["1:1 a\nb", "2:4 \"c"], ["3:1 d", "3:3 e"]],
            faults: [.unclosedQuote(line: 2, column: 4)]
        ),
        Case(
            id: "behind text after a quote",
            text: "\"a\"x,\"b\nc",
            cells: [["1:1 ax", "1:6 \"b"], ["2:1 c"]],
            faults: [.textAfterQuote(line: 1, column: 1), .unclosedQuote(line: 1, column: 6)]
        ),
        Case(
            id: "before good empty quotes",
            text: "\"a\n\"\",b\nc,\"\"",
            cells: [["1:1 \"a"], ["2:1 ", "2:4 b"], ["3:1 c", "3:3 "]],
            faults: [.unclosedQuote(line: 1, column: 1)]
        ),
    ])
    func readsTheRestOfTheFileBehindAQuoteNeverClosed(_ example: Case) {
        let found = records(example.text, delimiter: UInt8(ascii: ","))
        #expect(found.map(\.placedTexts) == example.cells)
        #expect(found.flatMap(\.faults) == example.faults)
    }

    @Test(arguments: [200, 201])
    func staysFastAndLosesNothingWithManyStrayQuotes(_ count: Int) {
        let filling = String(repeating: "word ", count: 200)
        let text = (1...count).map { "\($0),\"\(filling)<\($0)>\n" }.joined()
        let found = records(text)
        let all = found.flatMap(\.texts).joined(separator: "\n")
        for number in 1...count { #expect(all.contains("<\(number)>")) }
        // Each is told, up to the hundred for which the rest of the file is searched.
        let unclosed = found.flatMap(\.faults).filter { if case .unclosedQuote = $0 { true } else { false } }
        #expect(unclosed.count == 100)
        #expect(found.count == count)
    }

    @Test func staysFastWhenALongFileFollowsAQuoteNeverClosed() {
        let text = "\"a\n" + String(repeating: "b,\"\",\"\"\"\"\n", count: 20_000)
        let found = records(text, delimiter: UInt8(ascii: ","))
        #expect(found.count == 20_001)
        #expect(found.last?.placedTexts == ["20001:1 b", "20001:3 ", "20001:6 \""])
    }

    // MARK: Size

    @Test func readsFiveHundredColumns() throws {
        let header = (1...500).map(String.init).joined(separator: ";")
        let found = records("\(header)\n\(header)\n")
        #expect(found.map(\.cells.count) == [500, 500])
        let last = try #require(found.last?.cells.last)
        #expect(last == CSVCell(text: "500", line: 2, column: header.utf8.count - 2))
    }

    @Test func readsACellOfAMegabyte() throws {
        let long = String(repeating: "1234567\n", count: 131_072)
        let found = records("a,\"\(long)\",b\nc,d,e")
        #expect(found.map(\.cells.count) == [3, 3])
        let (first, last) = try (#require(found.first), #require(found.last))
        #expect(first.cells.dropFirst().first?.text == long)
        #expect(first.cells.last == CSVCell(text: "b", line: 131_073, column: 3))
        #expect(last.line == 131_074)
    }

    // MARK: Blank

    @Test(arguments: [("", true), (",,", true), (" ,\t", true), ("\" \n \"", true), ("a", false), ("\u{A0}", false)])
    func knowsABlankRecord(_ text: String, _ isBlank: Bool) throws {
        let record = try #require(records(text + "\n", delimiter: UInt8(ascii: ",")).first)
        #expect(record.isBlank == isBlank)
    }

    @Test func hasNoRecordInAFileThatIsOnlyAByteOrderMark() {
        #expect(records(DecodedText([0xEF, 0xBB, 0xBF]).utf8).isEmpty)
    }

    @Test func staysAtTheEnd() {
        var reader = CSVReader(Array("a".utf8))
        #expect(reader.next() != nil)
        #expect(reader.next() == nil)
        #expect(reader.next() == nil)
    }

    // MARK: The separator

    @Test(arguments: CSVReader.delimiters)
    func findsTheSeparatorByLooking(_ delimiter: UInt8) {
        let mark = String(decoding: [delimiter], as: UTF8.self)
        let text = ["Date,Event,Source", "1,a,b", "2,c,d", ""].joined(separator: "\n").map {
            $0 == "," ? mark : String($0)
        }
        let reader = CSVReader(Array(text.joined().utf8))
        #expect(reader.delimiter == delimiter)
        #expect(
            records(text.joined()).map(\.texts) == [["Date", "Event", "Source"], ["1", "a", "b"], ["2", "c", "d"]]
        )
    }

    struct Guess: Sendable, Identifiable, CustomTestStringConvertible {
        let id: String
        let text: String
        let delimiter: Character

        var testDescription: String { id }
    }

    @Test(arguments: [
        Guess(id: "nothing to go by", text: "Event\na\nb\n", delimiter: ","),
        Guess(id: "an empty file", text: "", delimiter: ","),
        Guess(id: "blank lines only", text: "\n\n\n", delimiter: ","),
        Guess(id: "a tie", text: "a,b;c\n", delimiter: ","),
        Guess(id: "a tie of semicolon and tab", text: "a\tb;c\n", delimiter: ";"),
        Guess(id: "a tie of tab and bar", text: "a|b\tc\n", delimiter: "\t"),
        Guess(id: "longer records settle a tie", text: "a,b|c|d\n", delimiter: "|"),
        Guess(id: "commas in some texts", text: "Date;Event\n1;a, b\n2;c, d, e\n3;f\n4;g\n", delimiter: ";"),
        Guess(id: "a comma in every text", text: "Date;Event\n1;a, b\n2;c, d\n3;e, f\n", delimiter: ";"),
        Guess(id: "a title before the table", text: "Chronology, draft\n\nDate;Event\n1;a\n2;b\n", delimiter: ";"),
        Guess(id: "quoted separators", text: "Date,Event\n1,\"a;b;c\"\n2,\"d;e;f\"\n", delimiter: ","),
        Guess(id: "unlike lengths", text: "a;b;c\nd;e\nf;g;h\ni\n", delimiter: ";"),
        Guess(id: "carriage returns alone", text: "Date;Event\r1;a, b\r2;c\r", delimiter: ";"),
        Guess(
            id: "commas in quoted texts of several lines",
            text: "Date;Event\n1;\"Visit, seen\nhome, clean\nschool, fine\"\n",
            delimiter: ";"
        ),
        Guess(
            id: "semicolons in quoted texts of several lines",
            text: "Date,Event\n1,\"Visit; seen\nhome; clean\nschool; fine\"\n",
            delimiter: ","
        ),
        Guess(
            id: "a text longer than what is looked at",
            text: "Date,Event\n1,\"" + String(repeating: "seen; clean\n", count: 3_000) + "\"\n2,b\n",
            delimiter: ","
        ),
        Guess(
            id: "a text longer than what is looked at, with commas",
            text: "Date;Event\n1;\"" + String(repeating: "seen, clean\n", count: 3_000) + "\"\n2;b\n",
            delimiter: ";"
        ),
    ])
    func looksAtWholeRecordsToFindTheSeparator(_ example: Guess) {
        let reader = CSVReader(Array(example.text.utf8))
        #expect(reader.delimiter == example.delimiter.asciiValue)
    }

    @Test(arguments: ["\n", "\r", "\r\n"], [",", ";", "\t", "|", "^"])
    func obeysTheLineThatStatesTheSeparator(_ end: String, _ mark: String) {
        let found = records("sep=\(mark)\(end)a\(mark)b:c\(end)d")
        #expect(found.map(\.placedTexts) == [["2:1 a", "2:3 b:c"], ["3:1 d"]])
    }

    @Test func prefersTheSeparatorGivenToTheOneStated() {
        let reader = CSVReader(Array("sep=;\na;b,c\n".utf8), delimiter: UInt8(ascii: ","))
        #expect(reader.delimiter == UInt8(ascii: ","))
        #expect(records("sep=;\na;b,c\n", delimiter: UInt8(ascii: ",")).map(\.placedTexts) == [["2:1 a;b", "2:5 c"]])
    }

    @Test(arguments: ["sep=;", "sep=;\n", "sep=;\r\n"])
    func hasNoRecordWhenOnlyTheSeparatorIsStated(_ text: String) {
        #expect(records(text).isEmpty)
    }

    @Test(arguments: ["sep=\na", "sep=;;\na", "sep;\na", " sep=;\na", "sep=é\na"])
    func takesALineThatOnlyResemblesTheStatementAsText(_ text: String) {
        #expect(records(text, delimiter: UInt8(ascii: ",")).first?.line == 1)
    }

    @Test(arguments: [",", ";", "|", "a", " ", "\""])
    func losesNothingWhateverSeparatorIsStated(_ mark: String) {
        let words = ["one", "two", "three", "four"]
        let found = records("sep=\(mark)\n\"one\"\(mark)two\n\(mark)three\"\(mark)\"four\n")
        let text = found.flatMap(\.texts).joined()
        #expect(words.allSatisfy { text.contains($0) || mark == "a" })
    }

    // MARK: Properties

    /// Counts the line on which each byte of a text stands.
    private func lines(of bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0D || byte == 0x0A {
                let isSecondHalf = byte == 0x0A && index > 0 && bytes[index - 1] == 0x0D
                if !isSecondHalf { lines.append([]) }
            } else {
                lines[lines.count - 1].append(byte)
            }
        }
        return lines
    }

    @Test func losesNoLetterAndMistakesNoPlaceInAnyMuddle() throws {
        var random = SeededGenerator(seed: 1)
        let alphabet = Array("ab,,;\"\"\"\n\r \t".utf8)
        for _ in 0..<4_000 {
            let length = Int.random(in: 0...40, using: &random)
            let bytes = (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            let found = records(bytes, delimiter: UInt8(ascii: ","))
            let letters = found.flatMap(\.texts).joined().utf8.filter { $0 == 0x61 || $0 == 0x62 }
            #expect(letters.elementsEqual(bytes.filter { $0 == 0x61 || $0 == 0x62 }))
            let lines = lines(of: bytes)
            for cell in found.flatMap(\.cells) {
                let line = try #require(lines.indices.contains(cell.line - 1) ? lines[cell.line - 1] : nil)
                #expect(line.count >= cell.column - 1, "\(bytes)")
                let (before, rest) = (line.prefix(cell.column - 1), line.dropFirst(cell.column - 1))
                #expect(before.last == (cell.column == 1 ? nil : UInt8(ascii: ",")), "\(bytes)")
                #expect(rest.first == UInt8(ascii: "\"") || rest.starts(with: cell.text.utf8), "\(bytes)")
            }
        }
    }

    @Test func readsBackAnyTableThatWasQuotedByTheRules() {
        var random = SeededGenerator(seed: 2)
        let alphabet = ["a", ",", ";", "\"", "\n", " ", "é", "\u{301}", "|", "\t", "sep=;"]
        for _ in 0..<1_000 {
            let table = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    }.joined()
                }
            }
            let text = table.map { record in
                record.map { cell in
                    "\"" + String(decoding: cell.utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }, as: UTF8.self)
                        + "\""
                }.joined(separator: ";") + "\r\n"
            }.joined()
            let found = records(text, delimiter: UInt8(ascii: ";"))
            #expect(found.map { $0.texts.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
            #expect(found.flatMap(\.faults) == [])
        }
    }
}

@testable import DataFormats
import Testing

struct JSONNodeTests {
    // MARK: What is taken

    @Test(arguments: [
        ("null", "null"), ("true", "true"), ("false", "false"), (" \t\r\n null \t\r\n ", "null"),
        ("0", "0"), ("-0", "-0"), ("12", "12"), ("-1.50", "-1.50"), ("1E400", "1E400"), ("1e+05", "1e+05"),
        ("0.0e-0", "0.0e-0"), ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("\"\"", "''"), ("\"a b\"", "'a b'"), ("[]", "[]"), ("[ ]", "[]"), ("{}", "{}"), ("{\n}", "{}"),
        ("[1, [2], {\"a\": null}]", "[1,[2],{'a':null}]"), ("[\"\",\"a\"]", "['','a']"),
        ("{\"\":0}", "{'':0}"), ("{\"b\":1,\"a\":[]}", "{'b':1,'a':[]}"), ("{\"a\":1,\"a\":2}", "{'a':1,'a':2}"),
        ("\"\u{7F}\"", "'\u{7F}'"), ("\"é€\u{1F600}\"", "'é€\u{1F600}'"),
        ("\"\u{2028}\u{85}\"", "'\u{2028}\u{85}'"),
        (#""\"\\\/\b\f\n\r\t""#, "'\"\\/\u{8}\u{C}\n\r\t'"), (#""\u0041\u00e9\u20AC""#, "'Aé€'"),
        (#""\u0000""#, "'\0'"), (#""\ud83d\uDE00 b""#, "'\u{1F600} b'"), (#""\ufeff\uFFFD""#, "'\u{FEFF}\u{FFFD}'"),
        (#""a\\""#, "'a\\'"), (#""\\u0041""#, #"'\u0041'"#), (#""\n""#, "'\n'"),
    ])
    func takes(_ text: String, _ value: String) throws {
        #expect(try Array(shape(JSONNode(parsing: Array(text.utf8))).utf8) == Array(value.utf8))
    }

    @Test func saysWhereEachValueStands() throws {
        let text = "\n{\"é\" :\r\n  [1,\r\t\"a\"],\n\n \"b\": {\"c\":true}}"
        let root = try JSONNode(parsing: Array(text.utf8))
        #expect(places(root) == ["2:1", "3:3", "3:4", "4:2", "6:7", "6:12"])
    }

    @Test func findsTheFirstMemberOfAName() throws {
        let root = try JSONNode(parsing: Array(#"{"a":1,"b":2,"a":3,"é":4,"e\u0301":5}"#.utf8))
        #expect(root.member("a")?.value == .number("1"))
        #expect(root.member("e\u{301}")?.value == .number("5"))
        #expect(root.member("c") == nil)
        #expect(root.members.count == 5)
        #expect(JSONNode(.array([]), line: 1, column: 1).member("a") == nil)
    }

    @Test(arguments: [
        (#"{"a":1,"a":1}"#, true), (#"{"a":1,"\u0061":2}"#, true), (#"{"a":1,"A":2}"#, false), ("{}", false),
        (#"{"é":1,"e\u0301":2}"#, false), (#"[{"a":1,"a":2}]"#, false),
    ])
    func seesTwoMembersOfOneName(_ text: String, _ hasDuplicates: Bool) throws {
        #expect(try JSONNode(parsing: Array(text.utf8)).hasDuplicateNames == hasDuplicates)
    }

    @Test func offersWhatItHoldsByKind() throws {
        let root = try JSONNode(parsing: Array(#"["a", {"b": 1}, 2]"#.utf8))
        #expect(root.elements.map(\.string) == ["a", nil, nil])
        #expect(root.elements.map(\.members.count) == [0, 1, 0])
        #expect(root.elements.map(\.elements.count) == [0, 0, 0])
        #expect(root.string == nil)
    }

    // MARK: What is refused

    @Test(arguments: [
        ("", "1:1 the document is empty"), (" \n ", "2:2 the document is empty"),
        ("nul", "1:1 expected a value"), ("Null", "1:1 expected a value"), ("NaN", "1:1 expected a value"),
        ("[Infinity]", "1:2 expected a value"), ("[-Infinity]", "1:3 expected a figure of a number"),
        ("undefined", "1:1 expected a value"), ("'a'", "1:1 expected a value"), ("// a\n1", "1:1 expected a value"),
        ("[1 /* a */]", "1:4 expected a comma or ']'"), ("truefalse", "1:5 text stands behind the end of the document"),
        ("1 2", "1:3 text stands behind the end of the document"),
        ("{}\n}", "2:1 text stands behind the end of the document"),
        ("12\0", "1:3 text stands behind the end of the document"), ("\u{A0}1", "1:1 expected a value"),
        ("01", "1:2 a figure stands behind a leading zero"), ("-012", "1:3 a figure stands behind a leading zero"),
        ("-", "1:2 expected a figure of a number"), ("1.", "1:3 expected a figure of a number"),
        ("1.e1", "1:3 expected a figure of a number"), ("1e", "1:3 expected a figure of a number"),
        ("1e+", "1:4 expected a figure of a number"), ("1e+-1", "1:4 expected a figure of a number"),
        ("+1", "1:1 expected a value"), (".5", "1:1 expected a value"),
        ("0x10", "1:2 text stands behind the end of the document"), ("[1,2", "1:5 expected a comma or ']'"),
        ("1_000", "1:2 text stands behind the end of the document"), ("--1", "1:2 expected a figure of a number"),
        ("[", "1:2 the document ends where a value is expected"),
        ("[1,", "1:4 the document ends where a value is expected"), ("[1,]", "1:4 no value follows the comma"),
        ("[,1]", "1:2 expected a value"), ("[1,,2]", "1:4 expected a value"), ("[1 2]", "1:4 expected a comma or ']'"),
        ("[1}", "1:3 expected a comma or ']'"), ("]", "1:1 expected a value"),
        ("{", "1:2 expected a name in double quotes"), ("{a:1}", "1:2 expected a name in double quotes"),
        ("{1:1}", "1:2 expected a name in double quotes"), ("{\"a\"}", "1:5 expected a colon behind the name"),
        ("{\"a\" 1}", "1:6 expected a colon behind the name"),
        ("{\"a\":", "1:6 the document ends where a value is expected"), ("{\"a\":}", "1:6 expected a value"),
        ("{\"a\":1", "1:7 expected a comma or '}'"), ("{\"a\":1]", "1:7 expected a comma or '}'"),
        ("{\"a\":1,}", "1:8 no member follows the comma"), ("{\"a\":1,,}", "1:8 expected a name in double quotes"),
        ("{\"a\":1,", "1:8 expected a name in double quotes"), ("{,}", "1:2 expected a name in double quotes"),
        ("\"", "1:1 a string is never closed"), ("[\n \"a", "2:2 a string is never closed"),
        ("\"a\nb\"", "1:3 a string is not closed on its line"), ("\"a\rb\"", "1:3 a string is not closed on its line"),
        ("\"a\tb\"", "1:3 a control character stands in a string"),
        ("\"\u{1}\"", "1:2 a control character stands in a string"),
        ("\"a\0\"", "1:3 a control character stands in a string"),
        (#""a\"#, "1:4 the document ends in a string"), (#""\x41""#, "1:2 an unknown escape stands in a string"),
        (#""\'""#, "1:2 an unknown escape stands in a string"),
        (#""\U0041""#, "1:2 an unknown escape stands in a string"),
        (#""\u00""#, "1:6 expected four hexadecimal figures"), (#""\u00g0""#, "1:6 expected four hexadecimal figures"),
        (#""\u-001""#, "1:4 expected four hexadecimal figures"), (#""\u004"#, "1:7 expected four hexadecimal figures"),
        (#""a\ud83d""#, "1:3 half of a surrogate pair stands in a string"),
        (#""\ud83d\n""#, "1:2 half of a surrogate pair stands in a string"),
        (#""\ud83d\ud83d""#, "1:2 half of a surrogate pair stands in a string"),
        (#""\ude00\ud83d""#, "1:2 half of a surrogate pair stands in a string"),
        (#""\ud83d\u0041""#, "1:2 half of a surrogate pair stands in a string"),
        (#""\ud83d\u00""#, "1:12 expected four hexadecimal figures"),
        ("é", "1:1 expected a value"), ("[\"é\", é]", "1:8 expected a value"),
    ])
    func refuses(_ text: String, _ complaint: String) {
        #expect(self.complaint(Array(text.utf8)) == complaint)
    }

    @Test(arguments: [
        [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xFF], [0xF0, 0x9F, 0x98],
    ])
    func refusesInvalidUTF8InAString(_ bytes: [UInt8]) {
        let text = Array("[\n\"é".utf8) + bytes + Array("\"]".utf8)
        #expect(complaint(text) == "2:4 the text is not valid UTF-8")
    }

    @Test func refusesAStringCutInsideACharacter() {
        #expect(complaint(Array("\"a".utf8) + [0xE2, 0x82]) == "1:3 the text is not valid UTF-8")
    }

    // MARK: Encodings

    @Test func passesOverAByteOrderMark() throws {
        let root = try JSONNode(parsing: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
        #expect(places(root) == ["1:1", "1:2"])
        #expect(complaint([0xEF, 0xBB, 0xBF]) == "1:1 the document is empty")
        #expect(complaint([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x31]) == "1:1 expected a value")
    }

    @Test(arguments: [true, false], [true, false])
    func readsUTF16(isLittleEndian: Bool, hasMark: Bool) throws {
        let text = "{\"é\":\n\"\u{1F600}\"}"
        let root = try JSONNode(parsing: utf16((hasMark ? "\u{FEFF}" : "") + text, isLittleEndian: isLittleEndian))
        #expect(shape(root) == "{'é':'\u{1F600}'}")
        #expect(places(root) == ["1:1", "2:1"])
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x22, 0, 0x00, 0xD8, 0x22, 0], [0xFF, 0xFE, 0x31, 0, 0x32], [0xFE, 0xFF, 0, 0],
        [0x31, 0, 0, 0], [0, 0x22, 0xDC, 0, 0, 0x22],
    ])
    func refusesFaultyUTF16(_ bytes: [UInt8]) {
        #expect(complaint(bytes) == "1:1 the document is not valid UTF-16")
    }

    // MARK: Hostile documents

    @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
    func goesAsDeepAsIsAllowed(_ open: String, _ close: String) throws {
        let deep = String(repeating: open, count: 64) + "0" + String(repeating: close, count: 64)
        _ = try JSONNode(parsing: Array(deep.utf8))
        let deeper = String(repeating: open, count: 65) + "0" + String(repeating: close, count: 65)
        #expect(complaint(Array(deeper.utf8)) == "1:\(64 * open.utf8.count + 1) nested too deeply")
        _ = try JSONNode(parsing: Array(deeper.utf8), limits: JSONLimits(depth: 65))
    }

    @Test(arguments: [64, .max])
    func refusesTenThousandLevels(_ depth: Int) {
        let deep = Array(String(repeating: "[{\"a\":", count: 5_000).utf8)
        let fault = #expect(throws: JSONFault.self) { try JSONNode(parsing: deep, limits: JSONLimits(depth: depth)) }
        #expect(fault?.message == "nested too deeply")
        let closed = deep + Array(("1" + String(repeating: "}]", count: 5_000)).utf8)
        #expect(throws: JSONFault.self) { try JSONNode(parsing: closed, limits: JSONLimits(depth: depth)) }
    }

    @Test func refusesMoreValuesThanAllowed() throws {
        _ = try JSONNode(parsing: Array("[1,2]".utf8), limits: JSONLimits(values: 3))
        let fault = #expect(throws: JSONFault.self) {
            try JSONNode(parsing: Array("[1,\n2]".utf8), limits: JSONLimits(values: 2))
        }
        #expect(fault == JSONFault(message: "the document has too many values", line: 2, column: 1))
    }

    @Test func readsStringsOfAMegabyte() throws {
        let plain = String(repeating: "é23456\u{1F600}", count: 87_382)
        let escaped = String(repeating: #"\n\u00e9\ud83d\ude00"#, count: 50_000)
        let root = try JSONNode(parsing: Array("[\"\(plain)\",\"\(escaped)\"]".utf8))
        #expect(root.elements.first?.string == plain)
        #expect(root.elements.last?.string == String(repeating: "\né\u{1F600}", count: 50_000))
        #expect(root.elements.last?.column == plain.utf8.count + 5)
    }

    @Test func survivesWhateverAMutationMakesOfADocument() {
        var generator = SeededGenerator(seed: 41)
        let original = Array(
            #"{"a": [1, -2.5e3, "b\n\u00e9\ud83d\ude00é€"], "c": {"d": null, "e": [true, false]}}"#.utf8
        )
        let spice = Array("[]{}\":,\\u0d8e-+.\u{1F600}\n\r".utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
        var taken = 0
        for _ in 0..<10_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = spice.randomElement(using: &generator) ?? 0
                case 1: bytes.insert(spice.randomElement(using: &generator) ?? 0, at: place)
                case 2: if bytes.count > 1 { bytes.remove(at: place) }
                default: bytes.removeSubrange(max(place, 1)...)
                }
            }
            do {
                let node = try JSONNode(parsing: bytes)
                taken += 1
                #expect(node.line >= 1)
            } catch {
                #expect((1...5).contains(error.line) && (1...bytes.count + 1).contains(error.column))
            }
        }
        #expect((100..<9_900).contains(taken))
    }

    // MARK: Helpers

    private func complaint(_ bytes: [UInt8]) -> String? {
        do throws(JSONFault) {
            _ = try JSONNode(parsing: bytes)
            return nil
        } catch {
            return "\(error.line):\(error.column) \(error.message)"
        }
    }

    private func shape(_ node: JSONNode) -> String {
        switch node.value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let text): text
        case .string(let text): "'\(text)'"
        case .array(let elements): "[\(elements.map(shape).joined(separator: ","))]"
        case .object(let members): "{\(members.map { "'\($0.name)':\(shape($0.node))" }.joined(separator: ","))}"
        }
    }

    private func places(_ node: JSONNode) -> [String] {
        ["\(node.line):\(node.column)"] + (node.elements + node.members.map(\.node)).flatMap(places)
    }

    private func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittleEndian ? bytes : bytes.reversed()
        }
    }
}

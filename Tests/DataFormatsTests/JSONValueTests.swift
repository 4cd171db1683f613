import DataFormats
import Foundation
import Testing

struct JSONValueTests {
    @Test(arguments: [
        (JSONValue.null, "null"),
        (.bool(true), "true"),
        (.bool(false), "false"),
        (.number(0), "0"),
        (.number(.min), "-9223372036854775808"),
        (.number(.max), "9223372036854775807"),
        (.string(""), "\"\""),
        (.array([]), "[]"),
        (.object([]), "{}"),
        (.array([.null, .number(1), .array([.bool(true)])]), "[null,1,[true]]"),
        (.optional(nil as String?), "null"),
        (.optional("a"), "\"a\""),
        (.optional(nil as Int?), "null"),
        (.optional(-5), "-5"),
    ])
    func writesEachKindOfValue(_ value: JSONValue, _ text: String) {
        #expect(value.text == text)
    }

    @Test(arguments: [
        ("\"", #""\"""#), ("\\", #""\\""#), ("\n", #""\n""#), ("\r", #""\r""#), ("\t", #""\t""#), ("\r\n", #""\r\n""#),
        ("\0", #""\u0000""#), ("\u{8}", #""\u0008""#), ("\u{B}", #""\u000b""#), ("\u{1F}", #""\u001f""#),
        ("/", "\"/\""), ("é\u{1F600}", "\"é\u{1F600}\""), ("\u{2028}", "\"\u{2028}\""), ("\\u0041", #""\\u0041""#),
    ])
    func escapesWhatAStringMayNotHold(_ string: String, _ text: String) {
        #expect(Array(JSONValue.string(string).text.utf8) == Array(text.utf8))
        #expect(Array(JSONValue.object([.init(string, .null)]).text.utf8) == Array("{\(text):null}".utf8))
    }

    @Test(arguments: ["\"\u{301}", "\\\u{338}", "\n\u{301}", "\"\u{200D}\\"])
    func escapesWhatACombiningMarkFollows(_ string: String) throws {
        let text = JSONValue.array([.string(string)]).text
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String])
        #expect(read.first.map { Array($0.utf8) } == Array(string.utf8))
    }

    @Test func isReadBackByAnotherReaderForEveryScalar() throws {
        var all = ""
        for value in UInt32(0)...0x10FFFF {
            if let scalar = Unicode.Scalar(value) { all.unicodeScalars.append(scalar) }
        }
        let text = JSONValue.array([.string(all)]).text
        #expect(String(validating: Array(text.utf8), as: UTF8.self) != nil)
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String])
        #expect(read.first?.utf8.elementsEqual(all.utf8) == true)
    }

    @Test func keepsTheOrderOfMembers() {
        let value = JSONValue.object([
            .init("z", .number(1)), .init("a", .number(2)), .init("m", .object([.init("y", .null)])),
        ])
        #expect(value.text == #"{"z":1,"a":2,"m":{"y":null}}"#)
    }

    @Test func sortsMembersByName() {
        let value = JSONValue.sorted([
            "b": .number(1), "a": .number(2), "B": .number(3), "": .number(4), "aa": .number(5),
        ])
        #expect(value.text == #"{"":4,"B":3,"a":2,"aa":5,"b":1}"#)
    }

    @Test func writesALoneSurrogateAsAReplacementCharacter() {
        let string = String(decoding: [0xD800, 0x61] as [UInt16], as: UTF16.self)
        #expect(JSONValue.string(string).text == "\"\u{FFFD}a\"")
    }
}

import DataFormats
import Testing

struct TextEncodingTests {
    @Test(arguments: [
        ("UTF-8", TextEncoding.utf8), ("utf8", .utf8), ("UTF_8", .utf8),
        ("utf16", .utf16LittleEndian), ("UTF-16LE", .utf16LittleEndian), ("Unicode", .utf16LittleEndian),
        ("utf-16be", .utf16BigEndian),
        ("Windows-1252", .windows1252), ("CP1252", .windows1252), ("latin1", .windows1252),
        ("ISO-8859-1", .windows1252),
        ("ANSI", .windows1252),
    ])
    func readsNamesAsPeopleWriteThem(_ name: String, _ encoding: TextEncoding) {
        #expect(TextEncoding(name: name) == encoding)
    }

    @Test(arguments: TextEncoding.allCases)
    func readsItsOwnName(_ encoding: TextEncoding) {
        #expect(TextEncoding(name: encoding.rawValue) == encoding)
    }

    @Test(arguments: ["", "utf", "utf-32", "koi8-r", "1253", "utf-8\u{301}"])
    func knowsNoOtherName(_ name: String) {
        #expect(TextEncoding(name: name) == nil)
    }
}

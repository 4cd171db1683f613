import DataFormats
import Foundation
import Testing

struct BuiltInFileTests {
    @Test(arguments: [
        "tools-definitions/headings.xml", "tools-definitions/named-dates.xml", "exports/profiles/legal-gateway.xml",
        "exports/profiles/care-planning.xml", "exports/profiles/case-workbook.xml", "exports/styles/document.css",
    ])
    func holdsTheBytesOfTheFileInThePackage(_ path: String) throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = try #require(BuiltInFile.bytes(at: path))
        #expect(bytes == Array(try Data(contentsOf: package.appending(path: path))))
        #expect(!bytes.isEmpty)
    }

    @Test(arguments: [
        "tools-definitions/headings.xml", "tools-definitions/named-dates.xml", "exports/profiles/legal-gateway.xml",
        "exports/profiles/care-planning.xml", "exports/profiles/case-workbook.xml",
    ])
    func holdsDefinitionsThatCanBeRead(_ path: String) throws {
        #expect(throws: Never.self) { try XMLElement(parsing: BuiltInFile.bytes(at: path) ?? []) }
    }

    @Test func holdsAStyleThatNeedsNoEscapingAndLoadsNothing() throws {
        let style = String(decoding: try #require(BuiltInFile.bytes(at: "exports/styles/document.css")), as: UTF8.self)
        for forbidden in ["</", "<!", "&", "url(", "@import", "\r", "http"] { #expect(!style.contains(forbidden)) }
    }

    @Test(arguments: [
        "", "headings.xml", "tools-definitions/", "/tools-definitions/headings.xml", "tools-definitions/headings.xml\0",
    ])
    func knowsNoOtherPath(_ path: String) {
        #expect(BuiltInFile.bytes(at: path) == nil)
    }
}

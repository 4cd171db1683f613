import ChildImpactCommands
import Foundation
import Testing

/// Files that were made to do harm are named, and never cost the other files.
@Suite struct HostileFileTests {
    private static let folder = Run.package.appending(path: "Tests/Fixtures/hostile")

    private func check(_ path: String) throws -> (file: [String: Any], findings: [[String: Any]]) {
        let good = try TemporaryFolder()
        _ = try good.write("good.csv", "Date,Event\n01/02/2019,zz fell\n")
        let outcome = try Run.tool("check", path, good.path + "/good.csv", "--json")
        let result = try Run.json(outcome.output)
        let files = try #require(result["files"] as? [[String: Any]])
        let usable = try #require(files.first { ($0["path"] as? String)?.hasSuffix("good.csv") ?? false })
        #expect(usable["events"] as? Int == 1)
        let file = try #require(files.first { $0["path"] as? String == path })
        let counts = ["rows", "events", "merged", "rejected"].map { file[$0] as? Int ?? -1 }
        #expect(counts[0] == counts[1] + counts[2] + counts[3])
        let findings = try #require(result["diagnostics"] as? [[String: Any]])
        return (file, findings.filter { $0["path"] as? String == path })
    }

    @Test func everyHostileFileIsNamedAndTheOthersAreUsed() throws {
        let good = try TemporaryFolder()
        _ = try good.write("good.csv", "Date,Event\n01/02/2019,zz fell\n")
        // All at once: a file that spoils the next would be found out too.
        let result = try Run.json(try Run.tool("check", Self.folder.path, good.path, "--json").output)
        let files = try #require(result["files"] as? [[String: Any]])
        let findings = try #require(result["diagnostics"] as? [[String: Any]])
        #expect(files.count > 90)
        for file in files {
            let path = try #require(file["path"] as? String)
            let counts = ["rows", "events", "merged", "rejected"].map { file[$0] as? Int ?? -1 }
            #expect(counts[0] == counts[1] + counts[2] + counts[3], "\(path)")
            #expect((file["format"] as? String)?.isEmpty == false)
            // Either its rows are used, or something says why not.
            let isExplained = findings.contains {
                $0["path"] as? String == path && $0["severity"] as? String != "note"
            }
            #expect(counts[0] > 0 || isExplained, "\(path)")
        }
        let usable = try #require(files.first { ($0["path"] as? String)?.hasSuffix("good.csv") ?? false })
        #expect(usable["events"] as? Int == 1)
    }

    private func check(text: String, named name: String) throws -> (file: [String: Any], findings: [[String: Any]]) {
        let folder = try TemporaryFolder()
        return try check(try folder.write(name, text))
    }

    private func expect(_ summary: String, of text: String, named name: String) throws {
        let found = try check(text: text, named: name).findings.compactMap { $0["summary"] as? String }
        #expect(found.contains { $0.hasPrefix(summary) }, "\(found)")
    }

    @Test func xmlThatIsNestedAHundredThousandDeep() throws {
        let text = "<Message><Children><Child>" + String(repeating: "<a>", count: 100_000)
        try expect("nested too deeply", of: text, named: "deep.xml")
    }

    @Test func xmlWithTwoHundredThousandAttributes() throws {
        let attributes = (0..<200_000).map { " a\($0)='1'" }.joined()
        try expect("too many attributes", of: "<Message><Children\(attributes)/></Message>", named: "wide.xml")
        try expect("too many attributes", of: "<Message\(attributes)/>", named: "root.xml")
    }

    @Test(arguments: [
        "<!DOCTYPE Message [<!ENTITY w SYSTEM 'file:///etc/passwd'>]><Message>&w;</Message>",
        "<!DOCTYPE a [<!ENTITY a 'lol'><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
        "<!DOCTYPE Message SYSTEM 'http://127.0.0.1:1/x.dtd'><Message/>",
    ])
    func xmlWithADoctype(_ text: String) throws {
        try expect("a DOCTYPE is not allowed", of: text, named: "doctype.xml")
    }

    @Test func jsonThatIsNestedTenThousandDeep() throws {
        let text = String(repeating: "[{\"a\":", count: 5_000)
        try expect("nested too deeply", of: text, named: "deep.json")
    }

    @Test func jsonLinesWithABrokenOne() throws {
        let text = """
            {"Date":"01/02/2019","Event":"zz one"}
            {"Date":"02/02/2019","Event":"zz two
            {"Date":"03/02/2019","Event":"zz three"}
            """
        let (file, findings) = try check(text: text, named: "lines.ndjson")
        #expect(["rows", "events", "rejected"].map { file[$0] as? Int } == [3, 2, 1])
        #expect(findings.contains { $0["id"] as? String == "json.line" && $0["line"] as? Int == 2 })
    }
}

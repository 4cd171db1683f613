import ChildImpactCommands
import DataFormats
import Foundation
import Testing

/// `new`, and what comes back from the workbook that it makes.
@Suite struct NewTests {
    private static let fixtures = Run.package.appending(path: "Tests/Fixtures/case-workbooks").path

    @Test func makesAFolderWithOneWorkbookAndSaysWhatNext() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/the ashdowns"
        let outcome = try Run.tool("new", path)
        #expect(outcome.exitCode == .allUsed && outcome.errors.isEmpty)
        #expect(
            outcome.output == """
                \(path)/case.xlsx
                Fill in its sheets Family, Sources and Events, save it, and then:
                  child-impact check '\(path)'
                  child-impact build '\(path)' -o PAPERS

                """
        )
        #expect(try folder.names() == ["the ashdowns/case.xlsx"])
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/case.xlsx")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test func theDayAloneDecidesTheBytes() throws {
        let folder = try TemporaryFolder()
        _ = try Run.tool("new", "\(folder.path)/a")
        _ = try Run.tool("new", "\(folder.path)/b", "--as-of", "2026-03-31")
        _ = try Run.tool("new", "\(folder.path)/c", "--as-of", "2026-04-01")
        #expect(try folder.read("a/case.xlsx") == folder.read("b/case.xlsx"))
        #expect(try folder.read("a/case.xlsx") != folder.read("c/case.xlsx"))
    }

    @Test func aWorkbookThatIsThereIsNeverWrittenOverUnasked() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("case.xlsx", "filled in")
        let outcome = try Run.tool("new", folder.path)
        #expect(outcome.exitCode == .cannotWrite)
        #expect(
            outcome.errors == "\(path): error: the workbook is there already; it is left as it is without --force\n"
        )
        #expect(try folder.text("case.xlsx") == "filled in")
        #expect(try Run.tool("new", folder.path, "--force", "--json").output == "{\"outputs\":[\"case.xlsx\"]}\n")
        #expect(try folder.text("case.xlsx") != "filled in")
    }

    @Test func whatStandsInTheWayIsNamed() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a", "x")
        #expect(try Run.tool("new", file, "--force").errors == "\(file): error: a file is in the way of the folder\n")
        _ = try folder.write("b/case.xlsx/c", "x")
        let outcome = try Run.tool("new", "\(folder.path)/b", "--force")
        #expect(outcome.errors == "\(folder.path)/b/case.xlsx: error: a folder is in the way\n")
        #expect(outcome.exitCode == .cannotWrite)
    }

    @Test(arguments: [[], ["a", "b"], [""], ["a", "--output", "b"]])
    func aWrongCommandLineMakesNothing(_ words: [String]) throws {
        #expect(try Run.tool(["new"] + words).exitCode == .usage)
    }

    @Test func theNewWorkbookHoldsNoEvent() throws {
        let folder = try TemporaryFolder()
        _ = try Run.tool("new", folder.path)
        let outcome = try Run.tool("check", folder.path, "--json")
        #expect(outcome.exitCode == .nothingUsable)
        let result = try Run.json(outcome.output)
        for count in ["rows", "events", "merged", "rejected"] { #expect(result[count] as? Int == 0) }
        let found = try #require(result["diagnostics"] as? [[String: Any]])
        #expect(
            found.compactMap { $0["id"] as? String } == [
                "file.noRows", "table.notEvents", "table.row.example", "table.row.example", "table.row.example",
                "table.notRead",
            ]
        )
        #expect(found.filter { $0["severity"] as? String != "note" }.count == 1)
    }

    @Test(arguments: [("openpyxl", 0), ("libreoffice", 3)])
    func aWorkbookThatWasFilledInIsRead(_ name: String, _ examples: Int) throws {
        let folder = try TemporaryFolder()
        let outcome = try Run.tool("build", "\(Self.fixtures)/\(name).xlsx", "-o", folder.path, "--json")
        #expect(outcome.exitCode == .allUsed)
        let result = try Run.json(outcome.output)
        #expect(result["rows"] as? Int == 3)
        #expect(result["events"] as? Int == 3)
        let found = try #require(result["diagnostics"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        #expect(found.count { $0 == "table.row.example" } == examples)
        let chronology = try folder.text("chronology.xml")
        for text in [
            "early March 2024", ">=SUM(A1) was on the board.\n 👩‍👧<", "+44 called; nobody came.", "Wren Ashdown",
        ] {
            #expect(chronology.contains(text), "\(text)")
        }
        #expect(!chronology.contains("Robin") && !chronology.contains("Example"))
    }

    @Test func anAuthorityCanHaveItsOwnWorkbook() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(
            "exports/profiles/case-workbook.xml",
            """
            <case-workbook xmlns="urn:child-impact:definitions:1" title="Ours">
              <table name="Log" kind="events" blank-rows="2">
                <column heading="When" width="9"><example>2019</example></column>
                <column heading="What happened" width="9"/>
              </table>
            </case-workbook>
            """
        )
        let outcome = try Run.tool("new", "\(folder.path)/case", "--exports", "\(folder.path)/exports")
        #expect(outcome.exitCode == .allUsed)
        let workbook = try Workbook(ZipArchive(folder.read("case/case.xlsx")))
        #expect(workbook.sheets.map(\.name) == ["Log"])
        #expect(
            workbook.sheets[0].rows.map { $0.cells.map(\.text) } == [["When", "What happened"], ["Example: 2019"]]
        )
    }

    @Test func aFaultOfTheWorkbookStopsTheRun() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(
            "exports/profiles/case-workbook.xml",
            "<case-workbook xmlns='urn:child-impact:definitions:1'/>"
        )
        let outcome = try Run.tool("new", "\(folder.path)/case", "--exports", "\(folder.path)/exports")
        #expect(outcome.exitCode == .nothingUsable)
        #expect(
            outcome.errors.contains(
                "exports/profiles/case-workbook.xml:1:54: error: <case-workbook> needs the attribute 'title'"
            )
        )
        #expect(try folder.names() == ["exports/profiles/case-workbook.xml"])
    }
}

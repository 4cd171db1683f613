import ChildImpactCommands
import Foundation
import Testing

/// What several agencies' accounts of one family give, laid side by side.
@Suite struct ManyAgenciesTests {
    private static func files() throws -> [String] {
        try Run.names(under: Run.harper).filter { !$0.hasSuffix(".md") }
    }

    /// How often a text stands in another.
    private static func count(_ text: String, in whole: String) -> Int {
        whole.components(separatedBy: text).count - 1
    }

    @Test func theExampleShowsLinksConflictsAndGapsInTheXMLAndInBothPapers() throws {
        let folder = try TemporaryFolder()
        let result = try Run.json(try Run.tool("build", Run.harper, "-o", folder.path, "--json").output)
        let groups = try #require(result["possibleDuplicates"] as? Int)
        let conflicts = try #require(result["conflicts"] as? Int)
        let gaps = try #require(result["gaps"] as? [[String: Any]])
        #expect(groups >= 6)
        #expect(conflicts >= 2)
        #expect(gaps.contains { $0["agency"] as? String == "Health" && $0["says"] as? String == "no contact recorded" })
        #expect(gaps.contains { $0["agency"] as? String == "Police" && $0["says"] as? String == "not covered" })
        let xml = try folder.text("chronology.xml")
        #expect(Self.count("<group>", in: xml) == groups)
        #expect(Self.count("<conflict ", in: xml) == conflicts)
        #expect(Self.count("<gap ", in: xml) == gaps.count)
        for name in ["legal-gateway.html", "care-planning.html"] {
            let paper = try folder.text(name)
            #expect(Self.count("<caption>Group ", in: paper) == groups, "\(name)")
            #expect(paper.contains("Where linked accounts differ (\(conflicts))"), "\(name)")
            #expect(paper.contains("Times without events (\(gaps.count))"), "\(name)")
            #expect(paper.contains("No contact recorded"), "\(name)")
            // Every reference leads somewhere.
            for link in paper.components(separatedBy: "href=\"#").dropFirst() {
                let target = String(link.prefix { $0 != "\"" })
                #expect(paper.contains("id=\"\(target)\""), "\(name) #\(target)")
            }
        }
    }

    @Test(arguments: 1...5)
    func filesThatAreAddedLaterGiveWhatAllAtOnceGive(count: Int) throws {
        let folder = try TemporaryFolder()
        let names = try Self.files()
        // The tables of the family and of the sources come with the first files.
        let tables = ["family.csv", "sources.csv"]
        let others = names.filter { !tables.contains($0) }
        let first = (tables + others.prefix(count)).map { "\(Run.harper)/\($0)" }
        let later = others.dropFirst(count).map { "\(Run.harper)/\($0)" }
        _ = try Run.tool(["build"] + first + ["-o", folder.path + "/first"])
        _ = try Run.tool(["build", folder.path + "/first/chronology.xml"] + later + ["-o", folder.path + "/later"])
        _ = try Run.tool(["build"] + names.map { "\(Run.harper)/\($0)" } + ["-o", folder.path + "/all"])
        for name in ["chronology.xml", "legal-gateway.html", "care-planning.html", "rejected.csv"] {
            #expect(try folder.read("later/\(name)") == folder.read("all/\(name)"), "\(name)")
        }
    }

    @Test func whatChangedSinceAnEarlierChronologyIsTold() throws {
        let folder = try TemporaryFolder()
        let notes = try folder.write("notes.csv", "Date,Event,Reference\n01/02/2019,zz one,1\n02/02/2019,zz two,2\n")
        _ = try Run.tool("build", notes, "-o", folder.path + "/first")
        _ = try folder.write("notes.csv", "Date,Event,Reference\n01/02/2019,zz one and more,1\n03/02/2019,zz three,3\n")
        let earlier = folder.path + "/first/chronology.xml"
        let outcome = try Run.tool("build", notes, "-o", folder.path + "/second", "--changes-since", earlier)
        #expect(
            outcome.output.contains(
                """
                since the earlier chronology: 1 added, 1 changed, 1 gone
                  added    2019-02-03  notes  notes/3
                  changed  2019-02-01  notes  notes/1
                  gone     2019-02-02  notes  notes/2

                """
            )
        )
        #expect(!outcome.output.contains("zz"))
        let paper = try folder.text("second/legal-gateway.html")
        #expect(paper.contains("What changed since the last chronology"))
        #expect(paper.contains("Changes (3)"))
        let result = try Run.json(
            try Run.tool("build", notes, "-o", folder.path + "/second", "--changes-since", earlier, "--json").output
        )
        let changes = try #require((result["changes"] as? [[String: Any]])?.first)
        #expect(changes["added"] as? [String] == ["notes/3"])
        #expect(changes["gone"] as? [String] == ["notes/2"])
        #expect(changes["changed"] as? [[String: String]] == [["after": "notes/1", "before": "notes/1"]])
        // Without the option nothing is said of changes.
        _ = try Run.tool("build", notes, "-o", folder.path + "/third")
        #expect(try !folder.text("third/legal-gateway.html").contains("What changed"))
        let wrong = try Run.tool("build", notes, "-o", folder.path, "--changes-since", notes)
        #expect(wrong.exitCode == .cannotRead)
    }

    @Test(arguments: [("02/02/2019", false), ("31/02/2019", true)])
    func theListOfRejectedRowsIsNamedOnlyWhereThereIsOne(date: String, isNamed: Bool) throws {
        let folder = try TemporaryFolder()
        let notes = try folder.write("notes.csv", "Date,Event\n01/02/2019,zz one\n\(date),zz two\n")
        let errors = try Run.tool("build", notes, "-o", folder.path + "/out").errors
        #expect(errors.hasSuffix("see 'child-impact check'\(isNamed ? "; rejected rows are in rejected.csv" : "")\n"))
        #expect(try folder.names().contains("out/rejected.csv") == isNamed)
    }

    @Test func aGapThatSeveralSourcesCoverIsCoveredBetweenThem() throws {
        let folder = try TemporaryFolder()
        let notes = try folder.write(
            "notes.csv",
            "Date,Agency,Event\n01/02/2019,School,zz one\n02/02/2020,Police,zz two\n"
        )
        let sources = try folder.write(
            "sources.csv",
            "Agency,Covers from,Covers to\nSchool,01/01/2019,30/06/2019\nPolice,01/07/2019,02/02/2020\n"
        )
        let output = try Run.tool("check", notes, sources, "--as-of", "2020-02-02").output
        #expect(output.contains("no contact recorded (covered by School, Police between them)"))
        _ = try Run.tool("build", notes, sources, "--as-of", "2020-02-02", "-o", folder.path + "/out")
        #expect(try folder.text("out/legal-gateway.html").contains(" cover it between them."))
    }

    @Test func checkNamesWhatIsCoveredAndWhatIsNot() throws {
        let output = try Run.tool("check", Run.harper).output
        for line in [
            "2024-05-23     2025-02-10   264  Health      no contact recorded",
            "2021-03-11     2021-12-31   296  Police      not covered",
            "Police                    01/01/2022   19/03/2026  19/03/2026     2022-05-26   2026-02-14     17        1",
        ] {
            #expect(output.contains(line), "\(line)")
        }
    }
}

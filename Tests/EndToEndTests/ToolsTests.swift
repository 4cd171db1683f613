import ChildImpactCommands
import Foundation
import Testing

@Suite struct ToolsTests {
    private static let small = """
        <tool xmlns="urn:child-impact:definitions:1" id="small" version="2" status="draft" language="en-GB"
              title="Small" subject="child">
          <licence>Ours alone</licence>
          <source>None</source>
          <purpose>A test.</purpose>
          <about><field name="completed" label="Date" required="yes"/></about>
          <scale id="grade" polarity="higher-is-worse">
            <option code="good" value="0" label="Good"/>
            <option code="bad" value="1" label="Bad"/>
          </scale>
          <section id="part" title="Part">
            <item id="a" scale="grade" required="yes"><text>How is it?</text></item>
            <item id="b" type="text"><text>Why?</text><when><is ref="a" code="bad"/></when></item>
          </section>
          <score id="worst" title="Worst" method="highest" polarity="higher-is-worse" missing="leave-out">
            <input ref="a"/>
          </score>
        </tool>
        """

    @Test func listsTheToolsWithAndWithoutAWord() throws {
        let list = try Run.tool("tools", "list")
        #expect(list.exitCode == .allUsed)
        #expect(list.output.hasPrefix("Tool "))
        #expect(list.output.contains("\nneglect-screen "))
        #expect(try Run.tool("tools").output == list.output)
    }

    @Test func listsThemForMachines() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("tools/small.xml", Self.small)
        let json = try Run.json(try Run.tool("tools", "--json", "--definitions", folder.path).output)
        let tools = try #require(json["tools"] as? [[String: Any]])
        let small = try #require(tools.first { $0["id"] as? String == "small" })
        #expect(small["version"] as? String == "2")
        #expect(small["status"] as? String == "draft")
        #expect(small["items"] as? Int == 2)
    }

    @Test func showsAllThatAToolAsksAndWorksOut() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("tools/small.xml", Self.small)
        let outcome = try Run.tool("tools", "show", "small", "--definitions", folder.path)
        #expect(
            outcome.output == """
                Small (small 2, draft)
                  about: a child
                  licence: Ours alone
                  source: None

                Purpose
                  A test.

                Above the questions
                  about.completed: Date (needed)

                Part [part]
                  a: How is it? (one of grade; needed)
                  b: Why? (text)
                      when "How is it?" is answered with "Bad"

                Answers
                  grade (higher is worse)
                      good: Good (value 0)
                      bad: Bad (value 1)

                Scores
                  worst: Worst: the highest value, which is the worst
                      of a
                      higher is worse; at least 1 answered; rounded to 2 decimal places, halves away from 0

                """
        )
    }

    @Test func saysWhatIsMeantByANameThatIsNone() throws {
        let outcome = try Run.tool("tools", "show", "neglect-scren")
        #expect(outcome.exitCode == .usage)
        #expect(outcome.errors.contains("there is no tool 'neglect-scren'; did you mean 'neglect-screen'?"))
        let word = try Run.tool("tools", "chek")
        #expect(word.errors.contains("there is no 'tools chek'; did you mean 'check'?"))
    }

    @Test func checksFilesAndFoldersAndFindsEveryFault() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write("small.xml", Self.small)
        let bad = try folder.write(
            "bad/tools/small.xml",
            Self.small.replacing("ref=\"a\" code=\"bad\"", with: "ref=\"a\" code=\"worse\"")
                .replacing("<input ref=\"a\"/>", with: "<input ref=\"c\"/>")
        )
        let outcome = try Run.tool("tools", "check", good, folder.path + "/bad")
        #expect(outcome.exitCode == .nothingUsable)
        #expect(outcome.output == "\(good): ok: small 2\n")
        let lines = outcome.errors.split(separator: "\n").map(String.init)
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("\(bad):") && $0.contains(": error: ") })
        let json = try Run.json(try Run.tool("tools", "check", good, folder.path + "/bad", "--json").output)
        #expect((json["files"] as? [[String: Any]])?.map { $0["ok"] as? Bool } == [true, false])
    }

    @Test func findsOneVersionThatIsDefinedTwice() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write("small-2.xml", Self.small)
        let second = try folder.write("small.xml", Self.small)
        let outcome = try Run.tool("tools", "check", folder.path)
        #expect(outcome.errors == "\(second): error: small 2 is defined in \(first) too\n")
        #expect(try Run.tool("tools", "check", folder.path + "/none").exitCode == .cannotRead)
    }

    @Test func allThatIsBuiltInIsInOrder() throws {
        let outcome = try Run.tool("tools", "check")
        #expect(outcome.exitCode == .allUsed)
        #expect(outcome.output.contains("neglect-screen 1.0: ok\n"))
    }

    @Test func exportsWhatIsBuiltInToBeEditedAndNothingElse() throws {
        let own = try TemporaryFolder()
        _ = try own.write("tools/small.xml", Self.small)
        let folder = try TemporaryFolder()
        let outcome = try Run.tool("tools", "export", folder.path, "--definitions", own.path)
        #expect(outcome.exitCode == .allUsed)
        let names = try folder.names()
        #expect(names.contains("tools/neglect-screen.xml"))
        #expect(names.contains("tools/README.md"))
        #expect(names.contains("schema/tool.xsd"))
        #expect(!names.contains { $0.contains("small") })
        for name in names { #expect(try !folder.text(name).contains("Ours alone"), "\(name)") }
        #expect(try Run.tool("tools", "--definitions", folder.path).output == Run.tool("tools").output)
    }

    @Test func anExportWritesOverNothingUnasked() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("tools/neglect-screen.xml", "mine")
        let outcome = try Run.tool("tools", "export", folder.path)
        #expect(outcome.exitCode == .cannotWrite)
        #expect(try folder.names() == ["tools/neglect-screen.xml"])
        #expect(try Run.tool("tools", "export", folder.path, "--force").exitCode == .allUsed)
        #expect(try folder.text("tools/neglect-screen.xml").hasPrefix("<?xml"))
        #expect(try Run.tool("tools", "export", folder.path).exitCode == .allUsed)
    }

    @Test func exportsEveryToolThatIsLoadedAsAQuestionnaire() throws {
        let own = try TemporaryFolder()
        _ = try own.write("tools/small.xml", Self.small)
        let folder = try TemporaryFolder()
        let outcome = try Run.tool("tools", "export", folder.path, "--fhir", "--definitions", own.path)
        #expect(outcome.exitCode == .allUsed)
        let json = try Run.json(try folder.text("small.json"))
        #expect(json["resourceType"] as? String == "Questionnaire")
        #expect(json["url"] as? String == "urn:child-impact:tool:small")
        #expect(try folder.names().contains("neglect-screen.json"))
    }
}

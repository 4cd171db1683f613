import ChildImpactCommands
import DataFormats
import Foundation
import Testing

@Suite struct ScoreTests {

    /// A definition with one score, and the folder that holds it.
    static func definitions() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try folder.write(
            "tools/home.xml",
            """
            <tool xmlns="urn:child-impact:definitions:1" id="home" version="1.0" status="active" language="en-GB"
            title="Home" subject="child" max-age="17">
            <licence>MIT</licence><source>None</source><purpose>To test.</purpose>
            <about><field name="child" label="Child" required="yes"/><field name="born" label="Date of birth"/>
            <field name="completed" label="Day done" required="yes"/></about>
            <scale id="grade" polarity="higher-is-worse"><option code="1" value="1" label="Every need met"/>
            <option code="3" value="3" label="Some needs met"/>
            <option code="5" value="5" label="No need met" evidence="required"/>
            <option code="not-known" label="Not known yet" kind="not-known"/></scale>
            <scale id="step" polarity="none"><option code="today" label="Today"/><option code="none" label="None"/></scale>
            <section id="main" title="Main">
            <item id="beds" scale="grade" required="yes" evidence="yes"><text>Where the child sleeps</text></item>
            <item id="food" scale="grade" required="yes" evidence="yes"><text>What the child eats</text></item>
            <item id="why" type="text"><text>Why</text><when><at-least ref="beds" value="3"/></when></item>
            <item id="decision" scale="step"><text>Your decision</text></item>
            </section>
            <score id="care" title="Care" level="area" method="highest" polarity="higher-is-worse" missing="leave-out"
             overridable="yes"><input ref="beds"/><input ref="food"/>
            <band from="1" to="3" label="Enough"/><band from="5" to="5" label="Not enough"/></score>
            <alert id="hungry" title="A hungry child"><text>Act now.</text><when><is ref="food" code="5"/></when></alert>
            <suggestions decision="decision"><step code="today" title="Today"><text>Call.</text>
            <when><at-least ref="care" value="5"/></when></step>
            <step code="none" title="No concern"><text>None.</text><when><not><at-least ref="care" value="5"/></not></when></step>
            </suggestions>
            </tool>
            """
        )
        return folder
    }

    static let header =
        "Tool,about.child,about.born,about.completed,beds,beds.evidence,food,food.evidence,why,decision"
        + ",override.care,override.care.reason"

    @Test func givesOneLineForEachResponse() throws {
        let folder = try TemporaryFolder()
        let definitions = try Self.definitions()
        let file = try folder.write(
            "answers.csv",
            "\(Self.header)\nhome,C1,2020-01-01,2026-01-02,1,,5,Nothing since Sunday,Old,today,,\n"
                + "home,C1,2020-01-01,2026-02-02,not-known,,,,,,5,Seen\n"
        )
        let outcome = try Run.tool("score", "--json", file, "--definitions", definitions.path)
        #expect(outcome.errors == "")
        #expect(outcome.exitCode == .allUsed)
        let hidden =
            "why is answered and not asked with the other answers as they are; it is kept and not scored"
        #expect(
            outcome.output
                == #"{"tool":"home","version":"1.0","complete":true,"unanswered":[],"notKnown":[],"hidden":["why"],"#
                + #""evidenceMissing":[],"contradicting":[],"scores":[{"id":"care","value":"5","answered":2,"applicable":2,"decidedBy":["food"],"#
                + #""band":"Not enough","rule":"the highest value, which is the worst"}],"alerts":["hungry"],"#
                + #""suggestion":"today","decision":"today","path":"\#(file)","line":2,"status":"completed","#
                + #""diagnostics":[{"cell":null,"column":57,"id":"answers.hidden","line":2,"path":"\#(file)","#
                + #""severity":"warning","summary":"\#(hidden)"}]}"# + "\n"
                + #"{"tool":"home","version":"1.0","complete":false,"unanswered":["food"],"notKnown":["beds"],"hidden":[],"#
                + #""evidenceMissing":[],"contradicting":[],"scores":[{"id":"care","value":"5","calculated":null,"overrideReason":"Seen","#
                + #""answered":0,"applicable":2,"decidedBy":[],"band":"Not enough","#
                + #""rule":"the highest value, which is the worst"}],"alerts":[],"suggestion":"today","decision":null,"#
                + #""path":"\#(file)","line":3,"status":"completed","diagnostics":[{"cell":null,"column":null,"#
                + #""id":"answers.incomplete","line":3,"path":"\#(file)","severity":"warning","#
                + #""summary":"the answers stand as completed and lack food"}]}"# + "\n"
        )
    }

    /// A file of a folder is not blamed, but that none of them holds answers is said.
    @Test func saysThatAFileHoldsNoAnswersOnlyWhereItIsNamed() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("events.csv", "Date,Event\n01/02/2019,Referral\n")
        #expect(try Run.tool("score", file).errors == "\(file): error: the file holds no saved answers\n")
        let outcome = try Run.tool("score", folder.path)
        #expect(outcome.errors == "child-impact: error: no file in \(folder.path) holds saved answers\n")
        #expect(outcome.exitCode == .nothingUsable)
    }

    @Test func namesToolsAndVersionsThatAreNotThere() throws {
        let folder = try TemporaryFolder()
        let response =
            #"{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"urn:child-impact:tool:"#
        let unknown = try folder.write("a.json", response + #"neglect-scren|1.0"}"#)
        let version = try folder.write("b.json", response + #"neglect-screen|0.1"}"#)
        let none = try folder.write("c.json", #"{"resourceType":"QuestionnaireResponse","status":"completed"}"#)
        let outcome = try Run.tool("score", unknown, version, none)
        #expect(outcome.exitCode == .nothingUsable)
        #expect(
            outcome.errors == """
                \(unknown):1:1: error: there is no tool 'neglect-scren'; did you mean 'neglect-screen'?
                \(version):1:1: error: the answers are for version 0.1 of neglect-screen, and there is only version 1.0; \
                give the other definition with --definitions
                \(none):1:1: error: the answers do not say which tool they are for; name it with --tool

                """
        )
        #expect(
            try Run.tool("score", "--tool", "graded-care", version).errors
                == "\(version):1:1: error: the answers are for the tool 'neglect-screen', not for graded-care\n"
        )
    }

    private static let noah = Run.package.appending(
        path: "Examples/harper-family/assessments/2025-04-graded-care-noah.json"
    ).path

    @Test func writesXMLThatItsSchemaAllows() throws {
        let folder = try TemporaryFolder()
        let answers = Run.package.appending(path: "Examples/harper-family/assessments").path
        #expect(try Run.tool("score", answers, "-o", "\(folder.path)/all.xml").output == "\(folder.path)/all.xml\n")
        let schema = try XMLSchema(
            parsing: Array(try Data(contentsOf: Run.package.appending(path: "exports/schema/assessment.xsd")))
        )
        #expect(schema.faults(in: try folder.read("all.xml")).isEmpty)
        let root = try XMLElement(parsing: try folder.read("all.xml"))
        let profile = try #require(root.children.first { $0["tool"] == "graded-care" })
        #expect(profile.children("score").contains { $0["value"] != nil && !$0.children("decided-by").isEmpty })
        #expect(profile.children("score").allSatisfy { $0.child("rule")?.text.isEmpty == false })
        #expect(profile.children("answer").contains { $0.child("evidence") != nil })
    }

    @Test func showsTheResultOnAPaper() throws {
        let folder = try TemporaryFolder()
        let outcome = try Run.tool("score", Self.noah, "-o", "\(folder.path)/noah.html")
        #expect(outcome.output == "\(folder.path)/noah.html\n")
        let html = try folder.text("noah.html")
        for part in [
            "OFFICIAL-SENSITIVE",
            "script-src &#39;none&#39;", "<svg xmlns=\"http://www.w3.org/2000/svg\"", "role=\"img\"",
            "What is not known yet", "How the scores are made", "the rule gives", "Contacts and sharing online",
        ] { #expect(html.contains(part), "\(part)") }
        // The drawing is XML too, and all identifiers in it are different.
        let root = try XMLElement(parsing: Array(html.dropFirst("<!DOCTYPE html>\n".count).utf8))
        let ids = Self.all(root).compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(Self.all(root).count { $0.name == "h1" } == 1)
    }

    private static func all(_ element: XMLElement) -> [XMLElement] { [element] + element.children.flatMap(all) }

    @Test func showsAScriptInAnAnswerAsText() throws {
        let folder = try TemporaryFolder()
        let definitions = try Self.definitions()
        let script = "<script>alert(1)</script>"
        let file = try folder.write(
            "a.csv",
            "\(Self.header)\nhome,\(script),2020-01-01,2026-01-02,3,,5,\(script),\(script),today,5,\(script)\n"
        )
        let path = "\(folder.path)/a.html"
        _ = try Run.tool("score", file, "--definitions", definitions.path, "-o", path)
        let html = try folder.text("a.html")
        #expect(!html.contains("<script"))
        #expect(html.components(separatedBy: "&lt;script&gt;").count == 5)
        #expect(html.contains("A hungry child"))
        #expect(html.contains("Act on this now, whatever the scores say"))
    }

    @Test func neverShowsANameInTheTerminal() throws {
        let folder = try TemporaryFolder()
        let definitions = try Self.definitions()
        let file = try folder.write(
            "a.csv",
            "\(Self.header)\nhome,Zebedee,2020-01-01,2026-01-02,3,,5,Zebedee had none,Zebedee,today,5,Zebedee\n"
        )
        let outcome = try Run.tool("score", file, "--definitions", definitions.path)
        #expect(!(outcome.output + outcome.errors).contains("Zebedee"))
        #expect(
            outcome.output == """
                \(file): home 1.0, 2026-01-02, complete
                  ACT NOW: A hungry child
                    Act now.
                  Suggested: Today
                    because of Care: 5 (rule: 5)
                  Decided: Today
                  Care: 5, Not enough; a person's value; the rule gives 5
                    2 of 2 answered; the rule's value is decided by What the child eats
                    a reason is given in the file
                  Rule: the highest value, which is the worst

                """
        )
    }

    @Test func saysOfAFamilyOnlyWhatLedToTheSuggestedStep() throws {
        let folder = try TemporaryFolder()
        let ella = Run.package.appending(path: "Examples/harper-family/assessments/2024-11-neglect-screen-ella.json")
            .path
        let outcome = try Run.tool("score", ella)
        #expect(
            outcome.output.contains(
                """
                  Suggested: Early help assessment
                    because of Forms with a concern: 2 (Play, learning and school; Kept safe and watched over)
                    because of Forms with a concern: 2 (Play, learning and school; Kept safe and watched over); and How is the \
                child doing? Some signs of strain; and What makes this child depend more on others? Looks after someone else
                  Decided: Early help assessment

                """
            )
        )
        _ = try Run.tool("score", ella, "-o", "\(folder.path)/a.html")
        let html = try folder.text("a.html")
        #expect(html.contains("<p>Suggested because of each of these:</p>"))
        for words in ["at least one of these holds", "or a child under two lives with drink or drugs"] {
            #expect(!html.contains(words))
        }
    }

    @Test func saysWhichPersonGaveWhichNumber() throws {
        let folder = try TemporaryFolder()
        let scale = Run.package.appending(path: "Examples/harper-family/assessments/2026-03-safety-scale-noah.json")
            .path
        let text = try Run.tool("score", scale).output
        #expect(
            text.contains(
                "decided by Person 4, Family member or friend: How safe is the child at home, from 0 to 10?\n"
            )
        )
        _ = try Run.tool("score", scale, "-o", "\(folder.path)/a.html")
        let html = try folder.text("a.html")
        let picture = try #require(html.firstRange(of: "</svg>").map { html[..<$0.lowerBound] })
        for number in 1...4 { #expect(picture.contains("Person \(number), ")) }
    }

    @Test func writesAPaperOfOneAndNeverOverOtherFiles() throws {
        let folder = try TemporaryFolder()
        let answers = Run.package.appending(path: "Examples/harper-family/assessments").path
        #expect(try Run.tool("score", answers, "-o", "\(folder.path)/a.html").exitCode == .usage)
        let other = try folder.write("b.html", "mine")
        #expect(try Run.tool("score", Self.noah, "-o", other).exitCode == .cannotWrite)
        #expect(try folder.text("b.html") == "mine")
        #expect(
            try Run.tool("score", Self.noah, "-o", "a.pdf").errors.hasPrefix(
                "child-impact: error: the name of the file to write ends with .html, .xml or .json"
            )
        )
    }
}

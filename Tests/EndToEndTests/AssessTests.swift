import CaseDates
import ChildImpactCommands
import Foundation
import Testing

@Suite struct AssessTests {
    private static let definition = """
        <tool xmlns="urn:child-impact:definitions:1" id="small" version="1" status="active" language="en-GB"
              title="Small" subject="child">
          <licence>MIT</licence>
          <source>None</source>
          <purpose>A test.</purpose>
          <about>
            <field name="child" label="Child" required="yes"/>
            <field name="completed" label="Date" required="yes"/>
          </about>
          <scale id="grade" polarity="higher-is-worse">
            <option code="good" value="0" label="Good"/>
            <option code="bad" value="1" label="Bad" evidence="required"/>
          </scale>
          <section id="part" title="Part">
            <item id="a" scale="grade" required="yes" evidence="yes"><text>How is it?</text></item>
            <item id="b" type="number" min="0" max="5" places="0" required="yes">
              <text>How often?</text><when><is ref="a" code="bad"/></when>
            </item>
          </section>
          <score id="worst" title="Worst" method="highest" polarity="higher-is-worse" missing="leave-out">
            <input ref="a"/>
          </score>
          <alert id="act" title="Act today"><text>Call.</text><when><at-least ref="b" value="5"/></when></alert>
        </tool>
        """

    private let folder: TemporaryFolder
    private var file: String { folder.path + "/small.json" }

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.write("definitions/tools/small.xml", Self.definition)
    }

    /// Runs `assess` with lines that are typed; what is shown comes back too.
    private func assess(_ lines: [String], _ options: String...) throws -> (outcome: Outcome, shown: String) {
        let today = try #require(CalendarDay(iso: "2026-03-31"))
        var rest = lines[...]
        var shown = ""
        let terminal = Terminal(nextLine: { rest.popFirst() }, show: { shown += $0 })
        let arguments = ["assess", "small", "-o", file, "--definitions", folder.path + "/definitions"] + options
        return (Tool.run(arguments, today: today, terminal: terminal), shown)
    }

    private func status() throws -> String? { try Run.json(try folder.text("small.json"))["status"] as? String }

    @Test func savesWhatIsAnsweredAndSaysWhatItComesTo() throws {
        let (outcome, shown) = try assess(["Child A", "01/03/2026", "bad", "seen on 1 March", "5"])
        #expect(outcome.exitCode == .allUsed)
        #expect(outcome.errors == "")
        #expect(outcome.output.hasPrefix("\(file)\n\(file): small 1, 2026-03-01, complete\n"))
        #expect(outcome.output.contains("ACT NOW: Act today"))
        #expect(shown.contains("ALERT: Act today\n"))
        #expect(try status() == "completed")
        let score = try Run.tool("score", file, "--definitions", folder.path + "/definitions")
        #expect(outcome.output == "\(file)\n" + score.output)
    }

    @Test func theEndOfTheLinesSavesADraftThatIsGoneOnWith() throws {
        let (outcome, _) = try assess(["Child A", "01/03/2026", "bad"])
        #expect(outcome.exitCode == .someNotUsed)
        #expect(outcome.output == "\(file)\n")
        #expect(
            outcome.errors == """
                child-impact: saved as a draft; the same command goes on with it
                child-impact: still needed: b, a.evidence

                """
        )
        #expect(try status() == "in-progress")
        let (second, shown) = try assess(["seen", "2"])
        #expect(shown.hasPrefix("Small (small 1): goes on with the saved answers\n"))
        #expect(shown.contains("Evidence for: How is it?"))
        #expect(!shown.contains("\nChild\n"))
        #expect(second.exitCode == .allUsed)
        #expect(try status() == "completed")
    }

    @Test func quittingSavesADraftToo() throws {
        let (outcome, _) = try assess(["Child A", "q", "01/03/2026"])
        #expect(outcome.exitCode == .someNotUsed)
        #expect(outcome.errors.contains("still needed: about.completed, a\n"))
        #expect(try status() == "in-progress")
    }

    @Test func whatIsSkippedAndNeededLeavesADraft() throws {
        let (outcome, _) = try assess(["Child A", "01/03/2026", "s"])
        #expect(outcome.exitCode == .someNotUsed)
        #expect(outcome.errors.hasSuffix("child-impact: still needed: a\n"))
        #expect(try status() == "in-progress")
    }

    @Test func whatCannotBeTakenIsAskedAgainAndNeverRepeated() throws {
        let (outcome, shown) = try assess(["Child A", "Ann Smith", "01/03/2026", "Ann Smith", "bad", "words", "7", "5"])
        #expect(outcome.exitCode == .allUsed)
        #expect(!shown.contains("Ann Smith"))
        #expect(shown.contains("> type one of 1, 2\n"))
        #expect(shown.contains("> b is not from 0 to 5\n"))
    }

    @Test func nothingIsWrittenWhereNothingIsAnswered() throws {
        let (outcome, _) = try assess([])
        #expect(outcome.errors == "child-impact: nothing was answered, and nothing is saved\n")
        #expect(try !folder.names().contains("small.json"))
    }

    @Test func aFileThatHoldsSomethingElseIsNeverWrittenOver() throws {
        _ = try folder.write("small.json", "{\"mine\": 1}")
        for options in [[], ["--force"]] {
            let (outcome, _) = options.isEmpty ? try assess(["Child A"]) : try assess(["Child A"], "--force")
            #expect(outcome.exitCode == .cannotWrite)
            #expect(outcome.errors == "\(file): error: the file holds something else; choose another name\n")
        }
        #expect(try folder.text("small.json") == "{\"mine\": 1}")
    }

    @Test func finishedAnswersAreLeftWithoutForce() throws {
        _ = try assess(["Child A", "01/03/2026", "good"])
        let (outcome, _) = try assess(["Child B"])
        #expect(outcome.exitCode == .cannotWrite)
        #expect(
            outcome.errors
                == "\(file): error: the file holds answers that are finished; choose another name, or use --force\n"
        )
        let (again, _) = try assess(["Child B", "01/03/2026", "good"], "--force")
        #expect(again.exitCode == .allUsed)
        #expect(try folder.text("small.json").contains("Child B"))
    }

    @Test func aDraftOfAnotherToolIsLeft() throws {
        let other = "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"urn:child-impact:tool:other|1\","
        _ = try folder.write("small.json", other + "\"status\":\"in-progress\",\"item\":[]}")
        let (outcome, _) = try assess(["Child A"])
        #expect(
            outcome.errors == "\(file): error: the file holds answers to another tool or version; choose another name, "
                + "or use --force\n"
        )
    }

    @Test func theCommandLineIsChecked() throws {
        #expect(try Run.tool("assess").errors.contains("name a tool; 'child-impact tools' lists them"))
        #expect(
            try Run.tool("assess", "neglect-screen").errors.contains("name the file to write with --output FILE.json")
        )
        #expect(
            try Run.tool("assess", "neglect-screen", "-o", "a.txt").errors
                .contains("answers are saved as JSON; the name of the file ends with .json")
        )
    }
}

import Diagnostics
import EventFiles
import Exports
import ImpactChronology
import Testing

/// Saved answers to tools that lie among the files of a case.
@Suite struct ToolAnswerTests {
    private let family = "Id,Name,Role,Date of birth\nC1,zzana,child,01/02/2020\nA1,zzmum,mother,\n"

    private func response(
        status: String = "completed",
        tool: String = "safety-scale|1.0",
        child: String = "zzana",
        completed: String = "2026-03-02",
        number: Int = 3
    ) -> String {
        """
        {"resourceType":"QuestionnaireResponse","questionnaire":"urn:child-impact:tool:\(tool)","status":"\(status)",
        "item":[{"linkId":"about","item":[
        {"linkId":"about.child","answer":[{"valueString":"\(child)"}]},
        {"linkId":"about.completed","answer":[{"valueDate":"\(completed)"}]},
        {"linkId":"about.agency","answer":[{"valueCoding":{"code":"health-visiting"}}]}]},
        {"linkId":"own","item":[{"linkId":"own.number","answer":[{"valueDecimal":\(number)}]}]}]}
        """
    }

    @Test func aCompletedToolIsADatedEventThatKeepsItsAnswers() throws {
        let reading = try read(["family.csv": family, "scale.json": response()])
        let event = try reading.event()
        #expect(event.edtf == "2026-03-02")
        #expect(event.names == ["C1"])
        #expect(event.agency == "Health visiting or school nursing")
        #expect(event.source == "Safety scale 1.0")
        #expect(event.category == "Assessment tool completed")
        #expect(event.what.hasPrefix("Safety scale completed in part."))
        #expect(event.toolAnswers?.tool == "safety-scale")
        #expect(event.toolAnswers?.text.contains("\"linkId\":\"own.number\"") == true)
        let file = try reading.file("scale.json")
        #expect(file.format == "answers")
        #expect([file.rows, file.events] == [1, 1])
    }

    @Test func theSameAnswersTwiceAreOneEvent() throws {
        let reading = try read(["family.csv": family, "a.json": response(), "b.json": response()])
        #expect(try reading.event().readFrom.count == 2)
        #expect(try reading.file("b.json").merged == 1)
    }

    @Test func otherAnswersOfTheSameDayAreAnotherEvent() throws {
        let reading = try read(["family.csv": family, "a.json": response(), "b.json": response(number: 4)])
        #expect(try reading.events().count == 2)
        #expect(try reading.chronology().duplicates.isEmpty)
    }

    @Test func aDraftIsNoEvent() throws {
        let reading = try read([
            "family.csv": family, "a.json": response(status: "in-progress"), "b.json": response(),
        ])
        #expect(try reading.events().count == 1)
        #expect(reading.found.contains { $0.id == "answers.draft" })
        #expect(try reading.file("a.json").rows == 0)
    }

    @Test(arguments: [
        ("entered-in-error", "safety-scale|1.0", "zzana", "2026-03-02", "answers.notFact"),
        ("completed", "star|1.0", "zzana", "2026-03-02", "answers.tool.unknown"),
        ("completed", "safety-scale|7.0", "zzana", "2026-03-02", "answers.version.other"),
        ("completed", "safety-scale|1.0", "zzother", "2026-03-02", "event.child.unknown"),
    ])
    func whatCannotBeUsedIsARejectedRow(
        _ status: String,
        _ tool: String,
        _ child: String,
        _ completed: String,
        _ id: String
    ) throws {
        let reading = try read([
            "family.csv": family,
            "a.json": response(status: status, tool: tool, child: child, completed: completed),
            "b.json": response(),
        ])
        #expect(try reading.events().count == 1)
        let row = try reading.rejectedRow()
        #expect(row.reason.id == id)
        #expect(row.cells.contains { $0.heading == "Child" && $0.text == child })
    }

    @Test func severalChildrenWithoutAFamilyTableArePointedOut() throws {
        let files: KeyValuePairs = ["a.json": response(), "b.json": response(child: "zzother")]
        #expect(try read(files).found.contains { $0.id == "answers.children.several" })
        let known = "Id,Name,Role\nC1,zzana,child\nC2,zzother,child\n"
        let all: KeyValuePairs = ["family.csv": known, "a.json": response(), "b.json": response(child: "zzother")]
        #expect(try !read(all).found.contains { $0.id == "answers.children.several" })
        #expect(try !read(["a.json": response()]).found.contains { $0.id == "answers.children.several" })
    }

    @Test func anAuditIsAboutTheFamilyWhateverItCallsTheChild() throws {
        let audit = """
            {"resourceType":"QuestionnaireResponse","questionnaire":"urn:child-impact:tool:multi-agency-audit|1.0",
            "status":"completed","item":[{"linkId":"about","item":[
            {"linkId":"about.child","answer":[{"valueString":"zzinitials"}]},
            {"linkId":"about.completed","answer":[{"valueDate":"2026-03-02"}]}]}]}
            """
        let reading = try read(["family.csv": family, "audit.json": audit])
        #expect(try reading.event().people.isEmpty)
    }

    @Test func aDayThatLiesAheadLeavesTheEventWithoutADate() throws {
        let reading = try read(["family.csv": family, "a.json": response(completed: "2026-04-02")])
        #expect(try reading.chronology().undated.count == 1)
        #expect(reading.found.contains { $0.id == "answers.date.future" })
    }

    @Test func answersInATableAreRowsToo() throws {
        let table = """
            Tool,Version,about.child,about.completed,about.agency,own.number
            safety-scale,1.0,zzana,2026-03-02,health-visiting,3
            safety-scale,1.0,zzana,2026-03-09,health-visiting,4
            """
        let events = try read(["family.csv": family, "answers.csv": table]).events()
        #expect(events.map(\.edtf) == ["2026-03-02", "2026-03-09"])
        #expect(events.allSatisfy { $0.toolAnswers != nil })
    }

    @Test func theAnswersComeThroughTheChronologyUnchanged() throws {
        let all = try read(["family.csv": family, "a.json": response(), "b.json": response(completed: "2026-03-05")])
        let one = try read(["family.csv": family, "a.json": response()])
        let later = try read([
            SourceFile(
                path: "chronology.xml",
                name: "chronology.xml",
                bytes: ChronologyXML.bytes(of: try one.chronology())
            ),
            SourceFile(path: "b.json", name: "b.json", bytes: Array(response(completed: "2026-03-05").utf8)),
        ])
        #expect(try later.events() == all.events())
        #expect(try ChronologyXML.bytes(of: later.chronology()) == ChronologyXML.bytes(of: all.chronology()))
    }

    @Test func aHealthRecordBesideAnswersIsReadToo() throws {
        let bundle = """
            {"resourceType":"Bundle","type":"collection","entry":[{"resource":\(response())},
            {"resource":{"resourceType":"Encounter","id":"e1","status":"finished","subject":{"reference":"Patient/C1"},
            "period":{"start":"2026-02-03"}}}]}
            """
        let events = try read(["family.csv": family, "b.json": bundle]).events()
        #expect(events.map(\.edtf) == ["2026-02-03", "2026-03-02"])
    }
}

import AnswerFiles
import CareTools
import CaseDates
import Definitions
import Diagnostics
import Testing

@Suite struct AnswerTableTests {
    private static func tool(_ id: String) throws -> Tool {
        let text = """
            <tool xmlns="urn:child-impact:definitions:1" id="\(id)" version="1.0" status="active" language="en-GB"
            title="Home" subject="child">
            <licence>MIT</licence><source>None</source><purpose>To test.</purpose>
            <about><field name="completed" label="Day done"/><field name="setting" label="Level"/></about>
            <scale id="grade" polarity="higher-is-worse"><option code="1" value="1" label="Good"/>
            <option code="2" value="2" label="Poor"/></scale>
            <section id="main" title="Main">
            <item id="beds" scale="grade" required="yes" evidence="yes"><text>How are the beds?</text></item>
            <item id="food" scale="grade" required="yes"><text>How is the food?</text></item></section>
            <section id="plan" title="Plan" repeats="Action" most="3">
            <item id="plan.what" type="text"><text>What</text></item></section>
            <score id="total" title="Total" method="sum" polarity="higher-is-worse" missing="leave-out" overridable="yes">
            <input ref="beds"/><input ref="food"/></score>
            </tool>
            """
        return try DefinitionSource.tool(parsing: Array(text.utf8), path: "tools-definitions/tools/\(id).xml")
    }

    private static func read(_ text: String, isGiven: Bool = false) throws -> AnswerFile {
        let tools = [try tool("home"), try tool("school")]
        return AnswerFile(Array(text.utf8), path: "f.csv", for: isGiven ? tools[0] : nil) { id, _ in
            tools.first { $0.id == id }
        }
    }

    private static func says(_ file: AnswerFile) -> [String] {
        (file.diagnostics + file.sheets.flatMap(\.diagnostics)).map {
            "\($0.place?.description ?? ""): \($0.id): \($0.summary)" + ($0.suggestion.map { "; \($0)" } ?? "")
        }
    }

    @Test func readsARowForEachRespondent() throws {
        let file = try Self.read(
            """
            Tool,Version,beds,BEDS.evidence,How is the food?,Day done,about.setting,plan.what#1,plan.what#2,override.total
            home,1.0,1,Seen,Poor,2026-01-02,early-help,Buy,Ask,3

            home,1.0,2,,,,,,,
            """
        )
        #expect(Self.says(file).isEmpty)
        #expect(file.sheets.count == 2)
        let asOf = try #require(CalendarDay(iso: "2026-03-31"))
        let response = ResolvedAnswers(file.sheets[0].answers, tool: try Self.tool("home"), asOf: asOf).response
        #expect(response?.answers[AnswerKey(ItemID("beds"))] == .codes(["1"]))
        #expect(response?.evidence[AnswerKey(ItemID("beds"))] == "Seen")
        #expect(response?.answers[AnswerKey(ItemID("food"))] == .codes(["2"]))
        #expect(response?.about == [.completed: "2026-01-02", .setting: "early-help"])
        #expect(response?.answers[AnswerKey(ItemID("plan.what"), instance: 2)] == .text("Ask"))
        #expect(response?.overrides[ScoreID("total")]?.value == 3)
        #expect(file.sheets[1].answers.place.line == 4)
    }

    @Test func namesTheColumnsThatAreMissingOnce() throws {
        let file = try Self.read("Tool,beds\nhome,1\nhome,2\n")
        #expect(Self.says(file) == ["f.csv:1:1: answers.column.missing: the table has no column for food of home"])
        #expect(file.sheets.count == 2)
    }

    @Test func needsToKnowTheTool() throws {
        let file = try Self.read("about.completed,beds\n2026-01-02,1\n")
        #expect(
            Self.says(file) == [
                "f.csv:1:1: answers.column.missing: the table has no column Tool that says which tool the answers are for; "
                    + "name it with --tool"
            ]
        )
        #expect(try Self.read("beds,food\n1,2\n", isGiven: true).sheets.count == 1)
    }

    @Test func saysOnceThatAColumnIsUnknown() throws {
        let file = try Self.read("Tool,beds,foods,food\nhome,1,2,1\nhome,1,2,1\n")
        #expect(
            Self.says(file) == [
                "f.csv:1:11: answers.item.unknown: the column 'foods' is no item of home; it is not used; did you mean 'food'?"
            ]
        )
        #expect(file.sheets.allSatisfy { $0.answers.entries.count == 2 })
    }

    @Test(arguments: ["Ella Harper hit by Dad", "ella.harper#1 said", String(repeating: "a", count: 61)])
    func quotesAHeadingOnlyWhereItHasTheFormOfAnIdentifier(_ heading: String) throws {
        let file = try Self.read("Tool,beds,\(heading),food\nhome,1,2,1\n")
        #expect(
            Self.says(file) == [
                "f.csv:1:11: answers.item.unknown: the heading of column 3 is no item of home; it is not used"
            ]
        )
        #expect(file.diagnostics.map(\.value) == [heading])
    }

    @Test func saysWhichRowHasMoreCellsThanHeadings() throws {
        let file = try Self.read("Tool,beds,food\nhome,1,2,x\n")
        #expect(
            Self.says(file) == ["f.csv:2:10: answers.cells: the row has more cells than headings; those are not used"]
        )
    }

    @Test func saysWhichRowIsTooShort() throws {
        let file = try Self.read("Tool,beds,food\nhome,1\n")
        #expect(
            Self.says(file) == [
                "f.csv:2: answers.cells: the row has fewer cells than headings; what is not there counts as not answered"
            ]
        )
        #expect(file.sheets.first?.answers.entries.first?.values == [.text("1")])
    }

    /// What spreadsheets save as "Unicode text".
    @Test(arguments: [true, false], [true, false])
    func readsUTF16(_ isLittleEndian: Bool, _ hasMark: Bool) throws {
        let units = Array(((hasMark ? "\u{FEFF}" : "") + "Tool\tbeds\tfood\nhome\t1\t2\n").utf16)
        let bytes = units.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isLittleEndian ? pair.reversed() : pair
        }
        let tool = try Self.tool("home")
        let file = AnswerFile(bytes, path: "f.csv") { id, _ in id == tool.id ? tool : nil }
        #expect(file.holdsAnswers)
        #expect(file.sheets.first?.answers.entries.map(\.values) == [[.text("1")], [.text("2")]])
    }
}

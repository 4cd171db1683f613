import CareTools
import DataFormats
import Definitions
import Diagnostics
import Testing

/// Faults planted in copies of the tools that are shipped: each is found, at its place and in its words.
@Suite struct ToolFaultTests {
    struct Planted: Sendable, CustomTestStringConvertible {
        let tool: String
        let text: String
        let replacement: String
        let summary: String

        init(_ tool: String, _ text: String, _ replacement: String, _ summary: String) {
            (self.tool, self.text, self.replacement, self.summary) = (tool, text, replacement, summary)
        }

        var testDescription: String { summary }
    }

    private static let screen = "neglect-screen"
    private static let care = "graded-care"
    private static let safety = "safety-scale"
    private static let audit = "multi-agency-audit"

    static let planted = [
        Planted(screen, "status=\"active\"", "status=\"live\"", "status is one of draft, active, retired, not 'live'"),
        Planted(
            screen,
            "subject=\"child\"",
            "subject=\"family\"",
            "subject is one of child, unborn, carer, case, practitioner, not 'family'"
        ),
        Planted(
            screen,
            "max-age=\"17\" review",
            "max-age=\"old\" review",
            "max-age is in years, such as 4, or in months, such as 17m, not 'old'"
        ),
        Planted(
            screen,
            "id=\"neglect-screen\"",
            "id=\"Neglect_Screen\"",
            "id is of small letters and figures, joined by single dots or hyphens, not 'Neglect_Screen'"
        ),
        Planted(
            screen,
            "id=\"neglect-screen\"",
            "id=\"screen\"",
            "the file of this tool is named screen.xml or screen-1.0.xml"
        ),
        Planted(screen, " review-days=\"90\"", " review=\"90\"", "<tool> has no attribute 'review'"),
        Planted(
            screen,
            "review-days=\"90\"",
            "review-days=\"soon\"",
            "review-days is a number from 1 to 3660, not 'soon'"
        ),
        Planted(
            screen,
            "<field name=\"completed\" label=\"Date of this screen\" required=\"yes\"/>",
            "",
            "<about> needs the field 'completed'"
        ),
        Planted(screen, "<field name=\"rater\"", "<field name=\"child\"", "the field 'child' stands twice"),
        Planted(
            screen,
            "<field name=\"rater\"",
            "<field name=\"shoe\"",
            "name is one of child, born, expected, carer, case, from, completed, respondent, rater, agency, setting, wave, link, not 'shoe'"
        ),
        Planted(
            screen,
            "<scale id=\"seen\" polarity=\"none\">",
            "<scale id=\"seen\" polarity=\"up\">",
            "polarity is one of higher-is-worse, higher-is-better, none, not 'up'"
        ),
        Planted(screen, "<scale id=\"seen\"", "<scale id=\"consent\"", "there are two scales 'consent'"),
        Planted(screen, "<option code=\"with-carer\"", "<option code=\"alone\"", "the code 'alone' stands twice"),
        Planted(screen, "label=\"Seen with a carer only\"", "label=\"Not seen\"", "the label 'Not seen' stands twice"),
        Planted(
            screen,
            "<option code=\"sometimes\" value=\"1\"",
            "<option code=\"sometimes\" value=\"one\"",
            "value is a decimal such as 2 or 0.5, not 'one'"
        ),
        Planted(
            screen,
            "label=\"Does not apply\" kind=\"not-applicable\"",
            "label=\"Does not apply\" value=\"0\" kind=\"not-applicable\"",
            "an option that is not-applicable has no value"
        ),
        Planted(
            screen,
            "label=\"Does not apply\" kind=\"not-applicable\"",
            "label=\"Does not apply\" kind=\"never\"",
            "kind is one of answer, not-known, not-applicable, not 'never'"
        ),
        Planted(screen, "scale=\"seen\"", "scale=\"sen\"", "there is no scale 'sen'; did you mean 'seen'?"),
        Planted(
            screen,
            "<scale id=\"seen\"",
            "<scale id=\"extra\" polarity=\"none\"><option code=\"a\" label=\"A\"/><option code=\"b\" label=\"B\"/></scale><scale id=\"seen\"",
            "no item has the scale 'extra'"
        ),
        Planted(
            care,
            "<text>Milk feeds</text>",
            "<text> </text>",
            "<text> is empty"
        ),
        Planted(
            safety,
            "id=\"own.number\" type=\"number\" min=\"0\" max=\"10\" places=\"0\" polarity=\"higher-is-better\"",
            "id=\"own.number\" type=\"number\" min=\"0\" max=\"10\" places=\"0\" polarity=\"higher-is-worse\"",
            "'rater.number' is better where the inputs before it are worse: turn it round with reversed=\"yes\""
        ),
        Planted(
            safety,
            "repeats=\"Person\" most=\"16\"",
            "repeats=\"Person\" most=\"many\"",
            "most is a number from 2 to 100, not 'many'"
        ),
        Planted(safety, "id=\"own\"", "id=\"question\"", "the identifier 'question' stands twice"),
        Planted(
            safety,
            "<input ref=\"own.number\"/>",
            "<input ref=\"own.numbre\"/>",
            "there is no item or score 'own.numbre'; did you mean 'own.number'?"
        ),
        Planted(
            safety,
            "<input ref=\"own.number\"/>",
            "<input ref=\"rater.number\"/>",
            "'rater.number' is an input twice"
        ),
        Planted(
            safety,
            "method=\"lowest\"",
            "method=\"average\"",
            "method is one of sum, mean, highest, lowest, mode-with-ceiling, count-of, weighted-sum, prorated-sum, share-of-maximum, share-of-range, spread, not 'average'"
        ),
        Planted(
            safety,
            "method=\"lowest\" ",
            "method=\"lowest\" ceiling=\"3\" ",
            "'ceiling' goes with the method 'mode-with-ceiling'"
        ),
        Planted(
            safety,
            "missing=\"leave-out\" minimum=\"1\"",
            "missing=\"ignore\" minimum=\"1\"",
            "missing is 'leave-out' or 'refuse', not 'ignore'"
        ),
        Planted(
            safety,
            "missing=\"leave-out\" minimum=\"1\"",
            "missing=\"refuse\" minimum=\"1\"",
            "where one missing input is enough, there is no minimum"
        ),
        Planted(
            safety,
            "minimum=\"1\" places=\"0\"",
            "minimum=\"99\" places=\"0\"",
            "it never has a value: it needs 99 of 17 inputs"
        ),
        Planted(
            safety,
            "minimum=\"1\" places=\"0\"",
            "minimum=\"1\" places=\"9\"",
            "places is a number from 0 to 6, not '9'"
        ),
        Planted(
            care,
            "scale=\"grade\" required=\"yes\" evidence=\"yes\" form=\"nutritional\" max-age=\"11m\"",
            "scale=\"grade\" required=\"yes\" evidence=\"yes\" form=\"hunger\" max-age=\"11m\"",
            "form is one of physical, medical, nutritional, educational, emotional, supervision, not 'hunger'"
        ),
        Planted(
            care,
            "required=\"yes\" evidence=\"yes\" form=\"nutritional\" max-age=\"11m\"",
            "required=\"always\" evidence=\"yes\" form=\"nutritional\" max-age=\"11m\"",
            "required is 'yes' or 'no', not 'always'"
        ),
        Planted(
            care,
            "required=\"yes\" evidence=\"yes\" form=\"nutritional\" max-age=\"11m\"",
            "required=\"yes\" form=\"nutritional\" max-age=\"11m\"",
            "the scale 'grade' asks for evidence, and the item takes none: add evidence=\"yes\""
        ),
        Planted(
            care,
            "form=\"nutritional\" max-age=\"11m\"",
            "form=\"nutritional\" min-age=\"2\" max-age=\"11m\"",
            "the ages end before they begin"
        ),
        Planted(
            care,
            "form=\"nutritional\" max-age=\"11m\"",
            "form=\"nutritional\" min-age=\"18\"",
            "the item is never asked: its ages are outside those of the tool"
        ),
        Planted(
            care,
            "<prompt min-age=\"5\">",
            "<prompt min-age=\"19\">",
            "the prompt is never shown: its ages are outside those of the item"
        ),
        Planted(care, "<text>Milk feeds</text>", "<text>  </text><text/>", "<item> needs one <text>"),
        Planted(
            care,
            "<anchor code=\"5\">The baby goes hungry",
            "<anchor code=\"6\">The baby goes hungry",
            "the scale 'grade' has no code '6'"
        ),
        Planted(
            care,
            "<anchor code=\"5\">The baby goes hungry",
            "<anchor code=\"4\">The baby goes hungry",
            "the item has two anchors for '4'"
        ),
        Planted(
            care,
            "<item id=\"visit.on\" type=\"date\">",
            "<item id=\"visit.on\" type=\"day\">",
            "type is one of choice, choices, text, date, number, item, not 'day'"
        ),
        Planted(
            care,
            "<item id=\"visit.on\" type=\"date\">",
            "<item id=\"visit.on\" type=\"date\" scale=\"yes-no\">",
            "an item of the type 'date' has no scale"
        ),
        Planted(
            care,
            "<item id=\"visit.on\" type=\"date\">",
            "<item id=\"about.on\" type=\"date\">",
            "no identifier begins with 'about.'"
        ),
        Planted(
            care,
            "<item id=\"visit.on\" type=\"date\">",
            "<item id=\"visit.evidence\" type=\"date\">",
            "no identifier ends in '.evidence'"
        ),
        Planted(
            care,
            "<item id=\"visit.on\" type=\"date\">",
            "<item id=\"visit.on\" type=\"number\">",
            "a number needs 'min'"
        ),
        Planted(care, "ceiling=\"3\" ties=\"highest-mode\"", "ceiling=\"3\"", "<score> needs the attribute 'ties'"),
        Planted(
            care,
            "ceiling=\"3\" ties=\"highest-mode\"",
            "ties=\"highest-mode\"",
            "the method 'mode-with-ceiling' needs 'ceiling'"
        ),
        Planted(
            care,
            "<input ref=\"food.milk\"/>",
            "<input ref=\"food.milk\" weight=\"-2\"/>",
            "a weight is not negative"
        ),
        Planted(
            care,
            "<input ref=\"food.milk\"/>",
            "<input ref=\"food.milk\" weight=\"2\"/>",
            "the method 'mode-with-ceiling' takes no weights but 0"
        ),
        Planted(care, "<input ref=\"food.milk\"/>", "<input ref=\"visit.where\"/>", "'visit.where' has no value"),
        Planted(
            care,
            "<input ref=\"food.milk\"/>",
            "<input ref=\"food\"/>",
            "there is no item or score 'food'; it is a section, which has no answer"
        ),
        Planted(
            care,
            "<input ref=\"food.milk\"/>",
            "<input ref=\"area.physical\"/>",
            "'sub.food' depends on itself: sub.food, then area.physical, then sub.food"
        ),
        Planted(
            care,
            "<input ref=\"sub.food\"/>",
            "<input ref=\"sub.food\" reversed=\"yes\"/>",
            "a score is not turned round"
        ),
        Planted(
            care,
            "<band from=\"1\" to=\"2\"",
            "<band from=\"2\" to=\"2\"",
            "no band has the value 1, the lowest that can be reached"
        ),
        Planted(care, "<band from=\"1\" to=\"2\"", "<band from=\"1\" to=\"1\"", "no band has the value 2"),
        Planted(care, "<band from=\"1\" to=\"2\"", "<band from=\"1\" to=\"3\"", "the value 3 has two bands"),
        Planted(care, "<band from=\"5\" to=\"5\"", "<band from=\"6\" to=\"7\"", "no value of the score is from 6 to 7"),
        Planted(care, "<band from=\"1\" to=\"2\"", "<band from=\"2\" to=\"1\"", "a band ends before it begins"),
        Planted(
            care,
            "<at-least ref=\"present.watch\" value=\"5\"/>",
            "<at-least ref=\"present.watch\" value=\"6\"/>",
            "it never holds: 'present.watch' is 5 at most"
        ),
        Planted(
            care,
            "<at-least ref=\"present.watch\" value=\"5\"/>",
            "<at-least ref=\"present.watch\"/>",
            "<at-least> needs the attribute 'value'"
        ),
        Planted(
            care,
            "<at-least ref=\"present.watch\" value=\"5\"/>",
            "<at-least ref=\"visit.where\" value=\"5\"/>",
            "'visit.where' has no value"
        ),
        Planted(
            care,
            "<at-least ref=\"present.watch\" value=\"5\"/>",
            "<is ref=\"present.watch\" code=\"five\"/>",
            "'present.watch' has no code 'five'"
        ),
        Planted(
            care,
            "<at-least ref=\"present.watch\" value=\"5\"/>",
            "<is ref=\"visit.where\" code=\"5\"/>",
            "'visit.where' has no codes: it is no choice"
        ),
        Planted(
            care,
            "<at-least ref=\"present.watch\" value=\"5\"/>",
            "<all><is ref=\"present.watch\" code=\"4\"/><is ref=\"present.watch\" code=\"5\"/></all>",
            "it never holds: 'present.watch' cannot be '4' and '5'"
        ),
        Planted(
            care,
            "<at-least ref=\"present.watch\" value=\"5\"/>",
            "<equals ref=\"present.watch\" value=\"5\"/>",
            "<equals> cannot stand in <any>"
        ),
        Planted(
            care,
            "<age from=\"0\" to=\"4\"/>",
            "<age from=\"20\" to=\"24\"/>",
            "no child of the tool's ages is in this band"
        ),
        Planted(care, "<age from=\"0\" to=\"4\"/>", "<age/>", "<age> needs 'from' or 'to'"),
        Planted(care, "<alert id=\"alert.young\"", "<alert id=\"alert.watch\"", "there are two alerts 'alert.watch'"),
        Planted(
            care,
            "current=\"target.now\"",
            "current=\"target.by\"",
            "'target.by' must be of the type number or choice"
        ),
        Planted(care, "<targets section=\"targets\"", "<targets section=\"aims\"", "there is no section 'aims'"),
        Planted(
            safety,
            "<option code=\"yes\" ",
            "<option code=\"yes\" alone=\"yes\" ",
            "no item with type=\"choices\" has the scale 'alone', so every option stands alone"
        ),
        Planted(
            care,
            "method=\"mode-with-ceiling\"",
            "no-score-code=\"5\" method=\"mode-with-ceiling\"",
            "no-score-code 5 is a value that the score can have"
        ),
        Planted(
            screen,
            "<input ref=\"care.physical\"/>",
            "<input ref=\"around.load\"/>",
            "'around.load' has no value"
        ),
        Planted(screen, "alone=\"yes\"", "alone=\"true\"", "alone is 'yes' or 'no', not 'true'"),
        Planted(audit, "<actions section=\"action\"", "<actions section=\"acts\"", "there is no section 'acts'"),
        Planted(audit, "due=\"action.due\"", "due=\"action.what\"", "'action.what' must be of the type date"),
        Planted(audit, "closed=\"green\"", "closed=\"blue\"", "the state 'action.state' has no code 'blue'"),
        Planted(
            audit,
            "second=\"second.help\"",
            "second=\"second.halp\"",
            "there is no item 'second.halp'; did you mean 'second.help'?"
        ),
        Planted(
            audit,
            "agreed=\"agreed.help\"",
            "agreed=\"risk.safe\"",
            "judgements that are moderated are choices of one scale"
        ),
        Planted(
            screen,
            "<suggestions decision=\"decision\"",
            "<suggestions decision=\"decison\"",
            "there is no item 'decison'; did you mean 'decision'?"
        ),
        Planted(
            screen,
            "<step code=\"talk-and-help\"",
            "<step code=\"talk\"",
            "the decision 'decision' has no code 'talk'"
        ),
        Planted(
            screen,
            "<step code=\"talk-and-help\"",
            "<step code=\"no-concern-now\"",
            "the code 'no-concern-now' stands twice"
        ),
        Planted(
            screen,
            "<followed-by tool=\"graded-care\"/>",
            "<comparable version=\"1.0\"/>",
            "the version '1.0' is the tool's own or stands twice"
        ),
        Planted(
            screen,
            "<followed-by tool=\"graded-care\"/>",
            "<followed-by tool=\"neglect-screen\"/>",
            "a tool is not followed by itself"
        ),
        Planted(
            screen,
            "<answered ref=\"around.load\"/>",
            "<answered ref=\"around.lod\"/>",
            "there is no item or score 'around.lod'; did you mean 'around.load'?"
        ),
        Planted(screen, "  <licence>", "  <purpose>x</purpose><licence>", "<licence> must stand before <purpose>"),
        Planted(screen, "  <licence>", "  <colour/><licence>", "<colour> cannot stand in <tool>"),
    ]

    private static func text(of tool: String) throws -> String {
        String(decoding: try #require(BuiltInFile.bytes(at: "tools-definitions/tools/\(tool).xml")), as: UTF8.self)
    }

    @Test(arguments: planted)
    func findsThePlantedFault(_ planted: Planted) throws {
        let text = try Self.text(of: planted.tool)
        let range = try #require(text.firstRange(of: planted.text))
        let faulty = text.replacingCharacters(planted.replacement, in: range)
        let faults = #expect(throws: DefinitionFaults.self) {
            try DefinitionSource.tool(parsing: Array(faulty.utf8), path: "tools/\(planted.tool).xml")
        }
        let found = faults?.diagnostics.filter { $0.summary == planted.summary } ?? []
        #expect(found.count >= 1, "\(faults?.diagnostics.map(\.summary) ?? [])")
        // The place is where the fault was planted: its element begins or ends within a few lines.
        let line = 1 + text[..<range.lowerBound].utf8.count { $0 == 0x0A }
        #expect(found.contains { abs(($0.place?.line ?? 0) - line) <= 80 && ($0.place?.column ?? 0) > 0 })
    }
}

extension String {
    fileprivate func replacingCharacters(_ replacement: String, in range: Range<String.Index>) -> String {
        String(self[..<range.lowerBound]) + replacement + String(self[range.upperBound...])
    }
}

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

    static let planted = [
        Planted(screen, "status=\"active\"", "status=\"live\"", "status is one of draft, active, retired, not 'live'"),
        Planted(screen, "subject=\"child\"", "subject=\"family\"", "subject is one of child, unborn, carer, case, practitioner, not 'family'"),
        Planted(screen, "max-age=\"17\" review", "max-age=\"old\" review", "max-age is in years, such as 4, or in months, such as 17m, not 'old'"),
        Planted(screen, "id=\"neglect-screen\"", "id=\"Neglect_Screen\"", "id is of small letters and figures, joined by single dots or hyphens, not 'Neglect_Screen'"),
        Planted(screen, "id=\"neglect-screen\"", "id=\"screen\"", "the file of this tool is named screen.xml or screen-1.0.xml"),
        Planted(screen, " review-days=\"90\"", " review=\"90\"", "<tool> has no attribute 'review'"),
        Planted(screen, "review-days=\"90\"", "review-days=\"soon\"", "review-days is a number from 1 to 3660, not 'soon'"),
        Planted(screen, "<field name=\"completed\" label=\"Date of this screen\" required=\"yes\"/>", "", "<about> needs the field 'completed'"),
        Planted(screen, "<field name=\"rater\"", "<field name=\"child\"", "the field 'child' stands twice"),
        Planted(screen, "<field name=\"rater\"", "<field name=\"shoe\"", "name is one of child, born, expected, carer, case, from, completed, respondent, rater, agency, setting, wave, link, not 'shoe'"),
        Planted(screen, "<scale id=\"seen\" polarity=\"none\">", "<scale id=\"seen\" polarity=\"up\">", "polarity is one of higher-is-worse, higher-is-better, none, not 'up'"),
        Planted(screen, "<scale id=\"seen\"", "<scale id=\"consent\"", "there are two scales 'consent'"),
        Planted(screen, "<option code=\"with-carer\"", "<option code=\"alone\"", "the code 'alone' stands twice"),
        Planted(screen, "label=\"Seen with a carer only\"", "label=\"Not seen\"", "the label 'Not seen' stands twice"),
        Planted(screen, "<option code=\"sometimes\" value=\"1\"", "<option code=\"sometimes\" value=\"one\"", "value is a decimal such as 2 or 0.5, not 'one'"),
        Planted(screen, "label=\"Does not apply\" kind=\"not-applicable\"", "label=\"Does not apply\" value=\"0\" kind=\"not-applicable\"", "an option that is not-applicable has no value"),
        Planted(screen, "label=\"Does not apply\" kind=\"not-applicable\"", "label=\"Does not apply\" kind=\"never\"", "kind is one of answer, not-known, not-applicable, not 'never'"),
        Planted(screen, "scale=\"seen\"", "scale=\"sene\"", "there is no scale 'sene'; did you mean 'seen'?"),
        Planted(screen, "scale=\"seen\"", "scale=\"money\"", "no item has the scale 'seen'"),
        Planted(safety, "repeats=", "most=\"3\" id=\"x\" repeats=", ""),
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
        #expect(found.contains { abs(($0.place?.line ?? 0) - line) <= 60 && ($0.place?.column ?? 0) > 0 })
    }
}

extension String {
    fileprivate func replacingCharacters(_ replacement: String, in range: Range<String.Index>) -> String {
        String(self[..<range.lowerBound]) + replacement + String(self[range.upperBound...])
    }
}

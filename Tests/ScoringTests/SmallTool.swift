import CareTools
import Definitions
import Diagnostics
import Testing

/// A tool of a few items, written as a definition and read as one.
struct SmallTool {
    let tool: Tool

    /// Reads the parts of a tool behind its frame.
    init(_ parts: String) throws {
        tool = try DefinitionSource.tool(parsing: Array(Self.xml(parts).utf8), path: "tools/small.xml")
    }

    /// The faults of a tool of these parts.
    static func faults(_ parts: String) -> [String] {
        do throws(DefinitionFaults) {
            _ = try DefinitionSource.tool(parsing: Array(xml(parts).utf8), path: "tools/small.xml")
            return []
        } catch {
            return error.diagnostics.map(\.summary)
        }
    }

    static func xml(_ parts: String) -> String {
        """
        <tool xmlns="urn:child-impact:definitions:1" id="small" version="1.0" status="active" language="en-GB"
              title="Small" subject="child"><licence>MIT</licence><source>here</source><purpose>to test</purpose>
        <about><field name="born" label="Born"/><field name="completed" label="Completed"/></about>
        \(parts)</tool>
        """
    }

    /// Items q1 to qN on one scale, and one score of them.
    init(_ count: Int, values: [String], reversed: Set<Int> = [], score: String, inside: String = "") throws {
        let options = values.enumerated().map {
            "<option code=\"v\($0.offset)\" value=\"\($0.element)\" label=\"L\($0.offset)\"/>"
        }
        try self.init(
            """
            <scale id="s" polarity="higher-is-worse">\(options.joined())
            <option code="plain" label="No value"/>
            <option code="not-known" label="Not known" kind="not-known"/>
            <option code="not-applicable" label="Does not apply" kind="not-applicable"/></scale>
            <section id="all" title="All">\((1...count).map { "<item id=\"q\($0)\" scale=\"s\"><text>Question \($0)</text></item>" }.joined())</section>
            <score id="score" title="Score" polarity="higher-is-worse" \(score)><note>The rule under test.</note>
            \((1...count).map { "<input ref=\"q\($0)\"\(reversed.contains($0) ? " reversed=\"yes\"" : "")/>" }.joined())\(inside)</score>
            """
        )
    }

    /// The result of answers to q1, q2 ...: a value of the scale, `-` for none, `?` for not known, `NA`, `plain`.
    func result(_ answers: [String]) throws -> CareTools.Result {
        var response = Response(to: tool)
        for (index, answer) in answers.enumerated() {
            let scale = try #require(tool.scales.first)
            let code: String? =
                switch answer {
                case "-": nil
                case "?": "not-known"
                case "NA": "not-applicable"
                case "plain": "plain"
                default: try #require(scale.options.first { $0.value == ExactNumber(answer) }).code
                }
            if let code { response.answers[AnswerKey(ItemID("q\(index + 1)"))] = .codes([code]) }
        }
        return tool.result(of: response)
    }

    /// The score of answers.
    func score(_ answers: [String]) throws -> ScoreResult {
        try #require(try result(answers).score(ScoreID("score")))
    }
}

import CareTools
import CaseDates
import Testing

/// The vectors on change between readings.
///
/// Whether a change is more than chance is never said, so of the published vectors with an index only the direction and
/// the crossing of the cut-off hold here.
@Suite struct ChangeVectorTests {
    private static let asOf = CalendarDay(number: 20_600)

    private static func response(_ tool: Tool, _ value: Answer?, on day: String) -> CareTools.Result {
        var response = Response(to: tool, status: .completed)
        response.about = [.born: "2018-01-01", .completed: day]
        if let value { response.answers[AnswerKey(ItemID("q1"))] = value }
        return tool.result(of: response)
    }

    private static func change(_ tool: Tool, _ first: Answer?, _ second: Answer?) throws -> Change {
        let comparison = try Comparison(
            [response(tool, first, on: "2025-01-01"), response(tool, second, on: "2025-07-01")],
            asOf: asOf
        )
        return try #require(comparison.scores.first)
    }

    private static func cutOff() throws -> Tool {
        try SmallTool(
            """
            <section id="all" title="All"><item id="q1" type="number" min="0" max="100" polarity="higher-is-worse"><text>x</text></item></section>
            <score id="score" title="S" method="highest" polarity="higher-is-worse"><input ref="q1"/>
            <band from="0" to="51" label="under the cut-off"/><band from="52" to="100" label="over the cut-off"/></score>
            """
        ).tool
    }

    @Test(arguments: [
        ("6.1", 65, 47, Direction.improved, true), ("6.2", 65, 53, .improved, false), ("6.3", 55, 40, .improved, true),
        ("6.4", 80, 60, .improved, false), ("back over it", 40, 55, .worse, true), ("as before", 60, 60, .same, false),
    ])
    func aCutOffIsCrossedOrNot(
        _ id: String,
        _ first: Int,
        _ second: Int,
        _ direction: Direction,
        _ crosses: Bool
    ) throws {
        let change = try Self.change(
            Self.cutOff(),
            .number(ExactNumber(first)),
            .number(ExactNumber(second))
        )
        #expect(change.direction == direction)
        #expect((change.bandsCrossed != nil) == crosses)
        let words = change.words { $0.text } + change.notes { $0.text }.joined()
        #expect(!words.contains("reliabl") && !words.contains("significan"))
    }

    /// 6.10: the same numbers are better on one scale and worse on the other.
    @Test(arguments: [("higher-is-better", Direction.improved), ("higher-is-worse", .worse), ("none", .changed)])
    func theScaleSaysWhichEndIsBetter(_ polarity: String, _ direction: Direction) throws {
        let tool = try SmallTool(
            """
            <section id="all" title="All"><item id="q1" type="number" min="1" max="10" polarity="\(polarity)"><text>x</text></item></section>
            <score id="score" title="S" method="highest" polarity="\(polarity)"><input ref="q1"/></score>
            """
        ).tool
        #expect(try Self.change(tool, .number(3), .number(5)).direction == direction)
    }

    @Test func oneGradeLessIsBetterAndNoGradeIsNotComparable() throws {
        let tool = try SmallTool(1, values: ["1", "2", "3", "4", "5"], score: "method=\"highest\"").tool
        #expect(try Self.change(tool, .codes(["v3"]), .codes(["v2"])).direction == .improved)
        #expect(try Self.change(tool, .codes(["v3"]), nil).direction == .notComparable)
        #expect(try Self.change(tool, .codes(["v3"]), .codes(["not-known"])).direction == .notComparable)
        #expect(try Self.change(tool, nil, .codes(["v3"])).direction == .notComparable)
    }

    @Test func anotherVersionIsNotComparableUnlessTheDefinitionSaysHow() throws {
        let tool = try SmallTool(1, values: ["1", "2", "3"], score: "method=\"highest\"").tool
        var newer = tool
        newer.version = "2.0"
        func change(_ newer: Tool) throws -> Change {
            let first = Self.response(tool, .codes(["v2"]), on: "2025-01-01")
            let second = Self.response(newer, .codes(["v1"]), on: "2025-07-01")
            return try #require(try Comparison([first, second], asOf: Self.asOf).scores.first)
        }
        #expect(try change(newer).direction == .notComparable)
        newer.comparable = [ComparableVersion(version: "1.0", pairs: nil)]
        #expect(try change(newer).direction == .improved)
    }

    /// 6.9: both readings are kept, and the worker's is the one that is scored.
    @Test func theWorkersReadingIsScoredAndTheFamilysIsKept() throws {
        let tool = try SmallTool(
            """
            <section id="all" title="All">
            <item id="q1" type="number" min="1" max="10" polarity="higher-is-better"><text>Worker</text></item>
            <item id="q2" type="number" min="1" max="10" polarity="higher-is-better"><text>Family</text></item></section>
            <score id="score" title="S" method="highest" polarity="higher-is-better"><input ref="q1"/></score>
            """
        ).tool
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("q1"))] = .number(4)
        response.answers[AnswerKey(ItemID("q2"))] = .number(6)
        let result = tool.result(of: response)
        #expect(result.scores.first?.value == 4)
        #expect(result.response.answers[AnswerKey(ItemID("q2"))] == .number(6))
    }
}

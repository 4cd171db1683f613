import CareTools
import Testing

/// Scores of an item that takes several answers.
@Suite struct SeveralAnswersTests {
    private static func tool() throws -> Tool {
        func score(_ id: String, _ rule: String) -> String {
            "<score id=\"\(id)\" title=\"T\" polarity=\"higher-is-worse\" missing=\"leave-out\" \(rule)><input ref=\"signs\"/></score>"
        }
        return try SmallTool(
            """
            <scale id="signs" polarity="higher-is-worse">
            <option code="2-a" value="2" label="2 a"/><option code="2-b" value="2" label="2 b"/>
            <option code="3-b" value="3" label="3 b"/><option code="3-c" value="3" label="3 c"/>
            <option code="4-a" value="4" label="4 a"/><option code="other" label="Other"/>
            <option code="none" value="0" label="None" alone="yes"/>
            <option code="not-known" label="?" kind="not-known"/><option code="na" label="-" kind="not-applicable"/></scale>
            <section id="s" title="S"><item id="signs" type="choices" scale="signs"><text>x</text></item></section>
            """
                + score("highest", "method=\"highest\"") + score("lowest", "method=\"lowest\"")
                + score("sum", "method=\"sum\"") + score("three", "method=\"count-of\" at-least=\"3\"")
                + score("ticked", "method=\"count-of\" codes=\"2-a 2-b 3-b 3-c 4-a other\"")
        ).tool
    }

    struct Ticked: Sendable, CustomTestStringConvertible {
        let codes: String
        /// Highest, lowest, sum, how many of 3 or more, how many at all.
        let values: String
        let counts: String

        init(_ codes: String, _ values: String, _ counts: String = "1 of 1") {
            (self.codes, self.values, self.counts) = (codes, values, counts)
        }

        var testDescription: String { codes }
    }

    /// The first two are vectors 2.1 and 2.2: the highest descriptor applies.
    ///
    /// Source: https://github.com/logicly-au/docs.iar-dst.online/blob/v1/domains/overview.rst
    @Test(arguments: [
        Ticked("3-b 3-c 4-a", "4 3 10 3 3"), Ticked("2-a 2-b 3-c", "3 2 7 1 3"), Ticked("4-a", "4 4 4 1 1"),
        Ticked("2-a other", "2 2 2 0 2"), Ticked("none", "0 0 0 0 0"), Ticked("2-a not-known", "2 2 2 0 1"),
        Ticked("2-a na", "2 2 2 0 1"), Ticked("not-known", "- - - - -", "0 of 1"),
        Ticked("na", "- - - - -", "0 of 0"), Ticked("", "- - - - -", "0 of 1"),
    ])
    func severalAnswersAreOneInput(_ ticked: Ticked) throws {
        let tool = try Self.tool()
        var response = Response(to: tool)
        if !ticked.codes.isEmpty {
            response.answers[AnswerKey(ItemID("signs"))] = .codes(ticked.codes.split(separator: " ").map(String.init))
        }
        let scores = tool.result(of: response).scores
        #expect(scores.map { $0.value?.description ?? "-" }.joined(separator: " ") == ticked.values)
        #expect(Set(scores.map { "\($0.answered) of \($0.applicable)" }) == [ticked.counts])
    }

    /// What has no value is left out of what is made of values, and is still one of those that are ticked.
    @Test func anAnswerWithoutAValueCountsOnlyInACount() throws {
        let tool = try Self.tool()
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("signs"))] = .codes(["other"])
        let scores = tool.result(of: response).scores
        #expect(scores.map { $0.value?.description ?? "-" } == ["-", "-", "-", "-", "1"])
        #expect(scores.map(\.applicable) == [0, 0, 0, 0, 1])
    }

    @Test func theBoundsOfEveryValueAreKnown() throws {
        let tool = try Self.tool()
        let reach = tool.scores.compactMap { tool.reachableValues(of: $0) }.map { "\($0.lowest) to \($0.highest)" }
        #expect(reach == ["0 to 4", "0 to 4", "0 to 14", "0 to 3", "0 to 6"])
    }
}

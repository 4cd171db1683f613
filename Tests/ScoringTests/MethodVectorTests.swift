import CareTools
import Testing

/// The vectors on missing answers, prorating, weights, bands and states.
@Suite struct MethodVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let id: String
        let count: Int
        let values: String
        let score: String
        let answers: String
        let expected: String?
        let counts: String
        var reversed: Set<Int> = []

        var testDescription: String { id }

        init(
            _ id: String,
            _ count: Int,
            of values: String,
            _ score: String,
            answers: String,
            _ expected: String?,
            _ counts: String,
            reversed: Set<Int> = []
        ) {
            (self.id, self.count, self.values, self.score) = (id, count, values, score)
            (self.answers, self.expected, self.counts, self.reversed) = (answers, expected, counts, reversed)
        }

        /// `1 2 2x-` means 1, 2, and twice nothing.
        var list: [String] {
            answers.split(separator: " ").flatMap { word -> [String] in
                let parts = word.split(separator: "x")
                guard parts.count == 2, let times = Int(parts[0]) else { return [String(word)] }
                return Array(repeating: String(parts[1]), count: times)
            }
        }
    }

    private static let half = "method=\"sum\" minimum-share=\"0.5\""
    private static let share = "method=\"share-of-maximum\" minimum-share=\"0.5\""

    static let vectors = [
        Vector("2.1 highest descriptor", 3, of: "3 4", "method=\"highest\"", answers: "3 3 4", "4", "3 of 3"),
        Vector("2.2 highest descriptor", 3, of: "2 3", "method=\"highest\"", answers: "2 2 3", "3", "3 of 3"),
        Vector(
            "3.1 prorated from three of five",
            5,
            of: "0 1 2",
            "method=\"prorated-sum\" minimum=\"3\" places=\"0\"",
            answers: "2 1 1 - -",
            "7",
            "3 of 5"
        ),
        Vector(
            "3.2 two of five",
            5,
            of: "0 1 2",
            "method=\"prorated-sum\" minimum=\"3\" places=\"0\"",
            answers: "2 2 - - -",
            nil,
            "2 of 5"
        ),
        Vector(
            "3.5 more than three missing",
            15,
            of: "0 1",
            "method=\"prorated-sum\" minimum=\"12\" places=\"0\" no-score-code=\"88\"",
            answers: "11x1 4x-",
            nil,
            "11 of 15"
        ),
        Vector(
            "3.7 one answer of ten",
            10,
            of: "0 1 2 3 4",
            "method=\"prorated-sum\"",
            answers: "4 9x-",
            "40",
            "1 of 10"
        ),
        Vector(
            "3.8 two answers of ten",
            10,
            of: "0 1 2 3 4",
            "method=\"prorated-sum\"",
            answers: "4 3 8x-",
            "35",
            "2 of 10"
        ),
        Vector("3.10 one of three", 3, of: "0 1", half, answers: "1 - -", nil, "1 of 3"),
        Vector("3.11 two of four", 4, of: "0 1", half, answers: "1 1 - -", "2", "2 of 4"),
        Vector("3.11 two of three", 3, of: "0 1", half, answers: "1 1 -", "2", "2 of 3"),
        Vector("3.14 percentage of the maximum", 4, of: "0 1 2 3 4", share, answers: "4 2 - -", "75", "2 of 4"),
        Vector(
            "3.15 sum with one turned round",
            4,
            of: "0 1 2 3 4",
            "method=\"prorated-sum\" minimum-share=\"0.5\"",
            answers: "4 2 - -",
            "4",
            "2 of 4",
            reversed: [1]
        ),
        Vector("3.15 percentage", 4, of: "0 1 2 3 4", share, answers: "4 2 - -", "25", "2 of 4", reversed: [1]),
        Vector(
            "3.16 ten sections",
            10,
            of: "0 1 2 3 4 5",
            "method=\"share-of-maximum\"",
            answers: "5 5 5 1 6x0",
            "32",
            "10 of 10"
        ),
        Vector(
            "3.16 a section that does not apply",
            10,
            of: "0 1 2 3 4 5",
            "method=\"share-of-maximum\" places=\"1\"",
            answers: "5 5 5 1 5x0 NA",
            "35.6",
            "9 of 9"
        ),
        Vector(
            "3.18 not applicable leaves the divisor",
            47,
            of: "0 1 2",
            "method=\"mean\"",
            answers: "45x2 2xNA",
            "2",
            "45 of 45"
        ),
        Vector(
            "one missing is enough",
            3,
            of: "0 1",
            "method=\"sum\" missing=\"refuse\"",
            answers: "1 1 ?",
            nil,
            "2 of 3"
        ),
        Vector("zero is an answer", 3, of: "0 1", "method=\"sum\" missing=\"refuse\"", answers: "0 0 0", "0", "3 of 3"),
        Vector("4.8 an option without a value", 3, of: "1 2", "method=\"sum\"", answers: "plain 2 2", "4", "2 of 2"),
        Vector("count", 4, of: "0 1 2", "method=\"count-of\" at-least=\"1\"", answers: "0 1 2 -", "2", "3 of 4"),
        Vector(
            "count of codes",
            4,
            of: "0 1 2",
            "method=\"count-of\" codes=\"v2 plain\"",
            answers: "0 plain 2 NA",
            "2",
            "3 of 3"
        ),
        Vector("spread", 4, of: "0 3 10", "method=\"spread\" minimum=\"2\"", answers: "3 10 - -", "7", "2 of 4"),
        Vector("spread of one", 4, of: "0 3 10", "method=\"spread\" minimum=\"2\"", answers: "3 - - -", nil, "1 of 4"),
        Vector("lowest", 3, of: "0 3 10", "method=\"lowest\"", answers: "3 10 ?", "3", "2 of 3"),
        Vector("mean, half up", 2, of: "1 2", "method=\"mean\" places=\"0\"", answers: "1 2", "2", "2 of 2"),
        Vector(
            "mean, half even",
            2,
            of: "2 3",
            "method=\"mean\" places=\"0\" rounding=\"half-even\"",
            answers: "2 3",
            "2",
            "2 of 2"
        ),
        Vector(
            "mean, down",
            3,
            of: "1 2",
            "method=\"mean\" places=\"1\" rounding=\"down\"",
            answers: "1 2 2",
            "1.6",
            "3 of 3"
        ),
        Vector(
            "mean, up",
            3,
            of: "1 2",
            "method=\"mean\" places=\"1\" rounding=\"up\"",
            answers: "1 1 2",
            "1.4",
            "3 of 3"
        ),
        Vector("tenths add up", 3, of: "0.1 0.2", "method=\"sum\"", answers: "0.1 0.2 0.1", "0.4", "3 of 3"),
        Vector("share of the range", 2, of: "1 5", "method=\"share-of-range\"", answers: "1 5", "50", "2 of 2"),
    ]

    @Test(arguments: vectors)
    func givesTheExpectedValue(_ vector: Vector) throws {
        let tool = try SmallTool(
            vector.count,
            values: vector.values.split(separator: " ").map(String.init),
            reversed: vector.reversed,
            score: vector.score
        )
        let score = try tool.score(vector.list)
        #expect(score.value?.description == vector.expected)
        #expect("\(score.answered) of \(score.applicable)" == vector.counts)
        #expect((score.reason == nil) == (vector.expected != nil))
    }

    @Test func theCodeForNoScoreIsKeptApart() throws {
        let tool = try SmallTool(
            15,
            values: ["0", "1"],
            score: "method=\"prorated-sum\" minimum=\"12\" places=\"0\" no-score-code=\"88\""
        )
        let score = try tool.score(Array(repeating: "1", count: 11))
        #expect(score.value == nil)
        #expect(score.score.codeWithoutScore == "88")
        #expect(score.reason == "11 of 15 answered; at least 12 are needed")
        #expect(try tool.score(Array(repeating: "1", count: 12)).value == 15)
    }

    @Test(arguments: [(12, true), (15, false), (11, false)])
    func aProratedScoreSaysThatItIs(_ answered: Int, _ isProrated: Bool) throws {
        let tool = try SmallTool(15, values: ["0", "1"], score: "method=\"prorated-sum\" minimum=\"12\" places=\"0\"")
        let score = try tool.score(Array(repeating: "1", count: answered) + Array(repeating: "-", count: 15 - answered))
        #expect(score.isProrated == isProrated)
        #expect(score.score.rule.hasPrefix("prorated: "))
    }

    // MARK: Weights

    private static func weighted(_ method: String, _ first: String, _ second: String) throws -> SmallTool {
        try SmallTool(
            """
            <section id="all" title="All">
            <item id="q1" type="number" min="0" max="70"><text>x</text></item>
            <item id="q2" type="number" min="0" max="30"><text>x</text></item></section>
            <score id="score" title="S" method="\(method)" polarity="higher-is-worse"><input ref="q1" weight="\(first)"/>
            <input ref="q2" weight="\(second)"/></score>
            """
        )
    }

    @Test(arguments: [
        ("share-of-maximum", "3", "1", "70", "0", "87.5", "2 of 2"),
        ("share-of-maximum", "3", "1", "70", "30", "100", "2 of 2"),
        ("share-of-maximum", "3", "0", "35", "30", "50", "1 of 1"),
        ("weighted-sum", "3", "1", "70", "30", "240", "2 of 2"),
        ("weighted-sum", "0.5", "2", "1", "1", "2.5", "2 of 2"), ("mean", "3", "1", "10", "2", "8", "2 of 2"),
    ])
    func weightsCountByTheReachableMaximum(
        _ method: String,
        _ first: String,
        _ second: String,
        _ one: String,
        _ two: String,
        _ expected: String,
        _ counts: String
    ) throws {
        let tool = try Self.weighted(method, first, second).tool
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("q1"))] = .number(try #require(ExactNumber(one)))
        response.answers[AnswerKey(ItemID("q2"))] = .number(try #require(ExactNumber(two)))
        let score = try #require(tool.result(of: response).score(ScoreID("score")))
        #expect(score.value?.description == expected)
        #expect("\(score.answered) of \(score.applicable)" == counts)
    }

    @Test func aNegativeWeightIsRefused() {
        #expect(throws: (any Error).self) { try Self.weighted("weighted-sum", "-1", "1") }
    }

    // MARK: Bands

    private static func bands(_ from: Int, _ to: Int, _ bands: [(Int, Int, String)]) throws -> SmallTool {
        try SmallTool(
            """
            <section id="all" title="All"><item id="q1" type="number" min="\(from)" max="\(to)"><text>x</text></item></section>
            <score id="score" title="S" method="highest" polarity="higher-is-worse"><input ref="q1"/>
            \(bands.map { "<band from=\"\($0.0)\" to=\"\($0.1)\" label=\"\($0.2)\"/>" }.joined())</score>
            """
        )
    }

    private static let sdq = [(0, 11, "average"), (12, 15, "slightly raised"), (16, 18, "high"), (19, 40, "very high")]
    private static let scoff = [(0, 1, "negative"), (2, 5, "positive")]
    private static let fast = [(0, 0, "none"), (1, 1, "watch or prevent"), (2, 2, "help"), (3, 3, "immediate")]

    @Test(
        arguments: [
            ("5.6", 11, "average"), ("5.6", 12, "slightly raised"), ("5.6", 15, "slightly raised"), ("5.6", 16, "high"),
            ("5.6", 18, "high"), ("5.6", 19, "very high"), ("5.6", 40, "very high"), ("5.9", 1, "negative"),
            ("5.9", 2, "positive"), ("5.10", 0, "none"), ("5.10", 1, "watch or prevent"), ("5.10", 2, "help"),
            ("5.10", 3, "immediate"),
        ]
    )
    func aValueHasTheBandThatHoldsIt(_ vector: String, _ value: Int, _ label: String) throws {
        let tool =
            switch vector {
            case "5.6": try Self.bands(0, 40, Self.sdq).tool
            case "5.9": try Self.bands(0, 5, Self.scoff).tool
            default: try Self.bands(0, 3, Self.fast).tool
            }
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("q1"))] = .number(ExactNumber(value))
        #expect(tool.result(of: response).score(ScoreID("score"))?.band?.label == label)
    }

    @Test(arguments: [("5", "best"), ("10", "second"), ("15", "third"), ("20", "legal advice recommended")])
    func columnsOfFiveToTwentyHaveTheirBands(_ value: String, _ label: String) throws {
        let tool = try SmallTool(
            1,
            values: ["5", "10", "15", "20"],
            score: "method=\"highest\"",
            inside: "<band from=\"5\" to=\"5\" label=\"best\"/><band from=\"10\" to=\"10\" label=\"second\"/>"
                + "<band from=\"15\" to=\"15\" label=\"third\"/><band from=\"20\" to=\"20\" label=\"legal advice recommended\"/>"
        )
        #expect(try tool.score([value]).band?.label == label)
    }

    // MARK: Polarity and states

    /// A checklist of statements, one of them worded the other way round.
    private static func checklist() throws -> Tool {
        try SmallTool(
            """
            <scale id="yes" polarity="higher-is-worse"><option code="yes" value="0" label="Yes"/>
            <option code="borderline" value="1" label="Borderline"/><option code="no" value="2" label="No"/>
            <option code="not-known" label="Not known" kind="not-known"/>
            <option code="na" label="N/A" kind="not-applicable"/></scale>
            <section id="all" title="All"><item id="well" scale="yes"><text>The child is not often ill</text></item>
            <item id="ill" scale="yes" polarity="higher-is-better"><text>The child is often ill</text></item></section>
            <score id="well.score" title="W" method="highest" polarity="higher-is-worse"><input ref="well"/>
            <band from="0" to="0" label="no concern"/><band from="1" to="1" label="lesser concern"/>
            <band from="2" to="2" label="concern"/></score>
            <score id="ill.score" title="I" method="highest" polarity="higher-is-worse"><input ref="ill" reversed="yes"/>
            <band from="0" to="0" label="no concern"/><band from="1" to="1" label="lesser concern"/>
            <band from="2" to="2" label="concern"/></score>
            """
        ).tool
    }

    @Test(arguments: [
        ("5.1", "yes", "no concern", "concern"), ("5.2", "no", "concern", "no concern"),
        ("5.3", "borderline", "lesser concern", "lesser concern"),
    ])
    func theWordingOfAStatementDecidesItsConcern(_ id: String, _ code: String, _ well: String, _ ill: String) throws {
        let tool = try Self.checklist()
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("well"))] = .codes([code])
        response.answers[AnswerKey(ItemID("ill"))] = .codes([code])
        let result = tool.result(of: response)
        #expect(result.score(ScoreID("well.score"))?.band?.label == well)
        #expect(result.score(ScoreID("ill.score"))?.band?.label == ill)
    }

    @Test func notKnownIsAGapAndNotApplicableIsLeftOut() throws {
        let tool = try Self.checklist()
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("well"))] = .codes(["not-known"])
        response.answers[AnswerKey(ItemID("ill"))] = .codes(["na"])
        let result = tool.result(of: response)
        #expect(result.notKnown.map(\.text) == ["well"])
        #expect(result.unanswered.isEmpty)
        #expect(result.score(ScoreID("well.score"))?.applicable == 1)
        #expect(result.score(ScoreID("well.score"))?.value == nil)
        #expect(result.score(ScoreID("ill.score"))?.applicable == 0)
    }

    @Test func anOverrideStaysWhenAnAnswerChangesAndTheCalculatedValueIsKept() throws {
        let tool = try SmallTool(2, values: ["1", "2", "3", "4", "5"], score: "method=\"highest\" overridable=\"yes\"")
            .tool
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("q1"))] = .codes(["v3"])
        response.overrides[ScoreID("score")] = Override(value: 5, reason: "Seen twice.")
        var score = try #require(tool.result(of: response).score(ScoreID("score")))
        #expect((score.value, score.calculated) == (5, 4))
        response.answers[AnswerKey(ItemID("q1"))] = .codes(["v1"])
        score = try #require(tool.result(of: response).score(ScoreID("score")))
        #expect((score.value, score.calculated) == (5, 2))
        #expect(score.override?.reason == "Seen twice.")
    }

    @Test func aValueOfAPersonThatDecidesAScoreAboveIsSaidToDecideIt() throws {
        let frame = "polarity=\"higher-is-worse\" missing=\"leave-out\" places=\"0\" method=\"highest\""
        let tool = try SmallTool(
            2,
            values: ["1", "2", "3", "4", "5"],
            score: "method=\"highest\" overridable=\"yes\" missing=\"leave-out\" places=\"0\"",
            inside: "</score><score id=\"area\" title=\"Area\" \(frame)><note>x</note><input ref=\"score\"/></score>"
                + "<score id=\"whole\" title=\"Whole\" \(frame)><note>x</note><input ref=\"area\"/><input ref=\"q2\"/>"
        ).tool
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("q1"))] = .codes(["v1"])
        response.answers[AnswerKey(ItemID("q2"))] = .codes(["v2"])
        response.overrides[ScoreID("score")] = Override(value: 5, reason: "Seen twice.")
        var whole = try #require(tool.result(of: response).score(ScoreID("whole")))
        #expect(whole.value == 5)
        #expect(whole.decidingOverrides == [ScoreID("score")])
        #expect(whole.decidingAnswers == [])
        // What machines read stays: the answers below.
        #expect(whole.decidedBy.map(\.text) == ["q2"])
        response.overrides[ScoreID("score")] = Override(value: 1, reason: "Seen twice.")
        whole = try #require(tool.result(of: response).score(ScoreID("whole")))
        #expect(whole.value == 3)
        #expect(whole.decidingOverrides == [])
        #expect(whole.decidingAnswers.map(\.text) == ["q2"])
    }
}

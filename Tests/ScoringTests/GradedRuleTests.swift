import CareTools
import Testing

/// The generic rule "a value above the ceiling decides, else the mode"; policy vectors, no worked example of a published
/// profile is known.
@Suite struct GradedRuleTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let id: String
        let values: String
        /// By highest of the modes, highest of all, nearest to the mean.
        let expected: [String?]

        init(_ id: String, _ values: String, _ expected: String?...) {
            self.id = id
            self.values = values
            self.expected = expected
        }

        var testDescription: String { "\(id): \(values)" }
    }

    static let vectors = [
        Vector("1.1", "1 1 2 1", "1", "1", "1"),
        Vector("1.2", "2 2 2 3", "2", "2", "2"),
        Vector("1.3", "1 1 1 4", "4", "4", "4"),
        Vector("1.4", "2 2 5 4", "5", "5", "5"),
        Vector("1.5", "4 4 4 1", "4", "4", "4"),
        Vector("1.6", "3 3 3 3", "3", "3", "3"),
        Vector("1.7", "2 2 3 3", "3", "3", "3"),
        Vector("1.10", "3 3 2 2 1 1", "3", "3", "2"),
        Vector("1.12", "1 1 1 1 1 1 1 5", "5", "5", "5"),
        Vector("1.14", "1 - 3", "3", "3", "3"),
        Vector("1.15", "- -", nil, nil, nil),
        Vector("1.17", "5", "5", "5", "5"),
        Vector("worse by one, before", "1 2 2 3 3", "3", "3", "2"),
        Vector("worse by one, after", "2 2 2 3 3", "2", "2", "2"),
        Vector("nearest mean, before", "1 1 2 2", "2", "2", "2"),
        Vector("nearest mean, after", "1 1 2 3", "1", "1", "1"),
        Vector("highest of all is no mode", "1 1 2 2 3", "2", "3", "2"),
        Vector("not known and not applicable", "? NA 2", "2", "2", "2"),
    ]

    private static let ties = ["highest-mode", "highest", "nearest-mean"]

    private static func tool(_ count: Int, _ ties: String, ceiling: String = "3") throws -> SmallTool {
        try SmallTool(
            count,
            values: ["1", "2", "3", "4", "5"],
            score: "method=\"mode-with-ceiling\" ceiling=\"\(ceiling)\" ties=\"\(ties)\""
        )
    }

    @Test(arguments: vectors)
    func givesTheValueOfEachPolicy(_ vector: Vector) throws {
        let values = vector.values.split(separator: " ").map(String.init)
        for (index, ties) in Self.ties.enumerated() {
            let score = try Self.tool(values.count, ties).score(values)
            #expect(score.value?.description == vector.expected[index], "\(ties)")
        }
    }

    @Test func whatIsBlankIsIgnoredAndCounted() throws {
        let score = try Self.tool(3, "highest-mode").score(["1", "-", "3"])
        #expect(score.answered == 2)
        #expect(score.applicable == 3)
        #expect(score.decidedBy == [AnswerKey(ItemID("q3"))])
    }

    @Test func nothingAnsweredIsNoScoreWithAReason() throws {
        let score = try Self.tool(2, "highest-mode").score(["-", "?"])
        #expect(score.value == nil)
        #expect(score.reason == "no known answer (0 of 2)")
        #expect(score.decidedBy.isEmpty)
        let left = try Self.tool(2, "highest-mode").score(["NA", "NA"])
        #expect(left.value == nil)
        #expect(left.reason == "nothing that it is made from applies")
        #expect(left.applicable == 0)
    }

    /// Every way to give two to five values of 1 to 5: the result is one of them, whatever their order, and any value
    /// above the ceiling makes it the highest.
    @Test(arguments: ties)
    func propertiesHoldForEveryCombination(_ ties: String) throws {
        for count in 2...5 {
            let tool = try Self.tool(count, ties)
            var bySet: [[Int]: String] = [:]
            var isMonotone = true
            var all: [[Int]: Int] = [:]
            for number in 0..<(0..<count).reduce(1, { product, _ in product * 5 }) {
                var rest = number
                let values = (0..<count).map { _ in
                    defer { rest /= 5 }
                    return rest % 5 + 1
                }
                let value = try #require(try tool.score(values.map(String.init)).value?.description)
                #expect(values.map(String.init).contains(value))
                #expect(bySet.updateValue(value, forKey: values.sorted()) ?? value == value)
                if let highest = values.max(), highest > 3 { #expect(value == String(highest)) }
                all[values] = Int(value)
            }
            for (values, value) in all {
                for index in values.indices where values[index] < 5 {
                    var worse = values
                    worse[index] += 1
                    if let other = all[worse], other < value { isMonotone = false }
                }
            }
            // The rule is not monotone from four values on by the mean, from five by the others.
            if count == 5 { #expect(!isMonotone) }
        }
    }

    @Test func thePlainHighestIsMonotone() throws {
        let tool = try SmallTool(3, values: ["1", "2", "3", "4", "5"], score: "method=\"highest\"")
        for number in 0..<125 {
            let values = [number % 5 + 1, number / 5 % 5 + 1, number / 25 + 1]
            let value = try #require(try tool.score(values.map(String.init)).value)
            for index in 0..<3 where values[index] < 5 {
                var worse = values
                worse[index] += 1
                #expect(try #require(try tool.score(worse.map(String.init)).value) >= value)
            }
        }
    }

    @Test func aScoreThatAWorseAnswerWouldBetterSaysSo() throws {
        let score = try Self.tool(5, "highest-mode").score(["1", "2", "2", "3", "3"])
        #expect(score.value == 3)
        #expect(score.betteredByWorse == [AnswerKey(ItemID("q1"))])
        #expect(
            score.warning
                == "a worse answer to q1 would make this score look better: read the answers, not the score alone"
        )
        #expect(try Self.tool(5, "highest-mode").score(["2", "2", "2", "3", "3"]).warning == nil)
    }

    /// The whole profile of the vectors, two carers apart, with the deciding item of each area.
    @Test func aWholeProfileNamesTheDecidingItem() throws {
        let areas: [(id: String, parts: [(id: String, grades: [Int])], expected: String, decidedBy: [String])] = [
            (
                "a",
                [
                    ("nutrition", [2, 2, 2, 3]), ("housing", [3, 3, 2]), ("clothing", [2, 2, 2]), ("hygiene", [4]),
                    ("health", [2, 2, 1]),
                ], "4", ["hygiene1"]
            ),
            ("b", [("presence", [2, 2, 3, 2]), ("absence", [3])], "3", ["absence1"]),
            ("c", [("carer", [1, 2, 2]), ("mutual", [2, 2])], "2", ["carer2", "carer3", "mutual1", "mutual2"]),
            (
                "d", [("stimulation", [3, 3, 2, 3]), ("approval", [2]), ("disapproval", [2]), ("acceptance", [2])], "2",
                ["approval1", "disapproval1", "acceptance1"]
            ),
        ]
        let rule =
            "method=\"mode-with-ceiling\" ceiling=\"3\" ties=\"highest-mode\" polarity=\"higher-is-worse\"><note>Under test.</note>"
        var sections = ""
        var scores = ""
        for area in areas {
            for part in area.parts {
                let items = part.grades.indices.map { "\(part.id)\($0 + 1)" }
                sections +=
                    "<section id=\"\(part.id)\" title=\"T\">"
                    + items.map { "<item id=\"\($0)\" scale=\"grade\"><text>x</text></item>" }.joined() + "</section>"
                scores +=
                    "<score id=\"sub.\(part.id)\" title=\"T\" \(rule)" + items.map { "<input ref=\"\($0)\"/>" }.joined()
                    + "</score>"
            }
            scores +=
                "<score id=\"area.\(area.id)\" title=\"T\" \(rule)"
                + area.parts.map { "<input ref=\"sub.\($0.id)\"/>" }.joined() + "</score>"
        }
        let options = (1...5).map { "<option code=\"\($0)\" value=\"\($0)\" label=\"Grade \($0)\"/>" }.joined()
        let tool = try SmallTool(
            "<scale id=\"grade\" polarity=\"higher-is-worse\">\(options)</scale>\(sections)\(scores)"
        ).tool
        var response = Response(to: tool)
        for part in areas.flatMap(\.parts) {
            for (index, grade) in part.grades.enumerated() {
                response.answers[AnswerKey(ItemID("\(part.id)\(index + 1)"))] = .codes([String(grade)])
            }
        }
        let result = tool.result(of: response)
        for area in areas {
            let score = try #require(result.score(ScoreID("area.\(area.id)")))
            #expect(score.value?.description == area.expected)
            #expect(score.decidedBy.map(\.text) == area.decidedBy)
            #expect(score.answered == area.parts.reduce(0) { $0 + $1.grades.count })
        }
        // Another carer's profile is another response; nothing of the first is in it.
        #expect(tool.result(of: Response(to: tool)).scores.allSatisfy { $0.value == nil })
    }
}

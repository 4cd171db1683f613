import CareTools
import Testing

/// What is shown, what is asked and what is raised, with answers that are missing.
@Suite struct ShownItemTests {
    private static let yesNo =
        "<scale id=\"yn\" polarity=\"none\"><option code=\"yes\" value=\"1\" label=\"Yes\"/><option code=\"no\" value=\"0\" label=\"No\"/>"
        + "<option code=\"not-known\" label=\"Not known\" kind=\"not-known\"/></scale>"

    private static func item(_ id: String, _ attributes: String = "", _ inside: String = "") -> String {
        "<item id=\"\(id)\" scale=\"yn\" \(attributes)><text>x</text>\(inside)</item>"
    }

    private static func gated() throws -> Tool {
        try SmallTool(
            yesNo
                + "<section id=\"s1\" title=\"1\">\(item("vulnerable", "required=\"yes\""))</section>"
                + "<section id=\"s2\" title=\"2\"><when><is ref=\"vulnerable\" code=\"yes\"/></when>\(item("ready", "required=\"yes\""))</section>"
        ).tool
    }

    private static func response(_ tool: Tool, _ answers: [String: String]) -> Response {
        var response = Response(to: tool)
        for (id, code) in answers { response.answers[AnswerKey(ItemID(id))] = .codes([code]) }
        return response
    }

    /// Vectors 5.11 and 5.12: a gate that is shut blocks nothing.
    @Test(arguments: [
        (["vulnerable": "yes"], false, ["ready"]), (["vulnerable": "no"], true, []),
        (["vulnerable": "not-known"], true, []), ([:], false, ["vulnerable"]),
        (["vulnerable": "yes", "ready": "no"], true, []),
    ])
    func aGateThatIsShutDoesNotBlockCompletion(
        _ answers: [String: String],
        _ isComplete: Bool,
        _ unanswered: [String]
    ) throws {
        let tool = try Self.gated()
        let result = tool.result(of: Self.response(tool, answers))
        #expect(result.isComplete == isComplete)
        #expect(result.requiredUnanswered.map(\.text) == unanswered)
    }

    @Test func theAnswerToAHiddenItemIsKeptAndNotUsed() throws {
        let tool = try SmallTool(
            Self.yesNo
                + "<section id=\"s\" title=\"S\">\(Self.item("gate"))"
                + Self.item("behind", "", "<when><is ref=\"gate\" code=\"yes\"/></when>")
                + Self.item("further", "", "<when><is ref=\"behind\" code=\"yes\"/></when>") + "</section>"
                + "<score id=\"sum\" title=\"S\" method=\"sum\" polarity=\"none\"><input ref=\"gate\"/><input ref=\"behind\"/></score>"
        ).tool
        let answers = Self.response(tool, ["gate": "no", "behind": "yes", "further": "yes"])
        let result = tool.result(of: answers)
        #expect(result.hidden.map(\.text) == ["behind", "further"])
        #expect(result.score(ScoreID("sum"))?.value == 0)
        #expect(result.score(ScoreID("sum"))?.applicable == 1)
        #expect(answers.answers.count == 3)
    }

    /// What looks at a missing answer neither holds nor fails to hold, and so does its negation.
    @Test(
        arguments: [
            ("<is ref=\"a\" code=\"yes\"/>", nil, false), ("<not><is ref=\"a\" code=\"yes\"/></not>", nil, false),
            ("<not><is ref=\"a\" code=\"yes\"/></not>", "no", true),
            ("<not><is ref=\"a\" code=\"yes\"/></not>", "not-known", false),
            ("<not><at-least ref=\"a\" value=\"1\"/></not>", "not-known", false),
            ("<not><at-least ref=\"a\" value=\"1\"/></not>", "no", true),
            ("<at-least ref=\"a\" value=\"1\"/>", "yes", true),
            ("<answered ref=\"a\"/>", "not-known", false), ("<is ref=\"a\" code=\"not-known\"/>", "not-known", true),
            ("<answered ref=\"a\"/>", "no", true),
            ("<not><answered ref=\"a\"/></not>", nil, true),
            ("<any><is ref=\"a\" code=\"yes\"/><answered ref=\"b\"/></any>", nil, true),
            ("<all><is ref=\"a\" code=\"yes\"/><answered ref=\"b\"/></all>", nil, false),
            ("<not><all><is ref=\"a\" code=\"yes\"/><is ref=\"b\" code=\"no\"/></all></not>", nil, true),
            ("<not><any><is ref=\"a\" code=\"yes\"/><is ref=\"b\" code=\"no\"/></any></not>", nil, false),
            ("<age from=\"1\"/>", nil, false), ("<not><age from=\"1\"/></not>", nil, false),
        ] as [(String, String?, Bool)]
    )
    func aConditionOnWhatIsMissingDoesNotHold(_ condition: String, _ answer: String?, _ holds: Bool) throws {
        let tool = try SmallTool(
            Self.yesNo + "<section id=\"s\" title=\"S\">\(Self.item("a"))\(Self.item("b"))</section>"
                + "<alert id=\"x\" title=\"X\"><text>Do it.</text><when>\(condition)</when></alert>"
        ).tool
        var answers = ["b": "yes"]
        if let answer { answers["a"] = answer }
        #expect(tool.result(of: Self.response(tool, answers)).alerts.isEmpty == !holds)
    }

    @Test(
        arguments: [
            ("2024-03-31", "2025-03-30", 11), ("2024-03-31", "2025-03-31", 12), ("2024-01-31", "2024-02-29", 0),
            ("2024-01-31", "2024-03-01", 1), ("2025-01-01", "2024-12-31", nil),
        ] as [(String, String, Int?)]
    )
    func ageIsInCompletedMonths(_ born: String, _ completed: String, _ months: Int?) throws {
        var response = Response(to: try Self.gated())
        response.about = [.born: born, .completed: completed]
        #expect(response.ageInMonths == months)
    }

    @Test func anItemIsAskedForItsAgesOnly() throws {
        let tool = try SmallTool(
            Self.yesNo + "<section id=\"s\" title=\"S\">\(Self.item("baby", "max-age=\"17m\" required=\"yes\""))"
                + Self.item("child", "min-age=\"18m\" max-age=\"4\" required=\"yes\"") + "</section>"
        ).tool
        for (completed, expected) in [
            ("2025-06-30", ["baby"]), ("2025-07-01", ["child"]), ("2028-12-31", ["child"]), ("2029-01-01", []),
        ] {
            var response = Response(to: tool)
            response.about = [.born: "2024-01-01", .completed: completed]
            #expect(tool.result(of: response).shown.map(\.text) == expected, "\(completed)")
        }
        #expect(tool.result(of: Response(to: tool)).shown.isEmpty)
    }

    @Test func inARepeatedSectionAConditionLooksAtTheSameInstance() throws {
        let tool = try SmallTool(
            Self.yesNo
                + "<section id=\"rater\" title=\"R\" repeats=\"Rater\" most=\"3\">\(Self.item("worried"))"
                + Self.item("urgent", "required=\"yes\"", "<when><is ref=\"worried\" code=\"yes\"/></when>")
                + "</section>"
                + "<score id=\"most\" title=\"M\" method=\"count-of\" codes=\"yes\" polarity=\"none\"><input ref=\"worried\"/></score>"
                + "<alert id=\"x\" title=\"X\"><text>Do it.</text><when><is ref=\"urgent\" code=\"yes\"/></when></alert>"
        ).tool
        var response = Response(to: tool)
        response.instances["rater"] = 3
        for (instance, code) in [(1, "no"), (2, "yes"), (3, "not-known")] {
            response.answers[AnswerKey(ItemID("worried"), instance: instance)] = .codes([code])
        }
        var result = tool.result(of: response)
        #expect(result.requiredUnanswered.map(\.text) == ["urgent#2"])
        #expect(result.score(ScoreID("most"))?.value == 1)
        #expect(result.score(ScoreID("most"))?.decidedBy.map(\.text) == ["worried#2"])
        #expect(result.notKnown.map(\.text) == ["worried#3"])
        #expect(result.alerts.isEmpty)
        response.answers[AnswerKey(ItemID("urgent"), instance: 2)] = .codes(["yes"])
        result = tool.result(of: response)
        #expect(result.alerts.map(\.id) == ["x"])
    }

    @Test func anAnswerThatNeedsEvidenceIsNotCompleteWithoutIt() throws {
        let tool = try SmallTool(
            "<scale id=\"yn\" polarity=\"none\"><option code=\"yes\" value=\"1\" label=\"Yes\" evidence=\"required\"/>"
                + "<option code=\"no\" value=\"0\" label=\"No\"/></scale><section id=\"s\" title=\"S\">"
                + Self.item("a", "evidence=\"yes\"") + "</section>"
        ).tool
        var response = Self.response(tool, ["a": "yes"])
        #expect(tool.result(of: response).evidenceMissing.map(\.text) == ["a"])
        #expect(!tool.result(of: response).isComplete)
        response.evidence[AnswerKey(ItemID("a"))] = "Seen on 3 March."
        #expect(tool.result(of: response).isComplete)
    }

    /// "None of these" beside a danger: the danger is not lost, and nobody can call it complete.
    @Test(arguments: [
        (["none"], [], true, []), (["hurt", "lost"], [], true, ["danger"]),
        (["hurt", "none"], ["many"], false, ["danger"]),
        (["none", "not-known"], ["many"], false, []),
    ])
    func anOptionThatStandsAloneContradictsTheOthers(
        _ codes: [String],
        _ contradicting: [String],
        _ isComplete: Bool,
        _ alerts: [String]
    ) throws {
        let tool = try SmallTool(
            "<scale id=\"signs\" polarity=\"none\"><option code=\"hurt\" label=\"Hurt\"/><option code=\"lost\" label=\"Lost\"/>"
                + "<option code=\"none\" label=\"None of these\" alone=\"yes\"/>"
                + "<option code=\"not-known\" label=\"Not known\" kind=\"not-known\"/></scale><section id=\"s\" title=\"S\">"
                + "<item id=\"many\" type=\"choices\" scale=\"signs\"><text>x</text></item></section>"
                + "<alert id=\"danger\" title=\"D\"><text>x</text><when><is ref=\"many\" code=\"hurt\"/></when></alert>"
        ).tool
        var response = Response(to: tool)
        response.answers[AnswerKey(ItemID("many"))] = .codes(codes)
        let result = tool.result(of: response)
        #expect(result.contradicting.map(\.text) == contradicting)
        #expect(result.isComplete == isComplete)
        #expect(result.alerts.map(\.id) == alerts)
    }

    @Test func aStepNamesOnlyWhatLedToIt() throws {
        let tool = try SmallTool(
            Self.yesNo + "<section id=\"s\" title=\"S\">\(Self.item("a"))\(Self.item("b"))\(Self.item("c"))</section>"
                + "<suggestions><step code=\"help\" title=\"H\"><rule>a, or b without c.</rule><when><any>"
                + "<is ref=\"a\" code=\"yes\"/><all><is ref=\"b\" code=\"yes\"/><not><is ref=\"c\" code=\"yes\"/></not></all>"
                + "</any></when></step></suggestions>"
        ).tool
        func grounds(_ answers: [String: String]) -> [[Ground]] {
            tool.result(of: Self.response(tool, answers)).grounds
        }
        let a = Ground.answer(AnswerKey(ItemID("a")), code: "yes")
        let b = Ground.answer(AnswerKey(ItemID("b")), code: "yes")
        let c = Ground.answer(AnswerKey(ItemID("c")), code: nil)
        #expect(grounds(["a": "yes"]) == [[a]])
        #expect(grounds(["a": "no", "b": "yes", "c": "no"]) == [[b, c]])
        #expect(grounds(["a": "yes", "b": "yes", "c": "no"]) == [[a], [b, c]])
        #expect(grounds(["a": "yes", "b": "yes", "c": "yes"]) == [[a]])
        #expect(grounds(["a": "yes", "b": "yes"]) == [[a]])
        #expect(grounds(["a": "no"]) == [])
        #expect(tool.suggestions?.steps.first?.rule == ["a, or b without c."])
    }

    @Test func theFirstStepThatHoldsIsSuggestedAndNoneWhereNoneHolds() throws {
        let tool = try SmallTool(
            Self.yesNo + "<section id=\"s\" title=\"S\">\(Self.item("a"))</section>"
                + "<suggestions><step code=\"help\" title=\"H\"><when><is ref=\"a\" code=\"yes\"/></when></step>"
                + "<step code=\"none\" title=\"N\"><when><is ref=\"a\" code=\"no\"/></when></step></suggestions>"
        ).tool
        #expect(tool.result(of: Self.response(tool, ["a": "yes"])).suggestion?.code == "help")
        #expect(tool.result(of: Self.response(tool, ["a": "no"])).suggestion?.code == "none")
        #expect(tool.result(of: Self.response(tool, ["a": "not-known"])).suggestion == nil)
        #expect(tool.result(of: Self.response(tool, [:])).suggestion == nil)
    }
}

import CareTools
import CaseDates
import Definitions
import Testing

@Suite struct ComparisonTests {
    /// Two items under a score by the mode rule, and one item where higher is better.
    static func tool(
        _ version: String = "1.0",
        id: String = "care",
        subject: String = "child",
        beds: String = "Beds",
        sections: String = "",
        more: String = ""
    ) throws -> Tool {
        let text = """
            <tool xmlns="urn:child-impact:definitions:1" id="\(id)" version="\(version)" status="active" language="en-GB"
            title="Care" subject="\(subject)">
            <licence>MIT</licence><source>None</source><purpose>To test.</purpose>
            <about><field name="child" label="Child" required="yes"/><field name="born" label="Born"/>
            <field name="expected" label="Expected"/><field name="carer" label="Carer"/>
            <field name="respondent" label="Role"/><field name="rater" label="Rater"/><field name="completed" label="Day" required="yes"/></about>
            <scale id="grade" polarity="higher-is-worse"><option code="1" value="1" label="1"/>
            <option code="2" value="2" label="2"/><option code="3" value="3" label="3"/>
            <option code="4" value="4" label="4"/><option code="5" value="5" label="5"/>
            <option code="not-known" label="Not known" kind="not-known"/></scale>
            <section id="main" title="Main">
            <item id="beds" scale="grade"><text>\(beds)</text></item><item id="food" scale="grade"><text>Food</text></item>
            <item id="play" scale="grade"><text>Play</text></item>
            <item id="step" type="number" min="1" max="10" places="0" polarity="higher-is-better"><text>Step</text></item>
            </section>\(sections)
            <score id="sub" title="Sub" method="mode-with-ceiling" ceiling="3" ties="highest-mode" places="0"
             polarity="higher-is-worse" missing="leave-out" overridable="yes"><note>As the manuals have it.</note>
            <input ref="beds"/><input ref="food"/><input ref="play"/>
            <band from="1" to="3" label="Enough"/><band from="4" to="5" label="Not enough"/></score>
            \(more)
            </tool>
            """
        return try DefinitionSource.tool(parsing: Array(text.utf8), path: "tools-definitions/tools/\(id).xml")
    }

    /// A result with answers such as `beds: 4`.
    static func result(
        _ day: String,
        _ answers: KeyValuePairs<String, String>,
        about: KeyValuePairs<AboutField.Name, String> = [:],
        override: Int? = nil,
        tool: Tool? = nil
    ) throws -> Result {
        let tool = try tool ?? Self.tool()
        var response = Response(to: tool)
        response.about = [.child: "A", .completed: day]
        for (name, text) in about { response.about[name] = text.isEmpty ? nil : text }
        for (id, text) in answers {
            let isNumber = tool.item(ItemID(id))?.kind != .choice
            response.answers[AnswerKey(ItemID(id))] = isNumber ? ExactNumber(text).map { .number($0) } : .codes([text])
        }
        if let override { response.overrides[ScoreID("sub")] = Override(value: ExactNumber(override), reason: "R") }
        return tool.result(of: response)
    }

    static func compare(_ results: Result...) throws -> Comparison {
        try Comparison(results, asOf: try #require(CalendarDay(iso: "2026-03-31")))
    }

    static func words(_ comparison: Comparison, _ id: String) -> String? {
        (comparison.items + comparison.scores).first { $0.reference.text == id }?.words { $0.text }
    }

    @Test func oneGradeLessIsBetter() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["food": "4", "step": "3"]),
            try Self.result("2026-03-01", ["food": "3", "step": "5"])
        )
        #expect(Self.words(comparison, "food") == "improved")
        #expect(Self.words(comparison, "step") == "improved")
        #expect(Self.words(comparison, "sub") == "improved")
        #expect(comparison.scores[0].bandsCrossed == ["Not enough", "Enough"])
    }

    @Test func higherIsBetterOrWorseAsTheItemSays() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["food": "3", "step": "3"]),
            try Self.result("2026-03-01", ["food": "5", "step": "5"])
        )
        #expect(Self.words(comparison, "food") == "worse")
        #expect(Self.words(comparison, "step") == "improved")
    }

    @Test func whatIsNotAnsweredOrNotKnownIsNotCompared() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["food": "4", "beds": "2", "play": "1"]),
            try Self.result("2026-03-01", ["beds": "not-known", "play": "1"])
        )
        #expect(Self.words(comparison, "food") == "not comparable: not answered on 2026-03-01")
        #expect(Self.words(comparison, "beds") == "not comparable: not known on 2026-03-01")
        #expect(Self.words(comparison, "sub") == "better, but “beds”, “food” are no longer known")
    }

    @Test func aScoreThatLooksBetterWhileAnAnswerIsWorseIsMixed() throws {
        // 1 2 2 3 3 -> 3 and 2 2 2 3 3 -> 2 in small: the mode rule rewards a worse answer.
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["beds": "1", "food": "2", "play": "3"]),
            try Self.result("2026-03-01", ["beds": "2", "food": "2", "play": "3"])
        )
        #expect(comparison.scores[0].direction == .mixed)
        #expect(Self.words(comparison, "sub") == "better, but “beds” is worse")
    }

    @Test func aScoreThatStaysWhileAnAnswerIsWorseIsMixed() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["beds": "1", "food": "4"]),
            try Self.result("2026-03-01", ["beds": "2", "food": "4"])
        )
        #expect(Self.words(comparison, "sub") == "same, but “beds” is worse")
    }

    @Test func putsReadingsInTheOrderOfTheirDays() throws {
        let comparison = try Self.compare(
            try Self.result("2026-03-01", ["food": "2"]),
            try Self.result("2026-01-01", ["food": "4"]),
            try Self.result("2026-02-01", ["food": "3"])
        )
        #expect(comparison.items.first { $0.reference.text == "food" }?.readings.map(\.value) == [4, 3, 2])
        #expect(comparison.scores[0].isHeld == true)
    }

    @Test func saysThatAnImprovementDidNotHold() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["food": "4"]),
            try Self.result("2026-02-01", ["food": "2"]),
            try Self.result("2026-03-01", ["food": "3"])
        )
        let food = try #require(comparison.items.first { $0.reference.text == "food" })
        #expect(food.direction == .improved)
        #expect(food.steps == [.improved, .worse])
        #expect(food.notes { $0.text } == ["the improvement did not hold"])
    }

    @Test func noImprovementHoldsWhereTheScoreIsMixed() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["beds": "1", "food": "2", "play": "3"]),
            try Self.result("2026-02-01", ["beds": "1", "food": "2", "play": "2"]),
            try Self.result("2026-03-01", ["beds": "2", "food": "2", "play": "2"])
        )
        let score = comparison.scores[0]
        #expect(score.readings.map(\.value) == [3, 2, 2])
        #expect(score.direction == .mixed)
        #expect(score.isHeld == nil)
        #expect(score.steps == [.improved, .mixed])
        #expect(score.notes { $0.text } == [])
    }

    @Test func aStepOfAScoreIsMixedWhereAnAnswerBelowItIsWorse() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["beds": "2", "food": "4"]),
            try Self.result("2026-02-01", ["beds": "3", "food": "3"]),
            try Self.result("2026-03-01", ["beds": "2", "food": "2"])
        )
        let score = comparison.scores[0]
        #expect(score.direction == .improved)
        #expect(score.steps == [.mixed, .improved])
        #expect(score.isHeld == nil)
    }

    @Test func noStepOfAScoreOverAListIsCompared() throws {
        let list = """
            <section id="list" title="List" repeats="Person" most="2"><item id="view" type="number" min="1" max="5" places="0"
             polarity="higher-is-worse"><text>View</text></item></section>
            """
        let worst = """
            <score id="worst" title="Worst" method="highest" polarity="higher-is-worse" missing="leave-out" places="0">
            <note>The highest.</note><input ref="view"/></score>
            """
        let tool = try Self.tool(sections: list, more: worst)
        let results = try [("2026-01-01", 4), ("2026-03-01", 3)].map { day, value in
            var response = try Self.result(day, [:], tool: tool).response
            response.instances["list"] = 1
            response.answers[AnswerKey(ItemID("view"), instance: 1)] = .number(ExactNumber(value))
            return tool.result(of: response)
        }
        let score = try #require(try Self.compare(results[0], results[1]).scores.last)
        #expect(score.readings.map(\.value) == [4, 3])
        #expect(score.direction == .notComparable)
        #expect(score.steps == [.notComparable])
    }

    @Test func showsWhatTheRuleAloneWouldSay() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["food": "3"]),
            try Self.result("2026-03-01", ["food": "2"], override: 4)
        )
        #expect(Self.words(comparison, "sub") == "worse")
        #expect(
            comparison.scores[0].notes { $0.text } == [
                "from “Enough” to “Not enough”", "a person's value stands in it; by the rule alone: improved",
            ]
        )
    }

    @Test func comparesAnotherVersionOnlyWhereTheDefinitionSaysHow() throws {
        let old = try Self.result("2026-01-01", ["food": "4", "beds": "3"], tool: try Self.tool("0.9"))
        let unknown = try Self.compare(old, try Self.result("2026-03-01", ["food": "3", "beds": "3"]))
        let unsaid = "not comparable: the definitions do not say that this is the same question"
        #expect(Self.words(unknown, "food") == unsaid)
        #expect(Self.words(unknown, "sub") == unsaid)
        #expect(unknown.items.first { $0.reference.text == "food" }?.readings.map(\.value) == [4, 3])
        #expect(unknown.scores[0].readings.map(\.value) == [4, 3])
        #expect(unknown.scores[0].notes { $0.text } == [])
        #expect(unknown.notes.contains("nothing says how version 0.9 compares with version 1.0; they are not compared"))
        let mapping = #"<comparable version="0.9"><same now="food" then="beds"/></comparable>"#
        let known = try Self.compare(
            old,
            try Self.result("2026-03-01", ["food": "4", "beds": "1"], tool: try Self.tool(more: mapping))
        )
        #expect(Self.words(known, "food") == "worse")
        #expect(Self.words(known, "beds") == "not comparable: not in that version (care 0.9)")
    }

    @Test func neverPutsTwoSubjectsTogether() throws {
        func fault(_ about: KeyValuePairs<AboutField.Name, String>) throws -> ComparisonFault? {
            let first = try Self.result("2026-01-01", ["food": "4"], about: [.carer: "M"])
            let second = try Self.result("2026-03-01", ["food": "3"], about: about)
            return #expect(throws: ComparisonFault.self) { try Self.compare(first, second) }
        }
        #expect(try fault([.carer: "F"]) == .severalSubjects(.carer))
        #expect(try fault([.child: "B", .carer: "M"]) == .severalSubjects(.child))
        #expect(try fault([:]) == .subjectNotSaid(.carer))
        let same = try Self.compare(
            try Self.result("2026-01-01", [:], about: [.child: "Child  a"]),
            try Self.result("2026-03-01", [:], about: [.child: "child A"])
        )
        #expect(same.results.count == 2)
    }

    @Test(arguments: [
        // 20 weeks before the expected date to 4 weeks after it.
        ("2023-08-24", "2023-04-05", false), ("2023-08-24", "2023-04-06", true), ("2023-08-24", "2023-09-21", true),
        ("2023-08-24", "2023-09-22", false), ("2023-08-24", "2018-11-03", false),
        // Without it 20 weeks before the day of the profile, 2023-07-14, to 44 weeks after it.
        ("", "2023-02-23", false), ("", "2023-02-24", true), ("", "2024-05-17", true), ("", "2024-05-18", false),
    ])
    func aBirthMustFitTheExpectedDate(expected: String, born: String, fits: Bool) throws {
        let leading = try Self.tool(id: "before", subject: "unborn", more: #"<followed-by tool="later"/>"#)
        let first = try Self.result(
            "2023-07-14",
            [:],
            about: expected.isEmpty ? [.carer: "M"] : [.carer: "M", .expected: expected],
            tool: leading
        )
        let second = try Self.result(
            "2025-10-16",
            [:],
            about: [.child: "B", .carer: "M", .born: born],
            tool: try Self.tool(id: "later")
        )
        guard fits else {
            #expect(throws: ComparisonFault.birthDoesNotFit) { try Self.compare(first, second) }
            return
        }
        #expect(
            try Self.compare(first, second).notes.contains(
                "the child is not named alike in all results: check that they are about one child"
            )
        )
    }

    /// A profile from before birth and, where days are given, profiles after it.
    private static func followOn(
        _ later: [(day: String, about: KeyValuePairs<AboutField.Name, String>)]
    ) throws
        -> [Result]
    {
        let leading = try tool(id: "before", subject: "unborn", more: #"<followed-by tool="later"/>"#)
        let before = try result("2023-07-14", [:], about: [.child: "Baby", .carer: "M"], tool: leading)
        return [before] + (try later.map { try result($0.day, [:], about: $0.about, tool: try tool(id: "later")) })
    }

    @Test(arguments: ["2023-08-20", ""]) func twinsAreNotLaidSideBySideAfterAProfileFromBeforeBirth(born: String) throws
    {
        let results = try Self.followOn([
            ("2024-01-10", [.child: "Anna", .born: born, .carer: "M"]),
            ("2024-03-10", [.child: "Ben", .born: born, .carer: "M"]),
        ])
        #expect(throws: ComparisonFault.severalSubjects(.child)) { try Self.compare(results[1], results[2]) }
        #expect(throws: ComparisonFault.severalSubjects(.child)) {
            try Self.compare(results[0], results[1], results[2])
        }
        #expect(try Self.compare(results[0], results[1]).isFollowOn)
    }

    @Test func aNameThatOnlySomeOfTheLaterResultsGiveIsRefused() throws {
        let results = try Self.followOn([
            ("2024-01-10", [.child: "Anna", .carer: "M"]), ("2024-03-10", [.child: "", .carer: "M"]),
        ])
        #expect(throws: ComparisonFault.subjectNotSaid(.child)) {
            try Self.compare(results[0], results[1], results[2])
        }
    }

    @Test(arguments: [
        ("", "", "", true), (" ", "", "", true), ("A", "", "", false), ("", "2018-11-03", "", false),
        // A carer may have several children.
        ("", "", "M", true),
    ])
    func saysThatNothingSaysWhoIsMeant(child: String, born: String, carer: String, isSaid: Bool) throws {
        let results = try ["2026-01-01", "2026-03-01"].map { day in
            try Self.result(day, [:], about: [.child: child, .born: born, .carer: carer])
        }
        let note = "nothing says whether the results are about the same child"
        #expect(try Self.compare(results[0], results[1]).notes.contains(note) == isSaid)
    }

    @Test func namesDifferOnlyWhereReportsTellThemApart() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", [:], about: [.child: "Noah O\u{2019}Hara.", .rater: "J  Bell"]),
            try Self.result("2026-03-01", [:], about: [.child: "noah  o'hara", .rater: "j bell"])
        )
        #expect(comparison.notes == [])
        let results = try Self.followOn([("2024-01-10", [.child: " baby. ", .carer: "M"])])
        #expect(try Self.compare(results[0], results[1]).notes.count == 1)
    }

    @Test func onOneDayTheToolThatGoesOnComesFirst() throws {
        let results = try Self.followOn([("2023-07-14", [.carer: "M"])])
        for order in [results, results.reversed()] {
            let comparison = try Self.compare(order[0], order[1])
            #expect(comparison.results.map(\.tool.id) == ["before", "later"])
        }
    }

    @Test func twoDatesOfBirthAreTwoChildren() throws {
        let results = try [("2026-01-01", "2018-11-03"), ("2026-03-01", "2018-11-04")].map { day, born in
            try Self.result(day, [:], about: [.born: born])
        }
        #expect(throws: ComparisonFault.severalSubjects(.born)) { try Self.compare(results[0], results[1]) }
    }

    @Test func aNumberWithoutABetterEndIsNeverMixed() throws {
        let count = """
            <score id="count" title="Answered" method="count-of" codes="1 2 3 4 5" polarity="none" missing="leave-out"
             minimum="1" places="0"><note>How many.</note><input ref="beds"/><input ref="food"/></score>
            """
        let tool = try Self.tool(more: count)
        let comparison = try Self.compare(
            try Self.result("2026-01-01", ["beds": "1", "food": "2"], tool: tool),
            try Self.result("2026-03-01", ["beds": "3", "food": "2"], tool: tool)
        )
        #expect(Self.words(comparison, "count") == "same")
        #expect(comparison.scores.map(\.isNoNews) == [false, true])
    }

    @Test func twoPregnanciesAreNotLaidSideBySide() throws {
        let tool = try Self.tool(subject: "unborn")
        let results = try [("2023-07-14", "2023-08-24"), ("2025-07-14", "2025-08-24")].map { day, expected in
            try Self.result(day, [:], about: [.expected: expected], tool: tool)
        }
        #expect(throws: ComparisonFault.birthDoesNotFit) { try Self.compare(results[0], results[1]) }
    }

    @Test func neverPutsTwoToolsTogetherUnlessOneGoesOnToTheOther() throws {
        let first = try Self.result("2026-01-01", ["food": "4"])
        let other = try Self.result("2026-03-01", ["food": "3"], tool: try Self.tool(id: "later"))
        #expect(throws: ComparisonFault.severalTools(["care", "later"])) { try Self.compare(first, other) }
        let leading = try Self.tool(more: #"<followed-by tool="later"/>"#)
        let comparison = try Self.compare(try Self.result("2026-01-01", ["food": "4"], tool: leading), other)
        #expect(comparison.isFollowOn)
        #expect(comparison.scores.map(\.direction) == [.notComparable])
        #expect(comparison.items.allSatisfy { $0.direction == .notComparable })
    }

    @Test func saysThatAnotherRoleAnswered() throws {
        let comparison = try Self.compare(
            try Self.result("2026-01-01", [:], about: [.respondent: "worker"]),
            try Self.result("2026-03-01", [:], about: [.respondent: "carer"])
        )
        #expect(
            comparison.notes == [
                "the answers were not all given in the same role: a difference may lie in who answered"
            ]
        )
    }

    /// A section of targets.
    private static let targets = """
        <section id="targets" title="Targets" repeats="Target" most="6"><item id="what" type="item"><text>What</text></item>
        <item id="now" type="number" min="1" max="5" places="0" polarity="higher-is-worse"><text>Now</text></item>
        <item id="aim" type="number" min="1" max="5" places="0" polarity="higher-is-worse"><text>Aim</text></item><item id="by" type="date" future="yes"><text>By</text></item>
        <item id="then" type="number" min="1" max="5" places="0" polarity="higher-is-worse"><text>Then</text></item></section>
        """
    private static let table =
        #"<targets section="targets" item="what" current="now" target="aim" by="by" actual="then"/>"#

    private static func targeting(_ version: String, id: String = "care", more: String = "") throws -> Tool {
        try tool(version, id: id, sections: targets, more: table + more)
    }

    private static func aiming(at item: String?, _ result: Result) -> Result {
        var response = result.response
        response.instances["targets"] = 1
        response.answers[AnswerKey(ItemID("what"), instance: 1)] = item.map { .item(ItemID($0)) }
        response.answers[AnswerKey(ItemID("now"), instance: 1)] = .number(4)
        response.answers[AnswerKey(ItemID("aim"), instance: 1)] = .number(2)
        return result.tool.result(of: response)
    }

    @Test(arguments: [
        ("", nil), (#"<comparable version="1.0"/>"#, 3),
        (#"<comparable version="1.0"><same now="beds" then="food"/></comparable>"#, 2),
    ])
    func aTargetShowsALaterValueOnlyWhereItIsTheSameQuestion(comparable: String, latest: ExactNumber?) throws {
        let first = try Self.result("2026-01-01", ["food": "4"], tool: try Self.targeting("1.0"))
        let comparison = try Self.compare(
            Self.aiming(at: "food", first),
            try Self.result(
                "2026-03-01",
                ["food": "3", "beds": "2"],
                tool: try Self.targeting("2.0", more: comparable)
            )
        )
        #expect(comparison.targets.map(\.latest) == [latest])
    }

    @Test func aTargetIsTakenOverOnlyByTheSameQuestion() throws {
        let first = try Self.result("2026-01-01", [:], tool: try Self.targeting("1.0"))
        for (comparable, days) in [("", 2), (#"<comparable version="1.0"/>"#, 1)] {
            let second = try Self.result("2026-03-01", [:], tool: try Self.targeting("2.0", more: comparable))
            let targets = try Self.compare(Self.aiming(at: "food", first), Self.aiming(at: "food", second)).targets
            #expect(targets.count == days)
            #expect(targets.last?.firstDay?.description == (days == 1 ? "2026-01-01" : nil))
        }
    }

    @Test func aTargetIsCalledWhatTheToolThatHoldsItCallsIt() throws {
        let leading = try Self.targeting("1.0", more: #"<followed-by tool="later"/>"#)
        let later = try Self.tool(id: "later", beds: "Something else")
        let comparison = try Self.compare(
            Self.aiming(at: "beds", try Self.result("2026-01-01", [:], tool: leading)),
            try Self.result("2026-03-01", ["beds": "1"], tool: later)
        )
        #expect(comparison.targets.map(\.title) == ["Beds"])
        #expect(comparison.targets.map(\.latest) == [nil])
        let unnamed = try Self.compare(
            Self.aiming(at: nil, try Self.result("2026-01-01", [:], tool: leading)),
            try Self.result("2026-03-01", [:], tool: later)
        )
        #expect(unnamed.targets.map(\.title) == ["Target 1"])
    }

    @Test func needsTwoAndTheirDays() throws {
        let first = try Self.result("2026-01-01", [:])
        #expect(throws: ComparisonFault.fewerThanTwo) { try Self.compare(first) }
        let undated = try Self.result("", [:])
        #expect(throws: ComparisonFault.noDay) { try Self.compare(first, undated) }
    }
}

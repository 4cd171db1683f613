import ChildImpactCommands
import Foundation
import Testing

/// What the saved answers of the examples are there to show.
@Suite struct ExampleAnswersTests {
    private static let assessments = "\(Run.harper)/assessments"
    private static let names = [
        "2023-07-graded-care-antenatal-poppy", "2024-11-neglect-screen-ella", "2024-11-neglect-screen-noah",
        "2025-02-neglect-screen-noah", "2025-04-graded-care-noah", "2025-10-graded-care-noah",
        "2025-11-lived-experience-noah", "2025-12-distance-travelled-1", "2026-01-child-voice-ella",
        "2026-01-multi-agency-audit", "2026-03-capacity-to-change-kayleigh", "2026-03-distance-travelled-2",
        "2026-03-safety-scale-noah",
    ]

    /// The one result of a file.
    private static func result(_ name: String) throws -> [String: Any] {
        try Run.json(try Run.tool("score", "--json", "\(assessments)/\(name).json").output)
    }

    /// A score of a result by its identifier.
    private static func score(_ id: String, of result: [String: Any]) throws -> [String: Any] {
        let scores = try #require(result["scores"] as? [[String: Any]])
        return try #require(scores.first { $0["id"] as? String == id })
    }

    private static func value(_ id: String, of result: [String: Any]) throws -> String? {
        try score(id, of: result)["value"] as? String
    }

    @Test func thereAreTheFilesThatThePaperSays() throws {
        #expect(try Run.names(under: Self.assessments) == Self.names.map { "\($0).json" })
        let paper = try String(contentsOfFile: "\(Run.harper)/README.md", encoding: .utf8)
        for name in Self.names { #expect(paper.contains("`\(name).json`"), "\(name)") }
    }

    @Test(arguments: names) func eachIsCompleteAndFitsItsTool(name: String) throws {
        let result = try Self.result(name)
        #expect(result["complete"] as? Bool == true)
        #expect((result["diagnostics"] as? [Any])?.isEmpty == true)
        #expect((result["hidden"] as? [Any])?.isEmpty == true)
        #expect((result["evidenceMissing"] as? [Any])?.isEmpty == true)
    }

    @Test func theFirstScreenOfNoahDecidesLessThanIsSuggestedAndSaysWhatIsNotKnown() throws {
        let first = try Self.result("2024-11-neglect-screen-noah")
        #expect(first["suggestion"] as? String == "graded-care-profile")
        #expect(first["decision"] as? String == "talk-and-help")
        #expect(
            first["notKnown"] as? [String] == ["care.medical", "care.emotional", "pattern.money", "around.load"]
        )
        #expect(try Self.score("form.medical", of: first)["value"] is NSNull)
        let second = try Self.result("2025-02-neglect-screen-noah")
        #expect(second["suggestion"] as? String == "childrens-services-today")
        #expect(second["decision"] as? String == "childrens-services-today")
        #expect(try Self.value("form.medical", of: second) == "2")
        let ella = try Self.result("2024-11-neglect-screen-ella")
        #expect(ella["suggestion"] as? String == "early-help-assessment")
    }

    @Test func aSubAreaLooksBetterInTheSecondProfileWhileItsOneItemThatMovedGotWorse() throws {
        let before = try Self.result("2025-04-graded-care-noah")
        let after = try Self.result("2025-10-graded-care-noah")
        #expect(try Self.value("sub.home", of: before) == "3")
        #expect(try Self.value("sub.home", of: after) == "2")
        let items = ["home.repair", "home.clean", "home.sleep"]
        #expect(try Self.codes(items, in: "2025-04-graded-care-noah") == ["1", "2", "3"])
        #expect(try Self.codes(items, in: "2025-10-graded-care-noah") == ["2", "2", "3"])
    }

    @Test func theTwoProfilesOfNoahComparedSayWhatIsBehindTheBetterGradeAndWhatBecameOfTheTargets() throws {
        let files = ["2025-04", "2025-10"].map { "\(Self.assessments)/\($0)-graded-care-noah.json" }
        let result = try Run.json(try Run.tool(["compare", "--json"] + files).output)
        let scores = try #require(result["scores"] as? [[String: Any]])
        let home = try #require(scores.first { $0["id"] as? String == "sub.home" })
        #expect(home["direction"] as? String == "mixed")
        #expect(home["worseBelow"] as? [String] == ["home.repair"])
        let items = try #require(result["items"] as? [[String: Any]])
        #expect(items.filter { $0["direction"] as? String == "worse" }.map { $0["id"] as? String } == ["home.repair"])
        let targets = try #require(result["targets"] as? [[String: Any]])
        let states = targets.filter { $0["recorded"] as? String == "2025-10-16" }.map { $0["state"] as? String }
        #expect(states == ["met", "nearer", "overdue"])
    }

    @Test func aSingleFourDecidesAnAreaAndAnotherValueStandsBesideTheCalculatedOne() throws {
        let before = try Self.result("2025-04-graded-care-noah")
        let physical = try Self.score("area.physical", of: before)
        #expect(physical["value"] as? String == "4")
        #expect(physical["decidedBy"] as? [String] == ["health.teeth"])
        #expect(try Self.score("area.safety", of: before)["decidedBy"] as? [String] == ["absent.who"])
        let home = try Self.score("sub.homesafe", of: before)
        #expect(home["value"] as? String == "3")
        #expect(home["calculated"] as? String == "2")
        #expect((home["overrideReason"] as? String)?.isEmpty == false)
    }

    @Test func theProfileBeforeBirthOpensItsSecondSectionAndNotItsThird() throws {
        let result = try Self.result("2023-07-graded-care-antenatal-poppy")
        #expect(try Self.value("area.s1", of: result) == "4")
        #expect(try Self.value("area.s2", of: result) == "3")
        #expect(try Self.score("area.s3", of: result)["value"] is NSNull)
        #expect(try Self.score("area.s1", of: result)["decidedBy"] as? [String] == ["s1.relationship"])
    }

    @Test func theAuditHasActionsInEachStateAndAJudgementThatTheSecondReaderChanged() throws {
        let days = try Self.values(["action.due", "action.done"], in: "2026-01-multi-agency-audit")
        #expect(days == ["2026-02-27", "2026-02-20", "2026-03-13", "2026-04-30"])
        let judged = try Self.codes(
            ["overall.voice", "second.voice", "agreed.voice"],
            in: "2026-01-multi-agency-audit"
        )
        #expect(judged == ["good", "requires-improvement", "requires-improvement"])
    }

    @Test func theNumbersOfFourPeopleAndTheChildDiffer() throws {
        let result = try Self.result("2026-03-safety-scale-noah")
        #expect(try Self.value("lowest", of: result) == "4")
        #expect(try Self.value("highest", of: result) == "8")
        #expect(try Self.value("spread", of: result) == "4")
    }

    @Test func theScreensAndTheSurveyFitTheirToolsSaveForTwoDecisions() throws {
        for (folder, count, lacking) in [("screens", 64, 2), ("surveys", 25, 0)] {
            let path = Run.package.appending(path: "Examples/\(folder)").path
            let lines = try Run.tool("score", "--json", path).output.split(separator: "\n").map {
                try Run.json(String($0))
            }
            #expect(lines.count == count)
            let findings = lines.flatMap { $0["diagnostics"] as? [[String: Any]] ?? [] }.map {
                $0["summary"] as? String
            }
            #expect(
                findings == Array(repeating: "the answers stand as completed and lack decision", count: lacking)
            )
        }
    }

    // MARK: What the files themselves hold, read without any part of the toolkit

    /// The codes of items of a file, in the order of the file.
    private static func codes(_ ids: [String], in name: String) throws -> [String] {
        try answers(ids, in: name).compactMap { ($0["valueCoding"] as? [String: Any])?["code"] as? String }
    }

    /// The days of items of a file, in the order of the file.
    private static func values(_ ids: [String], in name: String) throws -> [String] {
        try answers(ids, in: name).compactMap { $0["valueDate"] as? String }
    }

    private static func answers(_ ids: [String], in name: String) throws -> [[String: Any]] {
        func found(_ item: [String: Any]) -> [[String: Any]] {
            let own = (item["linkId"] as? String).map(ids.contains) == true ? item["answer"] as? [[String: Any]] : nil
            return (own ?? []) + (item["item"] as? [[String: Any]] ?? []).flatMap(found)
        }
        return found(try Run.json(try String(contentsOfFile: "\(assessments)/\(name).json", encoding: .utf8)))
    }
}

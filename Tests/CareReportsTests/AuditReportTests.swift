import CareTools
import Testing

@Suite struct AuditReportTests {
    private static func audit(_ number: String, _ answers: [String: String]) -> Result {
        Samples.result(Samples.audit, [.case: number, .completed: "2026-02-01", .agency: "Police"], answers)
    }

    @Test func countsJudgementsAndNeverAveragesThem() {
        let report = Samples.report(
            .audit,
            [
                Self.audit("A1", ["heard": "good", "heard.second": "poor", "heard.agreed": "poor"]),
                Self.audit("A2", ["heard": "poor", "heard.second": "poor", "heard.agreed": "poor"]),
                Self.audit("A3", ["heard": "thin"]), Self.audit("A3", [:]),
            ]
        )
        #expect(
            report.lines("judgements.grade") == ["Item heard | 1 of 2 (50.0%) | 1 of 2 (50.0%) | 2 | 1 | 0 | 1 | 0"]
        )
        let columns = report.parts[0].tables.first { $0.id == "judgements.grade" }?.columns
        #expect(
            columns == ["Good", "Poor", "Judged", "Not enough evidence", "Does not apply", "No answer", "Not asked"]
        )
        #expect(
            report.lines("moderation") == [
                "Item heard | 2 of 4 (50.0%) | 1 of 2 (50.0%) | 2 of 4 (50.0%) | 1 of 2 (50.0%) | 0 of 2 (0.0%)"
                    + " | 1 of 2 (50.0%)"
            ]
        )
        #expect(
            report.lines("cases").prefix(3) == [
                "With one audit | 2 of 3 (66.7%)", "With several audits, such as one for each agency | 1 of 3 (33.3%)",
                "Cases together | 3",
            ]
        )
    }

    /// The worst judgement of an audit with one judgement is that judgement: a count must not stand in one table only.
    @Test func theWorstJudgementGivesNoHiddenJudgementAway() {
        var tool = Samples.audit
        var worst = Score(
            id: ScoreID("worst"),
            title: "Worst",
            method: .highest,
            polarity: .higherIsWorse,
            inputs: [.init(.item(ItemID("heard")))]
        )
        worst.bands = [.init(from: 1, to: 1, label: "Good"), .init(from: 2, to: 2, label: "Poor")]
        tool.scores = [worst]
        let results = (0..<70).map { number in
            Samples.result(
                tool,
                [.case: "A\(number)", .completed: "2026-02-01"],
                number < 3 ? ["heard": "good"] : number < 63 ? ["heard": "poor"] : [:]
            )
        }
        let report = Samples.report(.audit, results, showsSmall: false)
        #expect(report.lines("judgements.grade").first?.hasPrefix("Item heard | c of 63 | c of 63 | 63 | ") == true)
        #expect(report.lines("score.worst").prefix(2) == ["Good | c of 70", "Poor | c of 70"])
    }

    @Test func whatHasTargetsIsNoAudit() {
        var travelled = Samples.audit
        travelled.id = "travelled"
        travelled.targets = TargetTable(
            section: "actions",
            item: ItemID("what"),
            current: ItemID("state"),
            target: ItemID("state"),
            by: ItemID("due"),
            actual: ItemID("state")
        )
        #expect(
            Samples.report(.audit, [Samples.result(travelled), Self.audit("A1", [:])]).parts.map(\.tool) == ["audit"]
        )
    }

    /// The day of the report is 31 March 2026; the colour that was ticked does not make an action late or in time.
    @Test(arguments: [
        (["due": "2026-03-30", "state": "amber"], "Red: out of timescale"),
        (["due": "2026-03-31", "state": "red"], "Amber: on track"),
        (["due": "2026-03-30", "state": "grey"], "Red: out of timescale"),
        (["due": "2026-04-30", "state": "grey"], "Grey: not started"),
        (["due": "2026-03-01", "state": "green"], "Green: done"),
        (["due": "2026-03-01", "done": "2026-03-20"], "Green: done"),
        (["what": "Visit"], "Amber: on track"),
    ])
    func workedOutFromItsDatesAnActionIs(_ answers: [String: String], _ words: String) {
        let keyed = Dictionary(uniqueKeysWithValues: answers.map { ("\($0.key)#1", $0.value) })
        let report = Samples.report(.audit, [Self.audit("A1", keyed)])
        #expect(report.lines("actions").contains("\(words) | 1 of 1 (100.0%)"))
    }

    @Test func anEmptyActionIsNone() {
        let report = Samples.report(.audit, [Self.audit("A1", ["heard": "good"])])
        #expect(report.lines("actions").first == "Red: out of timescale | 0 of 0")
    }

    @Test func casesAndOwnersStandOnlyWhereTheyAreAskedFor() {
        let results = [Self.audit("A7", ["what#1": "Visit", "owner#1": "Ms Field", "due#1": "2026-01-01"])]
        #expect(Samples.report(.audit, results).lines("case-list").isEmpty)
        #expect(Samples.report(.audit, results).lines("actions-owner").isEmpty)
        let report = Samples.report(.audit, results, showsWords: true)
        #expect(report.lines("case-list") == ["A7 | Police | 2026-02-01 | 1 | 1"])
        #expect(report.lines("actions-owner").first == "Ms Field | 1 | 0 | 0 | 0 | 1 of 1 (100.0%)")
    }
}

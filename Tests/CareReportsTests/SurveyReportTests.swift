import CareTools
import Testing

@Suite struct SurveyReportTests {
    private static func response(
        _ wave: String,
        _ code: String,
        _ sure: String,
        day: String = "2026-01-10",
        words: String = "",
        agency: String = "School"
    ) -> Result {
        var answers = ["sure": sure]
        if sure.isEmpty { answers = [:] }
        if !words.isEmpty { answers["words"] = words }
        return Samples.result(
            Samples.survey,
            [.wave: wave, .link: code, .completed: day, .agency: agency],
            answers
        )
    }

    @Test func ordersRoundsByTheirEarliestDayAndKeepsGapsApart() {
        let report = Samples.report(
            .survey,
            [
                Self.response("Autumn", "", "yes", day: "2026-10-01"), Self.response("Spring", "", "no"),
                Self.response("Spring", "", "unknown"), Self.response("spring", "", ""),
                Self.response("", "", "yes", day: "2020-01-01"),
            ],
            showsWords: true
        )
        let table = report.parts[0].tables.first { $0.id == "item.sure" }
        #expect(table?.columns == ["Spring", "Autumn", "Not given"])
        #expect(
            report.lines("item.sure") == [
                "No | 1 of 1 (100.0%) | 0 of 1 (0.0%) | 0 of 1 (0.0%)",
                "Yes | 0 of 1 (0.0%) | 1 of 1 (100.0%) | 1 of 1 (100.0%)",
                "Answered | 1 of 3 (33.3%) | 1 of 1 (100.0%) | 1 of 1 (100.0%)",
                "Not known | 1 of 3 (33.3%) | 0 of 1 (0.0%) | 0 of 1 (0.0%)",
                "No answer | 1 of 3 (33.3%) | 0 of 1 (0.0%) | 0 of 1 (0.0%)",
                "Not asked | 0 of 3 (0.0%) | 0 of 1 (0.0%) | 0 of 1 (0.0%)",
            ]
        )
    }

    @Test func matchesTheSamePersonsByCode() {
        let later = "2026-06-01"
        let report = Samples.report(
            .survey,
            [
                Self.response("1", "Blue Fox", "no"), Self.response("2", "blue fox", "yes", day: later),
                Self.response("1", "Red", "yes"), Self.response("2", "red", "no", day: later),
                Self.response("1", "Owl", "yes"), Self.response("2", "Owl", "unknown", day: later),
                Self.response("1", "Gone", "yes"), Self.response("2", "New", "yes", day: later),
                Self.response("1", "Twin", "yes"), Self.response("1", "twin", "no"),
                Self.response("2", "Twin", "yes", day: later), Self.response("1", "", "yes"),
            ]
        )
        #expect(
            report.lines("matched-2") == [
                "Matched | 3 of 7 (42.9%) | 3 of 5 (60.0%)",
                "No partner with the same code | 1 of 7 (14.3%) | 1 of 5 (20.0%)",
                "The code stands more than once | 2 of 7 (28.6%) | 1 of 5 (20.0%)",
                "No code | 1 of 7 (14.3%) | 0 of 5 (0.0%)", "Together | 7 | 5",
            ]
        )
        #expect(
            report.lines("pairs-2")
                == ["Item sure | 1 of 3 (33.3%) | 0 of 3 (0.0%) | 1 of 3 (33.3%) | 1 of 3 (33.3%)"]
        )
    }

    @Test func wordsStandOnlyWhereTheyAreAskedForAndInTheirOwnOrder() {
        let results = [
            Self.response("1", "a", "yes", words: "Time"), Self.response("1", "b", "no", words: "A colleague"),
        ]
        #expect(Samples.report(.survey, results).parts[0].words.isEmpty)
        let words = Samples.report(.survey, results, showsWords: true).parts[0].words
        #expect(words.map(\.question) == ["What helps?"])
        #expect(words.map(\.answers) == [["A colleague", "Time"]])
    }

    @Test func agenciesWithFewResponsesStandTogether() {
        let results =
            (0..<40).map { Self.response("1", "a\($0)", $0 < 20 ? "yes" : "no", agency: "School") }
            + (0..<7).map { Self.response("1", "d\($0)", "no", agency: "Health") }
            + (0..<3).map { Self.response("1", "b\($0)", "no", agency: "Police") }
            + (0..<2).map { Self.response("1", "c\($0)", "no", agency: "Ella Harper says Dad hits her") }
        #expect(Samples.report(.survey, results).lines("agency.sure").count == 4)
        let report = Samples.report(.survey, results, showsSmall: false)
        #expect(report.lines("item.sure").prefix(2) == ["No | 32 of 52 (61.5%)", "Yes | 20 of 52 (38.5%)"])
        #expect(
            report.lines("agency.sure") == [
                "School | 20 of 40 (50.0%) | 20 of 40 (50.0%) | 40",
                "Others together | 12 of 12 (100.0%) | 0 of 12 (0.0%) | 12",
            ]
        )
    }

    /// The main tables stand, whatever the breakdowns would cost.
    @Test func aGroupThatIsSmallInARoundIsShownInNoBreakdown() {
        let results =
            (0..<12).map { Self.response("1", "a\($0)", "yes", agency: $0 < 9 ? "School" : "Police") }
            + (0..<13).map {
                Self.response("2", "b\($0)", "no", day: "2026-06-01", agency: $0 < 4 ? "School" : "Police")
            }
        let report = Samples.report(.survey, results, showsSmall: false)
        #expect(report.lines("wave") == ["1 | 12 of 25 (48.0%)", "2 | 13 of 25 (52.0%)", "Together | 25"])
        #expect(report.lines("item.sure").first == "No | 0 of 12 (0.0%) | 13 of 13 (100.0%)")
        #expect(report.lines("agency").isEmpty && report.lines("agency.sure").isEmpty)
        #expect(
            report.parts[0].notes.contains(
                "Nothing is shown by agency: a group has fewer than 6 responses in a round."
            )
        )
    }

    @Test func aSmallRoundIsLeftOutAsAWhole() {
        let spring = (0..<8).map { Self.response("Spring", "a\($0)", "yes") }
        let shifted = [Self.response("Ella Harper says Dad hits her", "x", "no")]
        let report = Samples.report(.survey, spring + shifted, showsSmall: false)
        #expect(report.parts[0].total == .number(8))
        #expect(report.parts[0].notes.contains("Rounds with fewer than 6 responses are left out."))
        #expect(report.lines("item.sure")[1] == "Yes | 8 of 8 (100.0%)")
        let small = (0..<4).flatMap { round in (0..<4).map { Self.response("Round \(round)", "\($0)", "yes") } }
        #expect(Samples.report(.survey, small, showsSmall: false).parts[0].isWithheld)
    }

    /// A list of what was written can be counted.
    @Test func wordsStandOnlyWhereTheirNumberDoes() {
        func words(_ count: Int) -> [ReportPart.Words] {
            let results = (0..<20).map { Self.response("1", "a\($0)", "yes", words: $0 < count ? "Time" : "") }
            return Samples.report(.survey, results, showsSmall: false, showsWords: true).parts[0].words
        }
        #expect(words(3).isEmpty)
        #expect(words(7).map(\.answers.count) == [7])
    }
}

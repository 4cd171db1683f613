@testable import CareTools
import CaseDates
import Testing

@Suite struct ScreeningReportTests {
    private static func screen(
        _ child: String = "",
        _ completed: String,
        _ answers: [String: String] = ["food": "met"],
        agency: String = ""
    ) -> Result {
        Samples.result(
            Samples.screen,
            [.child: child, .born: "2019-05-04", .completed: completed, .agency: agency],
            answers
        )
    }

    @Test func countsMonthsWithTheEmptyOnesBetween() {
        let report = Samples.report(
            .screening,
            ["2026-01-31", "2026-03-01", "2026-03-02", ""].map { Self.screen("", $0) }
        )
        #expect(
            report.lines("month") == [
                "2026-01 | 1 of 4 (25.0%)", "2026-02 | 0 of 4 (0.0%)", "2026-03 | 2 of 4 (50.0%)",
                "Day not known | 1 of 4 (25.0%)", "Together | 4",
            ]
        )
    }

    @Test func takesSpellingsOfOneAgencyTogether() {
        let names = ["Hill School", "hill  school", "Hill School", "Police", ""]
        let report = Samples.report(
            .screening,
            names.map { Self.screen("", "2026-03-01", agency: $0) },
            showsWords: true
        )
        #expect(
            report.lines("agency") == [
                "Hill School | 3 of 5 (60.0%)", "Police | 1 of 5 (20.0%)", "Not given | 1 of 5 (20.0%)", "Together | 5",
            ]
        )
    }

    @Test func laysSuggestedBesideDecided() {
        let report = Samples.report(
            .screening,
            [
                ["food": "often", "decision": "act"], ["food": "often", "decision": "wait"],
                ["food": "met", "decision": "act"], ["food": "met"], ["food": "unknown", "decision": "wait"],
            ].map { Self.screen("", "2026-03-01", $0) }
        )
        #expect(
            report.lines("decisions") == [
                "Act | 1 | 1 | 0 | 2 of 5 (40.0%)", "Wait | 1 | 0 | 1 | 2 of 5 (40.0%)",
                "No step suggested | 0 | 1 | 0 | 1 of 5 (20.0%)", "Together | 2 | 2 | 1 | 5",
            ]
        )
        #expect(
            report.lines("agreement") == [
                "As suggested | 1 of 5 (20.0%)", "Further than suggested | 1 of 5 (20.0%)",
                "Less far than suggested | 1 of 5 (20.0%)",
                "Not comparable: no step suggested, or a decision that is none of the steps | 1 of 5 (20.0%)",
                "No decision recorded | 1 of 5 (20.0%)", "Together | 5",
            ]
        )
        #expect(report.lines("forms") == ["Food | 2 of 4 (50.0%) | 2 | 0 | 2 | 1"])
        #expect(
            report.lines("alerts") == ["At least one alert | 2 of 5 (40.0%)", "Hungry | 2 of 5 (40.0%)"]
        )
        #expect(
            report.lines("not-known") == [
                "Item food | 1 of 5 (20.0%) | 0 | 4 | 0 | 0", "Item home | 0 of 5 (0.0%) | 5 | 0 | 0 | 0",
            ]
        )
    }

    @Test func tellsHowSoonSomethingFollowed() {
        let report = Samples.report(
            .screening,
            ["2026-01-10", "2026-01-17", "2026-01-18", "2026-01-01", ""].map { day in
                Self.screen("", "2026-01-10", ["food": "met", "followed": "visit", "followed.on": day])
            }
        )
        #expect(
            report.lines("followed-within") == [
                "On the same day | 1 of 5 (20.0%)", "Within 7 days | 1 of 5 (20.0%)",
                "After 8 to 28 days | 1 of 5 (20.0%)", "After 29 to 90 days | 0 of 5 (0.0%)",
                "After more than 90 days | 0 of 5 (0.0%)", "Dated before the screen | 1 of 5 (20.0%)",
                "No day given | 1 of 5 (20.0%)", "Screens after which something followed | 5",
                "With a number of days | 3 of 5 (60.0%)",
                "Median of these | 7 days",
            ]
        )
    }

    @Test func findsTheNextToolOfTheSameChild() {
        func profile(_ child: String, _ born: String, _ day: String) -> Result {
            Samples.result(Samples.profile, [.child: child, .born: born, .completed: day])
        }
        let report = Samples.report(
            .screening,
            [
                Self.screen("Ada", "2026-01-10"), Self.screen("Ben", "2026-01-10"), Self.screen("", "2026-01-10"),
                Self.screen("Cy", "2026-01-10"),
                // Before the screen, after it, of another child with the same name.
                profile("ADA ", "2019-05-04", "2026-01-09"), profile("ADA ", "2019-05-04", "2026-01-20"),
                profile("Ben", "2018-01-01", "2026-01-20"), profile("cy", "2019-05-04", "2026-01-10"),
            ]
        )
        #expect(
            report.lines("next-tool") == [
                "Profile | 2 of 4 (50.0%)", "None among the files that were given | 1 of 4 (25.0%)",
                "Cannot be told: name, date of birth or day is missing | 1 of 4 (25.0%)", "Together | 4",
            ]
        )
        #expect(
            report.lines("next-tool-within").prefix(3) == [
                "On the same day | 1 of 2 (50.0%)", "Within 7 days | 0 of 2 (0.0%)",
                "After 8 to 28 days | 1 of 2 (50.0%)",
            ]
        )
    }

    @Test func comparesTheFirstAndTheLatestScreenOfAChild() {
        let first = "2026-01-10"
        let last = "2026-03-10"
        let report = Samples.report(
            .screening,
            [
                Self.screen("Ada", first, ["food": "often"]), Self.screen("Ada", "2026-02-01", ["food": "met"]),
                Self.screen("Ada", last, ["food": "some"]),
                Self.screen("Ben", first, ["food": "met", "home": "often"]),
                Self.screen("Ben", last, ["food": "some", "home": "met"]),
                Self.screen("Cy", first, ["food": "met"]), Self.screen("Cy", last, ["food": "unknown"]),
                // On one day: nobody can tell which came first.
                Self.screen("Di", first, ["food": "met"]), Self.screen("Di", first, ["food": "often"]),
                Self.screen("Ed", first),
            ]
        )
        #expect(
            report.lines("children") == [
                "Screened once | 1 of 5 (20.0%)", "Screened more than once | 4 of 5 (80.0%)", "Children together | 5",
                "Screens without name or date of birth | 0 of 10 (0.0%)",
            ]
        )
        #expect(
            report.lines("repeats") == [
                "Better | 1 of 4 (25.0%)", "Same | 0 of 4 (0.0%)", "Worse | 0 of 4 (0.0%)", "Mixed | 1 of 4 (25.0%)",
                "Not comparable | 2 of 4 (50.0%)", "Children screened more than once | 4",
            ]
        )
        #expect(
            report.lines("repeat-items").first
                == "Item food | 1 of 3 (33.3%) | 0 of 3 (0.0%) | 1 of 3 (33.3%) | 1 of 3 (33.3%)"
        )
    }

    /// A day stands only beside a step: so many days, so many steps at least.
    private static let followed: Tool = {
        var tool = Samples.screen
        tool.sections[0].items[4].condition = .not(.isAnswered(ItemID("followed"), code: "nothing"))
        tool.scales[2] = Samples.choices("followed", ["nothing", "visit", "letter"])
        return tool
    }()

    private static func randomlyFollowed(_ numbers: inout SeededNumbers) -> [Result] {
        let days = ["2026-01-10", "2026-01-10", "2026-01-10", "2026-01-20"]
        return (0..<Int.random(in: 14...18, using: &numbers)).map { number in
            let step = ["visit", "visit", "visit", "letter", "nothing", "nothing"].randomElement(using: &numbers) ?? ""
            var answers = ["food": "met"]
            if !step.isEmpty { answers["followed"] = step }
            if step == "visit" || step == "letter" {
                let day = days.randomElement(using: &numbers) ?? ""
                if !day.isEmpty { answers["followed.on"] = day }
            }
            return Samples.result(followed, [.child: "\(number)", .completed: "2026-01-10"], answers)
        }
    }

    @Test func daysTellNothingOfStepsThatAreHidden() throws {
        var numbers = SeededNumbers(seed: 8)
        var compared = 0
        for _ in 0..<40 {
            let results = Self.randomlyFollowed(&numbers)
            var printed = PrintedReport(
                Samples.report(.screening, results, showsSmall: false),
                Samples.report(.screening, results)
            )
            guard let steps = printed.counts("followed"), let soon = printed.counts("followed-within") else { continue }
            compared += 1
            let names = ["visit", "letter", "nothing", "Not recorded"]
            printed.add(steps["Together"], isSumOf: names.map { steps[$0] })
            let waits = [Wait.sameDay, .week, .fourWeeks, .quarter, .later].map { soon[$0.label] }
            let dated = soon["With a number of days"]
            let whole = soon["Screens after which something followed"]
            printed.add(dated, isSumOf: waits)
            printed.add(whole, isSumOf: [dated, soon[Wait.before.label], soon[Wait.notRecorded.label]])
            printed.add(whole, isSumOf: [steps["visit"], steps["letter"]])
            printed.add([dated], atMost: steps["Together"])
            #expect(printed.workedOut.isEmpty, "\(printed.tally.counts.map(\.value))")
        }
        #expect(compared > 2)
    }

    /// The alert raises just where "act" is suggested: one table must not show what another hides.
    @Test func alertsGiveNoHiddenSuggestionAway() {
        let foods = [("often", 8), ("met", 10), ("unknown", 3)]
        let results = foods.flatMap { food, count in
            (0..<count).map { Self.screen("\(food) \($0)", "2026-01-10", ["food": food, "decision": "act"]) }
        }
        let report = Samples.report(.screening, results, showsSmall: false)
        let hidesStep = report.lines("decisions").first?.hasSuffix("| c of 21") == true
        let hidesAlert = report.lines("alerts").isEmpty || report.lines("alerts")[0].hasSuffix("| c of 21")
        #expect(hidesStep == hidesAlert)
        #expect(hidesStep)
    }

    @Test func aNoughtOfAHiddenWholeIsNoHiddenCount() {
        #expect(!ReportCell.share(.number(0), of: .hidden).isHidden)
        #expect(ReportCell.share(.hidden, of: .number(9)).isHidden)
    }

    /// Most tables of few screens could only show noughts; the months of all of them stand.
    @Test func aTableThatCanShowOnlyNoughtsIsLeftOutAndNamed() {
        let screens = (0..<9).map { Self.screen("Child \($0)", "2026-01-10", ["food": $0 < 4 ? "often" : "met"]) }
        let report = Samples.report(.screening, screens, showsSmall: false)
        #expect(report.lines("month") == ["2026-01 | 9 of 9 (100.0%)", "Together | 9"])
        #expect(report.lines("alerts").isEmpty)
        #expect(report.parts[0].notes.contains { $0.contains("left out: Alerts that were raised") })
    }

    @Test func theOrderOfTheFilesMakesNoDifference() {
        var numbers = SeededNumbers(seed: 3)
        let results = (0..<30).map { number in
            Self.screen(
                "Child \(number % 7)",
                "2026-0\(1 + number % 3)-1\(number % 9)",
                ["food": ["met", "some", "often"][number % 3], "decision": "act"],
                agency: ["A", "a", "B"][number % 3]
            )
        }
        let report = Samples.report(.screening, results, showsSmall: false)
        for _ in 0..<5 {
            #expect(Samples.report(.screening, results.shuffled(using: &numbers), showsSmall: false) == report)
        }
    }

    /// Where there is one screen, noughts alone would say all that it says.
    @Test(arguments: 1...6) func ofFewScreensNothingIsShown(_ count: Int) {
        let screens = (0..<count).map { Self.screen("Child \($0)", "2026-01-10") }
        let part = Samples.report(.screening, screens, showsSmall: false, showsWords: true).parts[0]
        #expect(part.isWithheld == (count < 6))
        guard count < 6 else { return #expect(part.total == .number(6)) }
        #expect(part.total == .hidden && part.from == nil && part.to == nil)
        #expect(
            part.notes == [
                "Fewer than 6 screens: nothing more is shown. For use inside the agency, --show-small shows it."
            ]
        )
    }

    @Test func aCopyIsCountedOnce() {
        let report = Samples.report(
            .screening,
            [Self.screen("Ada", "2026-01-10"), Self.screen("Ada", "2026-01-10"), Self.screen("", "2026-01-10")]
        )
        #expect(report.parts[0].total == .number(2))
        #expect(report.parts[0].notes == ["Answers saved twice with the very same content are counted once: 1."])
    }

    @Test func aDraftIsNotCounted() {
        var draft = Self.screen("Ada", "2026-01-10")
        draft.response.status = .inProgress
        #expect(Samples.report(.screening, [draft]).parts.isEmpty)
        let report = Samples.report(.screening, [draft, Self.screen("Ada", "2026-02-10")])
        #expect(report.parts[0].total == .number(1))
        #expect(report.parts[0].notes == ["Answers that are still in progress are left out: 1."])
        #expect(
            report.lines("children").prefix(2) == [
                "Screened once | 1 of 1 (100.0%)", "Screened more than once | 0 of 1 (0.0%)",
            ]
        )
        let many = [draft] + (0..<6).map { Self.screen("Child \($0)", "2026-02-10") }
        #expect(
            Samples.report(.screening, many, showsSmall: false).parts[0].notes.first
                == "Answers that are still in progress are left out."
        )
    }

    @Test func versionsStandApart() {
        var later = Samples.screen
        later.version = "2"
        let report = Samples.report(
            .screening,
            [Samples.result(later, [.completed: "2026-01-10"]), Self.screen("", "2026-01-10")]
        )
        #expect(report.parts.map(\.version) == ["1", "2"])
    }
}

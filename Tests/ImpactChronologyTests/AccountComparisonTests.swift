import CaseDates
import Diagnostics
import ImpactChronology
import Testing

@Suite struct AccountComparisonTests {
    private static let rules = ComparisonRules(
        thresholds: .init(
            sameDay: .init(percent: 40, weight: 4),
            overlapping: .init(percent: 50, weight: 4),
            long: .init(percent: 60, weight: 6),
            apart: .init(percent: 60, weight: 6),
            oneAgency: .init(percent: 70, weight: 8)
        ),
        weights: .init(telling: 3, ordinary: 2, weak: 1),
        mostDaysApart: 3,
        mostMinutesApart: 60,
        longestDate: 31,
        mostNear: 500,
        dateConflictPercent: 50,
        words: .init(
            ignored: ["the a was were with of"],
            weak: ["visit letter"],
            same: [
                SameWords(["mother", "mum"], weight: .weak),
                SameWords(["child", "children"], weight: .ignored, isForFacts: true),
                SameWords(["brick", "half brick"], weight: .telling), SameWords(["dentist", "dental"]),
                SameWords(["optician", "eye test"]),
            ],
            different: [["dentist", "optician"]]
        ),
        facts: [
            StatedFact(
                id: "seen",
                label: "whether the children were seen",
                sides: [
                    .init(label: "seen", phrases: ["child seen"]),
                    .init(label: "not seen", phrases: ["child not seen"]),
                ]
            )
        ],
        passedOver: ["the was were"],
        gaps: GapRules(days: 9999, sourceDays: 9999, widestDate: 31)
    )

    private static func compared(_ events: [Event], answers: [SameEventAnswer] = []) throws -> Chronology {
        Chronology(
            family: quills,
            sources: [],
            rows: events,
            files: [],
            rejected: [],
            asOf: try #require(CalendarDay(iso: "2026-03-31")),
            answers: answers,
            rules: rules
        )
    }

    private static func pair(
        _ first: Event,
        _ second: Event,
        _ answers: [SameEventAnswer] = []
    ) throws -> [Likeness] {
        try compared([first, second], answers: answers).duplicates.flatMap(\.pairs)
    }

    private static func police(
        _ edtf: String,
        _ what: String,
        time: String? = nil,
        people: [String] = []
    ) throws -> Event {
        try event(edtf, what, agency: "Police", time: time, people: people, file: "b.csv")
    }

    @Test func accountsOfOneDayThatShareWordsAreLinkedWithTheReason() throws {
        let pairs = try Self.pair(
            try event("2019-03-12", "Mum shouted at the gate, half-brick, letter."),
            try Self.police("2019-03-12", "Mother was shouting, brick, window, visit.")
        )
        // Three of the five words that say anything: mother, shouting, brick, window, visit.
        #expect(pairs.map(\.reason) == ["same day, 60% of words shared: brick / half brick, shouting / shouted"])
    }

    @Test func kindsThatDifferPartAccountsUnlessBothNameOneOfThem() throws {
        func isLinked(_ first: String, _ second: String) throws -> Bool {
            try !Self.pair(try event("2019-03-12", first), try Self.police("2019-03-12", second)).isEmpty
        }
        #expect(try isLinked("Appointment kept on time", "Appointment kept on time"))
        #expect(try !isLinked("Dental appointment kept on time", "Eye test appointment kept on time"))
        #expect(try isLinked("Dental and eye test appointment kept on time", "Eye test appointment kept on time"))
        #expect(try isLinked("Dental appointment kept on time", "Appointment kept on time"))
    }

    @Test func anAccountThatNamesTheAgencyOfTheOtherSharesIt() throws {
        let pairs = try Self.pair(
            try event("2019-03-12", "Police told us of a brick"),
            try Self.police("2019-03-12", "A brick")
        )
        #expect(pairs.map(\.shared) == [["brick", "police"]])
    }

    @Test func oneAgencyInTwoFilesMustShareMore() throws {
        func isLinked(_ first: String, _ second: String) throws -> Bool {
            try !Self.pair(try event("2019-03-12", first), try event("2019-03-12", second, file: "b.csv")).isEmpty
        }
        #expect(try !isLinked("brick gate dog fox", "brick gate cat hen"))
        #expect(try isLinked("brick gate dog fox", "brick gate dog fox hen"))
    }

    @Test func aDateOfAYearMustShareMore() throws {
        func isLinked(_ date: String, _ what: String) throws -> Bool {
            try !Self.pair(try event(date, what), try Self.police("2019-03-12", "brick gate dog fox")).isEmpty
        }
        #expect(try isLinked("2019-03", "brick gate cat"))
        #expect(try !isLinked("2019", "brick gate"))
        #expect(try isLinked("2019", "brick gate dog"))
    }

    @Test func bothStayWhereTheyAre() throws {
        let chronology = try Self.compared([
            try event("2019-03-12", "Mum shouted at the gate."),
            try Self.police("2019-03-12", "Mother shouted at gate."),
        ])
        #expect(chronology.events.count == 2)
        #expect(chronology.duplicates.map(\.events) == [chronology.events.map(\.id)])
    }

    @Test(
        arguments: [
            ("2019-03-12", "2019-03-12", true), ("2019-03-12", "2019-03-15", true), ("2019-03-12", "2019-03-16", false),
            ("2019-03", "2019-03-12", true), ("2019-03", "2019-04-01", true), ("2019-03", "2019-04-04", false),
            ("2019-03-12/2019-03-14", "2019-03-13", true), ("2018", "2019-03-12", false), ("2019", "2019-03-12", true),
            ("2019-03-12", "", false),
        ]
    )
    func datesMeetOrAreThreeDaysApartAtMost(first: String, second: String, isLinked: Bool) throws {
        let one = try event(first, "Window broken with a brick")
        let other = try Self.police(second, "Window broken with a brick")
        #expect(try Self.pair(one, other).isEmpty == !isLinked)
    }

    @Test func rowsOfOneFileOfOneAgencyAreNotCompared() throws {
        let first = try event("2019-03-12", "Window broken with a brick, mum upset", line: 2)
        let second = try event("2019-03-12", "Window broken with a brick, mum cross", line: 3)
        #expect(try Self.pair(first, second) == [])
        let other = try event("2019-03-12", "Window broken with a brick, mum cross", file: "b.csv", line: 3)
        #expect(try Self.pair(first, other).count == 1)
    }

    @Test func otherChildrenOrOtherAdultsAreOtherEvents() throws {
        func pair(_ first: [String], _ second: [String]) throws -> Bool {
            let what = "Dentist appointment kept, two fillings"
            return try !Self.pair(
                try event("2019-03-12", what, people: first),
                try Self.police("2019-03-12", what, people: second)
            ).isEmpty
        }
        #expect(try !pair(["C1"], ["C2"]))
        #expect(try pair(["C1"], ["C1", "C2"]))
        #expect(try pair(["C1"], []))
        #expect(try pair(["C1"], ["A1"]))
    }

    @Test func timesThatAreFarApartAreTwoEvents() throws {
        func isLinked(_ time: String?, _ other: String?) throws -> Bool {
            try !Self.pair(
                try event("2019-03-12", "Window broken with brick", time: time),
                try Self.police("2019-03-12", "Window broken with brick", time: other)
            ).isEmpty
        }
        #expect(try isLinked("10:00", "11:00"))
        #expect(try !isLinked("10:00", "11:01"))
        #expect(try isLinked("10:00", nil))
    }

    @Test func aNumberThatBothGiveLinksThem() throws {
        let pairs = try Self.pair(
            try event("2019-03-12", "Told of log 19/004417"),
            try Self.police("2019-03-12", "Brick through window. MB/004417")
        )
        #expect(pairs.map(\.sharedReference) == ["004417"])
        #expect(pairs.map(\.reason) == ["same day, 25% of words shared: 004417; both give the same reference"])
        // A year, a time or a telephone number is none.
        let none = try Self.pair(
            try event("2019-03-12", "Told in 2019 at 1015, ring 07700900123"),
            try Self.police("2019-03-12", "Brick, 2019, 1015, 07700900123")
        )
        #expect(none.map(\.sharedReference) == [nil])
    }

    @Test func aThirdAccountJoinsTheGroupOfTheOneThatItIsLike() throws {
        let chronology = try Self.compared([
            try event("2019-03-12", "window brick gate hen"), try Self.police("2019-03-12", "window brick dog cow"),
            try event("2019-03-13", "window dog cow pig", agency: "Health", file: "c.csv"),
        ])
        #expect(chronology.duplicates.count == 1)
        #expect(chronology.duplicates.first?.events.count == 3)
        #expect(chronology.duplicates.first?.pairs.count == 2)
    }

    @Test func aChainOfPairsIsNoOneEvent() throws {
        let events = try (0..<4).map { number in
            try event(
                "2019-03-\(12 + 3 * number)",
                "window brick gate",
                agency: "Agency \(number)",
                file: "\(number).csv"
            )
        }
        let groups = try Self.compared(events).duplicates
        #expect(groups.map { $0.events.count } == [2, 2, 2])
        #expect(groups.flatMap(\.pairs).count == 3)
    }

    // MARK: Conflicts

    @Test func datesWithoutACommonDayAreAConflict() throws {
        let chronology = try Self.compared([
            try event("2019-03-12", "brick window gate"), try Self.police("2019-03-13", "brick window gate"),
        ])
        #expect(chronology.conflicts.map(\.subject) == [.date])
        #expect(chronology.conflicts.first?.statements.map(\.says) == ["2019-03-12", "2019-03-13"])
    }

    @Test func datesOfAccountsThatAreLittleAlikeAreNoConflict() throws {
        let chronology = try Self.compared([
            try event("2019-03-12", "brick dental gate window dog hen"),
            try Self.police("2019-03-13", "brick dental dentist cow horse cat hen gate"),
        ])
        #expect(chronology.duplicates.flatMap(\.pairs).map(\.percent) == [66])
        let little = try Self.compared([
            try event("2019-03-12", "brick brick gate hen dog"),
            try Self.police("2019-03-13", "half brick hen gate pig, cow, cat"),
        ])
        #expect(little.duplicates.count == 1)
        #expect(little.conflicts.map(\.subject) == [.date])
    }

    @Test func aMonthThatAgreesWithADayIsNoConflict() throws {
        let chronology = try Self.compared([
            try event("2019-03", "brick window gate"), try Self.police("2019-03-13", "brick window gate"),
        ])
        #expect(chronology.duplicates.count == 1)
        #expect(chronology.conflicts == [])
    }

    @Test func opposedStatementsStandSideBySide() throws {
        let chronology = try Self.compared([
            try event("2019-03-12", "Brick, window. Ella seen."),
            try Self.police("2019-03-12", "Brick through window, children were not seen."),
        ])
        #expect(chronology.conflicts.map(\.subject) == [.fact("whether the children were seen")])
        #expect(chronology.conflicts.first?.statements.map(\.says).sorted() == ["not seen", "seen"])
        #expect(
            chronology.conflicts.first?.statements.map(\.words).sorted() == ["children not seen", "ella seen"]
        )
    }

    @Test func anAccountThatSaysBothTakesNoSide() throws {
        let chronology = try Self.compared([
            try event("2019-03-12", "Brick, window. Ella seen. Noah: child not seen."),
            try Self.police("2019-03-12", "Brick through window, children were not seen."),
        ])
        #expect(chronology.conflicts == [])
    }

    // MARK: Answers

    private static func answer(_ first: Event, _ second: Event, _ isSame: Bool) -> SameEventAnswer {
        SameEventAnswer(first: first.id, second: second.id, isSame: isSame, place: .init(path: "w.xlsx"))
    }

    @Test func aPairThatAPersonSaysIsTwoIsNotLinkedAgain() throws {
        let one = try event("2019-03-12", "brick window gate")
        let other = try Self.police("2019-03-12", "brick window gate")
        #expect(try Self.pair(one, other, [Self.answer(one, other, false)]) == [])
        #expect(try Self.pair(one, other, [Self.answer(other, one, false)]) == [])
    }

    @Test func aPairThatIsOneIsJoinedAndKeepsBothAccounts() throws {
        let month = try event(
            "2019-03",
            "brick window gate",
            impacts: [Impact(child: nil, domain: .general, text: "woke")]
        )
        let day = try Self.police("2019-03-12", "brick, window")
        let chronology = try Self.compared([month, day], answers: [Self.answer(month, day, true)])
        #expect(chronology.events.map(\.id) == [day.id])
        #expect(chronology.events.first?.accounts == [month])
        #expect(chronology.events.first?.date.text == "2019-03-12")
        #expect(chronology.events.first?.tellings.map(\.date.text) == ["2019-03-12", "2019-03"])
        #expect(chronology.events.first?.impacts(on: PersonID("C1")).map(\.text) == ["woke"])
        #expect(chronology.duplicates == [])
    }

    @Test func accountsThatWereJoinedCanStillDisagree() throws {
        let one = try event("2019-03-12", "Brick, window. Ella seen.")
        let other = try Self.police("2019-03-14", "Brick, window, children not seen.")
        let chronology = try Self.compared([one, other], answers: [Self.answer(one, other, true)])
        #expect(chronology.conflicts.map(\.subject) == [.date, .fact("whether the children were seen")])
    }

    @Test func aJoinedEventIsStillComparedThroughEachOfItsAccounts() throws {
        let one = try event("2019-03-12", "brick window gate")
        let other = try Self.police("2019-03-12", "dog bit the postman twice")
        let third = try event("2019-03-12", "postman bitten, dog bit him twice", agency: "Health", file: "c.csv")
        let chronology = try Self.compared([one, other, third], answers: [Self.answer(one, other, true)])
        #expect(chronology.events.count == 2)
        #expect(chronology.duplicates.count == 1)
    }

    @Test func anUndatedAccountIsNeverJoinedWithADatedOne() throws {
        let one = try event("", "brick window gate")
        let other = try Self.police("2019-03-12", "brick window gate")
        let chronology = try Self.compared([one, other], answers: [Self.answer(one, other, true)])
        #expect(chronology.events.count == 1)
        #expect(chronology.undated.count == 1)
        #expect(chronology.events.first?.accounts == [])
    }

    @Test func theRowsOfAJoinedAccountCountAsMerged() throws {
        let one = try event("2019-03-12", "brick window gate")
        let other = try Self.police("2019-03-12", "brick window gate")
        let chronology = Chronology(
            family: quills,
            sources: [],
            rows: [one, other],
            files: ["a.csv", "b.csv"].map { FileAccount(name: $0, format: "csv", digest: "") },
            rejected: [],
            asOf: try #require(CalendarDay(iso: "2026-03-31")),
            answers: [Self.answer(one, other, true)],
            rules: Self.rules
        )
        let account = chronology.account
        #expect([account.rows, account.events, account.merged, account.rejected] == [2, 1, 1, 0])
        #expect(Coverage(of: chronology.sources[0], in: chronology).dated == 1)
        #expect(Coverage(of: chronology.sources[1], in: chronology).dated == 1)
    }

    @Test func theOrderOfTheRowsMakesNoDifference() throws {
        let events = [
            try event("2019-03-12", "brick window gate"), try Self.police("2019-03-12", "brick window dog"),
            try event("2019-03-13", "brick window dog seen", agency: "Health", file: "c.csv"),
        ]
        #expect(try Self.compared(events) == Self.compared(events.reversed()))
    }
}

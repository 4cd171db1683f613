import CaseDates
import ImpactChronology
import Testing

@Suite struct GapTests {
    private static func rules(days: Int = 90, sourceDays: Int = 180) -> ComparisonRules {
        let never = ComparisonRules.Threshold(percent: 100, weight: 9)
        return ComparisonRules(
            thresholds: .init(sameDay: never, overlapping: never, long: never, apart: never, oneAgency: never),
            weights: .init(telling: 3, ordinary: 2, weak: 1),
            mostDaysApart: 0,
            mostMinutesApart: 0,
            longestDate: 31,
            mostNear: 500,
            dateConflictPercent: 50,
            words: .init(),
            gaps: GapRules(days: days, sourceDays: sourceDays, widestDate: 31)
        )
    }

    private static func gaps(
        _ events: [Event],
        _ sources: [Source] = [],
        family: Family = Family(name: nil, people: []),
        asOf: String = "2020-12-31"
    ) throws -> [String] {
        let chronology = Chronology(
            family: family,
            sources: sources,
            rows: events,
            files: [],
            rejected: [],
            asOf: try #require(CalendarDay(iso: asOf)),
            rules: rules()
        )
        return chronology.gaps.map {
            "\($0.agency ?? "all") \($0.position.rawValue) \($0.from) \($0.to) \($0.days) \($0.words) \($0.coveredBy) \($0.mayHold)"
        }
    }

    private static func source(_ agency: String, _ from: String?, _ to: String?, taken: String? = nil) throws -> Source
    {
        Source(
            agency: agency,
            coversFrom: try from.map { try date($0) },
            coversTo: try to.map { try date($0) },
            currentAsOf: try taken.map { try date($0) },
            isStated: true
        )
    }

    @Test func aTimeIsNoContactOnlyWhereASourceCoversIt() throws {
        let events = [try event("2020-01-01"), try event("2020-12-31", line: 3)]
        #expect(try Self.gaps(events) == ["all between 2020-01-02 2020-12-30 364 not covered [] 0"])
        let covering = try Self.source("Police", "2019-01-01", "2020-12-31")
        #expect(
            try Self.gaps(events, [covering]) == [
                "all between 2020-01-02 2020-12-30 364 no contact recorded [\"Police\"] 0",
                "Police after-last 2020-01-01 2020-12-31 366 no contact recorded [\"Police\"] 0",
            ]
        )
    }

    @Test func aGapIsCutWhereTheRecordsBegin() throws {
        let events = [try event("2020-01-01"), try event("2020-12-31", line: 3)]
        let late = try Self.source("School", "2020-07-01", "2020-12-31")
        #expect(
            try Self.gaps(events, [late]).filter { $0.hasPrefix("all") } == [
                "all between 2020-01-02 2020-06-30 181 not covered [] 0",
                "all between 2020-07-01 2020-12-30 183 no contact recorded [\"School\"] 0",
            ]
        )
    }

    @Test func ninetyDaysAreNoGapAndNinetyOneAre() throws {
        #expect(try Self.gaps([try event("2020-01-01"), try event("2020-03-31", line: 3)], asOf: "2020-03-31") == [])
        let gaps = try Self.gaps([try event("2020-01-01"), try event("2020-04-02", line: 3)], asOf: "2020-04-02")
        #expect(gaps == ["all between 2020-01-02 2020-04-01 91 not covered [] 0"])
    }

    @Test func aSpanFillsItsDaysAndAYearOnlyMayLieInThem() throws {
        let events = [
            try event("2020-10-15"), try event("2020-11-01/2020-11-30", line: 3), try event("2020", line: 4),
            try event("2019", line: 5), try event("2020-12-31", line: 6),
        ]
        #expect(try Self.gaps(events) == [])
        let alone = [try event("2020-01-01"), try event("2020", line: 3), try event("2020-12-31", line: 4)]
        #expect(try Self.gaps(alone) == ["all between 2020-01-02 2020-12-30 364 not covered [] 1"])
    }

    @Test(arguments: ["2020-03-01/2020-10-31", "2019/2020", "../2020-06-01"])
    func aWideRangeFillsNothingAndMayLieAnywhereInIt(range: String) throws {
        let events = [try event("2020-01-01"), try event(range, line: 3), try event("2020-12-31", line: 4)]
        #expect(try Self.gaps(events) == ["all between 2020-01-02 2020-12-30 364 not covered [] 1"])
    }

    @Test func theTwoEndsOfAWideSpanAreFilledWhereTheEndHasACellOfItsOwn() throws {
        var long = try event("2020-03-01", line: 3)
        long.date = try long.date.lasting(until: try date("2020-10-31"))
        let gaps = try Self.gaps([try event("2020-01-01"), long, try event("2020-12-31", line: 4)])
        #expect(gaps == ["all between 2020-03-02 2020-10-30 243 not covered [] 1"])
        // An end that is itself a year is no day that is known.
        long.date = try date("2020-03-01").lasting(until: try date("2020"))
        #expect(
            try Self.gaps([try event("2020-01-01"), long, try event("2020-12-31", line: 4)]) == [
                "all between 2020-03-02 2020-12-30 304 not covered [] 1"
            ]
        )
    }

    @Test func aNarrowRangeFillsItsDays() throws {
        let events = [
            try event("2020-01-01"), try event("2020-03-20/2020-04-15", line: 3), try event("2020-07-01", line: 4),
        ]
        #expect(try Self.gaps(events, asOf: "2020-07-01") == [])
    }

    @Test func aWideListOfDaysFillsEachOfThem() throws {
        let days = try ["2020-01-01", "2020-03-15", "2020-06-01"].map {
            PartialDate(try #require(CalendarDay(iso: $0)))
        }
        var visits = try event("")
        visits.date = EventDate(text: "three visits", value: .set(days, .none))
        #expect(try Self.gaps([visits], asOf: "2020-06-01") == [])
    }

    @Test(arguments: [("2020-12-31", "2020-03-01"), ("2020-03-01", "2020-12-31"), ("2020-03-01", nil)])
    func nothingIsCoveredAfterTheRecordsWereTakenOutOrEnd(to: String, taken: String?) throws {
        let events = [try event("2020-01-01"), try event("2020-12-31", line: 3)]
        let school = try Self.source("Police", "2019-01-01", to, taken: taken)
        #expect(
            try Self.gaps(events, [school]).filter { $0.hasPrefix("all") } == [
                "all between 2020-03-02 2020-12-30 304 not covered [] 0"
            ]
        )
    }

    @Test func recordsWithoutAnEndCoverUpToTheirOwnLastEventButNoneToCome() throws {
        let events = [
            try event("2020-01-01"), try event("2020-06-01", line: 3), try event("2021-06-01", line: 4),
            try event("2020-12-31", agency: "Police", file: "b.csv"),
        ]
        #expect(
            try Self.gaps(events, [try Self.source("School", "2019-01-01", nil)]) == [
                "all between 2020-01-02 2020-05-31 151 no contact recorded [\"School\"] 0",
                "all between 2020-06-02 2020-12-30 212 not covered [] 0",
                "School between 2020-06-02 2020-12-31 213 not covered [] 0",
            ]
        )
    }

    @Test func coverageThatEndsBeforeItBeginsIsNone() throws {
        let events = [try event("2020-01-01"), try event("2020-12-31", line: 3)]
        let reversed = try Self.source("School", "2020-03-01", "2019-01-01", taken: "2020-12-31")
        #expect(try Self.gaps(events, [reversed]) == ["all between 2020-01-02 2020-12-30 364 not covered [] 0"])
    }

    @Test func theTimeFromTheBirthOfTheOldestChildCounts() throws {
        var family = quills
        family.people[1].birth = Birth(born: try date("2015-05-04"))
        #expect(
            try Self.gaps([try event("2020-12-01")], family: family) == [
                "all before-first 2015-05-04 2020-11-30 2038 not covered [] 0"
            ]
        )
        // A year is no day of birth.
        family.people[1].birth = Birth(born: try date("2015"))
        #expect(try Self.gaps([try event("2020-12-01")], family: family) == [])
    }

    @Test func oneSourceHasItsOwnGaps() throws {
        let events = (0..<24).map { number in
            Result {
                try event("20\(19 + number / 12)-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)-15", line: number + 2)
            }
        }
        var all = try events.map { try $0.get() }
        all.append(try event("2019-02-01", agency: "Health", file: "b.csv"))
        let health = try Self.source("Health", "2019-01-01", nil, taken: "2020-01-31")
        let gaps = try Self.gaps(all, [health])
        #expect(
            gaps == [
                "Health after-last 2019-02-02 2020-01-31 364 no contact recorded [\"Health\"] 0",
                "Health after-last 2020-02-01 2020-12-31 335 not covered [] 0",
            ]
        )
    }

    @Test func withoutAnyDatedEventThereIsNoGap() throws {
        #expect(try Self.gaps([try event("")]) == [])
        #expect(try Self.gaps([]) == [])
    }
}

import CaseDates
import Diagnostics
import ImpactChronology
import Testing

@Suite struct ChronologyTests {
    // MARK: Merging

    @Test func rowsOfOneAgencyThatSayTheSameAreOneEventWithEveryPlace() throws {
        let chronology = try chronology([
            event("2019-02-01", line: 7), event("2019-02-01", line: 3), event("2019-02-01", file: "b.csv", line: 2),
        ])
        #expect(chronology.events.count == 1)
        #expect(chronology.events[0].readFrom.map(\.description) == ["a.csv:3:1", "a.csv:7:1", "b.csv:2:1"])
        #expect(chronology.files.map(\.events) == [1, 0])
        #expect(chronology.files.map(\.merged) == [1, 1])
        #expect(chronology.account.isBalanced)
    }

    @Test func blanksAndCaseDoNotKeepRowsApart() throws {
        let chronology = try chronology([event("2019-02-01", "He  fell"), event("2019-02-01", "he\nfell ", line: 3)])
        #expect(chronology.events.map(\.what) == ["He  fell"])
    }

    @Test func rowsOfTwoAgenciesAreNeverMerged() throws {
        #expect(
            try chronology([event("2019-02-01"), event("2019-02-01", agency: "Police", line: 3)]).events.count == 2
        )
    }

    @Test func whatDiffersKeepsRowsApart() throws {
        let plain = try event("2019-02-01")
        var others: [Event] = []
        for (index, change) in Self.changes.enumerated() {
            var other = try event("2019-02-01", line: index + 3)
            change(&other)
            other.id = EventID(other.content)
            others.append(other)
        }
        #expect(try chronology([plain] + others).allEvents.count == Self.changes.count + 1)
    }

    private static let changes: [@Sendable (inout Event) -> Void] = [
        { $0.date = EventDate(text: "1 Feb 2019", value: $0.date.value, notes: [.spacing]) },
        { $0.date = EventDate(text: $0.date.text, endText: "ongoing", value: $0.date.value) },
        { $0.date = EventDate(text: $0.date.text, value: nil) },
        { $0.time = EventTime(text: "after school", time: nil) }, { $0.sequence = "1" }, { $0.source = "diary" },
        { $0.directness = .reported }, { $0.category = "Health" }, { $0.what = "fell over" }, { $0.context = "drink" },
        { $0.response = "seen" }, { $0.outcome = "none" }, { $0.decision = Decision(text: "close", date: nil) },
        { $0.significance = "high" }, { $0.bearing = .strength }, { $0.dispute = .undisputed },
        { $0.dispute = .disputed("by mother") }, { $0.reference = "7" },
        { $0.recorded = EventDate(text: "2/2/19", value: nil) },
        { $0.additional = [AdditionalCell(heading: "Ward", text: "North")] },
        { $0.additional = [AdditionalCell(heading: "Bed", text: "North")] },
    ]

    @Test func peopleImpactsAndVoicesDoNotKeepRowsApart() throws {
        let sad = Impact(child: PersonID("C2"), domain: .emotional, text: "sad")
        let hid = Impact(child: PersonID("C1"), domain: .general, text: "hid")
        let chronology = try chronology(
            [
                event("2019-02-01", people: ["A1", "C2"], impacts: [sad]),
                event("2019-02-01", people: ["C1"], impacts: [hid, sad], line: 3),
            ],
            family: quills
        )
        #expect(chronology.events.map { $0.people.map(\.text) } == [["C1", "C2", "A1"]])
        #expect(chronology.events[0].impacts == [hid, sad])
    }

    @Test func aRowAboutNobodyMakesTheEventTheWholeFamilys() throws {
        let rows = [try event("2019-02-01", people: ["C1"]), try event("2019-02-01", line: 3)]
        #expect(try chronology(rows, family: quills).events[0].people.isEmpty)
        #expect(try chronology([rows[1], rows[0]], family: quills).events[0].people.isEmpty)
    }

    @Test func anUndatedRowNeverTakesADateByMerging() throws {
        let chronology = try chronology([event("2019-02-01"), event("", line: 3)])
        #expect(chronology.events.count == 1)
        #expect(chronology.undated.count == 1)
    }

    @Test func theOrderOfTheRowsMakesNoDifference() throws {
        let rows = [
            try event("2019-02-01", people: ["C1"]), try event("2019-02-01", people: ["C2"], file: "b.csv"),
            try event("2019-02-01", "rose", line: 3), try event("", "hid", line: 4),
            try event("2019-02", "ran", line: 5),
            try event("2019-02-01", agency: "Police", file: "b.csv", line: 3),
            try event("", "hid", file: "b.csv", line: 4),
        ]
        let expected = try chronology(rows, family: quills)
        #expect(try chronology(rows.reversed(), family: quills) == expected)
        for shift in rows.indices {
            #expect(try chronology(Array(rows[shift...] + rows[..<shift]), family: quills) == expected)
        }
    }

    // MARK: Order and blocks

    @Test func undatedEventsHaveABlockOfTheirOwnByAgencyAndPlace() throws {
        let chronology = try chronology([
            event("", "one", line: 10), event("2019-02-01", "two", line: 3), event("", "three", line: 9),
            event("", "four", agency: "Health", file: "z.csv"),
        ])
        #expect(chronology.events.map(\.what) == ["two"])
        #expect(chronology.undated.map(\.what) == ["four", "three", "one"])
        #expect(chronology.allEvents.map(\.what) == ["two", "four", "three", "one"])
    }

    @Test func sourcesStandByTheirFirstEvent() throws {
        let chronology = try chronology(
            [
                event("", agency: "Art"), event("2019-02-01", agency: "School", line: 3),
                event("2018-02-01", agency: "Police", line: 4),
            ],
            sources: [
                Source(agency: "Zoo", isStated: true), Source(agency: "School", label: "The school", isStated: true),
            ]
        )
        #expect(chronology.sources.map(\.agency) == ["Police", "School", "Art", "Zoo"])
        #expect(chronology.sources.map(\.isStated) == [false, true, false, true])
        #expect(chronology.sources.map(\.label) == ["Police", "The school", "Art", "Zoo"])
    }

    @Test func rejectedRowsStandByPlaceAndAreCounted() throws {
        let rejected = [("b.csv", 2), ("a.csv", 10), ("a.csv", 9)].map { path, line in
            RejectedRow(
                reason: Diagnostic(id: "x", severity: .error, summary: "x", place: Place(path: path, line: line)),
                cells: []
            )
        }
        let chronology = try chronology([event("2019-02-01")], rejected: rejected)
        #expect(chronology.rejected.map { $0.reason.place?.description } == ["a.csv:9", "a.csv:10", "b.csv:2"])
        #expect(chronology.files.map(\.rows) == [3, 1])
        #expect(chronology.files.map(\.rejected) == [2, 1])
        #expect(chronology.account.rows == 4 && chronology.account.isBalanced)
    }

    // MARK: Who an event is about

    @Test(
        arguments: [
            ([], ["C1", "C2", "C3"]), (["C2"], ["C2"]), (["A1"], ["C1", "C2", "C3"]), (["A1", "C3"], ["C3"]),
            (["C1", "C2"], ["C1", "C2"]), (["A1", "someone else"], ["C1", "C2", "C3"]),
        ] as [([String], [String])]
    )
    func anEventIsAboutTheChildrenThatItNamesElseAboutAll(people: [String], children: [String]) throws {
        let event = try event("2019-02-01", people: people)
        #expect(quills.children.filter { event.concerns($0, in: quills) }.map(\.id.text) == children)
    }

    @Test func childrenStandOldestFirst() throws {
        func child(_ name: String, born: String = "", expected: String = "") throws -> Person {
            let birth = Birth(
                born: born.isEmpty ? nil : try date(born),
                expected: expected.isEmpty ? nil : try date(expected)
            )
            return Person(id: PersonID(name), name: name, isChild: true, birth: birth)
        }
        let family = Family(
            name: nil,
            people: [
                try child("Unknown B"), try child("Young", born: "2018-11-03"),
                try child("Unborn", expected: "2026-08"),
                Person(id: PersonID("Ann"), name: "Ann", isChild: false), try child("Old", born: "2014"),
                try child("Unknown A"), try child("Younger", born: "2018-11-03"),
            ]
        )
        #expect(
            family.children.map(\.name) == ["Old", "Young", "Younger", "Unborn", "Unknown B", "Unknown A"]
        )
    }

    @Test func aPersonWithoutANameIsShownByLabelElseByIdentifier() {
        #expect(Person(id: PersonID("C1"), name: "Ella", isChild: true, label: "Child A").displayName == "Ella")
        #expect(Person(id: PersonID("C1"), name: "", isChild: true, label: "Child A").displayName == "Child A")
        #expect(Person(id: PersonID("C1"), name: "", isChild: true).displayName == "C1")
    }
}

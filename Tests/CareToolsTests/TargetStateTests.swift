import CareTools
import CaseDates
import Testing

@Suite struct TargetStateTests {
    /// A target of grade 2 from grade 4, and what came of it.
    struct Review: Sendable {
        let actual: Int?
        let by: String?
        let state: TargetState
    }

    @Test(arguments: [
        Review(actual: 3, by: nil, state: .nearer), Review(actual: 2, by: nil, state: .met),
        Review(actual: 1, by: nil, state: .exceeded), Review(actual: 5, by: nil, state: .worse),
        Review(actual: 4, by: nil, state: .same), Review(actual: nil, by: nil, state: .notReviewed),
        Review(actual: nil, by: "2026-03-31", state: .notReviewed),
        Review(actual: nil, by: "2026-03-30", state: .overdue), Review(actual: 2, by: "2020-01-01", state: .met),
    ])
    func followsThePolicy(_ review: Review) throws {
        let state = TargetState(
            current: 4,
            target: 2,
            actual: review.actual.map { ExactNumber($0) },
            by: review.by.flatMap(CalendarDay.init(iso:)),
            polarity: .higherIsWorse,
            asOf: try #require(CalendarDay(iso: "2026-03-31"))
        )
        #expect(state == review.state)
    }

    @Test func followsThePolarity() throws {
        let asOf = try #require(CalendarDay(iso: "2026-03-31"))
        let state = { (polarity: Polarity) in
            TargetState(current: 3, target: 7, actual: 5, by: nil, polarity: polarity, asOf: asOf)
        }
        #expect(state(.higherIsBetter) == .nearer)
        #expect(state(.higherIsWorse) == .exceeded)
        #expect(state(.none) == .unclear)
    }
}

import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// An event without a category has one suggested by its words, or none.
@Suite struct CategorySuggestionTests {
    private static let categories = EventCategories([
        EventCategory(id: "lice", label: "Hygiene", group: "", words: ["head lice", "smelt of urine"]),
        EventCategory(id: "health", label: "Mother's health", group: "", words: ["mother's mental health"]),
        EventCategory(id: "visit", label: "Visit", group: "", words: ["home visit"]),
        EventCategory(id: "no-access", label: "No access", group: "", words: ["no reply at the door"]),
        EventCategory(id: "alone", label: "Alone", group: "", words: ["left alone in the house", "left alone"]),
    ])

    @Test(arguments: [
        ("Head lice were seen", "lice"), ("HEAD  LICE", "lice"), ("\u{201C}head lice\u{201D} again", "lice"),
        ("'head lice' again", "lice"), ("itching\u{2014}head lice\u{2014}again", "lice"), ("head\u{A0}lice", "lice"),
        ("head\nlice", nil), ("head. Lice", nil), ("a head of lice", nil), ("head liceless", nil), ("ahead lice", nil),
        ("No concerns about head lice", nil), ("there were not any head lice", nil), ("without head lice", nil),
        ("She didn't have head lice", nil), ("She didn\u{2019}t have head lice", nil), ("denied having head lice", nil),
        ("He said no. Head lice were seen", "lice"), ("Was it true? No! Head lice", "lice"), ("No; head lice", "lice"),
        ("No lice but later that week head lice", "lice"), ("mother\u{2019}s mental health", "health"),
        ("MOTHER'S MENTAL HEALTH", "health"), ("Home visit: no reply at the door", "no-access"),
        ("home visit, head lice", "visit"), ("head lice at home visit", "lice"), ("left alone in the house", "alone"),
        ("wasn't left alone", nil), ("", nil), ("...", nil), ("''", nil),
    ])
    func wordsSuggestACategory(text: String, id: String?) {
        #expect(Self.categories.suggestion(for: text)?.id == id)
    }

    @Test func aSuggestionIsMarkedAndACategoryThatIsGivenStays() throws {
        let reading = try read([
            "a.csv": """
            Date,Agency,Category,Event
            01/02/2019,School,,zz came in hungry
            02/02/2019,School,Food,zz came in hungry
            03/02/2019,School,,zz painted
            04/02/2019,School,,zz had no concerns; not visibly dirty

            """
        ])
        let events = try reading.events()
        #expect(events.map(\.category) == [nil, "Food", nil, nil])
        #expect(events.map(\.suggestedCategory) == ["Hunger or food", nil, nil, nil])
    }

    @Test func longTextCostsNoMoreThanItsLength() {
        let text = String(repeating: "left alone in the left alone in the ", count: 20_000)
        #expect(Self.categories.suggestion(for: text)?.id == "alone")
    }
}

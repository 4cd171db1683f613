import Diagnostics
import Testing

struct NearestWordsTests {
    private static let headings = ["Date", "Event", "Source", "Child", "Impact", "Date recorded", "Agency"]

    @Test(arguments: [
        ("Evnt", ["Event"]), ("event", ["Event"]), ("EVENTS", ["Event"]), ("Sorce", ["Source"]), ("Chidl", ["Child"]),
        ("Dat", ["Date"]),
        ("Impcat", ["Impact"]), ("Date recoded", ["Date recorded"]), ("Agency", ["Agency"]),
    ])
    func findsAWordWithASlip(_ word: String, _ found: [String]) {
        #expect(nearestWords(to: word, in: Self.headings) == found)
    }

    @Test(arguments: ["Photograph", "", "xyz", "Dagger", "\u{1F600}\u{1F600}"])
    func findsNothingFarAway(_ word: String) {
        #expect(nearestWords(to: word, in: Self.headings).isEmpty)
    }

    @Test func findsNothingAmongNoWords() {
        #expect(nearestWords(to: "Date", in: []).isEmpty)
        #expect(nearestWords(to: "", in: []).isEmpty)
    }

    @Test func putsTheNearestFirstAndKeepsTheOrderOfATie() {
        #expect(
            nearestWords(to: "carers", in: ["career", "carer", "carers", "caters"])
                == ["carers", "carer", "caters", "career"].prefix(3).map { $0 }
        )
        #expect(nearestWords(to: "bat", in: ["cat", "rat", "bad", "bar"]) == ["cat", "rat", "bad"])
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2), (9, 4)])
    func findsAsManyAsAreAskedForAtMost(_ most: Int, _ count: Int) {
        #expect(nearestWords(to: "bat", in: ["cat", "rat", "bad", "bar"], most: most).count == count)
    }

    @Test func staysFastForLongWords() {
        let long = String(repeating: "a", count: 1_000)
        #expect(nearestWords(to: long, in: Array(repeating: long + "b", count: 5), most: 1) == [long + "b"])
    }
}

import CareTools
import Testing

/// The vectors on counts, as published or worked out from published ones.
@Suite struct CountVectorTests {
    @Test(arguments: [
        ("6.8", 2117, 5896, "35.9"), ("6.8", 3056, 5896, "51.8"), ("6.8", 617, 5896, "10.5"),
        ("6.8", 1569, 5896, "26.6"),
        // From rounded counts; the published 2.6 came from the counts before rounding.
        ("7.10", 1270, 49_900, "2.5"),
    ])
    func percentagesAreHalfUp(_ id: String, _ part: Int, _ whole: Int, _ text: String) {
        #expect(Percentage(part, of: whole)?.description == text)
    }

    @Test(arguments: [("7.15", 49_897, "49900"), ("a half", 49_895, "49900"), ("below it", 49_894, "49890")])
    func roundsToTens(_ id: String, _ count: Int, _ text: String) throws {
        let tens = try #require(ExactNumber(count).divided(by: 10)).rounded(Rounding(places: 0))
        #expect((tens * 10).description == text)
    }

    @Test(arguments: [
        ("2.5", 0, Rounding.Mode.halfUp, "3"), ("-2.5", 0, .halfUp, "-3"), ("2.5", 0, .halfEven, "2"),
        ("3.5", 0, .halfEven, "4"),
        ("-2.1", 0, .up, "-2"), ("-2.1", 0, .down, "-3"), ("0.125", 2, .halfUp, "0.13"), ("1", 6, .halfUp, "1"),
    ])
    func roundsByTheRule(_ number: String, _ places: Int, _ mode: Rounding.Mode, _ text: String) throws {
        let number = try #require(ExactNumber(number))
        #expect(number.rounded(Rounding(places: places, mode: mode)).description == text)
    }

    @Test(arguments: [
        "", "+1", ".5", "1.", "1e3", " 1", "1 ", "1,5", "0x1", "1.2.3", "-", "1234567890", "0.1234567", "١",
    ])
    func readsNoOtherWayOfWritingANumber(_ text: String) {
        #expect(ExactNumber(text) == nil)
    }
}

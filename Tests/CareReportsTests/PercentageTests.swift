import CareTools
import Testing

@Suite struct PercentageTests {
    struct Case: Sendable {
        let part: Int
        let whole: Int
        let text: String
    }

    /// Published national figures; the first three are exact ties, which half-even would round down.
    @Test(arguments: [
        Case(part: 115, whole: 368, text: "31.3"),
        Case(part: 146, whole: 160, text: "91.3"),
        Case(part: 154, whole: 160, text: "96.3"),
        Case(part: 15_330, whole: 62_110, text: "24.7"),
        Case(part: 139_080, whole: 621_880, text: "22.4"),
        Case(part: 115_550, whole: 551_060, text: "21.0"),
        Case(part: 31_500, whole: 35_090, text: "89.8"),
        Case(part: 25_350, whole: 49_900, text: "50.8"),
        Case(part: 24_570, whole: 49_900, text: "49.2"),
        Case(part: 83_380, whole: 506_370, text: "16.5"),
        Case(part: 12, whole: 14, text: "85.7"),
        Case(part: 0, whole: 7, text: "0.0"),
        Case(part: 7, whole: 7, text: "100.0"),
        Case(part: 1, whole: 2000, text: "0.1"),
        Case(part: 1, whole: 2001, text: "0.0"),
    ])
    func roundsHalvesUp(_ example: Case) {
        #expect(Percentage(example.part, of: example.whole)?.description == example.text)
    }

    @Test func nothingOfNothingIsNoPercentage() {
        #expect(Percentage(0, of: 0) == nil)
    }
}

import CareTools
import Testing

@Suite struct WrittenIDTests {
    @Test(arguments: ["a", "neglect-screen", "hygiene.body", "care.physical.evidence"])
    func hasTheFormOfAnIdentifier(_ text: String) {
        #expect(WrittenID(text).identifier == text)
        #expect(WrittenID(text + "#12").heading == text + "#12")
    }

    @Test(arguments: [
        "", "Ella", "ella harper", "07700900123", "943 476 5919", "9434765919", "-a", ".a", "1-a", "é",
        String(repeating: "a", count: 61),
    ])
    func isNoIdentifier(_ text: String) {
        #expect(WrittenID(text).identifier == nil)
        #expect(WrittenID(text).heading == nil)
    }

    @Test(arguments: ["1", "1.0", "2026.11", "10.2.999"])
    func aVersionIsShort(_ text: String) {
        #expect(WrittenID(text).version == (text == "2026.11" ? nil : text))
    }

    @Test(arguments: ["", ".", "1.", "Ella", "9434765919", "03.04.2019", "1.2.3.4", "v1"])
    func isNoVersion(_ text: String) {
        #expect(WrittenID(text).version == nil)
    }
}

import Diagnostics
import Testing

@testable import DataFormats

@Suite struct XMLFaultTests {
    @Test(arguments: [(3, 7, "a.xml:3:7"), (3, 0, "a.xml:3"), (0, 0, "a.xml")])
    func standsWhereItIsKnownToStand(line: Int, column: Int, text: String) {
        let place = Place(of: XMLFault(message: "m", line: line, column: column), in: "a.xml")
        #expect(place.description == text)
        #expect([place.line, place.column] == [line == 0 ? nil : line, column == 0 ? nil : column])
    }
}

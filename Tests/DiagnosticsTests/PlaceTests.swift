import Diagnostics
import Testing

struct PlaceTests {
    @Test(arguments: [
        (Place(path: "school.csv"), "school.csv"),
        (Place(path: "school.csv", line: 4), "school.csv:4"),
        (Place(path: "school.csv", line: 4, column: 12), "school.csv:4:12"),
        (Place(path: "school.csv", column: 12), "school.csv"),
        (Place(path: "school.xlsx", cell: "Events!C14"), "school.xlsx: Events!C14"),
        (Place(path: "school.xlsx", line: 14, column: 3, cell: "Events!C14"), "school.xlsx: Events!C14"),
        (Place(path: "a: b/c.csv", line: 1), "a: b/c.csv:1"),
        (Place(path: ""), ""),
    ])
    func isWrittenWithoutThePartsThatAreNotKnown(_ place: Place, _ text: String) {
        #expect(place.description == text)
    }
}

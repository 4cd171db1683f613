import DataFormats
import Testing

struct CellReferenceTests {
    @Test(arguments: [
        ("A1", 1, 1), ("C14", 3, 14), ("Z9", 26, 9), ("AA1", 27, 1), ("AZ10", 52, 10), ("BA10", 53, 10),
        ("ZZ12", 702, 12),
        ("AAA12", 703, 12), ("XFD1048576", 16_384, 1_048_576),
    ])
    func goesThereAndBack(_ text: String, _ column: Int, _ row: Int) throws {
        let reference = try #require(CellReference(text))
        #expect(reference.column == column)
        #expect(reference.row == row)
        #expect(reference.description == text)
        #expect(CellReference(text.lowercased()) == reference)
        #expect(CellReference(column: column, row: row) == reference)
    }

    @Test func namesEveryColumnInAWayThatIsReadBack() {
        for column in 1...CellReference.mostColumns {
            let name = CellReference(column: column, row: 1)?.columnName ?? ""
            #expect(CellReference(name + "1")?.column == column)
        }
    }

    @Test(arguments: [
        "", "A", "1", "A0", "A01", "1A", "A1A", "$A$1", "A-1", "A+1", "A 1", " A1", "A1 ", "A1:B2", "Sheet!A1", "XFE1",
        "ZZZ1", "AAAA1", "A1048577", "A99999999999999999999", "Ä1", "A\u{301}1", "A１", "A1.0", "R1C1",
    ])
    func refusesEverythingElse(_ text: String) {
        #expect(CellReference(text) == nil)
    }

    @Test(arguments: [(0, 1), (1, 0), (-1, 1), (16_385, 1), (1, 1_048_577), (Int.max, Int.max), (Int.min, 1)])
    func refusesPlacesThatNoSheetHas(_ column: Int, _ row: Int) {
        #expect(CellReference(column: column, row: row) == nil)
    }

    @Test(arguments: [("B3:D5", "B3:D5"), ("D5:B3", "B3:D5"), ("D3:B5", "B3:D5"), ("C7", "C7:C7")])
    func readsRangesByAnyTwoCorners(_ text: String, _ range: String) {
        #expect(CellRange(text)?.description == range)
    }

    @Test(arguments: ["", ":", "A1:", ":A1", "A1:B2:C3", "A:B", "1:2", "A1-B2", "A1:B0"])
    func refusesWhatIsNoRange(_ text: String) {
        #expect(CellRange(text) == nil)
    }
}

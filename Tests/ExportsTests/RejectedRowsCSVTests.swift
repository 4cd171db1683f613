import DataFormats
import EventFiles
import Exports
import ImpactChronology
import Testing

@Suite struct RejectedRowsCSVTests {
    private func records(_ chronology: Chronology) -> [[String]] {
        let bytes = RejectedRowsCSV.bytes(of: chronology.rejected, headings: RejectedRowsHeading.all)
        var reader = CSVReader(DecodedText(bytes).utf8)
        var records: [[String]] = []
        while let record = reader.next() { records.append(record.cells.map(\.text)) }
        return records
    }

    @Test func rowsStandWholeWithReasonAndPlace() throws {
        let chronology = try Example.chronology([
            "a.csv": "Date,Event,Place\n01/02/2019,good,here\n31/02/2019,\"bad, row\",there",
            "b.csv": "Who,Date,Event\nx,not a date at all,y",
        ])
        #expect(
            records(chronology) == [
                ["Why it was rejected", "File", "Line", "Column", "Date", "Event", "Place", "Who"],
                ["date '31/02/2019' is not in the calendar", "a.csv", "3", "1", "31/02/2019", "bad, row", "there", ""],
                [
                    "the text in the date cell is not a date that can be read", "b.csv", "2", "3", "not a date at all",
                    "y",
                    "", "x",
                ],
            ]
        )
    }

    @Test func aRowWithTooManyCellsKeepsThemAll() throws {
        let chronology = try Example.chronology(["a.csv": "Date,Event\n01/02/2019,good\n02/02/2019,bad,more,=1+1"])
        #expect(records(chronology)[1].suffix(4) == ["02/02/2019", "bad", "more", "'=1+1"])
    }

    @Test func aHeadingThatStandsTwiceKeepsBothCells() throws {
        let chronology = try Example.chronology([
            "a.csv": "Date,Event,Note x,Note x\n01/02/2019,good,,\n31/02/2019,bad,one,two"
        ])
        #expect(records(chronology)[1].suffix(2) == ["one", "two"])
    }
}

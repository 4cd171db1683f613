import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Every row ends as an event, a merged duplicate or a rejected row; `read` checks the sums on every input here.
@Suite struct RowAccountTests {
    static let seeds: [UInt64] = Array(1...60)

    private func source(_ files: [(name: String, text: String)], suffix: String = "") -> [SourceFile] {
        files.map { SourceFile(path: $0.name + suffix, name: $0.name + suffix, bytes: Array($0.text.utf8)) }
    }

    @Test(arguments: seeds)
    func everyRowIsCountedOnce(seed: UInt64) throws {
        let sample = RandomCase(seed: seed)
        let reading = try read(source(sample.files))
        for file in sample.files where file.name != "people.csv" {
            let expected = sample.rows.count { $0.file == file.name }
            #expect(try reading.file(file.name).rows == expected)
        }
        #expect(reading.files.filter { $0.kind == .family }.allSatisfy { $0.rows == 0 })
    }

    @Test(arguments: seeds)
    func noEventTextIsLost(seed: UInt64) throws {
        let sample = RandomCase(seed: seed)
        let reading = try read(source(sample.files))
        let events = reading.chronologies.flatMap(\.allEvents)
        let rejected = reading.chronologies.flatMap(\.rejected) + reading.rejectedElsewhere
        for row in sample.rows {
            let owners = events.filter { event in
                event.readFrom.contains { $0.path == row.file && $0.line == row.line }
            }
            if owners.isEmpty {
                let whole = rejected.filter { refused in
                    refused.reason.place?.path == row.file && refused.cells.contains { $0.text == row.what }
                }
                #expect(!whole.isEmpty || row.what.isEmpty, "line \(row.line) of \(row.file)")
            } else {
                #expect(owners.map(\.what) == [row.what], "line \(row.line) of \(row.file)")
            }
        }
    }

    @Test(arguments: seeds)
    func theOrderOfTheFilesMakesNoDifference(seed: UInt64) throws {
        let sample = RandomCase(seed: seed)
        let reading = try read(source(sample.files))
        let other = try read(source(sample.files.reversed()))
        #expect(other.chronologies == reading.chronologies)
        #expect(other.diagnostics == reading.diagnostics)
        #expect(other.rejectedElsewhere == reading.rejectedElsewhere)
        #expect(other.files.map(\.name) == reading.files.map(\.name))
    }

    @Test(arguments: seeds)
    func filesGivenTwiceGiveTheSameEventsWithMorePlaces(seed: UInt64) throws {
        let files = RandomCase(seed: seed, namesAgencies: true).files
        let events = files.filter { $0.name != "people.csv" }
        let once = try read(source(files))
        let twice = try read(source(files) + source(events, suffix: ".copy"))
        #expect(once.chronologies.map(\.events.count) == twice.chronologies.map(\.events.count))
        for (chronology, doubled) in zip(once.chronologies, twice.chronologies) {
            #expect(doubled.allEvents.map(\.id) == chronology.allEvents.map(\.id))
            for (event, again) in zip(chronology.allEvents, doubled.allEvents) {
                #expect(again.readFrom.count == event.readFrom.count * 2)
                var same = again
                same.readFrom = event.readFrom
                #expect(same == event)
            }
            #expect(doubled.account.rejected == chronology.account.rejected * 2)
        }
    }

    @Test func aFileOfOneRowIsOneEvent() throws {
        let reading = try read(["school.csv": "Date,Event\n01/02/2019,zz fell\n"])
        let file = try reading.file("school.csv")
        #expect([file.rows, file.events, file.merged, file.rejected] == [1, 1, 0, 0])
        #expect(file.isUsed && !file.isOwn && file.kind == .events && file.format == "csv")
        #expect(file.firstDay?.description == "2019-02-01" && file.lastDay?.description == "2019-02-01")
        #expect(file.size == 30)
        #expect(file.digest.utf8.count == 64)
    }

    @Test func theLastRowCountsWithoutALineEnd() throws {
        #expect(try read(["school.csv": "Date,Event\n01/02/2019,zz fell"]).events().count == 1)
    }

    @Test func rowsOfSeveralFilesAreSummed() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,zz one\n31/02/2019,School,zz two\n",
            "b.csv": "Date,Agency,Event\n01/02/2019,School,zz one\n02/02/2019,School,zz three\n",
        ])
        let account = try reading.chronology().account
        #expect([account.rows, account.events, account.merged, account.rejected] == [4, 2, 1, 1])
        #expect(reading.files.map(\.rows) == [2, 2])
        #expect(reading.files.map(\.merged) == [0, 1])
    }

    @Test func aTableThatCannotBeUsedHasAllItsRowsRejected() throws {
        let reading = try read(["school.csv": "When it was,Event\n01/02/2019,zz one\n02/02/2019,zz two\n"])
        #expect(reading.chronologies.isEmpty)
        #expect(reading.rejectedElsewhere.count == 2)
        #expect(reading.rejectedElsewhere.map { $0.cells.map(\.text) }.last == ["02/02/2019", "zz two"])
        #expect(try reading.file("school.csv").rejected == 2)
        #expect(try reading.file("school.csv").isUsed == false)
    }

    @Test func aHundredThousandBadRowsAreAllListed() throws {
        var text = "Date,Agency,Event\n"
        for number in 0..<100_000 { text += "31/02/2019,School,zz \(number)\n" }
        let rejected = try read(["school.csv": text]).rejectedElsewhere
        #expect(rejected.count == 100_000)
        #expect(rejected.last?.cells.last?.text == "zz 99999")
        #expect(rejected.last?.reason.place?.line == 100_001)
    }
}

import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// A chronology that is no table: each paragraph that begins with a date is an event.
@Suite struct DatedParagraphTests {
    private func paragraphs(_ text: String) throws -> CaseReading {
        try read([SourceFile(path: "p.txt", name: "p.txt", bytes: Array(text.utf8))], readsDatedParagraphs: true)
    }

    @Test(arguments: [
        ("June 2018 - zz assessed", "2018-06", "zz assessed"), ("01/02/2019: zz seen", "2019-02-01", "zz seen"),
        ("1st February 2019 – zz seen", "2019-02-01", "zz seen"), ("12.03.19 -  zz seen", "2019-03-12", "zz seen"),
        ("March 2018 - June 2018 - zz in care", "2018-03/2018-06", "zz in care"),
        ("2019: zz moved: twice", "2019", "zz moved: twice"),
    ])
    func aParagraphBeginsWithItsDate(text: String, edtf: String, what: String) throws {
        let event = try paragraphs(text).event()
        #expect(event.edtf == edtf)
        #expect(event.what == what)
    }

    @Test func paragraphsWithoutADateBelongToTheOneAbove() throws {
        let reading = try paragraphs("zz title\n\nJune 2018 - one\nzz more\n\n12 March 2019\nzz alone\n")
        #expect(try reading.events().map(\.what) == ["one\nzz more", "zz alone"])
        #expect(try reading.events().map { $0.readFrom.map(\.line) } == [[3], [6]])
        #expect(reading.found.map(\.id) == ["paragraphs.undated"])
    }

    @Test(arguments: ["31/02/2019: zz fell", "31 February 2019 - zz fell", "02/13/2019 - zz fell"])
    func anImpossibleDateIsARejectedRow(_ line: String) throws {
        let reading = try paragraphs("June 2018 - one\n\(line)\n")
        #expect(try reading.events().map(\.what) == ["one"])
        let row = try reading.rejectedRow()
        #expect(row.reason.place?.line == 2)
        #expect(row.cells.map(\.text).last == "zz fell")
    }

    @Test(arguments: [
        "3 children were seen: zz", "Flat 31/45: zz", "Page 2 - zz", "Aged 3: zz", "10 days later zz ran",
    ])
    func figuresThatAreNoDateBeginNoEvent(_ line: String) throws {
        #expect(try paragraphs("June 2018 - one\n\(line)\n").events().count == 1)
    }

    @Test func withoutTheOptionNothingIsRead() throws {
        let reading = try read(["p.txt": "The visits of zz\n\nJune 2018 - one, two\nzz more text\n"])
        #expect(reading.chronologies.isEmpty)
        #expect(reading.found.map(\.id) == ["file.prose"])
    }
}

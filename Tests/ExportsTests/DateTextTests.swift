import CaseDates
import Testing

@testable import Exports

@Suite struct DateTextTests {
    @Test(arguments: [
        ("2016-05-22", "22 May 2016"), ("2016-05-22?", "22 May 2016 (not sure)"), ("2010-02~", "about February 2010"),
        ("2012%", "about 2012 (not sure)"), ("2014-22", "summer 2014"), ("2013-24", "winter 2013 to 2014"),
        ("201X", "the 2010s"), ("2015-03-12/2015-03-14", "12 to 14 March 2015"),
        ("2015-03-12/2015-04-14", "12 March to 14 April 2015"),
        ("2014-12-28/2015-01-03", "28 December 2014 to 3 January 2015"),
        ("2010-01~/2010-04~", "about January to April 2010"), ("2013/2015", "2013 to 2015"),
        ("2019-01-01/..", "from 1 January 2019 on"), ("../2015-03-14", "up to 14 March 2015"),
        ("{2024-05-03,2024-05-05}", "3 and 5 May 2024"),
        ("{2024-05-31,2024-06-02,2024-06-03}", "31 May 2024, 2 and 3 June 2024"),
    ])
    func isInWords(edtf: String, words: String) {
        #expect(DateText.words(EventDate(text: "", value: EDTF(edtf))) == words)
    }

    @Test func neverPrintsADayThatWasNotWritten() {
        for edtf in ["2010-02", "2012~", "2014-22", "2013/2015", "201X"] {
            let words = DateText.words(EventDate(text: "", value: EDTF(edtf)))
            #expect(!words.split(separator: " ").contains { $0.count <= 2 && Int($0) != nil }, "\(words)")
        }
    }

    @Test(arguments: [
        ("2016-05-22", "2016-05-22"), ("2016-05", "2016-05"), ("2016", "2016"), ("2016?", nil), ("2014-22", nil),
        ("2013/2015", nil),
    ])
    func givesProgramsOnlyWhatIsCertain(edtf: String, form: String?) {
        #expect(DateText.machineForm(EventDate(text: "", value: EDTF(edtf))) == form)
    }
}

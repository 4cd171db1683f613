import CaseDates
import Testing

@Suite struct AgeRangeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let event: String
        let born: String?
        let expected: String?
        let words: String?
        var testDescription: String { "\(event), born \(born ?? "-"), expected \(expected ?? "-")" }

        init(_ event: String, born: String? = nil, expected: String? = nil, _ words: String?) {
            self.event = event
            self.born = born
            self.expected = expected
            self.words = words
        }
    }

    @Test(arguments: [
        Case("2014-05-12", born: "2014-05-12", "under 1 week"),
        Case("2014-05-19", born: "2014-05-12", "1 week"),
        Case("2015-05-11", born: "2014-05-12", "52 weeks"),
        Case("2015-05-12", born: "2014-05-12", "1 year"),
        Case("2017-07-20", born: "2014-05-12", "3 years 2 months"),
        Case("2015-06-12", born: "2014-05-12", "1 year 1 month"),
        // Born on the last day of a month: the month is complete on the first of the month after.
        Case("2015-02-28", born: "2014-01-31", "1 year"),
        Case("2015-03-01", born: "2014-01-31", "1 year 1 month"),
        // Born on 29 February: a year older on 1 March of a common year.
        Case("2017-02-28", born: "2016-02-29", "52 weeks"),
        Case("2017-03-01", born: "2016-02-29", "1 year"),
        // Before birth, by the expected date: that day begins the forty-first week.
        Case("2023-08-24", expected: "2023-08-24", "40 weeks of pregnancy"),
        Case("2023-04-20", born: "2023-08-17", expected: "2023-08-24", "22 weeks of pregnancy"),
        Case("2022-11-16", born: "2023-08-17", expected: "2023-08-24", "before the pregnancy"),
        Case("2022-11-17", born: "2023-08-17", expected: "2023-08-24", "0 weeks of pregnancy"),
        Case("2022-01-01", born: "2023-08-17", "before birth"),
        // From 301 days of pregnancy on a birth that is not known has been missed.
        Case("2023-09-13", expected: "2023-08-24", "42 weeks of pregnancy"),
        Case("2023-09-14", expected: "2023-08-24", "after the expected date of birth"),
        Case("2023-09-14", born: "2023-09-20", expected: "2023-08-24", "43 weeks of pregnancy"),
        // Uncertain dates give ranges.
        Case("2017-07", born: "2014-05-12", "3 years 1 month to 3 years 2 months"),
        Case("2015-04/2015-06", born: "2014-05-12", "46 weeks to 1 year 1 month"),
        Case("2017-07-20", born: "2014", "2 years 6 months to 3 years 6 months"),
        Case("2017-07-20/..", born: "2014-05-12", "from 3 years 2 months"),
        Case("../2017-07-20", born: "2014-05-12", "up to 3 years 2 months"),
        Case("2017-07-20", nil),
    ])
    func isInWords(_ example: Case) {
        func date(_ text: String?) -> EventDate? {
            text.map { EventDate(text: $0, value: EDTF($0)) }
        }
        let birth = Birth(born: date(example.born), expected: date(example.expected))
        let age = AgeRange(at: EventDate(text: "", value: EDTF(example.event)), of: birth)
        #expect(age?.words == example.words)
    }

    @Test func anUndatedEventHasNoAge() {
        let birth = Birth(born: EventDate(text: "", value: EDTF("2014-05-12")))
        #expect(AgeRange(at: EventDate(text: "", value: nil), of: birth) == nil)
    }

    @Test func anEventAfterADeathSaysSo() {
        let birth = Birth(
            born: EventDate(text: "", value: EDTF("2014-05-12")),
            died: EventDate(text: "", value: EDTF("2016-01-01"))
        )
        let age = AgeRange(at: EventDate(text: "", value: EDTF("2016-05-12")), of: birth)
        #expect(age?.words == "after death")
    }
}

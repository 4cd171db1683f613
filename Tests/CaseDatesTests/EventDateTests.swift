import CaseDates
import Testing

@Suite struct EventDateTests {
    private func date(_ text: String) -> EventDate {
        EventDate(text: text, value: EDTF(text))
    }

    @Test(arguments: [
        ("2019-03-01", "2019-03-05", "2019-03-01/2019-03-05"), ("2019-03", "2019-05", "2019-03/2019-05"),
        ("2019-03-01", "2019-03-01", "2019-03-01"), ("2019-03-01", "/..", "2019-03-01/.."),
        // The end lies in the month that the start names.
        ("2019-03", "2019-03-05", "2019-03/2019-03-05"),
    ])
    func lastsUntilItsEnd(start: String, end: String, edtf: String) throws {
        #expect(try date(start).lasting(until: date(end)).value?.description == edtf)
    }

    @Test func anEndBeforeTheStartIsAFault() {
        #expect(throws: DateFault(kind: .reversed, text: "2019-03-05 to 2019-03-01")) {
            try date("2019-03-05").lasting(until: date("2019-03-01"))
        }
    }

    @Test func theWordsOfBothEndsAreKept() throws {
        let span = try EventDate(text: "1/3/19", value: EDTF("2019-03-01")).lasting(
            until: EventDate(text: "5/3/19", value: EDTF("2019-03-05"))
        )
        #expect(span.text == "1/3/19")
        #expect(span.endText == "5/3/19")
    }

    @Test func anEndThatIsNotKnownLeavesTheStart() throws {
        let span = try date("2019-03-01").lasting(until: EventDate(text: "not known", value: nil))
        #expect(span.value == EDTF("2019-03-01"))
        #expect(span.endText == "not known")
    }
}

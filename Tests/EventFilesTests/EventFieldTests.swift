import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// The cells of a row in the fields of its event.
@Suite struct EventFieldTests {
    @Test func everyCellHasItsField() throws {
        let reading = try read([
            "a.csv": """
            Date,End date,Time,Sequence,Child,Agency,Source,Directness,Category,Event,Context,Response,Outcome,Decision,\
            Decision date,Significance,Strength or concern,Disputed,Reference,Recorded
            01/02/2019,02/02/2019,14:30,3,Ella,School,Mr Day,first-hand,Injury,zz event,zz context,zz response,zz outcome,\
            zz decision,5 Feb,high,concern,"Yes, by mother",S/1,03/02/2019
            """
        ])
        let event = try reading.event()
        #expect(event.edtf == "2019-02-01/2019-02-02")
        #expect(event.time?.text == "14:30" && event.sequence == "3")
        #expect(event.names == ["Ella"] && event.agency == "School" && event.source == "Mr Day")
        #expect(event.directness == .firstHand && event.category == "Injury")
        #expect(event.what == "zz event" && event.context == "zz context")
        #expect(event.response == "zz response" && event.outcome == "zz outcome")
        #expect(event.decision?.text == "zz decision")
        #expect(event.decision?.date?.value?.description == "2019-02-05")
        #expect(event.significance == "high" && event.bearing == .concern)
        #expect(event.dispute == .disputed("Yes, by mother"))
        #expect(event.reference == "S/1")
        #expect(event.recorded?.value?.description == "2019-02-03")
        #expect(event.additional.isEmpty)
        #expect(event.readFrom == [Place(path: "a.csv", line: 2, column: 1)])
        #expect(reading.found.isEmpty)
    }

    @Test func blankCellsAreNothing() throws {
        let event = try read([
            "a.csv":
                "Date,Agency,Event,Context,Decision,Directness,Disputed,Impact,Ref\n01/02/2019,School, zz fell ,, ,\u{A0},,,\n"
        ])
        .event()
        #expect(event.what == "zz fell")
        #expect(event.context == nil && event.decision == nil && event.directness == nil && event.reference == nil)
        #expect(event.dispute == .notStated && event.impacts.isEmpty)
    }

    @Test func aDecisionMayHaveOnlyItsDate() throws {
        let event = try read(["a.csv": "Date,Event,Decision date\n01/02/2019,zz fell,05/02/2019\n"]).event()
        #expect(event.decision?.text == "")
        #expect(event.decision?.date?.text == "05/02/2019")
    }

    struct Word: Sendable, CustomTestStringConvertible {
        var text: String
        var directness: Directness?
        var bearing: Bearing?
        var dispute: Dispute?

        var testDescription: String { text }
    }

    @Test(arguments: [
        Word(text: "First-hand", directness: .firstHand), Word(text: "seen", directness: .firstHand),
        Word(text: "REPORTED", directness: .reported), Word(text: "hearsay", directness: .reported),
        Word(text: "third-hand", directness: .multiple), Word(text: "strength", bearing: .strength),
        Word(text: "+", bearing: .strength), Word(text: "-", bearing: .concern),
        Word(text: "Concern", bearing: .concern),
        Word(text: "both", bearing: .mixed), Word(text: "+/-", bearing: .mixed), Word(text: "No", dispute: .undisputed),
        Word(text: "agreed.", dispute: .undisputed), Word(text: "father says no", dispute: .disputed("father says no")),
    ])
    func aKnownWordStandsForItsValue(word: Word) throws {
        let heading = word.directness != nil ? "Directness" : word.bearing != nil ? "Strength or concern" : "Disputed"
        let reading = try read(["a.csv": "Date,Agency,Event,\(heading)\n01/02/2019,School,zz fell,\(word.text)\n"])
        let event = try reading.event()
        #expect(event.directness == word.directness && event.bearing == word.bearing)
        #expect(event.dispute == (word.dispute ?? .notStated))
        #expect(reading.found.isEmpty)
    }

    @Test func anUnknownWordIsKeptAndReported() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event,Directness,+/-\n01/02/2019,School,zz fell,zz by letter,zz grey\n"
        ])
        #expect(reading.found == [Found("event.word.unknown", 2, 27), Found("event.word.unknown", 2, 40)])
        #expect(
            try reading.event().additional == [
                AdditionalCell(heading: "Directness", text: "zz by letter"),
                AdditionalCell(heading: "Strength or concern", text: "zz grey"),
            ]
        )
    }

    @Test func linesInACellStay() throws {
        let event = try read(["a.csv": "Date,Event\r\n01/02/2019,\"zz one\r\n\"\"two\"\"\r\n\"\r\n"]).event()
        #expect(event.what == "zz one\n\"two\"")
    }

    @Test func thePlaceOfARowIsWhereItBegins() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,\"zz one\ntwo\nthree\"\n02/02/2019,School,zz four\n"
        ])
        #expect(try reading.events().map { $0.readFrom[0].line } == [2, 5])
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func anySeparatorWillDo(separator: String) throws {
        let text = [
            ["Date", "Agency", "Event"], ["01/02/2019", "School", "zz fell"], ["02/02/2019", "School", "zz rose"],
        ]
        .map { $0.joined(separator: separator) }.joined(separator: "\n")
        #expect(try read(["a.csv": text]).events().map(\.what) == ["zz fell", "zz rose"])
    }

    @Test func fiveHundredColumnsAndAMegabyteAreRead() throws {
        let headings = (1...500).map { "Field \($0)" }.joined(separator: ",")
        let long = "zz " + String(repeating: "long ", count: 200_000)
        let reading = try read([
            "a.csv": "Date,Event,\(headings)\n01/02/2019,\(long)\(String(repeating: ",x", count: 500))\n"
        ])
        #expect(try reading.event().what.utf8.count == 1_000_002)
        #expect(try reading.event().additional.count == 500)
    }
}

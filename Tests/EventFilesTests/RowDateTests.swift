import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Dates as they stand in rows: what a row takes from the rows and headings above it, and what it never takes.
@Suite struct RowDateTests {
    /// Reads rows of a date and nothing else of interest; returns the dates in the order of the rows.
    private func dates(_ rows: String, headings: String = "Date,Agency,Event") throws -> (CaseReading, [String]) {
        let reading = try read(["a.csv": headings + "\n" + rows])
        let events = try reading.events().sorted { ($0.readFrom[0].line ?? 0) < ($1.readFrom[0].line ?? 0) }
        return (reading, events.map(\.edtf))
    }

    // MARK: The same day

    @Test(arguments: ["same day", "Same Day", "as above", "ditto", "\"\"\"\"", "that evening"])
    func theSameDayIsThatOfTheRowDirectlyAbove(words: String) throws {
        let (reading, dates) = try dates("01/02/2019,School,zz one\n\(words),School,zz two\n")
        #expect(dates == ["2019-02-01", "2019-02-01"])
        #expect(reading.found == [Found("event.date.sameAsRowAbove", 3, 1)])
        #expect(try reading.events()[1].date.isInherited)
    }

    @Test func theSameDayGoesOnFromRowToRow() throws {
        let (_, dates) = try dates("01/02/2019,School,zz one\nsame day,School,zz two\nditto,School,zz three\n")
        #expect(dates == ["2019-02-01", "2019-02-01", "2019-02-01"])
    }

    @Test(arguments: ["", "not known", "childhood"])
    func theSameDayIsNotTakenAcrossAnUndatedRow(undated: String) throws {
        let (reading, dates) = try dates(
            "01/02/2019,School,zz one\n\(undated),Police,zz two\nsame day,School,zz three\n",
        )
        #expect(dates.last == "")
        #expect(reading.found.contains(Found("event.date.nothingToCountFrom", 4, 1)) == (dates[1] == ""))
        #expect(try reading.chronology().undated.contains { $0.what == "zz three" })
    }

    @Test(arguments: [
        "31/02/2019,School,zz two", "02/14/2019,School,zz two", "zz after the fair,School,zz two",
        "02/02/2019,School,zz two,zz three",
    ])
    func theSameDayIsNotTakenAcrossARejectedRow(rejected: String) throws {
        let (reading, dates) = try dates("01/02/2019,School,zz one\n\(rejected)\nsame day,School,zz four\n")
        #expect(dates == ["2019-02-01", ""])
        #expect(reading.found.last == Found("event.date.nothingToCountFrom", 4, 1))
        #expect(try reading.chronology().undated.map(\.what) == ["zz four"])
    }

    @Test func theSameDayMayBeThatOfARowRejectedForAnotherReasonThanItsDate() throws {
        // The row directly above says which day it is, although nobody can say who was there.
        let reading = try read([
            "a.csv": """
            Date,Child,Agency,Event
            01/02/2019,Ella,School,zz one
            02/02/2019,Zelda,School,zz two
            same day,Ella,School,zz three
            """,
            "family.csv": "Name,Role\nElla Quill,child\n",
        ])
        #expect(try reading.events().map(\.edtf) == ["2019-02-01", "2019-02-02"])
    }

    @Test func theSameDayAtTheTopIsUndated() throws {
        let (reading, dates) = try dates("same day,School,zz one\n02/02/2019,School,zz two\n")
        #expect(dates == ["", "2019-02-02"])
        #expect(reading.found == [Found("event.date.nothingToCountFrom", 2, 1)])
        #expect(try reading.chronology().undated.map(\.date.precision) == [.relative])
    }

    @Test func theSameDayIsNotTakenFromAnotherFile() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,zz one\n",
            "b.csv": "Date,Agency,Event\nsame day,School,zz two\n",
        ])
        #expect(try reading.chronology().undated.map(\.what) == ["zz two"])
    }

    @Test func theSameDayIsNotTakenAcrossAYearHeading() throws {
        let (_, dates) = try dates("01/02/2019,School,zz one\n2020,,\nsame day,School,zz two\n")
        #expect(dates == ["2019-02-01", ""])
    }

    @Test func daysLaterAreCountedFromTheRowDirectlyAbove() throws {
        let (reading, dates) = try dates("01/02/2019,School,zz one\ntwo days later,School,zz two\n")
        #expect(dates == ["2019-02-01", "2019-02-03~"])
        #expect(reading.found == [Found("event.date.countedFromRowAbove", 3, 1)])
        #expect(reading.diagnostics.map(\.summary) == ["read as 2019-02-03~: counted from the row above"])
    }

    // MARK: A missing year

    @Test func aMissingYearIsThatOfTheRowAbove() throws {
        let (reading, dates) = try dates("11 December 2006,School,zz one\n19 December:,School,zz two\n")
        #expect(dates == ["2006-12-11", "2006-12-19"])
        #expect(reading.found == [Found("event.date.yearFromRowAbove", 3, 1)])
        #expect(reading.diagnostics.map(\.severity) == [.warning])
    }

    @Test func aMissingYearIsTakenAcrossUndatedAndRejectedRows() throws {
        let (_, dates) = try dates(
            "11/12/2006,School,zz one\n,School,zz two\n31/02/2019,School,zz three\n19 December,School,zz four\n"
        )
        #expect(dates == ["2006-12-11", "", "2006-12-19"])
    }

    @Test func aMissingYearThatStepsBackSaysSo() throws {
        let (reading, dates) = try dates("19/12/2006,School,zz one\n3 January,School,zz two\n")
        #expect(dates == ["2006-12-19", "2006-01-03"])
        #expect(
            reading.found == [Found("event.date.yearFromRowAbove", 3, 1), Found("event.date.stepsBack", 3, 1)]
        )
    }

    @Test func aMissingYearWithNothingAboveIsRejected() throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n19 December,School,zz one\n01/02/2019,School,zz two\n"])
        #expect(reading.found == [Found("event.date.noYear", 2, 1)])
        #expect(try reading.events().map(\.what) == ["zz two"])
    }

    @Test(arguments: ["2006,,", "2006:,,", " 2006 ,,", ",,\n2006,,"])
    func aYearAloneOnARowGivesTheYearBelow(heading: String) throws {
        let (reading, dates) = try dates("\(heading)\n1 March:,School,zz one\nAugust,School,zz two\n")
        #expect(dates == ["2006-03-01", "2006-08"])
        let line = heading.hasPrefix(",") ? 3 : 2
        #expect(
            reading.found == [
                Found("table.yearHeading", line), Found("event.date.yearFromHeading", line + 1, 1),
                Found("event.date.yearFromHeading", line + 2, 1),
            ]
        )
        #expect(reading.files[0].rows == 2)
    }

    @Test func aYearHeadingHoldsUntilTheNext() throws {
        let (_, dates) = try dates("2006,,\n1 March,School,zz one\n2008:,,\n1 March,School,zz two\n")
        #expect(dates == ["2006-03-01", "2008-03-01"])
    }

    @Test func aYearHeadingMayStandInTheFirstColumn() throws {
        let (_, dates) = try dates("2006,,,\n,1 March,School,zz one\n", headings: "No,Date,Agency,Event")
        #expect(dates == ["2006-03-01"])
    }

    @Test func aYearWithAnEventIsARow() throws {
        let (reading, dates) = try dates("2006,School,zz one\n1 March,School,zz two\n")
        #expect(dates == ["2006", "2006-03-01"])
        #expect(reading.found == [Found("event.date.yearFromRowAbove", 3, 1)])
    }

    @Test(arguments: ["1850", "2150", "206", "20066"])
    func figuresThatAreNoYearOfOurTimeAreNoHeading(figures: String) throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n\(figures),,\n01/02/2019,School,zz one\n"])
        #expect(reading.files[0].rows == 2)
        #expect(reading.files[0].rejected == 1)
    }

    // MARK: Numbers of a spreadsheet

    @Test func numbersOfASpreadsheetAreReadWhereTheWholeColumnIsNumbers() throws {
        let (reading, dates) = try dates("41606,School,zz one\n,School,zz two\n41607.75,School,zz three\n")
        #expect(dates == ["2013-11-28", "", "2013-11-29"])
        #expect(try reading.events()[1].date.time?.description == "18:00")
        #expect(
            reading.found == [Found("event.date.spreadsheetSerial", 2, 1), Found("event.date.spreadsheetSerial", 4, 1)]
        )
    }

    @Test func aNumberAmongDatesIsRejected() throws {
        let (reading, dates) = try dates("41606,School,zz one\n01/02/2019,School,zz two\n")
        #expect(dates == ["2019-02-01"])
        #expect(reading.found == [Found("event.date.unreadable", 2, 1)])
        #expect(reading.diagnostics.map(\.summary) == ["date '41606' is not a date that can be read"])
    }

    @Test func aNumberOfNoDayInSightIsRejected() throws {
        let (reading, dates) = try dates("41606,School,zz one\n99999,School,zz two\n00001,School,zz three\n")
        #expect(dates == ["2013-11-28"])
        #expect(reading.found.filter { $0.id == "event.date.unreadable" }.map(\.line) == [3, 4])
    }

    @Test func aColumnOfEndDatesMayBeNumbersToo() throws {
        let (reading, dates) = try dates(
            "41606,41610,School,zz one\n41607,,School,zz two\n",
            headings: "Date,End date,Agency,Event"
        )
        #expect(dates == ["2013-11-28/2013-12-02", "2013-11-29"])
        #expect(reading.files[0].rejected == 0)
    }

    @Test func theOtherColumnsOfDatesMayBeNumbersToo() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event,Decision,Decision date,Recorded\n41606,School,zz one,zz yes,41610,41607\n"
        ])
        let event = try reading.event()
        #expect(event.decision?.date?.value?.description == "2013-12-02")
        #expect(event.recorded?.value?.description == "2013-11-29")
    }

    @Test func numbersInOneColumnDoNotMakeAnotherOne() throws {
        let (reading, dates) = try dates(
            "41606,02/12/2013,School,zz one\n41607,41610,School,zz two\n",
            headings: "Date,End date,Agency,Event"
        )
        #expect(dates == ["2013-11-28/2013-12-02"])
        #expect(reading.found.contains(Found("event.date.unreadable", 3, 7)))
    }

    // MARK: The end

    struct End: Sendable, CustomTestStringConvertible {
        var text: String
        var edtf: String

        var testDescription: String { text }
    }

    @Test(arguments: [
        End(text: "05/02/2019", edtf: "2019-02-01/2019-02-05"), End(text: "01/02/2019", edtf: "2019-02-01"),
        End(text: "March 2019", edtf: "2019-02-01/2019-03"), End(text: "ongoing", edtf: "2019-02-01/.."),
        End(text: "present", edtf: "2019-02-01/.."), End(text: "", edtf: "2019-02-01"),
        End(text: "not known", edtf: "2019-02-01"), End(text: "5 February", edtf: "2019-02-01/2019-02-05"),
        End(text: "same day", edtf: "2019-02-01"), End(text: "2019", edtf: "2019-02-01/2019"),
    ])
    func theEndDateMakesASpan(end: End) throws {
        let (reading, dates) = try dates(
            "01/02/2019,\(end.text),School,zz one\n",
            headings: "Date,End date,Agency,Event"
        )
        #expect(dates == [end.edtf])
        #expect(try reading.event().date.text == "01/02/2019")
        #expect(try reading.event().date.endText == (end.text.isEmpty ? nil : end.text))
        #expect(!reading.diagnostics.contains { $0.severity == .error })
        #expect(!reading.found.contains { $0.id == "event.date.openStart" })
    }

    @Test func anEndBeforeTheDateIsRejected() throws {
        let reading = try read([
            "a.csv": "Date,End date,Agency,Event\n05/02/2019,01/02/2019,School,zz one\n06/02/2019,,School,zz two\n"
        ])
        #expect(reading.found == [Found("event.date.reversed", 2, 12)])
        #expect(reading.diagnostics.map(\.summary) == ["date '05/02/2019 to 01/02/2019' ends before it begins"])
        #expect(try reading.rejectedRow().cells.map(\.text) == ["05/02/2019", "01/02/2019", "School", "zz one"])
        #expect(try reading.events().count == 1)
    }

    @Test func anEndThatCannotBeReadIsRejectedAtItsOwnCell() throws {
        let reading = try read(["a.csv": "Date,End date,Agency,Event\n05/02/2019,31/02/2019,School,zz one\n"])
        #expect(reading.found == [Found("event.date.impossible", 2, 12)])
    }

    @Test func anEndWithoutADateGivesTheEventNoDate() throws {
        let (reading, dates) = try dates(",05/02/2019,School,zz one\n", headings: "Date,End date,Agency,Event")
        #expect(dates == [""])
        #expect(try reading.event().date.endText == "05/02/2019")
        #expect(try reading.chronology().events.isEmpty)
    }

    @Test func ongoingAsADateIsAFinding() throws {
        let (reading, dates) = try dates("ongoing,School,zz one\n")
        #expect(dates == ["/.."])
        #expect(reading.found == [Found("event.date.openStart", 2, 1)])
        #expect(try reading.chronology().undated.count == 1)
    }

    // MARK: The time

    struct Time: Sendable, CustomTestStringConvertible {
        var text: String
        var read: String?

        var testDescription: String { text }
    }

    @Test(arguments: [
        Time(text: "14:30", read: "14:30"), Time(text: "2.30pm", read: "14:30"), Time(text: "2115 hrs", read: "21:15"),
        Time(text: "0930", read: "09:30"), Time(text: "after 9pm", read: "21:00"), Time(text: "12 noon", read: "12:00"),
        Time(text: "9:05", read: "09:05"), Time(text: "approx 14:30", read: "14:30"), Time(text: "9.30", read: "09:30"),
        Time(text: "zz after school", read: nil), Time(text: "25:00", read: nil), Time(text: "2500", read: nil),
        Time(text: "14:30 - 15:00", read: "14:30"),
    ])
    func theTimeColumnIsKeptAndReadWhereItCanBe(time: Time) throws {
        let reading = try read(["a.csv": "Date,Time,Agency,Event\n01/02/2019,\(time.text),School,zz one\n"])
        let event = try reading.event()
        #expect(event.time?.text == time.text)
        #expect(event.time?.time?.description == time.read)
        #expect(reading.found.isEmpty)
    }

    @Test func aBlankTimeIsNone() throws {
        #expect(try read(["a.csv": "Date,Time,Event\n01/02/2019, ,zz one\n"]).event().time == nil)
    }

    @Test func aTimeInTheDateCellStaysWithTheDate() throws {
        let event = try read(["a.csv": "Date,Event\n01/02/2019 14:30,zz one\n"]).event()
        #expect(event.time == nil)
        #expect(event.date.time?.description == "14:30")
    }

    // MARK: Counted from a birth

    private static let family = """
        Id,Name,Role,Date of birth,Expected date of birth
        C1,Ella Quill,child,12/05/2014,
        C2,Noah Quill,child,,24/08/2023
        A1,Ann Quill,mother,03/03/1994,
        """

    struct Count: Sendable, CustomTestStringConvertible {
        var child: String
        var text: String
        var edtf: String
        var finding: String

        var testDescription: String { "\(text), \(child)" }
    }

    @Test(arguments: [
        Count(child: "Ella", text: "aged 9 weeks", edtf: "2014-07-14/2014-07-20", finding: "countedFromBirth"),
        Count(child: "C1", text: "at 3 years old", edtf: "2017-05-12/2018-05-11", finding: "countedFromBirth"),
        Count(child: "Ann", text: "aged 16", edtf: "2010-03-03/2011-03-02", finding: "countedFromBirth"),
        Count(
            child: "Noah",
            text: "22 weeks pregnant",
            edtf: "2023-04-20/2023-04-26",
            finding: "countedFromExpectedBirth"
        ),
        Count(child: "Noah", text: "aged 9 weeks", edtf: "", finding: "nothingToCountFrom"),
        Count(child: "Ella", text: "22 weeks pregnant", edtf: "", finding: "nothingToCountFrom"),
        Count(child: "Ella and Noah", text: "aged 9 weeks", edtf: "", finding: "nothingToCountFrom"),
        Count(child: "", text: "aged 9 weeks", edtf: "", finding: "nothingToCountFrom"),
    ])
    func anAgeIsCountedFromTheBirthOfTheOneChildOfTheRow(count: Count) throws {
        let reading = try read([
            "a.csv": "Date,Child,Agency,Event\n\(count.text),\(count.child),School,zz one\n",
            "family.csv": Self.family,
        ])
        #expect(try reading.event().edtf == count.edtf)
        #expect(reading.found == [Found("event.date.\(count.finding)", 2, 1)])
        #expect(try reading.event().date.precision == .relative)
    }

    @Test func anEventBeforeTheBirthOfItsChildIsAllowed() throws {
        let reading = try read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2013,Ella,School,zz one\n",
            "family.csv": Self.family,
        ])
        #expect(reading.found.isEmpty)
        #expect(try reading.event().names == ["C1"])
    }

    // MARK: Dates that are none

    @Test(arguments: ["", " ", "\u{A0}", "not known", "n/k", "-", "?", "00/00/0000", "tbc", "dd/mm/yyyy"])
    func noDateIsKeptAmongTheUndated(text: String) throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n\(text),School,zz one\n"])
        #expect(reading.found.isEmpty)
        #expect(try reading.chronology().events.isEmpty)
        #expect(try reading.chronology().undated.map(\.what) == ["zz one"])
        #expect(try reading.event().date.text == text)
    }

    @Test func aDayThatSystemsWriteForNoDateIsNoDateAndSaysSo() throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n01/01/1900,School,zz one\n"])
        #expect(reading.found == [Found("event.date.fillDate", 2, 1)])
        #expect(try reading.chronology().undated.count == 1)
    }

    @Test func aDateInTheFutureIsAWarning() throws {
        let reading = try read(["a.csv": "Date,Agency,Event\n01/02/2030,School,zz one\n"])
        #expect(reading.found == [Found("event.date.inFuture", 2, 1)])
        #expect(reading.diagnostics.map(\.summary) == ["read as 2030-02-01: the date lies after the as-of date"])
    }

    @Test func anotherDateThatCannotBeReadIsKeptInItsWords() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event,Decision,Decision date\n01/02/2019,School,zz one,zz yes,31/02/2019\n"
        ])
        #expect(reading.found == [Found("date.other.unreadable", 2, 33)])
        let decision = try #require(try reading.event().decision)
        #expect(decision.date?.text == "31/02/2019")
        #expect(decision.date?.value == nil)
    }
}

import CaseDates
import Definitions
import Foundation
import Testing

@Suite struct DateReaderTests {
    private static let shared: DateReader? = {
        guard let asOf = CalendarDay(iso: "2026-03-31"), let names = try? DefinitionSource().dateNames() else {
            return nil
        }
        return DateReader(asOf: asOf, names: names)
    }()

    static func reader() throws -> DateReader {
        try #require(shared)
    }

    /// One line of `Tests/Fixtures/dates/forms.tsv`.
    struct Form: Sendable, CustomTestStringConvertible {
        let text: String
        let previous: String
        let expected: String
        let earliest: String
        let latest: String
        let precision: String
        let flags: String
        let why: String

        var testDescription: String { "'\(text)'\(previous.isEmpty ? "" : " below '\(previous)'"): \(why)" }

        init?(line: Substring) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 8 else { return nil }
            text = cells[0].replacingOccurrences(of: "␠", with: " ")
            previous = cells[1]
            expected = cells[2]
            earliest = cells[3]
            latest = cells[4]
            precision = cells[5]
            flags = cells[6]
            why = cells[7]
        }

        /// What stands above the cell: a heading with a year, or a row with a date.
        var context: DateContext {
            if let year = previous.hasPrefix("heading ") ? Int(previous.dropFirst(8)) : nil {
                return DateContext(headingYear: year)
            }
            return previous.isEmpty ? .none : DateContext(rowAbove: EventDate(text: previous, value: EDTF(previous)))
        }

        static let all: [Form] = {
            let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            let file = tests.appending(path: "Fixtures/dates/forms.tsv")
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").dropFirst().compactMap(Form.init)
        }()
    }

    @Test func theFormsAreThere() {
        #expect(Form.all.count > 1000)
    }

    @Test(arguments: Form.all)
    func readsTheForm(_ form: Form) throws {
        let reader = try Self.reader()
        let date: EventDate
        do throws(DateFault) {
            date = try reader.read(form.text, in: form.context)
        } catch {
            #expect(error.kind.rawValue == form.expected)
            return
        }
        #expect(date.text == form.text)
        switch form.expected {
        case "none":
            #expect(date.value == nil)
            #expect(date.precision == .none)
        case "relative":
            #expect(date.value == nil)
            #expect(date.precision == .relative)
        default:
            #expect(date.value?.description == form.expected)
            #expect((date.earliest?.description ?? "") == form.earliest)
            #expect((date.latest?.description ?? "") == form.latest)
            #expect(date.precision.rawValue == form.precision)
            #expect(Self.flags(date) == form.flags)
        }
    }

    /// The marks of a date in the order of the fixture: doubt, inheritance, a note that a person should see.
    private static func flags(_ date: EventDate) -> String {
        (date.doubt.isUncertain ? "?" : "") + (date.doubt.isApproximate ? "~" : "") + (date.isInherited ? "i" : "")
            + (date.notes.isEmpty ? "" : "w")
    }

    @Test(arguments: [
        ("03/25/2015", "date '03/25/2015' works only with the month first; write the day first"),
        ("29.02.13", "date '29.02.13' is not in the calendar"),
        ("14 Oct", "date '14 Oct' has no year, and no row or heading above gives one"),
        ("14 March to 3 March 2015", "date '14 March to 3 March 2015' ends before it begins"),
        ("banana", "the text in the date cell is not a date that can be read"),
        ("12/03/201", "date '12/03/201' is not a date that can be read"),
    ])
    func saysWhatIsWrongAndQuotesOnlyDates(text: String, summary: String) throws {
        let reader = try Self.reader()
        let fault = #expect(throws: DateFault.self) { try reader.read(text) }
        #expect(fault?.summary == summary)
    }

    @Test func neverQuotesANarrative() throws {
        let reader = try Self.reader()
        let fault = #expect(throws: DateFault.self) { try reader.read("the day Zebedee fell over the gate") }
        #expect(fault?.summary.contains("Zebedee") == false)
    }

    @Test(arguments: [
        ("18/05/30", 2015), ("01/01/16", 2015),
    ])
    func aTwoFigureYearThatFitsNoCenturyIsAFault(text: String, asOfYear: Int) throws {
        let asOf = try #require(CalendarDay(year: asOfYear, month: 1, day: 1))
        let reader = DateReader(asOf: asOf, names: try DefinitionSource().dateNames())
        // 2030 is to come, and 1930 lies in the span; 2016 is to come, and 1916 lies before 1920.
        if text == "18/05/30" {
            #expect(try reader.read(text).value?.description == "1930-05-18")
        } else {
            #expect(throws: DateFault(kind: .noCentury, text: text)) { try reader.read(text) }
        }
    }

    @Test(arguments: [
        ("aged 9 weeks", "2023-10-19/2023-10-25"), ("aged 2 years 11 months", "2026-07-17/2026-08-16"),
        ("at 3 months", "2023-11-17/2023-12-16"), ("aged 2", "2025-08-17/2026-08-16"),
        ("22 weeks pregnant", "2023-04-20/2023-04-26"), ("24+3/40", "2023-05-07"),
        ("6/52 old", "2023-09-28/2023-10-04"), ("10/40", "2023-01-26/2023-02-01"),
    ])
    func countsFromBirthAndFromTheExpectedDate(text: String, edtf: String) throws {
        let birth = Birth(
            born: EventDate(text: "", value: EDTF("2023-08-17")),
            expected: EventDate(text: "", value: EDTF("2023-08-24"))
        )
        let date = try Self.reader().read(text, in: DateContext(birth: birth))
        #expect(date.value?.description == edtf)
        #expect(date.precision == .relative)
    }

    @Test func sameDayMeansTheRowDirectlyAboveOnly() throws {
        var context = DateContext(rowAbove: EventDate(text: "", value: EDTF("2024-05-01")))
        context.directlyAbove = EventDate(text: "", value: nil)
        let date = try Self.reader().read("same day", in: context)
        #expect(date.value == nil)
        #expect(date.notes == [.nothingToCountFrom])
    }

    @Test(arguments: [("41606", "2013-11-28", nil), ("45000.5", "2023-03-15", "12:00"), ("44927.0", "2023-01-01", nil)])
    func readsASpreadsheetsNumber(text: String, day: String, time: String?) throws {
        let date = try Self.reader().readSerial(text)
        #expect(date.value?.description == day)
        #expect(date.time?.description == time)
        #expect(date.notes == [.spreadsheetSerial])
    }

    @Test func aSerialTakesTheSameLastSteps() throws {
        let fill = try Self.reader().readSerial("25569")
        #expect(fill.value == nil)
        #expect(fill.notes == [.fillDate])
        #expect(try Self.reader().readSerial("47000").notes == [.spreadsheetSerial, .inFuture])
        #expect(try Self.reader().read("2030?").notes == [.inFuture])
    }

    @Test(arguments: [("01/01/1970", "1970-01-01"), ("01/01/1900", nil), ("31/12/2099", nil)])
    func aFillDayMayBeABirth(text: String, day: String?) throws {
        #expect(try Self.reader().read(text, in: DateContext(isBirth: true)).value?.description == day)
        #expect(try Self.reader().read(text).value == nil)
    }

    @Test(arguments: [
        ("2019-12-20", "3 Jan", "2020-01-03", true), ("2019-12-20", "27 Dec", "2019-12-27", false),
        ("2019-12-20", "3 Jan 2021", "2021-01-03", false),
        ("2019-12-20/2019-12-22", "2-3 January", "2020-01-02/2020-01-03", true),
        ("2019-12", "25 Dec", "2019-12-25", false),
    ])
    func anEndWithNoYearIsInTheNextYear(start: String, text: String, edtf: String, crosses: Bool) throws {
        let context = DateContext(
            rowAbove: EventDate(text: start, value: EDTF(start)),
            headingYear: 2019,
            isEnd: true
        )
        let date = try Self.reader().read(text, in: context)
        #expect(date.value?.description == edtf)
        #expect(date.notes.contains(.crossesYear) == crosses)
    }

    @Test(arguments: [
        ("review due 12/03/2015", DateNote.notHappened), ("12/03/2015 - cancelled", .notHappened),
        ("LMP 12/03/2015", .otherKind), ("d.o.b. 12/03/2015", .otherKind),
        ("undated - filed 12/03/2019", .documentDate), ("12/03/2019 2.30", .timeNotRead), ("14/03/36", .earlierCentury),
        ("1998/9", .monthOrTwoYearLabel),
    ])
    func saysWhatToLookAt(text: String, note: DateNote) throws {
        #expect(try Self.reader().read(text).notes.contains(note))
        #expect(note.isAssumption)
    }

    @Test(arguments: [
        ("2-4pm 14/03/2015", "14:00"), ("9-10am 14 March 2015", "09:00"), ("14/03/2021 22:00:00-23:30", "22:00"),
        ("12/03/2019 2.30", nil), ("2015-03-10 am", nil), ("14/03/2015 0930-1030", "09:30"),
    ])
    func readsTheTimeOfADate(text: String, time: String?) throws {
        #expect(try Self.reader().read(text).time?.description == time)
    }

    @Test func whatIsWrittenCanBeReadBack() throws {
        let reader = try Self.reader()
        let dates = Form.all.compactMap { try? reader.read($0.text, in: $0.context) }.filter { $0.value != nil }
        for date in dates {
            let value = try #require(date.value)
            #expect(EDTF(lenient: value.description) == value, "\(date.text)")
        }
        // Every date with every other would take long; a stride that shares no factor reaches all kinds of pairs.
        for (index, start) in dates.enumerated() {
            for step in 0..<40 {
                let end = dates[(index * 7 + step * 23) % dates.count]
                guard let value = try? start.lasting(until: end).value else { continue }
                #expect(EDTF(lenient: value.description) == value, "\(start.text) to \(end.text)")
            }
        }
    }

    @Test(arguments: ["4160", "416060", "x1606", "99999", "41606,5", "-1606"])
    func refusesANumberThatIsNoDay(text: String) throws {
        let reader = try Self.reader()
        #expect(throws: DateFault.self) { try reader.readSerial(text) }
    }

    @Test(arguments: [
        ("14:30", "14:30"), ("2.30pm", "14:30"), ("2115 hrs", "21:15"), ("after 9pm", "21:00"), ("0930", "09:30"),
        ("9.30", "09:30"), ("2.30", nil), ("2:30", nil), ("02:30", "02:30"), ("2:30-4pm", "14:30"),
        ("12 noon", "12:00"), ("late evening", nil), ("25:00", nil), ("", nil), ("9", nil),
    ])
    func readsATime(text: String, time: String?) throws {
        #expect(try Self.reader().readTime(text)?.description == time)
    }

    @Test(arguments: [
        ("2019-06-30T23:30:00Z", "2019-07-01", "00:30"), ("2019-12-31T23:30:00Z", "2019-12-31", "23:30"),
        ("2019-06-30T23:30:00+01:00", "2019-06-30", "23:30"), ("2019-01-01T00:30:00+02:00", "2018-12-31", "22:30"),
    ])
    func showsAnInstantInUnitedKingdomTime(text: String, day: String, time: String) throws {
        let date = try Self.reader().read(text)
        #expect(date.value?.description == day)
        #expect(date.time?.description == time)
    }

    @Test func readsAnythingWithoutATrapOrALoss() throws {
        let reader = try Self.reader()
        let pieces = [
            "12", "3", "2015", "99", "00", "may", "Oct", "st", "th", "/", ".", "-", "–", ",", " ", "?", "~", "c.",
            "w/c",
            "to", "and", "early", "summer", "same day", "weeks", "later", "aged", "pm", ":", "(", ")", "'", "\"", "é",
            "🙂",
            "week of", "or", "before", "29", "02", "T", "Z", "+", "999999999", "Easter", "autumn term",
        ]
        var seed: UInt64 = 42
        for _ in 0..<4000 {
            var text = ""
            for _ in 0..<Int(seed % 9 + 1) {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(seed >> 33) % pieces.count]
            }
            guard let date = try? reader.read(text) else { continue }
            #expect(date.text == text)
            if let first = date.earliest, let last = date.latest { #expect(first <= last, "\(text)") }
            if let value = date.value {
                #expect(EDTF(lenient: value.description) == value, "\(text)")
            }
        }
    }
}

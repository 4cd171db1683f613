@testable import DataFormats
import Testing

struct NumberFormatTests {
    private static let date = NumberFormat.Kind.date(showsYear: true, showsMonth: true, showsDay: true)

    private func kind(_ format: NumberFormat, _ number: String = "1") throws -> NumberFormat.Kind {
        format.kind(for: try #require(DecimalNumber(number.utf8)))
    }

    @Test(
        arguments: [
            ("dd/mm/yyyy", date), ("DD/MM/YYYY", date), ("dd\\-mmm\\-yy", date), ("[$-809]dd mmmm yyyy", date),
            ("[$-F800]dddd, mmmm dd, yyyy", date), ("yyyy\"year\"d", date), ("d.m.yy h:mm;@", date),
            ("[Red]d/m/yy", date),
            ("yyyy\"T\"hh:mm:ss\\Z d", date), ("ggge\"年\"m\"月\"d\"日\"", date), ("m/d/yy\\ h:mm\\ AM/PM;@", date),
            ("[>100]dd/mm/yyyy;General", date), ("General;[>100]dd/mm/yyyy", date),
            ("mmm-yy", .date(showsYear: true, showsMonth: true, showsDay: false)),
            ("yyyy", .date(showsYear: true, showsMonth: false, showsDay: false)),
            ("mmmm", .date(showsYear: false, showsMonth: true, showsDay: false)),
            ("d-mmm", .date(showsYear: false, showsMonth: true, showsDay: true)),
            ("h:mm", .time), ("hh:mm:ss", .time), ("h:mm AM/PM", .time), ("h:mm A/P", .time), ("mm:ss.000", .time),
            ("[h]:mm", .elapsed), ("[HH]:mm:ss", .elapsed), ("[mm]:ss", .elapsed), ("[s]", .elapsed),
            ("00000", .padded(5)), ("[Red]000", .padded(3)),
            ("General", .plain), ("GENERAL", .plain), ("[Red]General", .plain), ("[Color 3]0", .plain), ("0", .plain),
            ("#,##0.00", .plain), ("0%", .plain), ("0.00E+00", .plain), ("0e-0", .plain), ("@", .plain), ("", .plain),
            ("\"days\" 0", .plain), ("0\\d", .plain), ("0_d", .plain), ("0*y", .plain), ("[$£-809]#,##0", .plain),
            ("\"d m y h s\"0", .plain), ("# ?/?", .plain), ("00-00", .plain), ("0.0", .plain), ("\"", .plain),
            ("[", .plain),
            ("\\", .plain), ("[hello]0", .plain), ("\\€00", .plain), (";;;", .plain),
            (String(repeating: "0", count: 1_000_000), .plain),
        ] as [(String, NumberFormat.Kind)]
    )
    func tellsDatesFromNumbers(_ code: String, _ expected: NumberFormat.Kind) throws {
        #expect(try kind(NumberFormat(code: code)) == expected)
    }

    @Test func takesTheSectionOfTheSign() throws {
        let format = NumberFormat(code: "d/m/yy;0;h:mm;@")
        #expect(try kind(format, "1") == Self.date)
        #expect(try kind(format, "-1") == .plain)
        #expect(try kind(format, "0") == .time)
        #expect(try kind(NumberFormat(code: "h:mm;@"), "0") == .time)
        #expect(try kind(NumberFormat(code: "00000"), "-7") == .padded(5))
    }

    @Test func knowsTheBuiltInFormats() throws {
        let numbers = Array(0...60)
        func having(_ kind: NumberFormat.Kind) throws -> [Int] {
            try numbers.filter { try self.kind(NumberFormat(builtIn: $0)) == kind }
        }
        #expect(try having(Self.date) == [14, 15, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 56, 57, 58])
        #expect(try having(.date(showsYear: false, showsMonth: true, showsDay: true)) == [16])
        #expect(try having(.date(showsYear: true, showsMonth: true, showsDay: false)) == [17, 55])
        #expect(try having(.time) == [18, 19, 20, 21, 32, 33, 34, 35, 45, 47])
        #expect(try having(.elapsed) == [46])
    }

    // MARK: Numbers

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("000", "0"), ("0.000", "0"), ("7", "7"), ("+7", "7"), ("007", "7"), ("-12", "-12"),
        ("5.0", "5"), ("0.50", "0.5"), (".5", "0.5"), ("5.", "5"), ("-0.5", "-0.5"), ("100", "100"), ("1E3", "1000"),
        ("1.23E+15", "1230000000000000"), ("1.5E-3", "0.0015"), ("0E99", "0"), ("120e-1", "12"),
        ("9007199254740993", "9007199254740993"), ("84.200000000000003", "84.2"), ("0.30000000000000004", "0.3"),
        ("1.0000000000000001E-5", "0.00001"), ("0.99999999999999999", "1"), ("9.9999999999999999", "10"),
        ("1234567890123456.7", "1234567890123457"), ("123456789012345.6", "123456789012346"),
        ("12345678901234.56", "12345678901234.6"), ("0.123456789012345", "0.123456789012345"),
    ])
    func writesNumbersOut(_ text: String, _ expected: String) throws {
        #expect(try #require(DecimalNumber(text.utf8)).text == expected)
    }

    @Test(arguments: [
        "", "+", "-", ".", "e5", "1e", "1e+", "1e999999", "1,5", "1 2", " 1", "0x10", "NaN", "INF", "--1", "1.2.3", "１",
        String(repeating: "9", count: 401), "0." + String(repeating: "0", count: 500) + "1",
    ])
    func takesNothingElseForANumber(_ text: String) {
        #expect(DecimalNumber(text.utf8) == nil)
    }

    @Test(arguments: ["1E300", "1E-300", "1E99999", "-1E-99999"])
    func writesNoNumberOutThatNobodyWouldRead(_ text: String) throws {
        #expect(try #require(DecimalNumber(text.utf8)).text == nil)
    }

    // MARK: Serial dates

    private func moment(
        _ text: String,
        _ system: SerialDate.System = .from1900,
        isTimeOnly: Bool = false
    ) throws -> SerialDate.Moment {
        SerialDate.moment(try #require(DecimalNumber(text.utf8)), in: system, isTimeOnly: isTimeOnly)
    }

    @Test(arguments: [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("43536", "2019-03-12"),
        ("43890", "2020-02-29"),
        ("2958465", "9999-12-31"), ("43536.604166666664", "2019-03-12 14:30"),
        ("43536.604224537", "2019-03-12 14:30:05"),
        ("43536.999999", "2019-03-13"), ("0.604166666666667", "14:30"), ("43536.000001", "2019-03-12"),
    ])
    func countsDaysFrom1900(_ number: String, _ expected: String) throws {
        #expect(try moment(number) == .text(expected))
    }

    @Test(arguments: [("0", "1904-01-01"), ("60", "1904-03-01"), ("42074", "2019-03-12"), ("2957003", "9999-12-31")])
    func countsDaysFrom1904(_ number: String, _ expected: String) throws {
        #expect(try moment(number, .from1904) == .text(expected))
    }

    @Test(arguments: [("0", "00:00"), ("0.0625", "01:30"), ("1.5", "12:00"), ("43536.5", "2019-03-12 12:00")])
    func showsTimesAlone(_ number: String, _ expected: String) throws {
        #expect(try moment(number, isTimeOnly: true) == .text(expected))
    }

    @Test(arguments: ["60", "60.5", "59.999999"])
    func doesNotMakeTheDayThatNeverWas(_ number: String) throws {
        #expect(try moment(number) == .dayThatNeverWas)
        #expect(try moment(number, .from1904) != .dayThatNeverWas)
    }

    @Test(arguments: ["0", "-1", "-0.5", "2958466", "2958465.999999", "99999999999999999999", "1E300"])
    func makesNoDateOfOtherNumbers(_ number: String) throws {
        #expect(try moment(number) == .outOfRange)
    }

    @Test func countsEveryDayUpByOne() throws {
        var last = "1900-02-28"
        for day in 61...80_000 {
            guard case .text(let text) = try moment("\(day)") else {
                Issue.record("no date for \(day)")
                return
            }
            #expect(text > last)
            last = text
        }
        #expect(last == "2119-01-11")
    }

    @Test(arguments: [("1.104166666666667", "26:30"), ("0.0625", "01:30"), ("0", "00:00"), ("41.666666667", "1000:00")])
    func writesLengthsOfTimeInHours(_ number: String, _ expected: String) throws {
        #expect(SerialDate.elapsed(try #require(DecimalNumber(number.utf8))) == .text(expected))
    }

    @Test(arguments: [
        ("2019-03-12", "2019-03-12"), ("2019-03-12T00:00:00", "2019-03-12"), ("2019-03-12T14:30", "2019-03-12 14:30"),
        ("2019-03-12T14:30:05.000Z", "2019-03-12 14:30:05"), ("2019-12-31T23:59:59.9", "2020-01-01"),
        ("T14:30:00", "14:30"), ("14:30:05", "14:30:05"),
    ])
    func bringsDatesOfTheStandardIntoOneForm(_ text: String, _ expected: String) {
        #expect(SerialDate.text(iso: text) == expected)
    }

    @Test(arguments: [
        "", "T", "Z", "2019", "2019-3-12", "2019-02-29", "2019-02-30", "2019-13-01", "2019-00-10", "2019-01-00",
        "0000-01-01",
        "12/03/2019", "2019-03-12T24:00", "2019-03-12T14:60", "2019-03-12T14", "2019-03-12T14:30:05.",
        "2019-03-12T14:30+01:00",
        "9999-12-31T23:59:59.9", "-2019-03-12", "2019-03-12T", "2019-03-12 14:30", ":", "::",
    ])
    func takesNothingElseForADateOfTheStandard(_ text: String) {
        #expect(SerialDate.text(iso: text) == nil)
    }
}

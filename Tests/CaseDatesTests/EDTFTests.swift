import CaseDates
import Foundation
import Testing

@Suite struct EDTFTests {
    /// The public strings of edtf-validate, where they are at hand: `../shared/data/edtf` from the package.
    static let strings: [(group: String, text: String)] = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = package.appending(path: "../shared/data/edtf/edtf_strings.csv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            guard let comma = line.firstIndex(of: ",") else { return nil }
            let text = line[line.index(after: comma)...].replacingOccurrences(of: "\"", with: "")
            return (String(line[..<comma]), text.hasSuffix("\r") ? String(text.dropLast()) : text)
        }
    }()

    @Test(.enabled(if: !strings.isEmpty, "the public EDTF strings are not at hand"))
    func acceptsLevelsNoughtAndOneAndRefusesWhatIsInvalid() {
        for (group, text) in Self.strings {
            switch group {
            case "L0_Intervals", "L1_Intervals", "Level0", "Level1": #expect(EDTF(text) != nil, "\(group) \(text)")
            case "invalid_edtf_dates", "invalid_edtf_intervals", "invalid_edtf_datetimes":
                #expect(EDTF(text) == nil, "\(group) \(text)")
            default: break  // Level 2 is not promised.
            }
        }
    }

    @Test(
        arguments: [
            ("2016-05-22?", "2016-05-22", "2016-05-22"), ("2010-02~", "2010-02-01", "2010-02-28"),
            ("2012~", "2011-01-01", "2013-12-31"), ("2019-03%", "2019-03-01", "2019-03-31"),
            ("201X", "2010-01-01", "2019-12-31"), ("19XX", "1900-01-01", "1999-12-31"),
            ("2014-21", "2014-03-01", "2014-05-31"), ("2013-24", "2013-12-01", "2014-02-28"),
            ("2010-12/2013-07", "2010-12-01", "2013-07-31"), ("../2015-03-14", nil, "2015-03-14"),
            ("2015-03-14/..", "2015-03-14", nil), ("/2019-03", nil, "2019-03-31"),
            ("{2014-11-25,2014-11-27}", "2014-11-25", "2014-11-27"), ("-0001", "-0001-01-01", "-0001-12-31"),
        ] as [(String, String?, String?)]
    )
    func readsAndWritesTheSame(text: String, earliest: String?, latest: String?) throws {
        let value = try #require(EDTF(text))
        #expect(value.description == text)
        #expect(value.earliest?.description == earliest)
        #expect(value.latest?.description == latest)
    }

    @Test(arguments: [("2019-03-XX", "2019-03"), ("2019-XX-XX", "2019"), ("2019-XX", "2019")])
    func writesAnUnknownPartAsTheWiderDate(text: String, written: String) {
        #expect(EDTF(text)?.description == written)
    }

    @Test(arguments: ["2019-03-05/2019-03", "2012~/2011-06-01", "{2015-03,2015-04-01}", "2019-03-05/"])
    func readsBackLeniently(text: String) {
        #expect(EDTF(lenient: text)?.description == text)
    }

    @Test(arguments: ["2019-03-05/2019-02", "2012/2011-06-01", "{2015,2016}", "{2015-04,2015-03}", "2019-13"])
    func refusesLeniently(text: String) {
        #expect(EDTF(lenient: text) == nil)
    }

    @Test func staysStrict() {
        #expect(EDTF("2019-03-05/2019-03") == nil)
        #expect(EDTF("{2015-03,2015-04-01}") == nil)
    }

    @Test(arguments: [
        "2019-02-30", "2019-13", "{2014-11-25}", "{2014-11-26,2014-11-25}", "", "2019-1-1", "X019", " 2019",
    ])
    func refuses(text: String) {
        #expect(EDTF(text) == nil)
    }
}

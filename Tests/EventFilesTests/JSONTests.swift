import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// JSON and JSON lines with the canonical headings as names.
@Suite struct JSONTests {
    private let row = "{\"Date\":\"01/02/2019\",\"Agency\":\"School\",\"Event\":\"zz late\"}"

    @Test func theFormsOfRowsGiveTheSame() throws {
        let two = "{\"Date\":\"02/02/2019\",\"Agency\":\"School\",\"Event\":\"zz ill\"}"
        let texts = [
            "[\(row),\(two)]", "{\"events\":[\(row),\(two)]}", "\(row)\n\n\(two)\n", "\u{FEFF}[\n\(row),\n\(two)\n]",
            "\(row)\r\n\(two)",
        ]
        for text in texts {
            let events = try read(["any.txt": text]).events()
            #expect(events.map(\.what) == ["zz late", "zz ill"], "\(text)")
            #expect(events.map(\.edtf) == ["2019-02-01", "2019-02-02"])
        }
    }

    @Test func aBrokenLineLosesOnlyItself() throws {
        let reading = try read([
            "a.ndjson": "\(row)\n\nzz no JSON\n[\"zz\"]\n{\"Date\":\"zz\n\(row.replacing("01/", with: "03/"))\n"
        ])
        #expect(try reading.events().map(\.edtf) == ["2019-02-01", "2019-02-03"])
        let rejected = try reading.chronology().rejected
        #expect(rejected.map(\.reason.place?.line) == [3, 4, 5])
        #expect(rejected.map { $0.cells.map(\.text) } == [["zz no JSON"], ["[\"zz\"]"], ["{\"Date\":\"zz"]])
        #expect(try reading.file("a.ndjson").format == "ndjson")
        #expect(try reading.file("a.ndjson").isUsed)
    }

    @Test func aFirstLineThatIsBrokenMakesTheFileNoOneDocument() throws {
        let reading = try read(["a.ndjson": "{\"Date\":\"zz\n\(row)\n"])
        #expect(try reading.event().edtf == "2019-02-01")
        #expect(try reading.rejectedRow().reason.place?.line == 1)
    }

    @Test func oneDocumentMayHaveARowOnEachLine() throws {
        let reading = try read(["a.json": "{\"events\":[\n\(row),\n\(row.replacing("01/", with: "03/"))\n]}"])
        #expect(try reading.events().map(\.edtf) == ["2019-02-01", "2019-02-03"])
        #expect(reading.found == [])
    }

    @Test func peopleSourcesAndEventsMayStandInOneFile() throws {
        let lines = """
            {"Name":"Leo Zed","Role":"child","Date of birth":"2012-01-01"}
            \(row.replacing("}", with: ",\"Child\":\"Leo\"}"))
            {"Agency":"School","Covers from":"2018","Covers to":"2020"}
            """
        let chronology = try read(["a.ndjson": lines]).chronology()
        #expect(chronology.family.people.map(\.name) == ["Leo Zed"])
        #expect(chronology.allEvents.map(\.names) == [["Leo Zed"]])
        #expect(chronology.sources.map(\.agency) == ["School"])
    }

    @Test func numbersStayAsTheyAreWritten() throws {
        let text = row.replacing(
            "}",
            with: ",\"Reference\":1234567890123456789012,\"Dose\":1.50,\"Seen\":true,\"None\":null}"
        )
        let event = try read(["a.json": text]).event()
        #expect(event.reference == "1234567890123456789012")
        #expect(event.further == ["Dose: 1.50", "Seen: yes"])
    }

    @Test func listsAndObjectsInsideARowAreText() throws {
        let text = row.replacing(
            "}",
            with: ",\"Staff\":[{\"role\":\"zz\"},{\"role\":\"nurse\"}],\"Where\":{\"a\":{\"b\":1}}}"
        )
        for text in [text, "[\(text)]", "\(text)\n\(text.replacing("01/", with: "03/"))"] {
            let event = try #require(try read(["a.json": text]).events().first)
            #expect(event.further == ["Staff: role: zz, role: nurse", "Where: a: b: 1"])
        }
    }

    @Test func aNameThatStandsTwiceKeepsBothValues() throws {
        let text = row.replacing("\"Event\"", with: "\"Event\":\"zz one\",\"Event\"")
        #expect(try read(["a.json": text]).event().what == "zz one; zz late")
    }

    @Test func rowsWithNamesOfTheirOwnDoNotWidenEachOther() throws {
        let lines = (0..<5000).map { row.replacing("{", with: "{\"n\($0)\":\"zz\($0)\",") }
        let events = try read(["a.ndjson": lines.joined(separator: "\n")]).events()
        #expect(events.count == 5000)
        let further = Set(events.flatMap(\.further))
        #expect(further.contains("n7: zz7") && further.contains("Further cells: n4999: zz4999"))
    }

    @Test func theSameRowTwiceIsMerged() throws {
        let reading = try read(["a.json": "[\(row),\(row)]"])
        #expect(try reading.events().count == 1)
        #expect(try reading.file("a.json").merged == 1)
    }

    @Test func whatStandsBesideTheRowsIsNamed() throws {
        let reading = try read(["a.json": "{\"Family\":\"zz\",\"empty\":[],\n\"events\":[\(row)]}"])
        #expect(try reading.events().count == 1)
        let finding = try #require(reading.diagnostics.first { $0.id == "json.members.notRead" })
        #expect(finding.summary == "what stands beside the lists of rows is not read: 'Family'")
        #expect(finding.place?.line == 1)
    }

    @Test func anElementThatIsNoRowIsRejected() throws {
        let reading = try read(["a.json": "[\(row),\n\"zz\"]"])
        #expect(try reading.rejectedRow().reason.place?.line == 2)
        #expect(try reading.rejectedRow().cells.map(\.text) == ["zz"])
    }

    @Test(arguments: [
        ("[]", "json.noRows"), ("{}", "json.noRows"), ("{\"a\":1}", "json.noRows"), ("[\(1)", "json.faulty"),
        ("{\"Date\":\"zz\"", "json.faulty"), ("[{\"Date\":\"zz\"},]", "json.faulty"),
    ])
    func aFileThatHoldsNoRowsSaysSo(text: String, finding: String) throws {
        let file = SourceFile(path: "a.json", name: "a.json", bytes: Array(text.utf8))
        let reading = try read([file], format: .json)
        #expect(reading.serious.map(\.id) == [finding])
        #expect(try reading.file("a.json").isUsed == false)
    }

    @Test func aFaultyDateIsRejectedAtItsObject() throws {
        let reading = try read(["a.json": "[\(row),\n  \(row.replacing("01/02", with: "31/02"))]"])
        #expect(try reading.rejectedRow().reason.place?.line == 2)
        #expect(try reading.rejectedRow().reason.place?.column == 3)
    }
}

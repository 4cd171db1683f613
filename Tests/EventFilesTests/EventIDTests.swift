import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// An identifier is the same in every build, whatever else is read beside it.
@Suite struct EventIDTests {
    private static let school = """
        Date,Child,Agency,Reference,Event
        01/02/2019,Ella,School,,zz one
        02/02/2019,Ella,School,S/7,zz two
        03/02/2019,Noah,School,,zz three
        """

    /// The identifiers by what happened.
    private func ids(_ reading: CaseReading) throws -> [String: String] {
        Dictionary(try reading.events().map { ($0.what, $0.id.text) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func aReferenceNamesItsEvent() throws {
        let event = try read(["a.csv": "Date,Agency,Ref,Event\n01/02/2019,Police,MB/22/4,zz one\n"]).event()
        #expect(event.id.text == "police/MB/22/4")
        #expect(event.reference == "MB/22/4")
    }

    @Test func aDigestNamesAnEventWithoutAReference() throws {
        let event = try read(["a.csv": "Date,Agency,Event\n01/02/2019,Police,zz one\n"]).event()
        #expect(event.id.text.utf8.count == 17)
        #expect(event.id.text.hasPrefix("e"))
    }

    @Test func otherFilesChangeNoIdentifier() throws {
        let alone = try ids(read(["m.csv": Self.school]))
        let among = try ids(
            read([
                "m.csv": Self.school,
                "a.csv": "Date,Agency,Reference,Event\n01/02/2019,SCHOOL,S/8,zz four\n01/02/2019,Police,S/7,zz five\n",
                "z.csv": "Date,Agency,Event\n01/02/2018,School,zz six\n",
                "family.csv": "Id,Name,Role\nC1,Ella Quill,child\nC2,Noah Quill,child\n",
                "sources.csv": "Agency,Label,Covers from\nAll Saints,School,2015\n",
            ])
        )
        for (what, id) in alone { #expect(among[what] == id) }
    }

    @Test func theOrderOfTheRowsChangesNoIdentifier() throws {
        let lines = Self.school.split(separator: "\n")
        let reordered = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        #expect(try ids(read(["a.csv": reordered])) == ids(read(["a.csv": Self.school])))
    }

    @Test func theOrderOfTheColumnsChangesNoIdentifier() throws {
        let reordered = Self.school.split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",") }
            .joined(separator: "\n")
        #expect(try ids(read(["a.csv": reordered])) == ids(read(["a.csv": Self.school])))
    }

    @Test func theNameOfTheFileChangesNoIdentifier() throws {
        #expect(try ids(read(["renamed 2.csv": Self.school])) == ids(read(["a.csv": Self.school])))
    }

    @Test func blanksAndCaseChangeNoIdentifier() throws {
        let tidy = try read(["a.csv": "Date,Agency,Event\n01/02/2019,Police,zz one two\n"]).event()
        let untidy = try read(["a.csv": "Date,Agency,Event\n 01/02/2019,POLICE,\" ZZ  one\ntwo \"\n"]).event()
        #expect(tidy.id == untidy.id)
    }

    @Test func whatIsWrittenChangesTheIdentifier() throws {
        let first = try read(["a.csv": "Date,Agency,Event\n01/02/2019,Police,zz one\n"]).event()
        let other = try read(["a.csv": "Date,Agency,Event\n01/02/2019,Police,zz other\n"]).event()
        #expect(first.id != other.id)
    }

    @Test func oneReferenceOnTwoDifferentRowsNamesNeither() throws {
        let reading = try read([
            "a.csv":
                "Date,Agency,Ref,Event\n01/02/2019,Police,7,zz one\n02/02/2019,Police,7,zz two\n03/02/2019,Police,8,zz three\n"
        ])
        #expect(reading.found == [Found("event.reference.shared", 2, 1), Found("event.reference.shared", 3, 1)])
        #expect(
            Set(reading.diagnostics.map(\.summary)) == [
                "the reference also stands on a row that says something else; both rows are kept"
            ]
        )
        let events = try reading.events()
        #expect(events.map(\.reference) == ["7", "7", "8"])
        #expect(events.map { $0.id.text.hasPrefix("e") } == [true, true, false])
    }

    @Test func oneReferenceOnTheSameRowForEachChildNamesOneEvent() throws {
        let reading = try read([
            "a.csv": "Date,Child,Agency,Ref,Event\n01/02/2019,Ella,Police,7,zz one\n01/02/2019,Noah,Police,7,zz one\n"
        ])
        #expect(try reading.event().id.text == "police/7")
        #expect(try reading.event().names == ["Ella", "Noah"])
        #expect(reading.found.isEmpty)
    }

    @Test func oneReferenceOfTwoAgenciesNamesTwoEvents() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Ref,Event\n01/02/2019,Police,7,zz one\n02/02/2019,School,7,zz two\n"
        ])
        #expect(try reading.events().map(\.id.text) == ["police/7", "school/7"])
    }

    @Test func oneReferenceInTwoFamiliesNamesAnEventOfEach() throws {
        let reading = try read([
            "a.csv": "Family,Date,Agency,Ref,Event\nQuill,01/02/2019,Police,7,zz one\nReed,02/02/2019,Police,7,zz two\n"
        ])
        #expect(reading.chronologies.map { $0.events.map(\.id.text) } == [["police/7"], ["police/7"]])
        #expect(reading.found.isEmpty)
    }
}

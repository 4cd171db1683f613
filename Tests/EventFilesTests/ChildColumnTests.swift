import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Who a row is about.
@Suite struct ChildColumnTests {
    private static let family = """
        Id,Name,Role,Date of birth,Also known as,Label
        C1,Ella Quill,child,12/05/2014,Ellie; Miss Q,Child A
        C2,Noah James Quill,son,03/11/2018,,Child B
        C3,Mia Quill,daughter,17/08/2023,unborn baby|Baby Quill,Child C
        A1,Ann Quill,mother,1994,,
        """

    private func read(child: String) throws -> CaseReading {
        try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,\"\(child)\",School,zz one\n",
            "family.csv": Self.family,
        ])
    }

    struct Cell: Sendable, CustomTestStringConvertible {
        var text: String
        var people: [String]

        var testDescription: String { text }

        init(_ text: String, _ people: [String]) {
            self.text = text
            self.people = people
        }
    }

    @Test(arguments: [
        Cell("C1", ["C1"]), Cell("c1", ["C1"]), Cell("Ella Quill", ["C1"]), Cell("ELLA  QUILL", ["C1"]),
        Cell("Ella\u{A0}Quill", ["C1"]), Cell("Ella", ["C1"]), Cell("Ella.", ["C1"]), Cell(" ella ", ["C1"]),
        Cell("Ellie", ["C1"]),
        Cell("Miss Q", ["C1"]), Cell("Child A", ["C1"]), Cell("Quill, Ella", ["C1"]), Cell("QUILL, Ella", ["C1"]),
        Cell("James Quill, Noah", ["C2"]), Cell("Noah", ["C2"]), Cell("Noah James Quill", ["C2"]),
        Cell("Baby Quill", ["C3"]), Cell("Unborn Baby", ["C3"]),
    ])
    func aChildIsKnownByEveryNameOfTheFamilyTable(cell: Cell) throws {
        let reading = try read(child: cell.text)
        #expect(try reading.event().names == cell.people)
        #expect(reading.found.isEmpty)
    }

    @Test(arguments: [
        Cell("Ella; Noah", ["C1", "C2"]), Cell("Ella, Noah", ["C1", "C2"]), Cell("Ella & Noah", ["C1", "C2"]),
        Cell("Ella and Noah", ["C1", "C2"]), Cell("Ella AND Noah", ["C1", "C2"]),
        Cell("Ella\u{A0}and\u{A0}Noah", ["C1", "C2"]), Cell("Ella/Noah", ["C1", "C2"]),
        Cell("Ella + Noah", ["C1", "C2"]), Cell("Ella\nNoah", ["C1", "C2"]), Cell("Ella | Noah", ["C1", "C2"]),
        Cell("Ella, Noah and Mia", ["C1", "C2", "C3"]), Cell("Ella, Noah, and Mia", ["C1", "C2", "C3"]),
        Cell("Noah; Ella", ["C1", "C2"]), Cell("Ella; Ella", ["C1"]), Cell("Ella; Child A; C1", ["C1"]),
        Cell("Quill, Ella; Quill, Mia", ["C1", "C3"]), Cell("Ella;", ["C1"]),
    ])
    func severalPeopleStandInOneCellInTheOrderOfTheFamily(cell: Cell) throws {
        #expect(try read(child: cell.text).event().names == cell.people)
    }

    @Test(arguments: [
        "", " ", "All", "all children", "ALL THE CHILDREN", "both children", "Family", "siblings", "all.",
    ])
    func blankAndAllAreTheWholeFamily(cell: String) throws {
        let reading = try read(child: cell)
        let event = try reading.event()
        #expect(event.people.isEmpty)
        let family = try reading.chronology().family
        #expect(family.children.map(\.id.text) == ["C1", "C2", "C3"])
        #expect(family.children.allSatisfy { event.concerns($0, in: family) })
    }

    @Test func anAdultAloneIsAboutTheHouseholdAndSoAboutEveryChild() throws {
        let reading = try read(child: "Ann Quill")
        let event = try reading.event()
        #expect(event.names == ["A1"])
        let family = try reading.chronology().family
        #expect(family.children.allSatisfy { event.concerns($0, in: family) })
    }

    @Test func anAdultAndAChildAreAboutThatChild() throws {
        let reading = try read(child: "Ann and Noah")
        let family = try reading.chronology().family
        let event = try reading.event()
        #expect(event.names == ["C2", "A1"])
        #expect(family.children.filter { event.concerns($0, in: family) }.map(\.id.text) == ["C2"])
    }

    @Test(arguments: [
        "Zelda", "Zelda Quill", "Ella; Zelda", "Ella and Zelda", "Quill", "Ella Quill Noah", ";",
    ])
    func anUnknownChildIsRejected(name: String) throws {
        let reading = try read(child: name)
        #expect(reading.found == [Found("event.child.unknown", 2, 12)])
        let finding = reading.diagnostics[0]
        #expect(finding.summary == "the child is not in the family table")
        #expect(finding.suggestion == "correct the name, or add it to the family table under Also known as")
        let value = try #require(finding.value)
        #expect(name.contains(value))
        #expect(try reading.rejectedRow().cells[1] == AdditionalCell(heading: "Child", text: name))
    }

    // MARK: Names that two people share

    @Test func aFirstNameOfTwoPeopleIsNobodys() throws {
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,Jo,School,zz one\n02/02/2019,Jo Reed,School,zz two\n",
            "family.csv": "Name,Role\nJo Quill,child\nJo Reed,mother\n",
        ])
        #expect(reading.found == [Found("event.child.several", 2, 12)])
        #expect(try reading.events().map(\.names) == [["Jo Reed"]])
        #expect(reading.diagnostics.first { $0.id == "event.child.several" }?.value == "Jo")
    }

    @Test func aWholeNameOfTwoPeopleIsNobodys() throws {
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,Jo Quill,School,zz one\n02/02/2019,C1,School,zz two\n",
            "family.csv": "Id,Name,Role\nA1,Jo Quill,father\nC1,Jo Quill,child\n",
        ])
        #expect(reading.found == [Found("event.child.several", 2, 12)])
        #expect(try reading.events().map(\.names) == [["C1"]])
    }

    @Test func anotherNameOfTwoPeopleIsNobodys() throws {
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,Baby,School,zz one\n",
            "family.csv": "Name,Role,Also known as\nElla Quill,child,Baby\nNoah Quill,child,Baby\n",
        ])
        #expect(reading.found == [Found("event.child.several", 2, 12)])
    }

    @Test func anIdentifierIsNeverInDoubt() throws {
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,Ella,School,zz one\n",
            "family.csv": "Id,Name,Role\nElla,Ella Quill,child\nB,Ella Reed,mother\n",
        ])
        #expect(try reading.event().names == ["Ella"])
    }

    @Test func aNameThatIsAnotherPersonsLabelIsInDoubt() throws {
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,Kit,School,zz one\n",
            "family.csv": "Id,Name,Role,Label\nC1,Kit,child,\nC2,Ada,child,Kit\n",
        ])
        #expect(reading.found == [Found("event.child.several", 2, 12)])
    }

    // MARK: No family table

    @Test func withoutAFamilyTableTheChildrenAreThoseOfTheEvents() throws {
        let reading = try EventFilesTests.read([
            "a.csv": """
            Date,Child,Agency,Event
            01/02/2019,Noah,School,zz one
            02/02/2019,ella,School,zz two
            03/02/2019,Ella,School,zz three
            04/02/2019,Ella & Noah,School,zz four
            05/02/2019,all,School,zz five
            06/02/2019,,School,zz six
            """
        ])
        let family = try reading.chronology().family
        #expect(family.people.map(\.id.text) == ["Noah", "ella"])
        #expect(family.people.allSatisfy { $0.isChild })
        #expect(
            try reading.events().map(\.names) == [["Noah"], ["ella"], ["ella"], ["Noah", "ella"], [], []]
        )
        #expect(reading.found.isEmpty)
    }

    @Test func aSurnameBeforeAFirstNameIsOneChild() throws {
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,\"Quill, Ella\",School,zz one\n"
        ])
        #expect(try reading.chronology().family.people.map(\.name) == ["Quill, Ella"])
        #expect(try reading.event().names == ["Quill, Ella"])
    }

    @Test func aCommaPartsTwoChildrenWhoAlsoStandAlone() throws {
        let reading = try EventFilesTests.read([
            "a.csv": """
            Date,Child,Agency,Event
            01/02/2019,"Ella, Noah",School,zz one
            02/02/2019,Ella,School,zz two
            03/02/2019,Noah,School,zz three
            """
        ])
        #expect(try reading.chronology().family.people.map(\.name) == ["Ella", "Noah"])
        #expect(try reading.events()[0].names == ["Ella", "Noah"])
    }

    @Test func aShiftedRowMakesNoChild() throws {
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,Ella,School,zz one\n1 Feb, 2019,Ella,School,zz two\n"
        ])
        #expect(try reading.chronology().family.people.map(\.name) == ["Ella"])
        #expect(reading.found == [Found("table.row.tooLong", 3, 1)])
    }

    @Test func aNarrativeInTheChildColumnIsReadInOneGo() throws {
        let narrative = String(repeating: "zz she said and then ", count: 10_000)
        let reading = try EventFilesTests.read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,\(narrative),School,zz one\n",
            "family.csv": Self.family,
        ])
        #expect(reading.found == [Found("event.child.unknown", 2, 12)])
    }
}

import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Many families in one input.
@Suite struct FamilyColumnTests {
    @Test func theFamilyColumnGivesAChronologyForEachFamily() throws {
        let reading = try read([
            "a.csv": """
            Family,Date,Child,Agency,Event
            Reed,01/02/2019,Kit,School,zz one
            Quill,02/02/2019,Ella,School,zz two
            REED ,03/02/2019,Ada,School,zz three
            """
        ])
        #expect(reading.chronologies.map(\.family.name) == ["Quill", "Reed"])
        #expect(reading.chronologies.map { $0.events.map(\.what) } == [["zz two"], ["zz one", "zz three"]])
        #expect(reading.chronologies.map { $0.family.people.map(\.name) } == [["Ella"], ["Ada", "Kit"]])
        #expect(reading.chronologies.map(\.account.rows) == [1, 2])
        #expect(reading.files.map(\.rows) == [3])
    }

    @Test func aChronologyNamesOnlyTheFilesThatGaveItRows() throws {
        let reading = try read([
            "a.csv": "Family,Date,Agency,Event\nReed,01/02/2019,School,zz one\n",
            "b.csv": "Family,Date,Agency,Event\nQuill,01/02/2019,School,zz two\n",
        ])
        #expect(reading.chronologies.map { $0.files.map(\.name) } == [["b.csv"], ["a.csv"]])
    }

    @Test func theSameRowInTwoFamiliesIsTwoEvents() throws {
        let reading = try read([
            "a.csv": "Family,Date,Agency,Event\nReed,01/02/2019,School,zz one\nQuill,01/02/2019,School,zz one\n"
        ])
        #expect(reading.chronologies.map(\.events.count) == [1, 1])
        #expect(reading.files[0].merged == 0)
    }

    @Test func aRowWithoutAFamilyWhereThereAreSeveralIsRejected() throws {
        let reading = try read([
            "a.csv":
                "Family,Date,Agency,Event\nReed,01/02/2019,School,zz one\n,02/02/2019,School,zz two\nQuill,03/02/2019,School,zz three\n"
        ])
        #expect(reading.found == [Found("event.family.missing", 3, 1)])
        #expect(reading.rejectedElsewhere.map { $0.cells.last?.text } == ["zz two"])
        #expect(reading.chronologies.allSatisfy { $0.rejected.isEmpty })
        #expect(reading.files[0].rejected == 1)
    }

    @Test func aRowWithoutAFamilyBelongsToTheOnlyOne() throws {
        let reading = try read([
            "a.csv": "Family,Date,Agency,Event\nQuill,01/02/2019,School,zz one\n,02/02/2019,School,zz two\n",
            "b.csv": "Date,Agency,Event\n03/02/2019,School,zz three\n",
        ])
        #expect(try reading.chronology().family.name == "Quill")
        #expect(try reading.events().count == 3)
    }

    @Test func aRejectedRowBelongsToItsFamily() throws {
        let reading = try read([
            "a.csv":
                "Family,Date,Agency,Event\nReed,01/02/2019,School,zz one\nReed,31/02/2019,School,zz two\nQuill,03/02/2019,School,zz three\nBirch,31/02/2019,School,zz four\n"
        ])
        #expect(reading.chronologies.map(\.rejected.count) == [0, 1])
        #expect(reading.rejectedElsewhere.map { $0.cells[0].text } == ["Birch"])
    }

    @Test func aShiftedRowMakesNoFamily() throws {
        let reading = try read([
            "a.csv": "Date,Family,Agency,Event\n01/02/2019,Quill,School,zz one\n1 Feb, 2019,Quill,School,zz two\n",
            "b.csv": "Date,Agency,Event\n03/02/2019,School,zz three\n",
        ])
        #expect(try reading.events().map(\.what) == ["zz one", "zz three"])
        #expect(reading.found == [Found("table.row.tooLong", 3, 1)])
    }

    // MARK: The family table

    @Test func aFamilyNamedOnlyInTheFamilyTableTakesAllRows() throws {
        let reading = try read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,Ella,School,zz one\n",
            "family.csv": "Family,Name,Role\nQuill,Ella Quill,child\n",
        ])
        #expect(try reading.chronology().family.name == "Quill")
        #expect(try reading.event().names == ["Ella Quill"])
    }

    @Test func aFamilyNamedOnlyInTheEventsTakesAllPeople() throws {
        let reading = try read([
            "a.csv": "Family,Date,Child,Agency,Event\nQuill,01/02/2019,Ella,School,zz one\n",
            "family.csv": "Name,Role\nElla Quill,child\nAnn Quill,mother\n",
        ])
        #expect(try reading.chronology().family.people.map(\.isChild) == [true, false])
    }

    @Test func aFamilyWithoutEventsHasNoChronologyAndCostsTheOthersNothing() throws {
        let reading = try read([
            "a.csv": "Family,Date,Child,Agency,Event\nQuill,01/02/2019,Ella,School,zz one\n",
            "family.csv": "Family,Name,Role\nQuill,Ella Quill,child\nReed,Kit Reed,child\n",
        ])
        #expect(reading.chronologies.map(\.family.name) == ["Quill"])
        #expect(try reading.event().names == ["Ella Quill"])
    }

    @Test func peopleWithoutAFamilyWhereThereAreSeveralAreNotUsed() throws {
        let reading = try read([
            "a.csv": "Family,Date,Agency,Event\nQuill,01/02/2019,School,zz one\nReed,01/02/2019,School,zz two\n",
            "family.csv": "Name,Role\nElla Quill,child\n",
        ])
        #expect(reading.found == [Found("event.family.missing", 2, 1)])
        #expect(reading.chronologies.allSatisfy { $0.family.people.isEmpty })
    }

    @Test func childrenOfAFamilyThatTheTableDoesNotNameAreThoseOfItsEvents() throws {
        let reading = try read([
            "a.csv":
                "Family,Date,Child,Agency,Event\nQuill,01/02/2019,Ella,School,zz one\nReed,01/02/2019,Kit,School,zz two\n",
            "family.csv": "Family,Name,Role\nQuill,Ella Quill,child\n",
        ])
        #expect(reading.chronologies.map { $0.family.people.map(\.name) } == [["Ella Quill"], ["Kit"]])
    }

    @Test func namesAreThoseOfTheRowsOwnFamily() throws {
        let reading = try read([
            "a.csv":
                "Family,Date,Child,Agency,Event\nQuill,01/02/2019,Kit,School,zz one\nReed,01/02/2019,Kit,School,zz two\n",
            "family.csv": "Family,Id,Name,Role\nQuill,Q1,Ella Quill,child\nReed,R1,Kit Reed,child\n",
        ])
        #expect(reading.found == [Found("event.child.unknown", 2, 18)])
        #expect(reading.chronologies.map { $0.events.map(\.names) } == [[["R1"]]])
    }

    @Test func everythingOfAPersonIsKept() throws {
        let reading = try read([
            "a.csv": "Date,Event\n01/02/2019,zz one\n",
            "family.csv": """
            Id,Name,Role,DOB,EDD,Died,AKA,Shown as
            C1,Ella Quill,Child,12/05/2014,c. May 2014,01/02/2020,Ellie; Miss Q|E.,Child A
            A1,,Mother,,,,,
            """,
        ])
        let people = try reading.chronology().family.people
        let ella = try #require(people.first)
        #expect(ella.id.text == "C1" && ella.name == "Ella Quill" && ella.role == "Child" && ella.isChild)
        #expect(ella.birth.born?.value?.description == "2014-05-12")
        #expect(ella.birth.expected?.value?.description == "2014-05~")
        #expect(ella.birth.died?.value?.description == "2020-02-01")
        #expect(ella.alsoKnownAs == ["Ellie", "Miss Q", "E."])
        #expect(ella.label == "Child A")
        #expect(people[1].name == "" && people[1].displayName == "A1" && !people[1].isChild)
    }

    @Test(arguments: [
        "child", "Subject child", "unborn", "Unborn child", "baby", "SON", "daughter", "sibling", "young person",
        "subject",
    ])
    func wordsForAChildMakeAChild(role: String) throws {
        let reading = try read([
            "a.csv": "Date,Event\n01/02/2019,zz one\n",
            "family.csv": "Name,Role\nElla Quill,\(role)\nAnn Quill,mother\n",
        ])
        #expect(try reading.chronology().family.children.map(\.name) == ["Ella Quill"])
    }

    @Test func withoutRolesEverybodyIsAChildAndANoteSaysSo() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,zz one\n",
            "family.csv": "Name,DOB\nElla Quill,12/05/2014\n",
        ])
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: "family.role.none",
                    severity: .note,
                    summary: "no column for Role; everyone in the table is taken as a child",
                    place: Place(path: "family.csv")
                )
            ]
        )
        #expect(try reading.chronology().family.children.count == 1)
    }

    @Test func anIdentifierOfTwoPeopleIsAnErrorAndTheFirstIsUsed() throws {
        let reading = try read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,C1,School,zz one\n",
            "family.csv": "Id,Name,Role\nC1,Ella Quill,child\nC1,Noah Quill,child\n",
        ])
        #expect(reading.found == [Found("family.id.twice", 3, 1)])
        #expect(try reading.chronology().family.people.map(\.name) == ["Ella Quill"])
    }

    @Test func aPersonWithoutAnyNameIsAnError() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,zz one\n",
            "family.csv": "Name,Role\nElla Quill,child\n,child\n",
        ])
        #expect(reading.found == [Found("family.name.missing", 3, 1)])
    }

    @Test func aBirthThatCannotBeReadIsKeptInItsWords() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,zz one\n",
            "family.csv": "Name,Role,DOB\nElla Quill,child,31/02/2014\n",
        ])
        #expect(reading.found == [Found("date.other.unreadable", 2, 18)])
        let born = try #require(try reading.chronology().family.people[0].birth.born)
        #expect(born.text == "31/02/2014" && born.value == nil)
    }

    @Test func aShiftedPersonIsAnErrorAndNotUsed() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,zz one\n",
            "family.csv": "Id,Name,Role\nC1,Ella Quill,child\nC2,Quill, Noah,child\n",
        ])
        #expect(reading.found == [Found("table.row.tooLong", 3, 1)])
        #expect(try reading.chronology().family.people.map(\.id.text) == ["C1"])
    }

    @Test func aFamilyMaySpreadOverTwoTables() throws {
        let reading = try read([
            "a.csv": "Date,Child,Agency,Event\n01/02/2019,Ella and Ann,School,zz one\n",
            "children.csv": "Name,DOB\nElla Quill,12/05/2014\n",
            "people.csv": "Name,Role\nAnn Quill,mother\n",
        ])
        #expect(try reading.event().names == ["Ella Quill", "Ann Quill"])
    }

    @Test func birthsMayBeNumbersOfASpreadsheet() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,School,zz one\n",
            "family.csv": "Name,Role,DOB\nElla Quill,child,41771\nNoah Quill,child,43407\n",
        ])
        #expect(
            try reading.chronology().family.people.map { $0.birth.born?.value?.description } == [
                "2014-05-12", "2018-11-03",
            ]
        )
    }
}

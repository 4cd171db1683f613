import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Agencies: from the column, the sources table or the name of the file.
@Suite struct SourcesTableTests {
    private static let events = "Date,Agency,Event\n01/02/2019,POLICE,zz one\n02/02/2019,School,zz two\n"

    @Test func theSourcesTableGivesLabelAndCoverage() throws {
        let reading = try read([
            "a.csv": Self.events,
            "sources.csv":
                "Agency,Label,Covers from,Covers to,Current as of\nPolice,Borough Police,2015,31/12/2019,c. March 2020\n",
        ])
        let sources = try reading.chronology().sources
        #expect(sources.map(\.agency) == ["Police", "School"])
        #expect(sources.map(\.label) == ["Borough Police", "School"])
        #expect(sources.map(\.isStated) == [true, false])
        #expect(sources[0].coversFrom?.value?.description == "2015")
        #expect(sources[0].coversTo?.value?.description == "2019-12-31")
        #expect(sources[0].currentAsOf?.value?.description == "2020-03~")
        #expect(try reading.events().map(\.agency) == ["Police", "School"])
        #expect(reading.found.isEmpty)
    }

    @Test func anAgencyMayBeNamedByItsLabel() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n01/02/2019,borough police,zz one\n",
            "sources.csv": "Agency,Label,Covers from\nPolice,Borough Police,2015\n",
        ])
        #expect(try reading.event().agency == "Police")
        #expect(try reading.chronology().sources.count == 1)
    }

    @Test func anAgencyInAnotherCaseIsTheSame() throws {
        let reading = try read([
            "a.csv": "Date,Agency,Event\n02/02/2019,Police,zz one\n",
            "b.csv": "Date,Agency,Event\n01/02/2019,POLICE ,zz two\n02/02/2019,police,zz one\n",
        ])
        #expect(try reading.chronology().sources.map(\.agency) == ["Police"])
        #expect(try reading.events().map(\.readFrom.count) == [1, 2])
    }

    @Test func aSourceWithoutEventsIsKept() throws {
        let reading = try read([
            "a.csv": Self.events,
            "sources.csv": "Agency,Covers from\nHealth,2015\n",
        ])
        #expect(try reading.chronology().sources.map(\.agency) == ["POLICE", "School", "Health"])
    }

    @Test func theNameOfTheFileStandsForTheAgency() throws {
        let reading = try read(["records/Primary School.2024.csv": "Date,Event\n01/02/2019,zz one\n"])
        #expect(try reading.event().agency == "Primary School.2024")
        #expect(
            reading.diagnostics == [
                Diagnostic(
                    id: "table.agency.fromFile",
                    severity: .note,
                    summary:
                        "no column for Agency; the events are shown as from 'Primary School.2024', the name of the file",
                    place: Place(path: "records/Primary School.2024.csv")
                )
            ]
        )
    }

    @Test func theNameOfTheFileStandsForABlankAgency() throws {
        let reading = try read(["Police.csv": "Date,Agency,Event\n01/02/2019,,zz one\n02/02/2019,School,zz two\n"])
        #expect(try reading.events().map(\.agency) == ["Police", "School"])
    }

    @Test func theNameOfTheFileIsFoundInTheSourcesTable() throws {
        let reading = try read([
            "police.csv": "Date,Event\n01/02/2019,zz one\n",
            "sources.csv": "Agency,Covers from\nPolice,2015\n",
        ])
        #expect(try reading.event().agency == "Police")
        #expect(try reading.chronology().sources.map(\.agency) == ["Police"])
    }

    @Test func filesOfOneNameInOtherCaseAreOneAgency() throws {
        let reading = try read([
            "2019/Police.csv": "Date,Event\n01/02/2019,zz one\n",
            "2020/police.csv": "Date,Event\n01/02/2020,zz two\n",
        ])
        #expect(try reading.chronology().sources.map(\.agency) == ["Police"])
    }

    @Test func anAgencyTwiceInTheTableIsAnError() throws {
        let reading = try read([
            "a.csv": Self.events,
            "sources.csv": "Agency,Covers from\nPolice,2015\npolice,2017\n",
        ])
        #expect(reading.found == [Found("sources.covers.noEnd", 2, 8), Found("sources.agency.twice", 3, 1)])
        #expect(try reading.chronology().sources[0].coversFrom?.text == "2015")
    }

    @Test(arguments: [
        ("01/03/2020,01/03/2019,", [Found("sources.covers.reversed", 2, 8)]),
        ("01/03/2019,01/03/2020,01/01/2999", [Found("sources.current.future", 2, 30)]),
        ("01/03/2019,,", [Found("sources.covers.noEnd", 2, 8)]),
        ("01/03/2019,,01/03/2020", []), ("01/03/2019,01/03/2020,", []), ("2019,2019,", []), (",,", []),
    ])
    func coverageThatCannotBeRightIsFound(dates: String, found: [Found]) throws {
        let reading = try read([
            "a.csv": Self.events, "sources.csv": "Agency,Covers from,Covers to,Current as of\nSchool,\(dates)\n",
        ])
        #expect(reading.found.filter { $0.id.hasPrefix("sources.") } == found)
        #expect(reading.diagnostics.filter { $0.id.hasPrefix("sources.") }.allSatisfy { $0.severity == .warning })
    }

    @Test func aSourceWithoutAnAgencyIsAnError() throws {
        let reading = try read(["a.csv": Self.events, "sources.csv": "Agency,Covers from\n,2015\n"])
        #expect(reading.found == [Found("sources.agency.missing", 2, 1)])
    }

    @Test func coverageThatCannotBeReadIsKeptInItsWords() throws {
        let reading = try read(["a.csv": Self.events, "sources.csv": "Agency,Covers from\nPolice,31/02/2015\n"])
        #expect(reading.found == [Found("date.other.unreadable", 2, 8)])
        #expect(try reading.chronology().sources[0].coversFrom?.text == "31/02/2015")
        #expect(try reading.chronology().sources[0].coversFrom?.value == nil)
    }
}

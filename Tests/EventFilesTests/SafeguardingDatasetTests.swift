import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Tables of the Standard Safeguarding Dataset as CSV files.
@Suite struct SafeguardingDatasetTests {
    private static let contacts =
        "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json\n"

    @Test func aDatetimeIsTheDayAndItsTime() throws {
        let reading = try read([
            "c.csv":
                "\u{FEFF}\(Self.contacts)77,9001,2024-03-05 00:00:00.000,6,\n78,9001,2024-03-06 14:35:00,6,\n79,9001,2024-03-07T09:10:00,6,\n"
        ])
        #expect(try reading.events().map(\.edtf) == ["2024-03-05", "2024-03-06", "2024-03-07"])
        #expect(try reading.events().map { $0.date.time?.description } == [nil, "14:35", "09:10"])
        #expect(reading.serious == [])
    }

    @Test func aCellOfJSONIsReadOut() throws {
        let json = "\"[{\"\"OUTCOME_NFA\"\":\"\"Y\"\",\"\"OTHER\"\":null},{\"\"zz\"\":[1,true]}]\""
        let reading = try read([
            "c.csv": Self.contacts + "77,9001,2024-03-05,6,\(json)\n78,9001,2024-03-06,6,{zz broken\n"
        ])
        #expect(try reading.events().map(\.outcome) == ["OUTCOME_NFA: Y, zz: 1, yes", "{zz broken"])
    }

    @Test func aDayForNoDateIsNoEvent() throws {
        let reading = try read([
            "i.csv": """
            invo_involvements_id,invo_person_id,invo_involvement_start_date,invo_involvement_end_date
            1,9001,2024-01-01 00:00:00,1900-01-01 00:00:00

            """,
            "p.csv": """
            pers_person_id,pers_dob,pers_expected_dob,pers_death_date
            9001,2012-02-03 00:00:00,1900-01-01,1900-01-01 00:00:00.000
            9002,1900-01-01,2024-09-01 00:00:00.000,NULL

            """,
        ])
        #expect(
            reading.lines == [
                "9001, 2012-02-03, Birth: Born", "9001, 2024-01-01, Change of worker: Involvement of a worker started",
                "9002, 2024-09-01, Expected date of birth: Expected date of birth",
            ]
        )
        let births = reading.chronologies.map { $0.family.people[0].birth }
        #expect(births.map(\.died) == [nil, nil])
        #expect(births.map { $0.born?.value?.description } == ["2012-02-03", nil])
        #expect(births.map { $0.expected?.value?.description } == [nil, "2024-09-01"])
    }

    @Test func aMainDateThatIsNoneKeepsTheEventWithoutADate() throws {
        let reading = try read(["c.csv": Self.contacts + "77,9001,1900-01-01 00:00:00,6,\n"])
        #expect(try reading.event().edtf == "")
        #expect(reading.found == [Found("event.date.fillDate", 2, 9)])
    }

    @Test(arguments: ["-1", "NULL", "SSD_PH", "", " "])
    func anIdentifierThatIsNoneRejectsTheRow(_ id: String) throws {
        let reading = try read(["c.csv": Self.contacts + "77,\(id),2024-03-05,6,\n"])
        #expect(try reading.rejectedRow().reason.id == "event.child.noIdentifier")
    }

    @Test func rowsOfTwoTablesWithOneNumberAreTwoEvents() throws {
        let reading = try read([
            "c.csv": Self.contacts + "1,9001,2024-03-05,6,\n",
            "v.csv": "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date\n1,9001,5,2024-03-05\n",
        ])
        #expect(try reading.events().map(\.reference) == ["ssd_contacts/1", "ssd_cp_visits/1"])
        #expect(reading.serious == [])
    }

    @Test func aTableWithoutAChildSaysWhy() throws {
        let reading = try read([
            "f.csv": "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n1,2,\"{\"\"a\"\":\"\"16A\"\"}\"\n"
        ])
        #expect(try reading.rejectedRow().reason.id == "extract.noEvents")
        #expect(reading.serious.map(\.id) == ["extract.noEvents"])
    }

    @Test func aRecordOfNoEventIsRejectedWhereItHoldsMoreThanWhoTheChildIs() throws {
        let reading = try read([
            "p.csv": """
            pers_person_id,pers_sex,pers_dob,pers_send_flag,Shoe size
            9001,F,,Y,
            9002,F,2012-02-03,N,
            9003,F,,,
            9004,M,,,zz 32

            """
        ])
        let file = try reading.file("p.csv")
        #expect([file.rows, file.events, file.merged, file.rejected] == [3, 1, 0, 2])
        #expect(file.kind == .events)
        #expect(file.parts.map { [$0.rows, $0.events, $0.rejected] } == [[3, 1, 2]])
        #expect(
            reading.serious == [
                Found("extract.record.noEvent", 2, 1), Found("extract.record.noEvent", 5, 1),
            ]
        )
        let rows = reading.chronologies.flatMap(\.rejected) + reading.rejectedElsewhere
        #expect(rows.map(\.reason.summary) == Array(repeating: "the record has no date of an event", count: 2))
        #expect(
            rows.map { $0.cells.filter { !$0.text.isEmpty }.map { "\($0.heading) \($0.text)" } } == [
                ["pers_person_id 9001", "pers_sex F", "pers_send_flag Y"],
                ["pers_person_id 9004", "pers_sex M", "Shoe size zz 32"],
            ]
        )
    }

    @Test func workersAndAddressesAreNotKept() throws {
        let reading = try read([
            "a.csv": """
            addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,addr_address_postcode,addr_address_json
            1,9001,HOME,2024-01-01,,zz1 2zz,"{""ROAD"":""zz""}"

            """
        ])
        let event = try reading.event()
        #expect(event.what == "Address started; kind: HOME")
        #expect(event.further == [])
    }
}

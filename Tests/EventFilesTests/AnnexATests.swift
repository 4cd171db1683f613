import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// Ofsted's Annex A workbook, with headings, tab names, dates and codes as authorities write them.
@Suite struct AnnexATests {
    private func wild() throws -> CaseReading { try read([Extracts.fixture("wild.xlsx")]) }

    @Test func everySheetIsKnownByItsHeadings() throws {
        let reading = try wild()
        let file = try reading.file("wild.xlsx")
        #expect(file.format == "annex-a")
        #expect(file.isUsed)
        #expect(
            file.parts.map { "\($0.number) \($0.name ?? ""): \($0.rows)" } == [
                "1 List 1: contacts: 3", "2 List 3: referrals: 3",
                "3 List 5: section 47 enquiries and initial conferences: 2", "4 List 6: children in need: 1",
                "5 List 7: child protection: 3", "6 Guidance: 0",
            ]
        )
        #expect(Set(reading.chronologies.flatMap(\.allEvents).map(\.source)) == ["Ofsted Annex A"])
    }

    @Test func eachChildHasItsEvents() throws {
        let reading = try wild()
        #expect(
            reading.lines == [
                "1111, 2025-09-01, Contact: Contact with children's social care; source: q) 6: Police",
                "1111, 2025-09-02, Referral to social care: Referral to children's social care; source: q) 6: Police; "
                    + "no further action: a) Yes; referrals in the last 12 months: 2",
                "1111, 2025-09-05, Child in need: start: Child in need episode started; main need: N1 - Abuse or Neglect; "
                    + "status now: c) Open",
                "1111, 2025-10-01, Initial child protection conference: Initial child protection conference",
                "1111, 2025-10-09, Child protection plan started: Child protection plan started; category: a) Neglect",
                "2222, 2025-10-02, Contact: Contact with children's social care; source: school (2A)",
                "2222, 2025-10-03, Section 47 enquiry: Section 47 enquiry started by a strategy discussion; "
                    + "initial conference unnecessary: yes",
                "2222, 2025-10-09, Child protection plan started: Child protection plan started; category: a) Neglect",
                "2222, , Category of a child protection plan changed: Category of abuse changed: a) Neglect to Emotional abuse",
                "3333, , Contact: Contact with children's social care",
                "4444, 2026-02-03, Referral to social care: Referral to children's social care; source: Midwife at zz; "
                    + "no further action: no; referrals in the last 12 months: 1",
            ]
        )
    }

    @Test func aCodeInAnotherWritingIsNoChange() throws {
        let events = try wild().chronology(of: "1111").allEvents
        #expect(!events.contains { $0.category == "Category of a child protection plan changed" })
    }

    @Test func whatNoEventShowsIsKept() throws {
        let events = try wild().chronology(of: "1111").allEvents
        #expect(
            events.first { $0.category == "Child in need: start" }?.further
                == ["Reason for Closure: RC7 - Services ceased for any other reason"]
        )
        #expect(!events.contains { $0.further.contains { $0.contains("zz worker") || $0.contains("zz team") } })
    }

    @Test func anAgeBelowNoughtIsAnUnbornChild() throws {
        let reading = try wild()
        let birth = try reading.chronology(of: "4444").family.people[0].birth
        #expect(birth.born == nil)
        #expect(birth.expected?.value?.description == "2026-08-09")
        #expect(reading.serious.contains(Found("extract.birth.toCome", 3, 4)))
    }

    @Test func aRowWithoutAChildIsRejectedAtItsRow() throws {
        let reading = try wild()
        let row = try #require(reading.rejectedElsewhere.first)
        #expect(row.reason.id == "event.child.noIdentifier")
        #expect(row.reason.place?.cell == "List 3!F4")
    }

    @Test func aSheetOfAnotherKindIsNamedAndNotRejected() throws {
        let finding = try #require(try wild().diagnostics.first { $0.id == "table.notEvents" })
        #expect(finding.place?.cell == "Guidance")
    }

    /// Cells without a date format hold the number of the day.
    @Test func numbersOfDaysAreReadColumnByColumn() throws {
        let reading = try read([Extracts.fixture("serials.xlsx")])
        #expect(
            reading.lines == [
                "1111, 2025-09-01, Assessment started: Assessment started; child seen: yes",
                "1111, 2025-09-30, Assessment authorised: Assessment authorised",
                "2222, 2025-09-02, Assessment started: Assessment started; child seen: no",
            ]
        )
        #expect(try reading.chronology(of: "1111").family.people[0].birth.born?.value?.description == "2015-03-27")
        #expect(reading.found.map(\.id) == ["table.columns.unused", "table.serials"].filter { $0 == "table.serials" })
    }

    @Test func aListAsCSVIsTheSame() throws {
        let reading = try read([
            "export.csv": """
            Annex A list 1,,,,,,
            Child ID,Gender,Ethnicity,DOB,Age,Contact Date,Source of Contact
            1111,a) Male,a) WBRI,27/03/2015,10,01/09/2025,q) 6: Police

            """
        ])
        #expect(
            reading.lines == ["1111, 2025-09-01, Contact: Contact with children's social care; source: q) 6: Police"]
        )
        #expect(try reading.event().readFrom.map(\.line) == [3])
    }

    @Test func aRowWithACellTooManyIsRejected() throws {
        let reading = try read([
            "export.csv": """
            Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source
            1111,,,27/03/2015,10,zz Smith, John,01/09/2025,6
            2222,,,27/03/2015,10,01/09/2025,6,

            """
        ])
        #expect(reading.lines.count == 1)
        #expect(try reading.rejectedRow().reason.id == "table.row.tooLong")
        #expect(try reading.rejectedRow().cells.count == 9)
    }

    @Test(.enabled(if: Extracts.isAtHand("annex-a"), "the public workbook is not at hand"))
    func thePublicWorkbookIsReadWhole() throws {
        // Dates other than of birth, counted with another reader: 13, 3, 11, 8, 4, 2, 4 and 5 in Lists 1 to 8.
        let reading = try read([Extracts.sample("annex-a/annexa_example.xlsx")])
        let file = try reading.file("annexa_example.xlsx")
        #expect(file.parts.prefix(8).map(\.rows) == [13, 3, 11, 8, 4, 2, 4, 5])
        #expect(reading.chronologies.flatMap(\.allEvents).allSatisfy { $0.date.isDated })
        #expect(file.rejected == 0)
        #expect(reading.serious == [])
    }
}

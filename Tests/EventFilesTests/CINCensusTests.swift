import CaseDates
import Diagnostics
import EventFiles
import Foundation
import ImpactChronology
import Testing

/// The children in need census: each dated thing is an event, and a faulty part costs no more than itself.
@Suite struct CINCensusTests {
    @Test func everyDatedThingIsAnEvent() throws {
        let details = """
            <CINreferralDate>2023-05-01</CINreferralDate><ReferralSource>6</ReferralSource>\
            <PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>2024-02-01</CINclosureDate>\
            <ReasonForClosure>RC9</ReasonForClosure><DateOfInitialCPC>2023-06-20</DateOfInitialCPC>\
            <Assessments><AssessmentActualStartDate>2023-05-02</AssessmentActualStartDate>\
            <AssessmentInternalReviewDate>2023-05-20</AssessmentInternalReviewDate>\
            <AssessmentAuthorisationDate>2023-06-01</AssessmentAuthorisationDate>\
            <FactorsIdentifiedAtAssessment><AssessmentFactors>16A</AssessmentFactors>\
            <AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>\
            <CINPlanDates><CINPlanStartDate>2023-06-02</CINPlanStartDate><CINPlanEndDate>2023-06-30</CINPlanEndDate></CINPlanDates>\
            <Section47><S47ActualStartDate>2023-06-03</S47ActualStartDate><InitialCPCtarget>2023-06-24</InitialCPCtarget>\
            <DateOfInitialCPC>2023-06-21</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>\
            <ReferralNFA>0</ReferralNFA>\
            <ChildProtectionPlans><CPPstartDate>2023-06-21</CPPstartDate><CPPendDate>2024-01-31</CPPendDate>\
            <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>\
            <NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>2023-09-15</CPPreviewDate></Reviews>\
            <Reviews><CPPreviewDate>2023-12-15</CPPreviewDate></Reviews></ChildProtectionPlans>
            """
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", details))])
        #expect(
            reading.lines == [
                "child-7, 2015-03-27, Birth: Born",
                "child-7, 2023-05-01, Referral to social care: Referral to children's social care; source: police (6); "
                    + "main need: abuse or neglect (N1); no further action: no",
                "child-7, 2023-05-02, Assessment started: Assessment started",
                "child-7, 2023-05-20, Assessment: internal review: Assessment: internal review",
                "child-7, 2023-06-01, Assessment authorised: Assessment authorised; factors found: neglect (16A), "
                    + "domestic abuse of a parent or carer (3B)",
                "child-7, 2023-06-02, Child in need plan started: Child in need plan started",
                "child-7, 2023-06-03, Section 47 enquiry: Section 47 enquiry started; "
                    + "target date of the initial conference: 2023-06-24; initial conference not required: no",
                "child-7, 2023-06-20, Initial child protection conference: Initial child protection conference",
                "child-7, 2023-06-21, Initial child protection conference: Initial child protection conference; "
                    + "target date: 2023-06-24",
                "child-7, 2023-06-21, Child protection plan started: Child protection plan started; "
                    + "category: neglect (NEG); earlier plans: 1",
                "child-7, 2023-06-30, Child in need plan ended: Child in need plan ended",
                "child-7, 2023-09-15, Review child protection conference: Review child protection conference",
                "child-7, 2023-12-15, Review child protection conference: Review child protection conference",
                "child-7, 2024-01-31, Child protection plan ended: Child protection plan ended; "
                    + "latest category: emotional abuse (EMO)",
                "child-7, 2024-02-01, Case closed: Case closed; reason: closed after assessment and referred to early help (RC9)",
                "child-7, , Category of a child protection plan changed: Category of abuse changed: "
                    + "neglect (NEG) to emotional abuse (EMO)",
            ]
        )
        #expect(reading.found == [])
        let events = try reading.events()
        #expect(Set(events.map(\.source)) == ["CIN census"])
        #expect(Set(events.map(\.agency)) == ["Children's social care"])
        #expect(try reading.file("c.xml").format == "cin-census")
        #expect(try reading.file("c.xml").rows == 16)
    }

    @Test func preProceedingsAreEvents() throws {
        let details = """
            <CINreferralDate>2025-05-01</CINreferralDate><PreProceedingsandFGDM><PPStartDate>2025-06-01</PPStartDate>\
            <LBPSentDate>2025-06-03</LBPSentDate><FGDMMeetingOffer>1</FGDMMeetingOffer><FGDMMeetingFac>0</FGDMMeetingFac>\
            <InitialPPMeetingDate>2025-06-20</InitialPPMeetingDate><ReviewMeetingsCount>2</ReviewMeetingsCount>\
            <StepDecisionDate>2025-09-01</StepDecisionDate><PPOutcome>A</PPOutcome><CourtAppDate>2025-09-10</CourtAppDate>\
            <LetterInitCPDate>2025-09-05</LetterInitCPDate></PreProceedingsandFGDM>
            """
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", born: nil, details), year: 2026)])
        #expect(
            reading.lines.dropFirst() == [
                "child-7, 2025-06-01, Pre-proceedings: Start date of pre-proceedings; "
                    + "family group decision-making meeting offered: yes; meeting facilitated: no",
                "child-7, 2025-06-03, Pre-proceedings: Letter before proceedings sent",
                "child-7, 2025-06-20, Pre-proceedings: First pre-proceedings meeting",
                "child-7, 2025-09-01, Pre-proceedings ended: Decision to step up or down from pre-proceedings; outcome: A; "
                    + "review meetings held: 2",
                "child-7, 2025-09-05, Application to court: Letter on the start of care proceedings",
                "child-7, 2025-09-10, Application to court: Application to court",
            ]
        )
    }

    /// What no event shows is kept with the first event of its element: an open assessment already has its factors.
    @Test func aDetailWithoutTheDateThatItBelongsToIsKept() throws {
        let details = """
            <CINreferralDate>2023-05-01</CINreferralDate><ReasonForClosure>RC7</ReasonForClosure>\
            <Assessments><AssessmentActualStartDate>2023-05-02</AssessmentActualStartDate>\
            <FactorsIdentifiedAtAssessment><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>\
            <ChildProtectionPlans><CPPstartDate>2023-06-21</CPPstartDate>\
            <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse></ChildProtectionPlans>
            """
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", born: nil, details))])
        #expect(
            try reading.events().map(\.further) == [
                ["ReasonForClosure: services ended for another reason, or no longer in need (RC7)"],
                ["AssessmentFactors: neglect (16A)"], ["LatestCategoryOfAbuse: neglect (NEG)"],
            ]
        )
    }

    @Test func aPartWithoutItsFirstDateIsNoEventOfItsOwnWhereAnotherDateTellsOfIt() throws {
        let details = "<Assessments><AssessmentAuthorisationDate>2023-06-01</AssessmentAuthorisationDate></Assessments>"
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", born: nil, details))])
        // The referral has nothing but its missing date; that it was made is still said.
        #expect(
            reading.lines == [
                "child-7, 2023-06-01, Assessment authorised: Assessment authorised",
                "child-7, , Referral to social care: Referral to children's social care",
            ]
        )
    }

    @Test func unknownElementsAreKept() throws {
        let details = "<CINreferralDate>2023-05-01</CINreferralDate><Panel><Seen>zz yes</Seen></Panel><Other/>"
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", born: nil, details))])
        #expect(try reading.event().further == ["Seen: zz yes"])
        #expect(reading.found.contains(Found("extract.element.unknown", 3)))
    }

    @Test func childrenWithElementsOfTheirOwnDoNotWidenEachOther() throws {
        let children = (0..<300).map {
            Extracts.child("child-\($0)", born: nil, "<CINreferralDate>2023-05-01</CINreferralDate><N\($0)>zz</N\($0)>")
        }
        let text = Extracts.census(children.joined(separator: "\n"))
        let further = Set(try read(["c.xml": text]).chronologies.flatMap(\.allEvents).flatMap(\.further))
        #expect(further.count == 300)
        #expect(further.contains("N7: zz") && further.contains("Further cells: N299: zz"))
    }

    @Test func aDateThatIsNoneRejectsItsRowAlone() throws {
        let details = """
            <CINreferralDate>2024-02-30</CINreferralDate><CINclosureDate>0001-01-01</CINclosureDate>\
            <DateOfInitialCPC>2023-06-20T00:00:00</DateOfInitialCPC>
            <Section47><S47ActualStartDate>zz last May</S47ActualStartDate></Section47>
            """
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", born: nil, details))])
        #expect(
            reading.lines == [
                "child-7, 2023-06-20, Initial child protection conference: Initial child protection conference"
            ]
        )
        let rejected = try reading.chronology().rejected
        #expect(
            rejected.map(\.reason.id) == ["event.date.impossible", "event.date.unreadable", "event.date.unreadable"]
        )
        #expect(rejected.map(\.reason.place?.line) == [3, 3, 4])
        #expect(rejected[0].cells.contains(AdditionalCell(heading: "Date", text: "2024-02-30")))
    }

    @Test func aDayThatSystemsWriteForNoDateMakesNoEvent() throws {
        let details = """
            <CINreferralDate>2023-05-01</CINreferralDate><CINclosureDate>1900-01-01</CINclosureDate>\
            <DateOfInitialCPC>0000-00-00</DateOfInitialCPC>
            """
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", born: "1900-01-01", details))])
        #expect(reading.lines == ["child-7, 2023-05-01, Referral to social care: Referral to children's social care"])
        #expect(try reading.event().further == [])
        #expect(try reading.chronology().family.people.first?.birth == Birth())
    }

    // MARK: Children

    @Test func aChildWithoutAnIdentifierIsRejectedWithAllItsRows() throws {
        let referral = "<CINreferralDate>2023-05-01</CINreferralDate>"
        let reading = try read([
            "c.xml": Extracts.census(Extracts.child(nil, referral), Extracts.child("child-7", born: nil, referral))
        ])
        #expect(reading.lines == ["child-7, 2023-05-01, Referral to social care: Referral to children's social care"])
        #expect(reading.rejectedElsewhere.map(\.reason.id) == ["event.child.noIdentifier", "event.child.noIdentifier"])
        #expect(reading.found.first == Found("extract.child.noIdentifier", 3))
    }

    @Test func twoChildrenWithOneIdentifierAreOneAndThatIsSaid() throws {
        let reading = try read([
            "c.xml": Extracts.census(
                Extracts.child("child-7", "<CINreferralDate>2023-05-01</CINreferralDate>"),
                Extracts.child("child-7", born: "2015-03-28", "<CINreferralDate>2023-06-01</CINreferralDate>")
            )
        ])
        #expect(reading.chronologies.count == 1)
        #expect(try reading.events().count == 4)
        #expect(reading.serious.map(\.id) == ["extract.birth.differs"])
    }

    @Test func anUnbornChildIsBornInALaterCensus() throws {
        let referral = "<CINreferralDate>2023-05-01</CINreferralDate>"
        let before = Extracts.child("child-7", born: nil, expected: "2023-07-01", referral)
        let after = Extracts.child("child-7", born: "2023-07-05", referral)
        let unborn = try read(["a.xml": Extracts.census(before)]).chronology().family.people[0].birth
        #expect(unborn.born == nil)
        #expect(unborn.expected?.value?.description == "2023-07-01")
        let reading = try read(["a.xml": Extracts.census(before, year: 2023), "b.xml": Extracts.census(after)])
        let birth = try reading.chronology().family.people[0].birth
        #expect(birth.born?.value?.description == "2023-07-05")
        #expect(birth.expected?.value?.description == "2023-07-01")
        #expect(
            reading.lines == [
                "child-7, 2023-05-01, Referral to social care: Referral to children's social care",
                "child-7, 2023-07-01, Expected date of birth: Expected date of birth",
                "child-7, 2023-07-05, Birth: Born",
            ]
        )
        #expect(reading.serious == [])
    }

    @Test(arguments: [
        "Id,Name,Role,Also known as\nchild-7,Leo Zed,child,\n", "Name,Role,Also known as\nLeo Zed,child,x; child-7\n",
    ])
    func aChildOfTheFamilyTableJoinsItsFamily(_ family: String) throws {
        let reading = try read([
            "census.xml": Extracts.census(
                Extracts.child("CHILD-7", "<CINreferralDate>2023-05-01</CINreferralDate>"),
                Extracts.child("child-8", "<CINreferralDate>2023-06-01</CINreferralDate>")
            ), "family.csv": family, "school.csv": "Date,Agency,Child,Event\n01/06/2023,School,Leo,zz late\n",
        ])
        #expect(reading.chronologies.count == 2)
        let own = try #require(reading.chronologies.first { $0.family.people[0].name == "Leo Zed" })
        #expect(own.allEvents.map(\.edtf) == ["2015-03-27", "2023-05-01", "2023-06-01"])
        #expect(Set(own.allEvents.flatMap(\.people)) == [own.family.people[0].id])
        #expect(own.family.people[0].birth.born?.value?.description == "2015-03-27")
        #expect(try reading.chronology(of: "child-8").allEvents.count == 2)
    }

    @Test(arguments: [
        (["child-8"], "1 child of extracts is in no family table and has a chronology of its own"),
        (["child-8", "child-9"], "2 children of extracts are in no family table; each has a chronology of its own"),
        ([], nil),
    ])
    func aChildOfNoFamilyTableIsPointedOut(others: [String], summary: String?) throws {
        let referral = "<CINreferralDate>2023-05-01</CINreferralDate>"
        let children = (["child-7"] + others + others).map { Extracts.child($0, referral) }.joined()
        let reading = try read([
            "census.xml": Extracts.census(children), "family.csv": "Id,Name,Role\nchild-7,Leo Zed,child\n",
        ])
        let findings = reading.diagnostics.filter { $0.id == "extract.child.ownFamily" }
        #expect(findings.map(\.summary) == [summary].compactMap(\.self))
        #expect(findings.allSatisfy { $0.severity == .warning && $0.place == nil })
        #expect(
            findings.allSatisfy {
                $0.suggestion == "put the child's number into Id or Also known as of the family table"
            }
        )
        #expect(reading.chronologies.count == 1 + others.count)
    }

    @Test(arguments: ["Date,Agency,Event\n01/06/2023,School,zz late\n", "Date,Child,Event\n01/06/2023,Leo,zz late\n"])
    func whereNoFamilyIsStatedEachChildIsOneOfItsOwnWithoutAWord(_ school: String) throws {
        let reading = try read([
            "census.xml": Extracts.census(
                Extracts.child("child-7", "<CINreferralDate>2023-05-01</CINreferralDate>")
            ), "school.csv": school,
        ])
        #expect(!reading.diagnostics.contains { $0.id == "extract.child.ownFamily" })
    }

    @Test func aFamilyThatEventsNameIsStated() throws {
        let reading = try read([
            "census.xml": Extracts.census(
                Extracts.child("child-7", "<CINreferralDate>2023-05-01</CINreferralDate>")
            ), "school.csv": "Family,Date,Agency,Event\nZed,01/06/2023,School,zz late\n",
        ])
        #expect(reading.diagnostics.contains { $0.id == "extract.child.ownFamily" })
    }

    @Test func aBirthWrittenInTwoWaysDoesNotDiffer() throws {
        let reading = try read([
            "a.xml": Extracts.census(Extracts.child("101", "<CINreferralDate>2023-05-01</CINreferralDate>")),
            "header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,27/03/2015,WBRI,,0,\n",
        ])
        #expect(reading.chronologies.count == 1)
        #expect(reading.serious == [])
    }

    // MARK: Codes and years

    @Test(arguments: [
        (2022, "ReferralSource", "5D", "extract.code.year"), (2023, "ReferralSource", "5D", nil),
        (2024, "PrimaryNeedCode", "N11", "extract.code.unknown"), (2024, "ReferralNFA", "TRUE", nil),
    ])
    func aCodeIsReadAsOfItsYear(year: Int, element: String, code: String, finding: String?) throws {
        let details = "<CINreferralDate>2021-05-01</CINreferralDate><\(element)>\(code)</\(element)>"
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", born: nil, details), year: year)])
        #expect(reading.found.map(\.id) == [finding].compactMap(\.self))
        #expect(reading.diagnostics.allSatisfy { $0.place?.line == 3 })
    }

    @Test func aCodeThatMeansSomethingElseNowIsReadByTheYear() throws {
        let details = "<CINreferralDate>2021-05-01</CINreferralDate><PrimaryNeedCode>N1</PrimaryNeedCode>"
        let texts = try [2025, 2026].map { year in
            try read(["c.xml": Extracts.census(Extracts.child("child-7", born: nil, details), year: year)]).event().what
        }
        #expect(texts[0].hasSuffix("main need: abuse or neglect (N1)"))
        #expect(texts[1].hasSuffix("main need: abuse, neglect or exploitation (N1)"))
    }

    @Test func whatStandsInPlaceOfACodeIsNotQuoted() throws {
        let details = """
            <CINreferralDate>2021-05-01</CINreferralDate><ReferralSource>Leo</ReferralSource>\
            <PrimaryNeedCode>zz said</PrimaryNeedCode><ReasonForClosure>N12</ReasonForClosure>
            """
        let reading = try read(["c.xml": Extracts.census(Extracts.child("child-7", born: nil, details))])
        let summaries = reading.diagnostics.map(\.summary)
        #expect(summaries.count == 3)
        #expect(!summaries.contains { $0.contains("Leo") })
        #expect(summaries.contains { $0.contains("'N12'") })
    }

    @Test func theSameReferralOfTwoYearsIsOneEvent() throws {
        // Open in the first year, closed in the second.
        let open = """
            <CINreferralDate>2022-05-01</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>false</ReferralNFA>\
            <ChildProtectionPlans><CPPstartDate>2022-06-21</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>\
            <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse></ChildProtectionPlans>
            """
        let closed = """
            <CINreferralDate>2022-05-01</CINreferralDate><ReferralSource>6</ReferralSource>\
            <CINclosureDate>2023-12-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><ReferralNFA>0</ReferralNFA>\
            <ChildProtectionPlans><CPPstartDate>2022-06-21</CPPstartDate><CPPendDate>2023-11-01</CPPendDate>\
            <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>\
            <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse></ChildProtectionPlans>
            """
        let reading = try read([
            "2023.xml": Extracts.census(Extracts.child("child-7", open), year: 2023),
            "2024.xml": Extracts.census(Extracts.child("child-7", closed), year: 2024),
        ])
        #expect(
            reading.lines.map { $0.prefix { $0 != ":" } } == [
                "child-7, 2015-03-27, Birth", "child-7, 2022-05-01, Referral to social care",
                "child-7, 2022-06-21, Child protection plan started",
                "child-7, 2023-11-01, Child protection plan ended",
                "child-7, 2023-12-01, Case closed",
            ]
        )
        #expect(try reading.file("2024.xml").merged == 3)
        #expect(reading.serious == [])
    }

    @Test func aYearThatIsNotThatOfTheReferenceDateIsSaid() throws {
        let text = Extracts.census(Extracts.child("child-7", "<CINreferralDate>2021-05-01</CINreferralDate>"))
            .replacing("2024-03-31", with: "2023-03-31")
        #expect(try read(["c.xml": text]).serious == [Found("extract.year.differs", 1)])
    }

    // MARK: Forms of XML

    static let plain = Extracts.census(
        Extracts.child("child-7", "<CINreferralDate>2023-05-01</CINreferralDate>"),
        Extracts.child(
            "child-8",
            "<CINreferralDate>2023-06-01</CINreferralDate><CINclosureDate>2023-13-01</CINclosureDate>"
        )
    )

    struct Form: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
    }

    static let forms: [Form] = {
        let prefixed = plain.replacing("</", with: "\u{1}").replacing("<", with: "<c:").replacing("\u{1}", with: "</c:")
            .replacing("<c:Message>", with: "<c:Message xmlns:c=\"urn:x\">")
        let wide = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + plain
        return [
            Form(testDescription: "plain", bytes: Array(plain.utf8)),
            Form(testDescription: "a mark before it", bytes: [0xEF, 0xBB, 0xBF] + Array(plain.utf8)),
            Form(
                testDescription: "a namespace",
                bytes: Array(plain.replacing("<Message>", with: "<Message xmlns=\"urn:x\">").utf8)
            ),
            Form(testDescription: "a prefix", bytes: Array(prefixed.utf8)),
            Form(testDescription: "one line", bytes: Array(plain.filter { $0 != "\n" }.utf8)),
            Form(testDescription: "UTF-16 LE", bytes: wide.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
            Form(testDescription: "UTF-16 BE", bytes: wide.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
            Form(
                testDescription: "windows-1252",
                bytes: Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?>".utf8) + Array(plain.utf8)
            ),
        ]
    }()

    @Test(arguments: forms)
    func everyFormOfXMLGivesTheSame(_ form: Form) throws {
        // The name says nothing.
        let reading = try read([SourceFile(path: "export.txt", name: "export.txt", bytes: form.bytes)])
        #expect(
            reading.lines == [
                "child-7, 2015-03-27, Birth: Born",
                "child-7, 2023-05-01, Referral to social care: Referral to children's social care",
                "child-8, 2015-03-27, Birth: Born",
                "child-8, 2023-06-01, Referral to social care: Referral to children's social care",
            ]
        )
        #expect(reading.files.map(\.rejected) == [1])
        #expect(try reading.chronology(of: "child-8").rejected.map(\.reason.id) == ["event.date.impossible"])
    }

    @Test func theChildrenBeforeACutAreUsed() throws {
        let end = try #require(Self.plain.range(of: "2023-06-01")).lowerBound
        let reading = try read(["c.xml": String(Self.plain[..<end])])
        #expect(reading.lines.count == 2)
        let finding = try #require(reading.diagnostics.first { $0.id == "xml.faulty" })
        #expect(finding.severity == .error)
        #expect(finding.place?.line == 4)
        #expect(try reading.file("c.xml").isUsed)
    }

    @Test(arguments: ["<Message/>", "<Message><Children/></Message>", "<Message><Pupils><Pupil/></Pupils></Message>"])
    func aCensusWithoutChildrenIsAnError(_ text: String) throws {
        let reading = try read(["c.xml": text])
        #expect(reading.chronologies.isEmpty)
        #expect(reading.serious.map(\.id) == ["extract.empty"])
    }

    @Test func otherXMLIsNotRead() throws {
        let reading = try read(["c.xml": "<Letters><Child>zz</Child></Letters>"])
        #expect(reading.serious == [Found("xml.unknown")])
    }

    // MARK: The schema

    @Test func aSchemaIsCheckedBesideTheReadingAndNoValueIsQuoted() throws {
        let schema = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Message"><xs:complexType><xs:sequence>\
            <xs:element name="Child" maxOccurs="unbounded"><xs:complexType><xs:sequence>\
            <xs:element name="LAchildID"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="5"/>\
            <xs:pattern value="[A-Z]+"/></xs:restriction></xs:simpleType></xs:element>\
            <xs:element name="PersonBirthDate" type="xs:date"/></xs:sequence></xs:complexType></xs:element>\
            </xs:sequence></xs:complexType></xs:element></xs:schema>
            """
        let text = """
            <Message>
            <Child><LAchildID>zz is not here</LAchildID>
            <PersonBirthDate>zz' is not a valid value of</PersonBirthDate></Child></Message>
            """
        let file = SourceFile(path: "c.xml", name: "c.xml", bytes: Array(text.utf8))
        let found = try read([file], schema: schema).diagnostics.filter { $0.id == "xml.schema" }
        #expect(found.map(\.place?.line) == [2, 2, 3])
        #expect(found.map(\.value) == [nil, "zz is not here", "zz' is not a valid value of"])
        #expect(found.allSatisfy { $0.summary.hasPrefix("not as the schema has it: Element '") })
    }

    @Test func aSchemaThatIsNoneIsAnErrorAndTheFileIsRead() throws {
        let file = SourceFile(path: "c.xml", name: "c.xml", bytes: Array(Self.plain.utf8))
        let reading = try read([file], schema: "<xs:schema")
        #expect(reading.lines.count == 4)
        #expect(reading.serious.map(\.id).contains("schema.faulty"))
    }

    // MARK: Public samples

    @Test(.enabled(if: Extracts.isAtHand("cin/fake_CIN_data.xml"), "the public census is not at hand"))
    func thePublicCensusIsReadWhole() throws {
        // Counted with another XML reader.
        let reading = try read([Extracts.sample("cin/fake_CIN_data.xml")])
        #expect(reading.chronologies.count == 332)
        let events = reading.chronologies.flatMap(\.allEvents)
        let counts = Dictionary(events.map { ($0.category ?? "", 1) }, uniquingKeysWith: +)
        #expect(
            counts == [
                "Birth": 332, "Death": 21, "Referral to social care": 402, "Case closed": 252,
                "Initial child protection conference": 350,
            ]
        )
        #expect(try reading.file("fake_CIN_data.xml").rows == 1357)
        let first = try reading.chronology(of: "RND000215205141").allEvents.filter {
            $0.category == "Referral to social care"
        }
        #expect(first.map(\.edtf) == ["2020-07-13"])
    }

    @Test(.enabled(if: Extracts.isAtHand("cin/CIN_Census_2024.xml"), "the public census is not at hand"))
    func theFaultsOfThePublicSampleAreFoundWhereTheyStand() throws {
        let reading = try read([Extracts.sample("cin/CIN_Census_2024.xml")])
        let found = Set(reading.diagnostics.map { Found($0.id, $0.place?.line) })
        #expect(
            found.isSuperset(of: [
                Found("extract.year.differs", 5), Found("extract.text.stray", 19), Found("extract.element.year", 25),
                Found("extract.element.year", 78), Found("extract.code.unknown", 46),
                Found("extract.element.empty", 95),
                Found("event.date.inFuture", 42),
            ])
        )
        #expect(try reading.file("CIN_Census_2024.xml").events == 18)
    }
}

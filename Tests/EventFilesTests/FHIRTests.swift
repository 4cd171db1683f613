import CaseDates
import Diagnostics
import EventFiles
import Foundation
import ImpactChronology
import Testing

/// FHIR R4 Bundles: what a health record says of a child, and who the child is.
@Suite struct FHIRTests {
    private func bundle(_ resources: String...) -> String {
        let entries = resources.map { "{\"resource\":\($0)}" }.joined(separator: ",\n")
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\n\(entries)\n]}"
    }

    private let leo = """
        {"resourceType":"Patient","id":"leo-7","name":[{"given":["Leo"],"family":"zz"}],"birthDate":"2015-02"}
        """

    private func encounter(
        _ id: String,
        subject: String,
        _ rest: String = "\"period\":{\"start\":\"2019-05-06\"}"
    ) -> String {
        """
        {"resourceType":"Encounter","id":"\(id)","status":"finished","subject":{"reference":"\(subject)"},\(rest)}
        """
    }

    private func appointment(_ status: String, _ actors: String = "{\"reference\":\"Patient/leo-7\"}") -> String {
        """
        {"resourceType":"Appointment","id":"a1","status":"\(status)","start":"2019-01-02T09:00:00Z","description":"dental",\
        "participant":[\(actors.split(separator: ";").map { "{\"actor\":\($0)}" }.joined(separator: ","))]}
        """
    }

    @Test(arguments: [
        ("noshow", "Was not brought to an appointment", "Was not brought to appointment: dental"),
        ("fulfilled", nil, "Appointment attended: dental"), ("cancelled", nil, "Appointment cancelled: dental"),
        ("booked", nil, "Appointment booked: dental"), ("waitlist", nil, "Waiting for an appointment: dental"),
    ])
    func anAppointmentSaysWhatBecameOfIt(status: String, category: String?, what: String) throws {
        let event = try read(["b.json": bundle(leo, appointment(status))]).event()
        #expect(event.category == category)
        #expect(event.what == what)
        #expect(event.edtf == "2019-01-02")
        #expect(event.agency == "Health")
        #expect(event.names == ["leo-7"])
        #expect(event.reference == "Appointment/a1")
    }

    @Test func anAppointmentOfTwoChildrenIsAnEventOfEach() throws {
        let mia = "{\"resourceType\":\"Patient\",\"id\":\"mia-7\"}"
        let actors = """
            {"reference":"Practitioner/1","display":"Clinic"};{"reference":"Patient/leo-7","display":"zz"};\
            {"reference":"Patient/mia-7"}
            """
        let reading = try read(["b.json": bundle(leo, mia, appointment("noshow", actors))])
        #expect(reading.chronologies.flatMap(\.allEvents).map(\.names) == [["leo-7"], ["mia-7"]])
        #expect(reading.chronologies.flatMap(\.allEvents).map(\.source) == ["Clinic", "Clinic"])
        let family = "Id,Name,Role\nleo-7,Leo,child\nmia-7,Mia,child\n"
        let both = try read(["b.json": bundle(leo, mia, appointment("noshow", actors)), "family.csv": family])
        #expect(try both.event().names == ["leo-7", "mia-7"])
        #expect(try both.file("b.json").merged == 1)
    }

    @Test(arguments: [
        ("completed", "", "Immunisation", "Immunisation given: MMR"),
        (
            "not-done", "{\"text\":\"zz refused\"}", "Immunisation missed",
            "Immunisation not given: MMR; reason: zz refused"
        ),
        (
            "not-done", "{\"coding\":[{\"code\":\"IMMUNE\",\"display\":\"immune\"}]}", nil,
            "Immunisation not given: MMR; reason: immune"
        ),
    ])
    func anImmunisationSaysWhetherItWasGiven(status: String, reason: String, category: String?, what: String) throws {
        let resource = """
            {"resourceType":"Immunization","id":"i1","status":"\(status)","vaccineCode":{"text":"MMR"},\
            \(reason.isEmpty ? "" : "\"statusReason\":\(reason),")"patient":{"reference":"Patient/leo-7"},\
            "occurrenceDateTime":"2019-02-20"}
            """
        let event = try read(["b.json": bundle(leo, resource)]).event()
        #expect(event.category == category)
        #expect(event.what == what)
    }

    @Test(arguments: [
        "Patient/leo-7", "urn:uuid:leo-7", "https://records.example/fhir/Patient/leo-7", "Patient/leo-7/_history/3",
        "http://here/Patient/x",
    ])
    func aReferenceInAnyFormNamesThePatient(_ reference: String) throws {
        let text = bundle(leo, encounter("e1", subject: reference))
            .replacing(
                "{\"resource\":{\"resourceType\":\"Patient\"",
                with: "{\"fullUrl\":\"http://here/Patient/x\",\"resource\":{\"resourceType\":\"Patient\""
            )
        let reading = try read(["b.json": text])
        #expect(try reading.event().names == ["leo-7"])
        #expect(try reading.chronology().family.people.map(\.name) == ["Leo zz"])
    }

    @Test(arguments: ["Patient/leo-7", "https://records.example/fhir/Patient/leo-7", "urn:uuid:leo-7"])
    func aPatientWhoIsNotInTheBundleIsKnownByTheReference(_ reference: String) throws {
        let reading = try read(["b.json": bundle(encounter("e1", subject: reference))])
        #expect(try reading.event().names == ["leo-7"])
    }

    @Test(arguments: ["Group/1", "", "Patient/"])
    func aRecordOfNobodyIsRejected(_ reference: String) throws {
        let reading = try read(["b.json": bundle(leo, encounter("e1", subject: reference))])
        #expect(reading.rejectedElsewhere.map(\.reason.id) == ["event.child.noIdentifier"])
        #expect(reading.rejectedElsewhere.map(\.reason.place?.line) == [3])
    }

    @Test func severalPatientsAreSeveralChildren() throws {
        let mia = "{\"resourceType\":\"Patient\",\"id\":\"mia-7\"}"
        let reading = try read([
            "b.json": bundle(
                mia,
                leo,
                encounter("e1", subject: "Patient/leo-7"),
                encounter("e2", subject: "Patient/mia-7")
            )
        ])
        #expect(reading.chronologies.map { $0.family.people.map(\.id.text) } == [["leo-7"], ["mia-7"]])
    }

    @Test func aPatientOfTheFamilyTableJoinsItsFamily() throws {
        let patient = """
            {"resourceType":"Patient","id":"9f1","identifier":[{"value":"child-7"}],"birthDate":"2015-02-03"}
            """
        let reading = try read([
            "b.json": bundle(patient, encounter("e1", subject: "Patient/9f1")),
            "family.csv": "Id,Name,Role\nchild-7,Leo Zed,child\n",
        ])
        #expect(try reading.event().names == ["child-7"])
        #expect(try reading.chronology().family.people[0].birth.born?.value?.description == "2015-02-03")
    }

    @Test(arguments: [
        ("\"period\":{\"start\":\"2019-05\"}", "2019-05"), ("\"period\":{\"start\":\"2019\"}", "2019"),
        ("\"period\":{\"start\":\"2019-06-30T23:30:00Z\",\"end\":\"2019-07-01T01:00:00Z\"}", "2019-07-01"),
        ("\"period\":{\"start\":\"2019-05-06\",\"end\":\"2019-05-08\"}", "2019-05-06/2019-05-08"),
        ("\"period\":{\"end\":\"2019-05-08\"}", ""), ("\"class\":{}", ""),
    ])
    func datesStayAsFineAsTheyAreWritten(period: String, edtf: String) throws {
        let reading = try read(["b.json": bundle(leo, encounter("e1", subject: "Patient/leo-7", period))])
        #expect(try reading.event().edtf == edtf)
    }

    @Test(arguments: [
        "\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]}",
        "\"verificationStatus\":{\"coding\":[{\"code\":\"entered-in-error\"}]}",
    ])
    func whatTheRecordTakesBackIsRejected(_ status: String) throws {
        let condition = """
            {"resourceType":"Condition","id":"c1",\(status),"code":{"text":"zz asthma"},\
            "subject":{"reference":"Patient/leo-7"},"onsetDateTime":"2019"}
            """
        let reading = try read(["b.json": bundle(leo, condition)])
        #expect(reading.rejectedElsewhere.map(\.reason.id) == ["fhir.notFact"])
        #expect(try reading.file("b.json").rows == 1)
    }

    @Test func anImpossibleDateIsRejectedWithItsPlace() throws {
        let reading = try read([
            "b.json": bundle(leo, encounter("e1", subject: "Patient/leo-7", "\"period\":{\"start\":\"2019-02-30\"}"))
        ])
        #expect(try reading.rejectedRow().reason.id == "event.date.impossible")
        #expect(try reading.rejectedRow().reason.place?.line == 3)
    }

    @Test func aConditionBeganOrWasRecorded() throws {
        let subject = "\"subject\":{\"reference\":\"Patient/leo-7\"},\"code\":{\"text\":\"asthma\"}"
        let reading = try read([
            "b.json": bundle(
                leo,
                "{\"resourceType\":\"Condition\",\"id\":\"c1\",\(subject),\"onsetDateTime\":\"2019-05\",\"abatementDateTime\":\"2020\"}",
                "{\"resourceType\":\"Condition\",\"id\":\"c2\",\(subject),\"onsetAge\":{\"value\":3},\"recordedDate\":\"2021-01-02\"}"
            )
        ])
        #expect(try reading.events().map(\.what) == ["Condition began: asthma", "Condition recorded: asthma"])
        #expect(try reading.events().map(\.edtf) == ["2019-05/2020", "2021-01-02"])
    }

    @Test func aBundleReadTwiceIsMerged() throws {
        let text = bundle(leo, encounter("e1", subject: "Patient/leo-7"))
        let reading = try read(["a.json": text, "b.json": text])
        #expect(try reading.events().count == 1)
        #expect(reading.files.map(\.merged) == [0, 1])
    }

    @Test func whatIsNoEventIsCountedAndSaid() throws {
        let reading = try read([
            "b.json": bundle(leo, "{\"resourceType\":\"Observation\"}", "{}", encounter("e1", subject: "Patient/leo-7"))
        ])
        #expect(reading.found == [Found("fhir.resources.notRead", 1), Found("fhir.entry.noResource", 4)])
    }

    @Test(arguments: ["{\"resourceType\":\"Questionnaire\",\"title\":\"zz\"}", "{\"resourceType\":\"Bundle\"}"])
    func aFileWithoutEventsSaysWhatItIs(_ text: String) throws {
        let reading = try read(["b.json": text])
        #expect(reading.chronologies.isEmpty)
        #expect(!reading.found.isEmpty)
    }

    @Test(.enabled(if: Extracts.isAtHand("fhir"), "the public bundle is not at hand"))
    func thePublicBundleIsRead() throws {
        let name = "fhir/Luigi_Wiegand_e27d88b0-c5e5-4042-ad49-184f6a900ee3.json"
        let events = try read([Extracts.sample(name)]).events()
        #expect(events.count { $0.what.hasPrefix("Health contact") } == 4)
        #expect(events.count { $0.category == "Immunisation" } == 12)
    }
}

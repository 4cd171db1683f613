import Testing

@testable import NamesAndLabels

@Suite struct IdentifierTests {
    @Test(arguments: [
        ("NHS 943 476 5919 and 9434765919", "NHS {NHS number 1} and {NHS number 1}"),
        ("943-476-5919", "{NHS number 1}"),
        ("9434765918", "9434765918"),
        ("UPN H801200001001.", "UPN {UPN 1}."),
        ("M1 1AA, SW1A 1AA, sw1a 1aa, EC1A1BB", "{Postcode 1}, {Postcode 2}, {Postcode 2}, {Postcode 3}"),
        ("07700 900123, +44 7700 900123, (01632) 960001", "{Phone 1}, {Phone 1}, {Phone 2}"),
        ("020 7946 0018; 0113-496-0999", "{Phone 1}; {Phone 2}"),
        ("write to Ella.Harper+x@example.org.", "write to {E-mail 1}."),
        ("ELLA@EXAMPLE.ORG ella@example.org", "{E-mail 1} {E-mail 1}"),
    ])
    func numbersAndAddressesGetTheSameLabelEachTime(text: String, expected: String) throws {
        #expect(try Sample.anonymised(text) == expected)
    }

    @Test(arguments: [
        "01/02/2019 10:15", "01-02-2019 10:15", "01 02 2019 1015", "2019-02-01T09:15:00", "line 1234567",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "0.07700900123", "MB/22/004417", "#AB12CD",
        "room 12 4AB", "A1 2nd", "07:00 01:15", "ref 07700-900", "1234567890123456",
    ])
    func datesDigestsAndReferencesStay(text: String) throws {
        #expect(try Sample.anonymised(text) == text)
    }

    @Test func theNumbersOfTheFamilyTableAreFoundWhateverTheirForm() throws {
        let people = [
            Sample.person("R7710041", "Zuri Voss", "child", known: ["pat-zv-0918", "9434765919", "C1", "Zu"])
        ]
        let text = try Sample.anonymised(
            "R7710041; r7710041; xR7710041; Patient/pat-zv-0918; 943 476 5919; C1; Zu",
            people: people,
            families: [nil]
        )
        #expect(
            text == "{Number 1}; {Number 1}; xR7710041; Patient/{Number 2}; {NHS number 1}; C1; {Child A}"
        )
    }
}

import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// All people in these tests are invented.
@Suite struct FamilyTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let role: String
        let born: String
        let isChild: Bool
        let isFound: Bool
        var testDescription: String { "'\(role)', born '\(born)'" }
    }

    @Test(arguments: [
        Case(role: "Child", born: "", isChild: true, isFound: false),
        Case(role: "half-sister", born: "01/02/2019", isChild: true, isFound: false),
        Case(role: "unborn baby", born: "", isChild: true, isFound: false),
        Case(role: "Mother", born: "01/02/2009", isChild: false, isFound: false),
        Case(role: "Index", born: "01/04/2008", isChild: true, isFound: true),
        Case(role: "Index", born: "31/03/2008", isChild: false, isFound: true),
        Case(role: "", born: "2019", isChild: true, isFound: true),
        Case(role: "", born: "", isChild: false, isFound: true),
    ])
    func aRoleThatIsNotKnownIsSettledByTheDateOfBirthAndSaid(_ example: Case) throws {
        let reading = try read([
            "family.csv": "Id,Name,Role,Date of birth\nP1,Ada Quill,\(example.role),\(example.born)\n",
            "a.csv": "Date,Event,Child\n01/02/2019,zz fell,P1\n",
        ])
        #expect(reading.chronologies.first?.family.people.map(\.isChild) == [example.isChild])
        #expect(reading.diagnostics.contains { $0.id == "family.role.unknown" } == example.isFound)
    }
}

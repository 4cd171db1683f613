import CaseDates
import Definitions
import Diagnostics
import EventFiles
import Exports
import Testing

@Suite struct BuiltInDefinitionTests {
    @Test func theHeadingsAreWithoutFault() throws {
        let headings = try DefinitionSource().headings()
        #expect(headings.columns[.events]?.required == [.date, .event])
        #expect(headings.columns[.events]?.requiredOneOf == [])
        #expect(headings.columns[.family]?.required == [.name])
        #expect(headings.columns[.family]?.requiredOneOf == [.role, .birth, .expectedBirth])
        #expect(headings.columns[.sources]?.required == [.agency, .coversFrom])
        #expect(headings.columns[.events]?.fields["event / referral"] == .event)
        #expect(headings.words[.role]?["unborn child"] == "child")
    }

    @Test func everyFieldBelongsToSomeTable() throws {
        let columns = try DefinitionSource().headings().columns
        let fields = Set(columns.values.flatMap(\.fields.values))
        #expect(fields == Set(Field.allCases))
    }

    @Test func everyNameIsFolded() throws {
        for columns in try DefinitionSource().headings().columns.values {
            for name in columns.fields.keys { #expect(HeadingTable.folded(name) == name) }
        }
    }

    @Test func theNamedDatesAreWithoutFault() throws {
        let names = try DefinitionSource().dateNames()
        #expect(
            names.meanings["christmas day"]
                == .day(DateNames.Day(rule: .fixed(month: 12, day: 25), isApproximate: false))
        )
        #expect(names.meanings["valentines day"] != nil)
        #expect(names.meanings["good friday"] == .day(DateNames.Day(rule: .easter(offset: -2), isApproximate: false)))
        #expect(names.meanings["covid 19 lockdown was announced"] != nil)
        #expect(names.noDateWords.contains("n k"))
        #expect(names.fillDays.map(\.description).contains("1900-01-01"))
    }

    @Test(arguments: ["legal-gateway", "care-planning"])
    func theProfilesAreWithoutFault(id: String) throws {
        let profile = try DefinitionSource().profile(id)
        #expect(profile.id == id)
        #expect(profile.marking == "OFFICIAL-SENSITIVE")
        #expect(profile.sections.map(\.kind).contains(.leftOut))
        #expect(profile.authorityNames.contains("children's services"))
    }

    @Test func theCourtsFourHeadingsAreInOrder() throws {
        // Practice Direction 12A, paragraph 7.1.
        let profile = try DefinitionSource().profile("legal-gateway")
        let chronology = try #require(profile.sections.first { $0.kind == .chronology })
        #expect(
            chronology.columns.map(\.heading) == [
                "Serial number", "Date", "Event-detail", "Witness or document reference",
            ]
        )
    }

    @Test func theStyleIsText() throws {
        #expect(try DefinitionSource().style().contains("@page"))
    }

    @Test func aReplacementTakesThePlaceOfTheBuiltInFileAlone() throws {
        let source = DefinitionSource("exports/styles/document.css", "p {}")
        #expect(try source.style() == "p {}")
        #expect(try source.headings().columns.count == 3)
    }

    @Test func aStyleThatIsNoTextIsAFault() {
        let source = DefinitionSource(replacements: ["exports/styles/document.css": [0xFF]])
        let faults = #expect(throws: DefinitionFaults.self) { try source.style() }
        #expect(
            faults?.diagnostics == [
                Diagnostic(
                    id: "definition.text",
                    severity: .error,
                    summary: "the file is not UTF-8",
                    place: Place(path: "exports/styles/document.css")
                )
            ]
        )
    }

    @Test func aProfileThatIsNotThereIsAFault() {
        let faults = #expect(throws: DefinitionFaults.self) { try DefinitionSource().profile("zoo") }
        #expect(
            faults?.diagnostics == [
                Diagnostic(
                    id: "definition.missing",
                    severity: .error,
                    summary: "there is no such definition",
                    place: Place(path: "exports/profiles/zoo.xml")
                )
            ]
        )
    }
}

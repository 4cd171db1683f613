import Definitions
import Diagnostics
import ImpactChronology
import Testing

/// The categories of events: the built-in ones, and what is wrong with a definition of them.
@Suite struct EventCategoryDefinitionTests {
    private static let path = "tools-definitions/event-categories.xml"

    @Test func theBuiltInCategoriesAreWithoutFault() throws {
        let categories = try DefinitionSource().eventCategories()
        #expect(categories.category("was-not-brought")?.label == "Was not brought to an appointment")
        #expect(categories.category("was-not-brought")?.bearing == .concern)
        #expect(
            categories.category(of: EventCategory.Code(system: "cin-factor", value: "16A"))?.id == "neglect-concern"
        )
        #expect(Set(categories.all.map(\.label)).count == categories.all.count)
    }

    @Test(arguments: [
        ("Appointment/noshow", "was-not-brought"), ("Immunization", "immunisation"),
        ("Immunization/not-done", "immunisation-missed"),
    ])
    func theCodesOfHealthRecordsMeanACategory(code: String, id: String) throws {
        let categories = try DefinitionSource().eventCategories()
        #expect(categories.category(of: EventCategory.Code(system: "fhir", value: code))?.id == id)
    }

    @Test func everyPhraseSuggestsItsOwnCategory() throws {
        let categories = try DefinitionSource().eventCategories()
        for category in categories.all {
            for words in category.words { #expect(categories.suggestion(for: words)?.id == category.id, "\(words)") }
        }
    }

    @Test func allFaultsAreReportedAtOnce() {
        let source = DefinitionSource(
            Self.path,
            """
            <event-categories xmlns="urn:child-impact:definitions:1" version="2">
              <group id="a" label="A" colour="red">
                <category id="one" label="One" bearing="bad"/>
                <category id="one" label="Again"><neglect form="shoes"/></category>
                <category id="two"><code system="x" value="1"/><words>in bed</words></category>
                <category id="three" label="Three"><code system="x" value="1"/><words>IN  bed</words></category>
                <category id="four" label="Four"><code value="2"/><name/></category>
              </group>
              <group><category id="five" label="Five"><words>...</words></category></group>
              <zoo/>
            </event-categories>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.eventCategories() }
        #expect(
            faults?.found == [
                Fault(1, "<event-categories> has no attribute 'version'"),
                Fault(2, "<group> has no attribute 'colour'"),
                Fault(3, "there is no bearing 'bad'"),
                Fault(
                    4,
                    "the form of neglect is one of \(NeglectForm.allCases.map(\.rawValue).joined(separator: ", "))"
                ),
                Fault(4, "there are two categories 'one'"), Fault(5, "<category> needs the attribute 'label'"),
                Fault(6, "the code '1' of x means another category already"),
                Fault(6, "'IN  bed' suggests 'two' already"),
                Fault(7, "<name> cannot stand in <category>"), Fault(7, "<code> needs the attribute 'system'"),
                Fault(9, "<group> needs the attribute 'id'"), Fault(9, "<group> needs the attribute 'label'"),
                Fault(9, "'...' holds no words"), Fault(10, "<zoo> cannot stand in <event-categories>"),
            ]
        )
    }
}

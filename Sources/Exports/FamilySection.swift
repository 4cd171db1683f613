import CaseDates
import DataFormats
import ImpactChronology

/// The people of the family, with their dates.
struct FamilySection {
    let nodes: [HTMLNode]

    init(_ chronology: Chronology) {
        let people = chronology.family.children + chronology.family.people.filter { !$0.isChild }
        guard !people.isEmpty else {
            nodes = [.element(.p, [:], "No person is named in the sources.")]
            return
        }
        let headings = ["Name", "Role", "Born or expected", "Age now"]
        nodes = [
            .element(
                .table,
                [:],
                .element(.caption, [:], .text("People (\(people.count))")),
                .element(
                    .thead,
                    [:],
                    .element(.tr, [:], headings.map { .element(.th, ["scope": "col"], .text($0)) })
                ),
                .element(.tbody, [:], people.map { Self.row($0, chronology.asOf) })
            )
        ]
    }

    private static func row(_ person: Person, _ asOf: CalendarDay) -> HTMLNode {
        let label = person.label.map { person.name.isEmpty ? "" : " (\($0))" } ?? ""
        return .element(
            .tr,
            [:],
            .element(.th, ["scope": "row"], RecordText.record(person.displayName), .text(label)),
            .element(.td, [:], person.role.isEmpty ? "Not stated" : RecordText.record(person.role)),
            .element(.td, [:], dates(person.birth)),
            .element(.td, [:], .text(age(person, asOf)))
        )
    }

    static func dates(_ birth: Birth) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        if let born = birth.born { nodes.append(RecordText.date(born)) }
        if let expected = birth.expected {
            nodes.append(.group([.text(nodes.isEmpty ? "expected " : "; was expected "), RecordText.date(expected)]))
        }
        if let died = birth.died { nodes.append(.group(["; died ", RecordText.date(died)])) }
        return nodes.isEmpty ? ["Not stated"] : nodes
    }

    static func age(_ person: Person, _ asOf: CalendarDay) -> String {
        if person.birth.died?.isDated ?? false { return "Died" }
        let today = EventDate(text: "", value: .date(PartialDate(asOf), .none))
        guard let age = AgeRange(at: today, of: person.birth) else { return "Not known" }
        // The months of an adult's age say nothing, and seem to know more than a year of birth does.
        if case .years(let youngest, _)? = age.youngest, case .years(let oldest, _)? = age.oldest, youngest >= 18 {
            return youngest == oldest
                ? "\(youngest) years"
                : oldest == youngest + 1 ? "\(youngest) or \(oldest) years" : "\(youngest) to \(oldest) years"
        }
        return age.words
    }
}

import CareTools
import DataFormats

/// The questions of a form, section by section.
struct FormSections {
    private let tool: Tool
    private let numbers: [ItemID: Int]
    private let places: [String: Int]
    private let conditions: ConditionWords

    init(_ tool: Tool) {
        self.tool = tool
        numbers = Dictionary(
            tool.items.enumerated().map { ($1.id, $0 + 1) },
            uniquingKeysWith: { first, _ in first }
        )
        places = Dictionary(
            tool.sections.flatMap(\.withAllBelow).enumerated().map { ($1.id, $0 + 1) },
            uniquingKeysWith: { first, _ in first }
        )
        conditions = ConditionWords(tool, numbers: numbers)
    }

    /// All sections.
    var nodes: [HTMLNode] { tool.sections.map { node($0, depth: 0) } }

    /// The identifier of a section on the page.
    func id(of section: Section) -> String { "s\(places[section.id] ?? 0)" }

    /// A condition in words, as they follow "if".
    func words(_ condition: Condition) -> String { conditions.words(condition) }

    private static let headings: [HTMLTag] = [.h2, .h3, .h4]

    private static func heading(_ depth: Int) -> HTMLTag { headings[min(depth, headings.count - 1)] }

    private func node(_ section: Section, depth: Int) -> HTMLNode {
        let id = id(of: section)
        var attributes: [HTMLNode.Attribute] = [
            .init("class", "part"), .init("id", id), .init("data-section", section.id),
        ]
        // Only the parts in the contents are landmarks: names of smaller ones may occur twice.
        if depth == 0 { attributes.append(.init("aria-labelledby", "\(id)-h")) }
        if section.repetition != nil { attributes.append(.init("data-repeats", "yes")) }
        var nodes: [HTMLNode] = [
            .element(Self.heading(depth), ["id": "\(id)-h"], .text(section.title))
        ]
        if let condition = section.condition {
            nodes.append(.element(.p, ["class": "only"], .text("Only if \(conditions.words(condition)).")))
        }
        nodes += section.guidance.map { .element(.p, [:], .text($0)) }
        if let repetition = section.repetition {
            nodes += repeated(section, repetition, depth)
        } else {
            nodes += items(section, instance: nil) + section.sections.map { node($0, depth: depth + 1) }
        }
        return .element(.section, attributes, nodes)
    }

    private func items(_ section: Section, instance: Int?) -> [HTMLNode] {
        section.items.map {
            FormItem($0, of: tool, number: numbers[$0.id] ?? 0, instance: instance, conditions: conditions).node
        }
    }

    private func repeated(_ section: Section, _ repetition: Section.Repetition, _ depth: Int) -> [HTMLNode] {
        [
            .element(.div, ["data-instances": ""], instance(1, section, repetition, depth)),
            .element(.template, [:], instance(0, section, repetition, depth)),
            .element(
                .p,
                [:],
                .element(
                    .button,
                    [
                        "type": "button", "class": "secondary", "data-action": "add", "data-needs-script": "",
                        "hidden": "",
                    ],
                    .text("Add another: \(repetition.label.lowercased())")
                )
            ),
        ]
    }

    private func instance(
        _ number: Int,
        _ section: Section,
        _ repetition: Section.Repetition,
        _ depth: Int
    ) -> HTMLNode {
        let id = "\(id(of: section))_\(number)-h"
        return .element(
            .div,
            ["class": "instance", "role": "group", "aria-labelledby": id, "data-instance": ""],
            [
                .element(Self.heading(depth + 1), ["id": id, "data-number": ""], .text("\(repetition.label) 1"))
            ] + items(section, instance: number) + [
                .element(
                    .p,
                    [:],
                    .element(
                        .button,
                        [
                            "type": "button", "class": "secondary", "data-action": "remove", "data-needs-script": "",
                            "hidden": "",
                        ],
                        "Remove"
                    )
                )
            ]
        )
    }
}

extension Section {
    /// The section and those in it, in order.
    fileprivate var withAllBelow: [Section] { [self] + sections.flatMap(\.withAllBelow) }
}

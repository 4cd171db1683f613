import CaseDates
import DataFormats
import ImpactChronology

/// Where linked accounts differ, and which accounts may tell of one event.
struct LinksSection {
    let nodes: [HTMLNode]

    /// Makes the section.
    ///
    /// - Parameters:
    ///   - chronology: Whose links they are.
    ///   - shown: The events that the document shows; a group is listed when one of them is in it.
    ///   - links: How the events refer to each other.
    ///   - anchors: Where they stand.
    init(_ chronology: Chronology, shown: [Event], links: LinkedEvents, anchors: [EventID: EventAnchor]) {
        let shown = Set(shown.flatMap { $0.tellings.map(\.id) })
        let conflicts = chronology.conflicts.filter { $0.statements.contains { shown.contains($0.event) } }
        let groups = chronology.duplicates.filter { $0.events.contains(where: shown.contains) }
        var nodes: [HTMLNode] = [.element(.h3, [:], .text("Where linked accounts differ (\(conflicts.count))"))]
        if conflicts.isEmpty {
            nodes.append(
                .element(.p, [:], "No two accounts of what may be one event were found to say different things.")
            )
        } else {
            nodes.append(
                .element(
                    .p,
                    [:],
                    "If the accounts named together are of one event, this is where they differ; the words that are read so stand in quotation marks. Nothing is chosen."
                )
            )
            nodes.append(Self.table(of: conflicts, links, anchors))
        }
        nodes.append(.element(.h3, [:], .text("Accounts that may tell of one event (\(groups.count))")))
        if groups.isEmpty {
            nodes.append(.element(.p, [:], "No accounts of different sources were found to be alike."))
        } else {
            nodes.append(
                .element(
                    .p,
                    [:],
                    "They are linked and not joined: only a person can say that they are one. Each stands in the chronology by itself."
                )
            )
            for (index, group) in groups.enumerated() {
                nodes.append(Self.table(of: group, number: index + 1, links, anchors))
            }
        }
        if chronology.notCompared > 0 {
            nodes.append(
                .element(
                    .p,
                    [:],
                    .text(
                        "\(RecordText.count(chronology.notCompared, "pair")) of accounts near in time were not compared, as there are too many."
                    )
                )
            )
        }
        let answered = chronology.answers.count
        if answered > 0 {
            let same = chronology.answers.count(where: \.isSame)
            nodes.append(
                .element(
                    .p,
                    [:],
                    .text(
                        "Of \(RecordText.count(answered, "pair")) that a person has looked at, \(same) \(same == 1 ? "was" : "were") "
                            + "found to be one event and \(answered - same) to be two."
                    )
                )
            )
        }
        self.nodes = nodes
    }

    private static func table(
        of conflicts: [Conflict],
        _ links: LinkedEvents,
        _ anchors: [EventID: EventAnchor]
    ) -> HTMLNode {
        let rows = conflicts.map { conflict in
            let subject =
                switch conflict.subject {
                case .date: "When it was"
                case .fact(let label): label.prefix(1).uppercased() + label.dropFirst()
                }
            let statements = conflict.statements.map { statement in
                HTMLNode.element(
                    .li,
                    [:],
                    links.reference(to: statement.event, anchors: anchors, showsDate: conflict.subject != .date)
                        + [": ", says(statement, conflict, links)]
                )
            }
            return HTMLNode.element(
                .tr,
                [:],
                .element(.th, ["scope": "row"], .text(subject)),
                .element(.td, [:], .element(.ul, [:], statements))
            )
        }
        return table("conflicts", "Where linked accounts differ", ["About", "What each says"], rows)
    }

    private static func says(_ statement: Conflict.Statement, _ conflict: Conflict, _ links: LinkedEvents) -> HTMLNode {
        switch conflict.subject {
        case .date: links.event(statement.event).map { RecordText.date($0.date) } ?? RecordText.record(statement.says)
        case .fact:
            .group([
                .element(.strong, [:], .text(statement.says)), " (“", RecordText.record(statement.words), "”)",
            ])
        }
    }

    private static func table(
        of group: PossibleDuplicates,
        number: Int,
        _ links: LinkedEvents,
        _ anchors: [EventID: EventAnchor]
    ) -> HTMLNode {
        let rows = group.events.map { id in
            HTMLNode.element(
                .tr,
                [:],
                .element(.th, ["scope": "row"], links.reference(to: id, anchors: anchors)),
                .element(.td, [:], links.event(id).map { RecordText.record($0.what) } ?? ""),
                .element(
                    .td,
                    [:],
                    group.pairs.filter { $0.second == id }.map { pair in
                        .element(
                            .span,
                            ["class": "part"],
                            [.text("\(pair.reason), with ")]
                                + links.reference(to: pair.first, anchors: anchors, showsDate: false)
                        )
                    }
                )
            )
        }
        return table("group", "Group \(number)", ["Account", "What it says", "Why it is linked"], rows)
    }

    private static func table(_ kind: String, _ caption: String, _ headings: [String], _ rows: [HTMLNode]) -> HTMLNode {
        .element(
            .table,
            ["class": kind],
            .element(.caption, [:], .text(caption)),
            .element(.thead, [:], .element(.tr, [:], headings.map { .element(.th, ["scope": "col"], .text($0)) })),
            .element(.tbody, [:], rows)
        )
    }
}

import CaseDates
import DataFormats
import ImpactChronology

/// How long the authority and the other agencies have been involved, worked out from the events and from nothing else.
///
/// Practice Direction 12A asks for a short summary of the length of involvement before the dated events:
/// https://www.justice.gov.uk/courts/procedure-rules/family/practice_directions/pd_part_12a
struct InvolvementSection {
    let nodes: [HTMLNode]

    init(_ chronology: Chronology, events: [Event], profile: DocumentProfile) {
        let sources = chronology.sources.filter { source in events.contains { $0.agency == source.agency } }
        let authority = sources.filter { source in
            profile.authorityNames.contains { $0 == source.agency.lowercased() || $0 == source.label.lowercased() }
        }
        var nodes: [HTMLNode] = []
        if authority.isEmpty {
            nodes.append(
                .element(
                    .p,
                    [:],
                    "No source is named as the authority's own records, so its involvement cannot be told from the events."
                )
            )
        }
        for source in authority {
            let own = events.filter { event in
                event.agency == source.agency && !(event.category.map(profile.notInvolvement.contains) ?? false)
            }
            nodes.append(.element(.p, [:], Self.sentence(source.label, own)))
        }
        nodes += Self.keys(events, "the sources mark") { $0.statedSignificance?.lowercased() == "key" }
        nodes += Self.keys(events, "the worker marks, and no source,") {
            $0.statedSignificance?.lowercased() != "key" && $0.addedSignificances.last?.lowercased() == "key"
        }
        if !events.isEmpty { nodes.append(Self.years(events, sources)) }
        self.nodes = nodes
    }

    /// The events that someone marks as key, under a heading that says who.
    private static func keys(_ events: [Event], _ marked: String, _ isKey: (Event) -> Bool) -> [HTMLNode] {
        let keys = events.enumerated().filter { isKey($0.element) }
        guard !keys.isEmpty else { return [] }
        let items = keys.map { index, event in
            HTMLNode.element(
                .li,
                [:],
                .element(.a, ["href": "#e\(index + 1)"], .text("Number \(index + 1)")),
                ", ",
                RecordText.date(event.date),
                ": ",
                RecordText.record(event.what),
                .text(
                    decisions(event.statedDecisions, "Decision")
                        + decisions(event.addedDecisions, "Decision, added by the worker")
                )
            )
        }
        return [
            .element(.h3, [:], .text("Events that \(marked) as key (\(keys.count))")), .element(.ul, [:], items),
        ]
    }

    private static func decisions(_ decisions: [Decision], _ label: String) -> String {
        decisions.map { $0.text.isEmpty ? "" : " \(label): \($0.text)" }.joined()
    }

    private static func sentence(_ label: String, _ events: [Event]) -> [HTMLNode] {
        guard let first = events.first, let last = events.last else { return [] }
        return [
            RecordText.record(label),
            " recorded \(RecordText.count(events.count, "event")) with a date, from the first (",
            RecordText.record(DateText.words(first.date)), ") to the one that began last (",
            RecordText.record(DateText.words(last.date)),
            "). These are dates of events, not of the authority's involvement: it may have begun later, ended and begun again.",
        ]
    }

    /// How many events began in each year, for each source.
    private static func years(_ events: [Event], _ sources: [Source]) -> HTMLNode {
        let years = Set(events.compactMap { DateText.year($0.date) }).sorted()
        let hasOpen = events.contains { DateText.year($0.date) == nil }
        var rows = years.map { year in
            row(
                "\(year)",
                sources.map { source in
                    events.count { $0.agency == source.agency && DateText.year($0.date) == year }
                }
            )
        }
        if hasOpen {
            rows.append(
                row(
                    "Start not known",
                    sources.map { source in
                        events.count { $0.agency == source.agency && DateText.year($0.date) == nil }
                    }
                )
            )
        }
        rows.append(row("All", sources.map { source in events.count { $0.agency == source.agency } }))
        let headings = ["Year"] + sources.map(\.label) + ["All"]
        return .element(
            .table,
            ["class": "numbers"],
            .element(
                .caption,
                [:],
                "Events by the year in which they began, and by source. A low number may mean that little was written down."
            ),
            .element(.thead, [:], .element(.tr, [:], headings.map { .element(.th, ["scope": "col"], .text($0)) })),
            .element(.tbody, [:], rows)
        )
    }

    private static func row(_ name: String, _ counts: [Int]) -> HTMLNode {
        .element(
            .tr,
            [:],
            [.element(.th, ["scope": "row"], .text(name))]
                + (counts + [counts.reduce(0, +)]).map { .element(.td, [:], .text("\($0)")) }
        )
    }
}

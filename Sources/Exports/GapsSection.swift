import CaseDates
import DataFormats
import ImpactChronology

/// The times in which no event is known to have happened.
struct GapsSection {
    let nodes: [HTMLNode]

    init(_ chronology: Chronology) {
        guard !chronology.gaps.isEmpty else {
            nodes = [.element(.p, [:], "No time without events is long enough to be named.")]
            return
        }
        let labels = Dictionary(
            chronology.sources.map { ($0.agency, $0.label) },
            uniquingKeysWith: { first, _ in first }
        )
        let rows = chronology.gaps.map { gap in
            HTMLNode.element(
                .tr,
                [:],
                .element(
                    .th,
                    ["scope": "row"],
                    .text("\(DateText.words(gap.from)) to \(DateText.words(gap.to))"),
                    .element(.span, ["class": "part source"], .text(RecordText.count(gap.days, "day")))
                ),
                .element(.td, [:], RecordText.record(gap.agency.map { labels[$0] ?? $0 } ?? "All together")),
                .element(.td, [:], Self.words(gap, labels))
            )
        }
        nodes = [
            .element(
                .p,
                [:],
                "Silence is never read as safety. Where records cover a time, they hold no contact; where none do, nothing can be said."
            ),
            .element(
                .table,
                ["class": "gaps"],
                .element(.caption, [:], .text("Times without events (\(chronology.gaps.count))")),
                .element(
                    .thead,
                    [:],
                    .element(
                        .tr,
                        [:],
                        ["Time", "Records of", "What can be said"].map { .element(.th, ["scope": "col"], .text($0)) }
                    )
                ),
                .element(.tbody, [:], rows)
            ),
        ]
    }

    private static func words(_ gap: Gap, _ labels: [String: String]) -> [HTMLNode] {
        var nodes: [HTMLNode]
        if gap.coveredBy.isEmpty {
            nodes = [RecordText.tag("Not covered", "gap"), "No source says that its records cover it."]
            if gap.agency != nil { nodes[1] = "The source does not say that its records cover it." }
        } else {
            nodes = [RecordText.tag("No contact recorded", "gap")]
            if gap.agency == nil {
                nodes.append(RecordText.record(RecordText.list(gap.coveredBy.map { labels[$0] ?? $0 })))
                nodes.append(gap.coveredBy.count == 1 ? " covers it." : " cover it between them.")
            } else {
                nodes.append("Its records cover this time.")
            }
        }
        if gap.mayHold > 0 {
            let events = RecordText.count(gap.mayHold, "event")
            nodes.append(
                .text(" \(events) without an exact date may lie in it.")
            )
        }
        return nodes
    }
}

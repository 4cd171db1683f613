import CaseDates
import DataFormats
import ImpactChronology

/// What changed since an earlier chronology.
struct ChangesSection {
    let nodes: [HTMLNode]

    init(_ changes: ChronologyChanges, since day: CalendarDay, in chronology: Chronology) {
        let labels = Dictionary(
            chronology.sources.map { ($0.agency, $0.label) },
            uniquingKeysWith: { first, _ in first }
        )
        func row(_ kind: String, _ event: Event, _ before: Event? = nil) -> HTMLNode {
            var what: [HTMLNode] = [RecordText.record(event.what)]
            if let before {
                var earlier: [HTMLNode] = [
                    "Before: ", RecordText.date(before.date), ": ", RecordText.record(before.what),
                ]
                if before.what == event.what, before.date.text == event.date.text {
                    earlier = ["The date and the words of the event are as before; something beside them changed."]
                }
                what.append(.element(.span, ["class": "part source"], earlier))
            }
            return .element(
                .tr,
                [:],
                .element(.th, ["scope": "row"], .text(kind)),
                .element(.td, [:], RecordText.date(event.date)),
                .element(.td, [:], RecordText.record(labels[event.agency] ?? event.agency)),
                .element(.td, [:], what)
            )
        }
        let rows =
            changes.added.map { row("Added", $0) } + changes.changed.map { row("Changed", $0.after, $0.before) }
            + changes.gone.map { row("Gone", $0) }
        let intro =
            "Since the chronology as of \(DateText.words(day)), \(RecordText.count(changes.added.count, "account")) "
            + "\(changes.added.count == 1 ? "was" : "were") added, \(changes.changed.count) changed, and "
            + "\(changes.gone.count) \(changes.gone.count == 1 ? "is" : "are") there no more."
        var nodes: [HTMLNode] = [.element(.p, [:], .text(intro))]
        if !rows.isEmpty {
            nodes.append(
                .element(
                    .table,
                    ["class": "changes"],
                    .element(.caption, [:], .text("Changes (\(rows.count))")),
                    .element(
                        .thead,
                        [:],
                        .element(
                            .tr,
                            [:],
                            ["Change", "Date", "Source", "Event"].map { .element(.th, ["scope": "col"], .text($0)) }
                        )
                    ),
                    .element(.tbody, [:], rows)
                )
            )
        }
        self.nodes = nodes
    }
}

import CaseDates
import DataFormats
import ImpactChronology

/// One child, before the table of events: who, what the child said, and strengths beside concerns.
struct ChildSection {
    let nodes: [HTMLNode]

    init(_ child: Person, number: Int, events: [Event], of chronology: Chronology, idPrefix: String) {
        let label = child.label.map { child.name.isEmpty ? "" : " (\($0))" } ?? ""
        var nodes: [HTMLNode] = [
            .element(.h3, ["class": "child", "id": "c\(number)"], RecordText.record(child.displayName), .text(label)),
            .element(
                .dl,
                ["class": "facts"],
                .element(
                    .div,
                    [:],
                    .element(.dt, [:], "Born or expected"),
                    .element(.dd, [:], FamilySection.dates(child.birth))
                ),
                .element(
                    .div,
                    [:],
                    .element(.dt, [:], "Age now"),
                    .element(.dd, [:], .text(FamilySection.age(child, chronology.asOf)))
                )
            ),
        ]
        nodes.append(.element(.h4, [:], "What the child said or showed"))
        let spoken = events.enumerated().flatMap { index, event in
            event.voices(of: child.id).map { (index, event, $0) }
        }
        if spoken.isEmpty {
            nodes.append(
                .element(
                    .p,
                    [:],
                    .text("No words of this child are recorded in the \(RecordText.count(events.count, "event")).")
                )
            )
        } else {
            nodes.append(
                .element(
                    .ul,
                    ["class": "voices"],
                    spoken.map { index, event, voice in
                        .element(
                            .li,
                            [:],
                            RecordText.record(voice.words),
                            " ",
                            .element(.a, ["href": "#\(idPrefix)\(index + 1)"], .text(DateText.words(event.date))),
                            .text(
                                voice.child == nil && event.people.count != 1
                                    ? " (recorded for more than one child)" : ""
                            )
                        )
                    }
                )
            )
        }
        nodes.append(.element(.h4, [:], "Strengths beside concerns"))
        nodes += Self.balance(events, idPrefix)
        nodes.append(.element(.h4, [:], "Impact chronology"))
        let recorded = events.count { !$0.impacts(on: child.id).isEmpty }
        nodes.append(
            .element(
                .p,
                [:],
                .text(
                    "An impact on this child is recorded for \(recorded) of the \(RecordText.count(events.count, "event"))."
                )
            )
        )
        self.nodes = nodes
    }

    private static func balance(_ events: [Event], _ idPrefix: String) -> [HTMLNode] {
        let strengths = events.enumerated().filter { $0.element.bearing == .strength || $0.element.bearing == .mixed }
        let concerns = events.count { $0.bearing == .concern || $0.bearing == .mixed }
        let silent = events.count { $0.bearing == nil }
        var nodes: [HTMLNode] = [
            .element(
                .p,
                [:],
                .text(
                    "The sources mark \(strengths.count) of \(RecordText.count(events.count, "event")) as a strength and "
                        + "\(concerns) as a concern, counting those that are both in each; for \(silent) they do not say."
                )
            )
        ]
        guard !strengths.isEmpty else { return nodes }
        nodes.append(.element(.p, [:], "Strengths:"))
        nodes.append(
            .element(
                .ul,
                [:],
                strengths.map { index, event in
                    .element(
                        .li,
                        [:],
                        .element(.a, ["href": "#\(idPrefix)\(index + 1)"], .text(DateText.words(event.date))),
                        ": ",
                        RecordText.record(event.what)
                    )
                }
            )
        )
        return nodes
    }
}

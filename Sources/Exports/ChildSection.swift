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
        let spoken = events.indices.flatMap { index in events[index].voices(of: child.id).map { (index, $0) } }
        if spoken.isEmpty {
            nodes.append(
                .element(
                    .p,
                    [:],
                    .text(
                        "None of the \(RecordText.count(events.count, "event")) gives words of this child apart. They may stand in what happened."
                    )
                )
            )
        } else {
            nodes.append(
                .element(
                    .ul,
                    ["class": "voices"],
                    spoken.map { index, voice in
                        .element(
                            .li,
                            [:],
                            RecordText.record(voice.words),
                            " ",
                            .element(
                                .a,
                                ["href": "#\(idPrefix)\(index + 1)"],
                                .text(DateText.words(events[index].date))
                            ),
                            .text(
                                voice.child == nil && events[index].people.count != 1
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
        let silent = events.count { $0.standingBearing == nil }
        let count = RecordText.count(events.count, "event")
        var nodes: [HTMLNode] = [
            .element(
                .p,
                [:],
                .text(
                    events.allSatisfy(\.addedBearings.isEmpty)
                        ? "By the marks of the sources; for \(silent) of \(count) they give none."
                        : "By the marks of the sources, and by those of the worker where it is said beside the event; for \(silent) of \(count) there is none."
                )
            )
        ]
        for (bearing, name) in [
            (Bearing.strength, "Strengths"), (.mixed, "Both strength and concern"), (.concern, "Concerns"),
        ] {
            let marked = events.indices.filter { events[$0].standingBearing == bearing }
            nodes.append(
                .element(.p, ["class": "balance"], .text("\(name): \(marked.isEmpty ? "none" : "\(marked.count)")"))
            )
            guard !marked.isEmpty else { continue }
            nodes.append(
                .element(
                    .ul,
                    [:],
                    marked.map { index in
                        .element(
                            .li,
                            [:],
                            [
                                .element(
                                    .a,
                                    ["href": "#\(idPrefix)\(index + 1)"],
                                    .text(DateText.words(events[index].date))
                                ),
                                ": ",
                            ]
                                // Where the worker marked it, the heading above is not the word of a source.
                                + (events[index].addedBearings.isEmpty
                                    ? RecordText.disputeTags(events[index]) : RecordText.tags(events[index]))
                                + [RecordText.record(events[index].what)]
                        )
                    }
                )
            )
        }
        return nodes
    }
}

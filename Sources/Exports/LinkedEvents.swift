import DataFormats
import ImpactChronology

/// How the events of a document refer to each other.
struct LinkedEvents {
    /// The accounts that may tell of the same event, by each of them.
    private var partners: [EventID: [EventID]] = [:]
    private var events: [EventID: Event] = [:]
    private let labels: [String: String]

    init(_ chronology: Chronology) {
        labels = Dictionary(chronology.sources.map { ($0.agency, $0.label) }, uniquingKeysWith: { first, _ in first })
        for pair in chronology.duplicates.flatMap(\.pairs) {
            partners[pair.first, default: []].append(pair.second)
            partners[pair.second, default: []].append(pair.first)
        }
        guard !partners.isEmpty || !chronology.conflicts.isEmpty else { return }
        for event in chronology.events {
            for telling in event.tellings { events[telling.id] = telling }
        }
    }

    /// The account of an identifier.
    func event(_ id: EventID) -> Event? { events[id] }

    /// Whose account it is, and when: "Police, 26 May 2022".
    func name(of id: EventID) -> [HTMLNode] {
        guard let event = events[id] else { return [] }
        return [source(of: event), .text(", \(DateText.words(event.date))")]
    }

    private func source(of event: Event) -> HTMLNode { RecordText.record(labels[event.agency] ?? event.agency) }

    /// What stands at an event that may be the same as others: each of them, with a link where it is shown.
    func note(at id: EventID, anchors: [EventID: EventAnchor]) -> [HTMLNode] {
        guard let others = partners[id] else { return [] }
        var nodes: [HTMLNode] = ["May be the same event as "]
        for (index, other) in others.enumerated() {
            if index > 0 { nodes.append(index + 1 == others.count ? " and " : ", ") }
            nodes += reference(to: other, anchors: anchors)
        }
        return [.element(.span, ["class": "part source"], nodes + ["."])]
    }

    /// An account by its number and source, with a link where it is shown; the date too, unless it is told apart.
    func reference(to id: EventID, anchors: [EventID: EventAnchor], showsDate: Bool = true) -> [HTMLNode] {
        guard let event = events[id] else { return [] }
        let name = showsDate ? name(of: id) : [source(of: event)]
        guard let anchor = anchors[id] else { return name }
        return [.element(.a, ["href": "#\(anchor.id)"], (anchor.number.map { [.text("number \($0), ")] } ?? []) + name)]
    }
}

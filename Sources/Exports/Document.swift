import CareTools
import CaseDates
import DataFormats
public import ImpactChronology  // It shows a chronology.

/// A paper for a checkpoint: one HTML file that needs nothing else, for A4 print first.
public struct Document: Sendable {
    private let chronology: Chronology
    private let profile: DocumentProfile
    private let selection: EventSelection
    private let style: String
    private let events: [Event]
    private let undated: [Event]
    private let links: LinkedEvents
    private let toolResults: [EventID: CareTools.Result]
    private let changes: (since: CalendarDay, changes: ChronologyChanges)?

    /// Makes a document.
    ///
    /// - Parameters:
    ///   - chronology: What it shows.
    ///   - profile: In which order and words.
    ///   - selection: Which events; what is left out is counted in the document.
    ///   - style: The style sheet; it is put inside the document.
    ///   - toolResults: What the tools came to that events tell of.
    ///   - earlier: A chronology made before; the document then says what changed since.
    public init(
        _ chronology: Chronology,
        profile: DocumentProfile,
        selection: EventSelection,
        style: String,
        toolResults: [ToolResult] = [],
        since earlier: Chronology? = nil
    ) {
        self.chronology = chronology
        self.profile = profile
        self.selection = selection
        self.style = style
        events = chronology.events.filter { selection.holds($0, of: chronology.family) }
        undated = chronology.undated.filter { selection.holds($0, of: chronology.family) }
        links = LinkedEvents(chronology)
        self.toolResults = Dictionary(
            toolResults.map { ($0.event, $0.result) },
            uniquingKeysWith: { first, _ in first }
        )
        changes = earlier.map { ($0.asOf, ChronologyChanges(from: $0, to: chronology)) }
    }

    /// The name of the family as the document prints it.
    private var caseName: String { chronology.family.name ?? "family not named" }

    /// The document as UTF-8 bytes.
    public var bytes: [UInt8] {
        Page(
            title: "\(profile.title): \(caseName)",
            kind: profile.id,
            marking: profile.marking,
            heading: profile.title,
            style: style,
            rules: CaseStyle(profile: profile, caseName: caseName).css,
            main: [heading] + changeNodes + profile.sections.map(section)
        ).bytes
    }

    private var heading: HTMLNode {
        var rows: [HTMLNode] = [
            row(
                "Prepared as of",
                [.element(.time, ["datetime": chronology.asOf.description], .text(DateText.words(chronology.asOf)))]
            ),
            row(
                "Children",
                [.text(chronology.family.children.isEmpty ? "None named" : "\(chronology.family.children.count)")]
            ),
            row("Sources", [.text("\(chronology.sources.count)")]),
        ]
        if !selection.isEverything { rows.append(row("Only", [.text(selectionWords)])) }
        return .group([
            .element(.h1, [:], RecordText.record(caseName)),
            .element(.dl, ["class": "facts"], rows),
        ])
    }

    /// What changed, before all else, where an earlier chronology is given.
    private var changeNodes: [HTMLNode] {
        guard let (day, changes) = changes else { return [] }
        return [
            .element(
                .section,
                ["class": "changes"],
                [.element(.h2, [:], "What changed since the last chronology")]
                    + ChangesSection(changes, since: day, in: chronology).nodes
            )
        ]
    }

    private var selectionWords: String {
        var words: [String] = []
        if let child = selection.child {
            words.append("events that concern \(chronology.family.person(child)?.displayName ?? child.text)")
        }
        if let from = selection.from { words.append("from \(DateText.words(from))") }
        if let to = selection.to { words.append("to \(DateText.words(to))") }
        return words.joined(separator: ", ")
    }

    private func row(_ name: String, _ content: [HTMLNode]) -> HTMLNode {
        .element(.div, [:], .element(.dt, [:], .text(name)), .element(.dd, [:], content))
    }

    // MARK: Sections

    private func section(_ section: DocumentProfile.Section) -> HTMLNode {
        let content: [HTMLNode] =
            switch section.kind {
            case .summary: SummarySection(chronology, shown: events, undated: undated).nodes
            case .family: FamilySection(chronology).nodes
            case .involvement:
                InvolvementSection(chronology, events: events, profile: profile).nodes
            case .chronology:
                [
                    table(
                        of: events,
                        section.columns,
                        caption: "Events with a date, in order",
                        child: nil,
                        idPrefix: "e",
                        serial: ""
                    )
                ]
            case .children:
                children.enumerated().flatMap { childNodes($0.element, number: $0.offset + 1, section) }
                    + familyTools
            case .undated: undatedNodes(section)
            case .links: LinksSection(chronology, shown: events, links: links, anchors: anchors).nodes
            case .gaps: GapsSection(chronology).nodes
            case .sources: SourcesSection(chronology).nodes
            case .leftOut:
                LeftOutSection(
                    chronology,
                    shown: events,
                    undatedShown: undated,
                    columns: profile.sections.flatMap(\.columns).map(\.field)
                ).nodes
            case .method: []
            }
        let paragraphs = section.paragraphs.map { HTMLNode.element(.p, [:], .text($0)) }
        return .element(
            .section,
            ["class": section.kind.rawValue],
            [.element(.h2, [:], .text(section.heading))] + paragraphs + content
        )
    }

    private var repeatedHeading: String { "\(profile.marking): \(caseName): \(profile.title)" }

    private var children: [Person] {
        let children = chronology.family.children
        guard let child = selection.child else { return children }
        return children.filter { $0.id == child }
    }

    /// Where each event stands: in the table of all events, else in that of the first child whom it concerns.
    private var anchors: [EventID: EventAnchor] {
        guard !profile.sections.contains(where: { $0.kind == .chronology }) else {
            return Self.anchors(of: events, prefix: "e", isNumbered: true)
        }
        return children.enumerated().reduce(into: [:]) { anchors, child in
            let own = events.filter { $0.concerns(child.element, in: chronology.family) }
            anchors.merge(Self.anchors(of: own, prefix: "c\(child.offset + 1)e", isNumbered: false)) { first, _ in first
            }
        }
    }

    private static func anchors(of events: [Event], prefix: String, isNumbered: Bool) -> [EventID: EventAnchor] {
        var anchors: [EventID: EventAnchor] = [:]
        for (index, event) in events.enumerated() {
            let anchor = EventAnchor(id: "\(prefix)\(index + 1)", number: isNumbered ? "\(index + 1)" : nil)
            for telling in event.tellings { anchors[telling.id] = anchor }
        }
        return anchors
    }

    private func undatedNodes(_ section: DocumentProfile.Section) -> [HTMLNode] {
        guard !undated.isEmpty else { return [.element(.p, [:], "Every event has a date.")] }
        let intro =
            "\(RecordText.count(undated.count, "event")) cannot be placed in time. They stand here and nowhere else, "
            + "in the order of the sources."
        return [
            .element(.p, [:], .text(intro)),
            table(
                of: undated,
                section.columns,
                caption: "Events without a date",
                child: nil,
                idPrefix: "u",
                serial: "U"
            ),
        ]
    }

    private func childNodes(_ child: Person, number: Int, _ section: DocumentProfile.Section) -> [HTMLNode] {
        let own = events.filter { $0.concerns(child, in: chronology.family) }
        let prefix = "c\(number)e"
        let table = table(
            of: own,
            section.columns,
            caption: "Impact chronology of \(child.displayName)",
            child: child,
            idPrefix: prefix,
            serial: ""
        )
        return ChildSection(child, number: number, events: own, of: chronology, idPrefix: prefix).nodes
            + [.element(.div, ["class": "wide"], table)]
            + ToolsSection(own, results: toolResults, child: child.id, idPrefix: prefix, asOf: chronology.asOf).nodes
    }

    /// The tools that name nobody; their rows stand in the table of the first child.
    private var familyTools: [HTMLNode] {
        guard let first = children.first else { return [] }
        let own = events.filter { $0.concerns(first, in: chronology.family) }
        return ToolsSection(own, results: toolResults, child: nil, idPrefix: "c1e", asOf: chronology.asOf).nodes
    }

    private func table(
        of events: [Event],
        _ columns: [DocumentProfile.Column],
        caption: String,
        child: Person?,
        idPrefix: String,
        serial: String
    ) -> HTMLNode {
        guard !events.isEmpty else { return .element(.p, [:], "There are none.") }
        let repeated = HTMLNode.element(
            .tr,
            ["class": "repeated"],
            .element(.td, ["colspan": "\(columns.count)"], RecordText.record(repeatedHeading))
        )
        let headings = HTMLNode.element(
            .tr,
            [:],
            columns.map { .element(.th, ["scope": "col", "class": $0.field.rawValue], .text($0.heading)) }
        )
        let labels = Dictionary(
            chronology.sources.map { ($0.agency, $0.label) },
            uniquingKeysWith: { first, _ in first }
        )
        let children = chronology.family.children
        let anchors =
            chronology.duplicates.isEmpty
            ? [:] : Self.anchors(of: events, prefix: idPrefix, isNumbered: columns.contains { $0.field == .serial })
        let rows = events.enumerated().map { index, event in
            let cells = EventCells(
                event: event,
                family: chronology.family,
                children: children,
                labels: labels,
                child: child,
                serial: "\(serial)\(index + 1)",
                related: links.note(at: event.id, anchors: anchors)
            )
            return HTMLNode.element(
                .tr,
                ["id": "\(idPrefix)\(index + 1)"],
                columns.map { column in
                    column.field == .date
                        ? .element(.th, ["scope": "row", "class": "date"], cells.content(.date))
                        : .element(.td, ["class": column.field.rawValue], cells.content(column.field))
                }
            )
        }
        return .element(
            .table,
            ["class": "events"],
            .element(.caption, [:], .text("\(caption) (\(RecordText.count(events.count, "event")))")),
            .element(.colgroup, [:], columns.map { .element(.col, ["class": $0.field.rawValue]) }),
            .element(.thead, [:], repeated, headings),
            .element(.tbody, [:], rows)
        )
    }
}

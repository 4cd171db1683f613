import CaseDates
import DataFormats
import ImpactChronology

/// The cells of one event in a table of a document.
struct EventCells {
    let event: Event
    let family: Family
    /// The children of the family, in their order.
    let children: [Person]
    /// The name to print for each agency.
    let labels: [String: String]
    /// The child whose chronology it is; `nil` where the table is about the whole family.
    let child: Person?
    let serial: String
    /// What is said of other accounts of what may be the same event.
    let related: [HTMLNode]

    /// Returns the content of a cell.
    func content(_ field: DocumentProfile.Column.Field) -> [HTMLNode] {
        switch field {
        case .serial: [.text(serial)]
        case .age: [.text(age)]
        case .date: [RecordText.date(event.date, time: event.time)]
        case .eventDetail: eventDetail
        case .event: eventWithSource
        case .source: source
        case .context: optional(event.context)
        case .impact: impact
        case .response: response
        case .decision: decision
        }
    }

    private var age: String {
        guard let child else { return "" }
        return AgeRange(at: event.date, of: child.birth)?.words ?? "Not known"
    }

    /// What happened, to whom, and what came of it: fact, without context, impact or analysis.
    private var eventDetail: [HTMLNode] {
        var nodes: [HTMLNode] = RecordText.disputeTags(event)
        nodes += about
        nodes.append(RecordText.record(event.what))
        nodes += rows
        if let outcome = event.outcome { nodes.append(labelled("Outcome", outcome)) }
        return nodes + decisions(isLabelled: true) + disputeWords + accounts + related
    }

    private var eventWithSource: [HTMLNode] {
        var nodes = RecordText.tags(event)
        // In a child's own table the child need not be named; anybody else must be.
        if event.people != child.map({ [$0.id] }) { nodes += about }
        nodes.append(RecordText.record(event.what))
        nodes += disputeWords + rows
        nodes.append(.element(.span, ["class": "part source"], source))
        return nodes + accounts + related
    }

    private var rows: [HTMLNode] {
        guard event.readFrom.count > 1 else { return [] }
        return [.element(.span, ["class": "part source"], .text("Given in \(event.readFrom.count) rows."))]
    }

    /// What other sources tell of the same event, each with its date and source.
    private var accounts: [HTMLNode] {
        event.accounts.flatMap { account -> [HTMLNode] in
            var nodes: [HTMLNode] = ["Also told, "]
            nodes += [RecordText.date(account.date, time: account.time), ": ", RecordText.record(account.what)]
            if let outcome = account.outcome { nodes += [" Outcome: ", RecordText.record(outcome)] }
            return [
                .element(.span, ["class": "part"], nodes),
                .element(.span, ["class": "part source"], source(of: account)),
            ]
        }
    }

    private var disputeWords: [HTMLNode] {
        // Where it is said only that it is disputed, the mark beside the event says so too.
        event.statedDisputes.filter { !$0.isEmpty }.map { labelled("Disputed", $0) }
            + event.addedDisputes.filter { !$0.isEmpty }.map { labelled("Disputed, added by the worker", $0) }
    }

    private var about: [HTMLNode] {
        let names = event.people.compactMap { family.person($0)?.displayName }
        guard !names.isEmpty else { return [] }
        return [.element(.span, ["class": "about"], "About ", RecordText.record(RecordText.list(names)), "."), " "]
    }

    private var source: [HTMLNode] { source(of: event) }

    private func source(of event: Event) -> [HTMLNode] {
        var nodes: [HTMLNode] = [RecordText.record(labels[event.agency] ?? event.agency)]
        if let source = event.source { nodes += [": ", RecordText.record(source)] }
        if let reference = event.reference { nodes += [" (", RecordText.record(reference), ")"] }
        switch event.directness {
        case .firstHand: nodes.append(". First hand.")
        case .reported: nodes.append(". Reported to the writer.")
        case .multiple: nodes.append(". Through more than one person.")
        case nil: break
        }
        return nodes
    }

    private var impact: [HTMLNode] {
        guard let child else { return [] }
        let impacts = event.impacts(on: child.id)
        let voices = event.voices(of: child.id)
        let added = Set(event.addedImpacts)
        let addedVoices = Set(event.addedVoices)
        guard !impacts.isEmpty || !voices.isEmpty else { return [.element(.span, ["class": "none"], "Not recorded")] }
        var nodes: [HTMLNode] = []
        for impact in impacts {
            let domain = impact.domain == .general ? "" : impact.domain.rawValue.capitalizedFirst
            let shared = impact.child == nil ? sharedBy : ""
            let worker = added.contains(impact) ? "by the worker" : ""
            let label = [domain, shared, worker].filter { !$0.isEmpty }.joined(separator: ", ").capitalizedFirst
            nodes.append(
                .element(
                    .span,
                    ["class": "part"],
                    label.isEmpty ? .group([]) : .text("\(label): "),
                    RecordText.record(impact.text)
                )
            )
        }
        for voice in voices {
            let notes = [
                voice.child == nil ? sharedBy : "", addedVoices.contains(voice) ? "written down by the worker" : "",
            ]
            let shared =
                notes.contains { !$0.isEmpty } ? " (\(notes.filter { !$0.isEmpty }.joined(separator: "; ")))" : ""
            nodes.append(
                .element(.span, ["class": "part voice"], .text("Said\(shared): "), RecordText.record(voice.words))
            )
        }
        return nodes
    }

    /// "for Ella and Noah together", where one impact is given for several children.
    private var sharedBy: String {
        let meant = children.filter { event.concerns($0, in: family) }
        return meant.count > 1 ? "for \(RecordText.list(meant.map(\.displayName))) together" : ""
    }

    private var response: [HTMLNode] {
        var nodes: [HTMLNode] = []
        if let response = event.response {
            nodes.append(.element(.span, ["class": "part"], RecordText.record(response)))
        }
        if let outcome = event.outcome { nodes.append(labelled("Outcome", outcome)) }
        return nodes.isEmpty ? [.element(.span, ["class": "none"], "Not recorded")] : nodes
    }

    private var decision: [HTMLNode] {
        let decisions = decisions(isLabelled: false)
        return decisions.isEmpty ? [.element(.span, ["class": "none"], "None recorded")] : decisions
    }

    /// The decisions of the sources, then those that were added, which always say so.
    private func decisions(isLabelled: Bool) -> [HTMLNode] {
        (event.statedDecisions.map { decided($0, isLabelled ? "Decision: " : "") }
            + event.addedDecisions.map {
                decided($0, isLabelled ? "Decision, added by the worker: " : "Added by the worker: ")
            }).map { .element(.span, ["class": "part"], $0) }
    }

    private func decided(_ decision: Decision, _ label: String) -> [HTMLNode] {
        var nodes: [HTMLNode] = label.isEmpty ? [] : [.text(label)]
        nodes.append(decision.text.isEmpty ? "not stated" : RecordText.record(decision.text))
        if let date = decision.date { nodes += [" (", RecordText.date(date), ")"] }
        return nodes
    }

    private func optional(_ text: String?) -> [HTMLNode] {
        text.map { [RecordText.record($0)] } ?? [.element(.span, ["class": "none"], "Not recorded")]
    }

    private func labelled(_ label: String, _ text: String) -> HTMLNode {
        .element(.span, ["class": "part"], .text("\(label): "), RecordText.record(text))
    }
}

extension String {
    /// The text with a capital at its start.
    fileprivate var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}

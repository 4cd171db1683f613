import CareTools
import CaseDates
import DataFormats

/// The changes of a comparison in tables: a column for each reading, and what they come to.
struct ChangeTables {
    private let comparison: Comparison
    private let latest: Result
    private let words: ToolWords

    init(_ comparison: Comparison, _ latest: Result, _ words: ToolWords) {
        self.comparison = comparison
        self.latest = latest
        self.words = words
    }

    /// The scores, each with those that it is made from below it.
    var scores: [HTMLNode] {
        let rows = ScoreOrder(latest.tool).rows.compactMap { row -> [HTMLNode]? in
            comparison.scores.first { $0.reference == .score(row.score.id) && !$0.isNoNews }
                .map { self.row($0, class: "depth\(min(row.depth, 2))") }
        }
        return rows.isEmpty ? [] : [table("Scores", rows)]
    }

    /// The items, section by section.
    var items: [HTMLNode] {
        latest.tool.sections.flatMap { section -> [HTMLNode] in
            let ids = Set(section.allItems.map(\.id))
            let rows = comparison.items.compactMap { change -> [HTMLNode]? in
                guard case .item(let id) = change.reference, ids.contains(id), !change.isNeverAsked else { return nil }
                return row(change, class: "item")
            }
            return rows.isEmpty
                ? [] : [.element(.h3, [:], .text(section.title)), table("\(section.title): answers", rows)]
        }
    }

    private func table(_ caption: String, _ rows: [[HTMLNode]]) -> HTMLNode {
        let days = comparison.days.map { DateText.words($0) }
        let headings = ["What"] + days + ["First to latest"]
        return ResultTable(kind: "changes-list", caption: caption, headings: headings, rows: rows).node
    }

    private func row(_ change: Change, class name: String) -> [HTMLNode] {
        let cells = change.readings.enumerated().map { index, reading in
            HTMLNode.element(.td, [:], value(reading, of: change.reference, comparison.results[index]))
        }
        return [.element(.th, ["scope": "row", "class": name], .text(change.title))] + cells
            + [.element(.td, ["class": "outcome"], outcome(change))]
    }

    private func value(_ reading: Reading, of reference: Reference, _ result: Result) -> [HTMLNode] {
        if let value = reading.value {
            var nodes: [HTMLNode] = [.text(value.description)]
            if reading.isOverridden {
                let rule = reading.calculated.map { "rule: \($0)" } ?? "rule: no score"
                nodes.append(.element(.span, ["class": "anchor"], .text("a person's value; \(rule)")))
            }
            return nodes
        }
        if let label = reading.label { return [.text(label)] }
        if reading.gap == .inList, case .item(let id) = reference { return list(id, result) }
        return [.element(.span, ["class": "none"], .text(reading.gap?.shortWords ?? "no value"))]
    }

    /// All entries of a list, as they stand.
    private func list(_ id: ItemID, _ result: Result) -> [HTMLNode] {
        let keys = result.shown.filter { $0.item == id }
        let texts = keys.map { key in
            "\(key.instance ?? 1): \(result.response.answers[key].map { words.text(of: $0, to: id) } ?? "not answered")"
        }
        return [.text(texts.joined(separator: "; "))]
    }

    private func outcome(_ change: Change) -> [HTMLNode] {
        let title = { (id: ItemID) in words.title(of: AnswerKey(id)) }
        let more = more(change, title)
        let notes = change.notes(title).map { HTMLNode.element(.span, ["class": "anchor"], .text($0)) }
        return [
            .element(
                .strong,
                ["class": "tag \(Self.tag(change.direction))"],
                .text("\(change.direction.sign) \(change.direction.words)")
            )
        ] + (more.isEmpty ? [] : [.element(.span, ["class": "anchor"], .text(more))]) + notes
    }

    /// What the word alone does not say.
    private func more(_ change: Change, _ title: (ItemID) -> String) -> String {
        switch change.direction {
        case .mixed: change.words(title)
        case .notComparable: change.reason ?? ""
        case .improved, .same, .worse, .changed: ""
        }
    }

    private static func tag(_ direction: Direction) -> String {
        switch direction {
        case .improved: "strength"
        case .worse: "concern"
        case .mixed, .same, .changed, .notComparable: "mixed"
        }
    }
}

extension Direction {
    /// A sign that stands beside the word, so that a column can be looked down; it never stands alone.
    var sign: String {
        switch self {
        case .improved: "▲"
        case .same: "="
        case .worse: "▼"
        case .mixed: "◆"
        case .changed: "≠"
        case .notComparable: "–"
        }
    }
}

extension Reading.Gap {
    /// The reason in a cell.
    var shortWords: String {
        switch self {
        case .notAnswered: "not answered"
        case .notKnown: "not known"
        case .notApplicable: "does not apply"
        case .notAsked: "not asked"
        case .noScore: "no score"
        case .notInVersion: "not in this version"
        case .notSaidToBeTheSame: "not said to be the same"
        case .inList: "a list"
        }
    }
}

import CareTools
import DataFormats

/// The scores of a result in a table, each with what it rests on.
struct ScoreTable {
    private let result: Result
    private let words: ToolWords

    init(_ result: Result, _ words: ToolWords) {
        self.result = result
        self.words = words
    }

    /// The table; nothing for a tool without scores.
    var nodes: [HTMLNode] {
        let rows = ScoreOrder(result.tool).rows.compactMap { row in
            result.score(row.score.id).map { self.row($0, depth: row.depth) }
        }
        guard !rows.isEmpty else { return [] }
        let headings = ["Score", "Value", "Answered", "Decided by"]
        return [
            ResultTable(kind: "scores", caption: "Each score, and what it rests on", headings: headings, rows: rows)
                .node
        ]
    }

    /// What is suggested at the values that the scores have; scores of which the same is said stand together.
    var responses: [HTMLNode] {
        var groups: [(band: Score.Band, titles: [String])] = []
        for row in ScoreOrder(result.tool).rows {
            guard let band = result.score(row.score.id)?.band, !band.response.isEmpty else { continue }
            if let place = groups.firstIndex(where: { $0.band == band }) {
                groups[place].titles.append(row.score.title)
            } else {
                groups.append((band, [row.score.title]))
            }
        }
        guard !groups.isEmpty else { return [] }
        let items = groups.sorted { $0.band.from < $1.band.from }.map { group in
            HTMLNode.element(
                .li,
                [:],
                .element(.strong, [:], .text(group.band.label)),
                .text(" (\(RecordText.list(group.titles))): \(group.band.response)")
            )
        }
        return [.element(.h3, [:], "What the values stand for"), .element(.ul, [:], items)]
    }

    private func row(_ score: ScoreResult, depth: Int) -> [HTMLNode] {
        [
            .element(.th, ["scope": "row", "class": "depth\(min(depth, 2))"], .text(score.score.title)),
            .element(.td, ["class": "value"], value(score)),
            .element(
                .td,
                ["class": "basis"],
                .text("\(score.answered) of \(score.applicable)\(score.isProrated ? ", prorated" : "")")
            ),
            .element(.td, ["class": "deciding"], deciding(score)),
        ]
    }

    private func value(_ score: ScoreResult) -> [HTMLNode] {
        guard let value = score.value else {
            return [.element(.span, ["class": "none"], .text(ResultWords.value(score)))]
        }
        var nodes: [HTMLNode] = [.element(.strong, [:], .text(value.description))]
        if let band = score.band {
            nodes.append(.text(" \(band.label)"))
        }
        if let override = score.override, let words = ResultWords.override(score) {
            nodes.append(.element(.span, ["class": "anchor"], .text("\(words). Reason: "), reason(override)))
        }
        return nodes
    }

    private func reason(_ override: Override) -> HTMLNode {
        override.reason.map(RecordText.record) ?? .text("none is given.")
    }

    private func title(_ key: AnswerKey) -> String { words.title(of: key, in: result.response, .byChoiceOrWords) }

    private func deciding(_ score: ScoreResult) -> [HTMLNode] {
        guard let deciding = ResultWords.deciding(score, in: result, title) else {
            return [.element(.span, ["class": "none"], "nothing")]
        }
        var nodes: [HTMLNode] = [.text(score.override == nil ? deciding : "the rule's value: \(deciding)")]
        if !score.betteredByWorse.isEmpty {
            let titles = score.betteredByWorse.map { "“\(words.title(of: $0))”" }
            nodes.append(
                .element(
                    .span,
                    ["class": "anchor warning"],
                    .text(
                        "A worse answer to \(RecordText.list(titles)) would make this score look better: "
                            + "read the answers, not the score alone."
                    )
                )
            )
        }
        return nodes
    }
}

import CareTools
import DataFormats

/// How the scores of a tool are made, and where the tool comes from.
struct MethodSection {
    private let tool: Tool

    init(_ tool: Tool) {
        self.tool = tool
    }

    /// The rule of each score; scores that have one rule stand together.
    var rules: [HTMLNode] {
        var groups: [(rule: String, notes: [String], titles: [String])] = []
        for score in ScoreOrder(tool).rows.map(\.score) {
            if let place = groups.firstIndex(where: { $0.rule == score.rule && $0.notes == score.notes }) {
                groups[place].titles.append(score.title)
            } else {
                groups.append((score.rule, score.notes, [score.title]))
            }
        }
        return groups.flatMap { group in
            [
                .element(
                    .p,
                    [:],
                    .element(.strong, [:], .text(RecordText.list(group.titles))),
                    .text(": \(group.rule).")
                )
            ] + group.notes.map { HTMLNode.element(.p, ["class": "anchor"], .text($0)) }
        }
    }

    /// What it is for, its terms and its sources.
    var sources: [HTMLNode] {
        let derived = tool.derivedFrom.map { "\(Self.words($0.kind)) \($0.name) \($0.version)".trimmingBlanks + "." }
        return tool.purpose.map { .element(.p, [:], .text($0)) } + [
            .element(.p, [:], .text("Terms: \(tool.licence)")),
            .element(
                .ul,
                [:],
                (tool.sources.map { "Source: \($0)" } + derived).map { .element(.li, [:], .text($0)) }
            ),
        ]
    }

    private static func words(_ kind: Tool.Derivation.Kind) -> String {
        switch kind {
        case .extends: "Extends"
        case .compliesWith: "Complies with"
        case .inspiredBy: "Inspired by"
        }
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.utf8.last == 0x20 { text.removeLast() }
        return text
    }
}

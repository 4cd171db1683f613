import CareTools
import CaseDates
import DataFormats

/// The targets that were set, and how far each is met.
struct TargetSection {
    private let result: Result
    private let words: ToolWords
    private let asOf: CalendarDay

    init(_ result: Result, _ words: ToolWords, asOf: CalendarDay) {
        self.result = result
        self.words = words
        self.asOf = asOf
    }

    /// A table; nothing for a tool without targets.
    var nodes: [HTMLNode] {
        guard result.tool.targets != nil else { return [] }
        let targets = result.targets(asOf: asOf)
        guard !targets.isEmpty else { return [.element(.p, [:], "No target is set.")] }
        let headings = ["What is to get better", "At the start", "Aimed at", "By", "At the review", "So far"]
        return [
            ResultTable(
                kind: "target-list",
                caption: "Targets, as of \(DateText.words(asOf))",
                headings: headings,
                rows: targets.map(row)
            ).node
        ]
    }

    private func row(_ target: Target) -> [HTMLNode] {
        func cell(_ number: ExactNumber?) -> HTMLNode { .element(.td, [:], .text(number?.description ?? "")) }
        let title = target.item.map { words.title(of: AnswerKey($0)) } ?? "Target \(target.instance)"
        return [
            .element(.th, ["scope": "row"], .text(title)),
            cell(target.current),
            cell(target.target),
            .element(.td, [:], target.by.map { [AboutFacts.day($0.description)] } ?? []),
            cell(target.actual),
            .element(.td, ["class": "state"], .text(target.state.words)),
        ]
    }
}

import CareTools
import CaseDates
import Exports

/// A comparison for the terminal, without a name in it.
struct ComparisonText {
    private let comparison: Comparison

    init(_ comparison: Comparison) {
        self.comparison = comparison
    }

    /// The lines.
    var text: String {
        guard let latest = comparison.latest else { return "" }
        let words = ToolWords(latest.tool)
        let title = { (id: ItemID) in words.title(of: AnswerKey(id)) }
        var lines = ["\(latest.tool.id): \(comparison.days.map(\.description).joined(separator: ", "))"]
        lines += comparison.notes.map { "  Note: \($0)" }
        if comparison.isFollowOn {
            lines += zip(comparison.days, comparison.results).flatMap { day, result in
                ["  \(result.tool.id), \(day):"] + ResultWords.nextSteps(result).map { "    \($0)" }
                    + result.scores.map { "    \($0.score.title): \(ResultWords.value($0))" }
            }
        } else {
            lines += zip(comparison.days, comparison.results).flatMap { day, result in
                let steps = ResultWords.nextSteps(result)
                return steps.isEmpty ? [] : ["  \(day):"] + steps.map { "    \($0)" }
            }
            if !latest.tool.scores.isEmpty { lines.append("  Scores:") }
            lines += ScoreOrder(latest.tool).rows.flatMap { row in
                comparison.scores.filter { $0.reference == .score(row.score.id) && !$0.isNoNews }.flatMap {
                    change($0, title, indent: String(repeating: "  ", count: row.depth + 2))
                }
            }
            lines.append("  Answers:")
            lines += comparison.items.filter { !$0.isNeverAsked }.flatMap { change($0, title, indent: "    ") }
        }
        lines += targets
        return lines.map { DiagnosticText.visible($0) + "\n" }.joined()
    }

    private func change(_ change: Change, _ title: (ItemID) -> String, indent: String) -> [String] {
        let values = change.readings.map { $0.value?.description ?? $0.label ?? "-" }
        let line = "\(indent)\(change.title): \(values.joined(separator: " > ")): \(change.words(title))"
        return [line] + change.notes(title).map { "\(indent)  \($0)" }
    }

    private var targets: [String] {
        guard !comparison.targets.isEmpty else { return [] }
        return ["  Targets:"]
            + comparison.targets.map { set in
                let target = set.target
                func words(_ number: ExactNumber?) -> String { number?.description ?? "-" }
                let latest = set.latest.map { ", \($0) in the latest" } ?? ""
                let recorded = set.firstDay.map { "first recorded \($0)" } ?? "as recorded on \(set.day)"
                return "    \(set.title), \(recorded): \(words(target.current)), aim \(words(target.target))"
                    + " by \(target.by?.description ?? "-"), review \(words(target.actual))\(latest): \(target.state.words)"
            }
    }
}

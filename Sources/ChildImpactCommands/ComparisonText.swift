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
                ["  \(result.tool.id), \(day):"]
                    + result.scores.map { "    \($0.score.title): \(ResultWords.value($0))" }
            }
        } else {
            lines.append("  Scores:")
            lines += ScoreOrder(latest.tool).rows.flatMap { row in
                comparison.scores.filter { $0.reference == .score(row.score.id) }.flatMap {
                    change($0, title, indent: String(repeating: "  ", count: row.depth + 2))
                }
            }
            lines.append("  Answers:")
            lines += comparison.items.filter { !$0.isNeverAsked }.flatMap { change($0, title, indent: "    ") }
        }
        lines += targets(title)
        return lines.map { DiagnosticText.visible($0) + "\n" }.joined()
    }

    private func change(_ change: Change, _ title: (ItemID) -> String, indent: String) -> [String] {
        let values = change.readings.map { reading in
            reading.value?.description ?? (reading.codes.isEmpty ? "-" : reading.codes.joined(separator: "+"))
        }
        let line = "\(indent)\(change.title): \(values.joined(separator: " > ")): \(change.words(title))"
        return [line] + change.notes(title).map { "\(indent)  \($0)" }
    }

    private func targets(_ title: (ItemID) -> String) -> [String] {
        guard !comparison.targets.isEmpty else { return [] }
        return ["  Targets:"]
            + comparison.targets.map { set in
                let target = set.target
                func words(_ number: ExactNumber?) -> String { number?.description ?? "-" }
                let name = target.item.map(title) ?? "Target \(target.instance)"
                let latest = set.latest.map { ", \($0) in the latest" } ?? ""
                return "    \(name), set \(set.day): \(words(target.current)), aim \(words(target.target))"
                    + " by \(target.by?.description ?? "-"), review \(words(target.actual))\(latest): \(target.state.words)"
            }
    }
}

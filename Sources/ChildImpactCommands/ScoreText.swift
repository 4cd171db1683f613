import CareTools
import Exports

/// A result for the terminal, without a name in it: what was written in words stays in the file.
struct ScoreText {
    private let sheet: AnswerReading.Sheet
    private let result: Result
    private let words: ToolWords

    init(_ sheet: AnswerReading.Sheet, _ result: Result) {
        self.sheet = sheet
        self.result = result
        words = ToolWords(result.tool)
    }

    /// The lines.
    var text: String {
        var lines = [heading]
        if result.isOutsideAges, let ages = result.tool.ages {
            lines.append("  NOT OF THIS AGE: the tool is for \(ages.words); check the dates of birth and of completion")
        }
        lines += ResultWords.nextSteps(result).map { "  \($0)" }
        lines += ScoreOrder(result.tool).rows.flatMap { row in
            result.score(row.score.id).map { score($0, indent: String(repeating: "  ", count: row.depth + 1)) } ?? []
        }
        lines += rules
        lines += list("Not known", result.notKnown)
        lines += list("Not answered", result.unanswered)
        lines += list("Evidence missing", result.evidenceMissing)
        lines += list("Contradicts itself", result.contradicting)
        lines += list("Answered, not asked as things stand, not scored", result.hidden)
        return lines.map { DiagnosticText.visible($0) + "\n" }.joined()
    }

    private var heading: String {
        let place = sheet.line.map { "\(sheet.path):\($0)" } ?? sheet.path
        let day = result.response.about[.completed] ?? "day not given"
        let draft = result.response.status == .inProgress ? "draft, " : ""
        let state = draft + (result.isComplete ? "complete" : "not complete")
        return "\(place): \(result.tool.id) \(result.tool.version), \(day), \(state)"
    }

    private func score(_ score: ScoreResult, indent: String) -> [String] {
        var lines = ["\(indent)\(score.score.title): \(ResultWords.value(score))"]
        var basis = "\(score.answered) of \(score.applicable) answered\(score.isProrated ? ", prorated" : "")"
        if let deciding = ResultWords.deciding(score, in: result, title) {
            basis += "; \(score.override == nil ? "" : "the rule's value is ")decided by \(deciding)"
        }
        lines.append("\(indent)  \(basis)")
        if let override = score.override {
            lines.append(
                "\(indent)  \(override.reason == nil ? "no reason is given" : "a reason is given in the file")"
            )
        }
        if !score.betteredByWorse.isEmpty {
            let titles = score.betteredByWorse.map(words.title).joined(separator: "; ")
            lines.append("\(indent)  warning: a worse answer would make this score look better: \(titles)")
        }
        return lines
    }

    private func title(_ key: AnswerKey) -> String { words.title(of: key, in: result.response, .byChoice) }

    /// The rules, each once.
    private var rules: [String] {
        var groups: [(rule: String, titles: [String])] = []
        for score in ScoreOrder(result.tool).rows.map(\.score) {
            if let place = groups.firstIndex(where: { $0.rule == score.rule }) {
                groups[place].titles.append(score.title)
            } else {
                groups.append((score.rule, [score.title]))
            }
        }
        return groups.map { group in
            let whose = groups.count == 1 ? "" : " of \(group.titles.joined(separator: "; "))"
            return "  Rule\(whose): \(group.rule)"
        }
    }

    private func list(_ heading: String, _ keys: [AnswerKey]) -> [String] {
        guard !keys.isEmpty else { return [] }
        return ["  \(heading) (\(keys.count)):"] + keys.map { "    \(words.title(of: $0))" }
    }
}

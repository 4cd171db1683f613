public import CareTools  // It puts scores into words.

/// Scores in words, for people.
public enum ResultWords {
    /// "4, Needs mostly not met"; "no score: no known answer (0 of 3)"; "2, put in the place of 4 that the rule gives".
    public static func value(_ score: ScoreResult) -> String {
        guard let value = score.value else {
            let code = score.score.codeWithoutScore.map { " (other systems write \($0))" } ?? ""
            return "no score: \(score.reason ?? "there is none")\(code)"
        }
        let band = score.band.map { ", \($0.label)" } ?? ""
        return "\(value)\(band)\(override(score).map { "; \($0)" } ?? "")"
    }

    /// Whose value it is, where a person put it there.
    public static func override(_ score: ScoreResult) -> String? {
        guard score.override != nil else { return nil }
        let rule = score.calculated.map { "the rule gives \($0)" } ?? "the rule gives no score"
        return "a person's value; \(rule)"
    }

    /// What made a score what it is: the answers by their titles, and values that a person put in for scores below it; of
    /// a score whose own value a person put in, what made that of the rule.
    public static func deciding(_ score: ScoreResult, in result: Result, _ title: (AnswerKey) -> String) -> String? {
        let overrides = score.decidingOverrides.map { id in
            "the value that a person put in for \(result.score(id)?.score.title ?? id.text)"
        }
        let names = score.decidingAnswers.map(title) + overrides
        return names.isEmpty ? nil : names.joined(separator: "; ")
    }

    /// The alerts, then the suggested step with what led to it and the worker's own decision, a line each; lines that
    /// belong to the one above are moved in.
    public static func nextSteps(_ result: Result) -> [String] {
        let alerts = result.alerts.flatMap { alert in ["ACT NOW: \(alert.title)"] + alert.text.map { "  \($0)" } }
        guard let suggestions = result.tool.suggestions else { return alerts }
        let step = result.suggestion?.title ?? "nothing, as something that decides it is not known"
        var lines = alerts + ["Suggested: \(step)"]
        lines += SuggestionGrounds(result).lines.map { "  because of \($0)" }
        if suggestions.decision != nil { lines.append("Decided: \(decision(result) ?? "not recorded")") }
        return lines
    }

    /// The step that the worker decided on; `nil` where none is recorded.
    static func decision(_ result: Result) -> String? {
        result.decision.map { code in result.tool.suggestions?.steps.first { $0.code == code }?.title ?? code }
    }

    /// "4", "4 (rule: 3)", "no score".
    static func shortValue(_ score: ScoreResult) -> String {
        guard let value = score.value else { return "no score" }
        guard score.override != nil else { return value.description }
        return "\(value) (rule: \(score.calculated?.description ?? "none"))"
    }
}

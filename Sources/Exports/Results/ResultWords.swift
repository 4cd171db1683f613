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

    /// "4", "4 (rule: 3)", "no score".
    static func shortValue(_ score: ScoreResult) -> String {
        guard let value = score.value else { return "no score" }
        guard score.override != nil else { return value.description }
        return "\(value) (rule: \(score.calculated?.description ?? "none"))"
    }
}

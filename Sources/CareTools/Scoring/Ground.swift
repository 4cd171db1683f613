/// Something that a suggested step rests on, as it stands in the answers.
public enum Ground: Sendable, Hashable {
    /// An answer, or that there is none; where one chosen option alone leads to the step, its code.
    case answer(AnswerKey, code: String?)
    /// The value of a score.
    case score(ScoreID)
    /// The child's age.
    case age
}

extension Result {
    /// What led to the suggested step: a list for each of the ways in which its condition holds, and nothing that does
    /// not hold; empty where no step is suggested.
    public var grounds: [[Ground]] {
        guard let suggestion else { return [] }
        var scoring = Scoring(response, to: tool, ToolLayout(tool))
        return scoring.waysThatHold(suggestion.condition)
    }
}

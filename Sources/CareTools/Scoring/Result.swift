/// What answers come to: scores that explain themselves, alerts, a suggested next step, and what is not known.
///
/// All lists of answers are in the order of the tool.
public struct Result: Sendable, Hashable {
    /// The tool.
    public var tool: Tool
    /// The answers that it was made from.
    public var response: Response
    /// The scores, in the order of the definition.
    public var scores: [ScoreResult]
    /// The alerts that are raised, in the order of the definition.
    public var alerts: [Alert]
    /// The step that is suggested; `nil` where none is.
    public var suggestion: Suggestions.Step?
    /// What is shown and must be answered, or is needed for a score, and has no answer.
    public var unanswered: [AnswerKey]
    /// What must be answered and is not: while there is any, the answers are not complete.
    public var requiredUnanswered: [AnswerKey]
    /// What was answered with "not known".
    public var notKnown: [AnswerKey]
    /// Answers to what is not shown: kept, and not scored.
    public var hidden: [AnswerKey]
    /// Answers that need evidence and have none.
    public var evidenceMissing: [AnswerKey]
    /// Answers that hold an option that stands alone, such as "none of these", and others beside it: all are kept.
    public var contradicting: [AnswerKey]
    /// What must stand above the questions and does not.
    public var aboutMissing: [AboutField.Name]
    /// The items that are shown, each instance of a repeated section apart.
    public var shown: [AnswerKey]

    /// Whether everything that must be given is given, and nothing in it contradicts itself.
    public var isComplete: Bool {
        requiredUnanswered.isEmpty && evidenceMissing.isEmpty && contradicting.isEmpty && aboutMissing.isEmpty
    }

    /// Whether the child is known to be of an age that the tool is not for, or was born after the day of completion, so
    /// that nothing here says anything of the child.
    public var isOutsideAges: Bool {
        guard let born = response.day(.born), let day = response.day(.completed), let ages = tool.ages else {
            return false
        }
        return born > day || ages.holds(response.ageInMonths) == false
    }

    /// The worker's own decision, by its code; `nil` where none is given.
    public var decision: String? {
        guard let item = tool.suggestions?.decision, shown.contains(AnswerKey(item)),
            case .codes(let codes)? = response.answers[AnswerKey(item)]
        else { return nil }
        return codes.first
    }

    /// Returns the result of a score; `nil` where the tool has none of that identifier.
    public func score(_ id: ScoreID) -> ScoreResult? { scores.first { $0.score.id == id } }
}

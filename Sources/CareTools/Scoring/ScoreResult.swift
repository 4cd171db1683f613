/// One score, with what it rests on.
public struct ScoreResult: Sendable, Hashable {
    /// The score as the definition has it.
    public var score: Score
    /// The value: the person's where it is overridden, else the calculated one; `nil` where there is none.
    public var value: ExactNumber?
    /// What the rule gives; `nil` where it gives nothing.
    public var calculated: ExactNumber?
    /// What a person put in its place.
    public var override: Override?
    /// How many of the answers below it have a value, counted to the last item.
    public var answered: Int
    /// How many answers below it could have one: what is shown and does apply.
    public var applicable: Int
    /// The answers that made the value what it is, in the order of the inputs.
    ///
    /// For highest, lowest and mode those with the value; for spread both ends; for counts those that count; for sums,
    /// means and shares all that were used.
    public var decidedBy: [AnswerKey]
    /// Those of them that no value of a person stands before.
    public var decidingAnswers: [AnswerKey]
    /// The scores below it whose value a person put in and that made the value what it is.
    public var decidingOverrides: [ScoreID]
    /// What the value means.
    public var band: Score.Band?
    /// Why there is no value; `nil` where there is one.
    public var reason: String?
    /// Answers of which a worse one, with all others as they are, would make this score better: the rule of the mode
    /// is not monotone.
    public var betteredByWorse: [AnswerKey]

    /// Whether the calculated value stands for more answers than were given.
    public var isProrated: Bool { score.method == .proratedSum && calculated != nil && answered < applicable }

    /// The words of the warning; `nil` where it does not apply.
    public var warning: String? {
        guard !betteredByWorse.isEmpty else { return nil }
        return
            "a worse answer to \(betteredByWorse.map(\.text).joined(separator: ", ")) would make this score look better: "
            + "read the answers, not the score alone"
    }
}

/// The inputs of one score that apply, with or without a value.
struct ScoreInputs {
    /// One input.
    struct Input {
        let value: ExactNumber?
        let weight: ExactNumber
        let range: ValueRange?
        /// How much of it a count counts: more than one where an item takes several answers.
        let counts: Int
        let answered: Int
        let applicable: Int
        let decidedBy: [AnswerKey]
        let decidingAnswers: [AnswerKey]
        let decidingOverrides: [ScoreID]
        /// The values that the input can have.
        let steps: [ExactNumber]
    }

    private let inputs: [Input]

    init(_ inputs: [Input]) {
        self.inputs = inputs
    }

    /// Returns the score of these inputs by the rule of a definition, without bands and overrides.
    func result(of score: Score) -> ScoreResult {
        let answered = inputs.filter { $0.value != nil }
        var result = ScoreResult(
            score: score,
            answered: inputs.reduce(0) { $0 + $1.answered },
            applicable: inputs.reduce(0) { $0 + $1.applicable },
            decidedBy: [],
            decidingAnswers: [],
            decidingOverrides: [],
            betteredByWorse: []
        )
        if let reason = refusal(by: score.missing, answered: answered.count) {
            result.reason = reason
            return result
        }
        let combination = combination(of: answered, score.method)
        guard let value = combination.value?.rounded(score.rounding) else {
            result.reason = "there is nothing to divide by"
            return result
        }
        (result.value, result.calculated) = (value, value)
        let deciding = combination.deciding.map { answered[$0] }
        result.decidedBy = Self.unique(deciding.flatMap(\.decidedBy))
        result.decidingAnswers = Self.unique(deciding.flatMap(\.decidingAnswers))
        result.decidingOverrides = Self.unique(deciding.flatMap(\.decidingOverrides))
        result.betteredByWorse = betteredByWorse(answered, value, score)
        return result
    }

    /// Why there is no score; `nil` where there can be one.
    private func refusal(by policy: MissingPolicy, answered: Int) -> String? {
        guard !inputs.isEmpty else { return "nothing that it is made from applies" }
        let counts = "\(answered) of \(inputs.count) answered"
        if answered == 0 { return "no known answer (0 of \(inputs.count))" }
        if policy.refusesAny, answered < inputs.count { return "\(counts); all are needed" }
        if answered < policy.minimum { return "\(counts); at least \(policy.minimum) are needed" }
        if ExactNumber(answered) < policy.minimumShare * ExactNumber(inputs.count) {
            return "\(counts); at least \(policy.minimumShare * 100)% are needed"
        }
        return nil
    }

    private func combination(of answered: [Input], _ method: ScoreMethod) -> Combination {
        Combination(
            method: method,
            parts: answered.compactMap { input in
                input.value.map {
                    Combination.Part(value: $0, weight: input.weight, range: input.range, counts: input.counts)
                }
            },
            applicableWeight: inputs.reduce(0) { $0 + $1.weight }
        )
    }

    /// The answers of which a worse one would make the score better, each tried alone.
    private func betteredByWorse(_ answered: [Input], _ value: ExactNumber, _ score: Score) -> [AnswerKey] {
        guard case .modeWithCeiling = score.method, score.polarity == .higherIsWorse else { return [] }
        let affected = answered.indices.filter { index in
            guard let current = answered[index].value else { return false }
            return answered[index].steps.contains { step in
                guard step > current else { return false }
                var parts = combination(of: answered, score.method).parts
                parts[index] = Combination.Part(value: step, weight: parts[index].weight, range: nil, counts: 0)
                let changed = Combination(method: score.method, parts: parts, applicableWeight: 0).value
                return changed.map { $0 < value } ?? false
            }
        }
        return Self.unique(affected.flatMap { answered[$0].decidedBy })
    }

    private static func unique<Key: Hashable>(_ keys: [Key]) -> [Key] {
        var seen: Set<Key> = []
        return keys.filter { seen.insert($0).inserted }
    }
}

public import CareTools  // It orders scores.

/// The scores of a tool as a profile shows them: each with those that it is made from below it.
public struct ScoreOrder: Sendable {
    /// One score and how far it is moved in.
    public struct Row: Sendable {
        /// The score.
        public let score: Score
        /// How many scores it stands below.
        public let depth: Int
    }

    /// The rows; each score stands once, those that are no input of another first in the order of the definition.
    public let rows: [Row]

    /// Makes the order of a tool.
    public init(_ tool: Tool) {
        let below = Set(tool.scores.flatMap { $0.scoreInputs })
        var seen: Set<ScoreID> = []
        var rows: [Row] = []
        func add(_ score: Score, _ depth: Int) {
            guard seen.insert(score.id).inserted else { return }
            rows.append(Row(score: score, depth: depth))
            for id in score.scoreInputs {
                if let score = tool.score(id) { add(score, depth + 1) }
            }
        }
        for score in tool.scores where !below.contains(score.id) { add(score, 0) }
        self.rows = rows
    }
}

extension Score {
    /// The scores that it is made from.
    var scoreInputs: [ScoreID] {
        inputs.compactMap { if case .score(let id) = $0.reference { id } else { nil } }
    }

    /// The items that it is made from and that count.
    var itemInputs: [ItemID] {
        inputs.compactMap { input in
            if case .item(let id) = input.reference, !input.weight.isZero { id } else { nil }
        }
    }
}

extension Event {
    /// What was added to any account, in the order of the accounts.
    private var added: [Addition.Statement] { told { $0.additions.map(\.statement) } }

    /// The impacts that were added to any account.
    public var addedImpacts: [Impact] { added.compactMap { if case .impact(let impact) = $0 { impact } else { nil } } }

    /// What children said, where it was added to any account.
    public var addedVoices: [Voice] { added.compactMap { if case .voice(let voice) = $0 { voice } else { nil } } }

    /// The decisions that the sources tell of.
    public var statedDecisions: [Decision] { told { $0.decision.map { [$0] } ?? [] } }

    /// The decisions that were added to any account.
    public var addedDecisions: [Decision] {
        added.compactMap { if case .decision(let decision) = $0 { decision } else { nil } }
    }

    /// Whether it is a strength or a concern by the first source that says so.
    public var statedBearing: Bearing? { told { $0.bearing.map { [$0] } ?? [] }.first }

    /// Whether it is a strength or a concern by what was added to any account.
    public var addedBearings: [Bearing] {
        added.compactMap { if case .bearing(let bearing) = $0 { bearing } else { nil } }
    }

    /// Whether it is a strength or a concern as it stands: what was added last, else what the first source says that
    /// says anything.
    public var standingBearing: Bearing? { addedBearings.last ?? statedBearing }

    /// How much it matters by the first source that says so.
    public var statedSignificance: String? { told { $0.significance.map { [$0] } ?? [] }.first }

    /// How much it matters by what was added to any account.
    public var addedSignificances: [String] {
        added.compactMap { if case .significance(let words) = $0 { words } else { nil } }
    }

    /// How much it matters as it stands: what was added last, else what the first source says that says anything.
    public var standingSignificance: String? { addedSignificances.last ?? statedSignificance }

    /// The words of the sources on who disputes it; blank where a source says only that someone does.
    public var statedDisputes: [String] { told { $0.dispute.words.map { [$0] } ?? [] } }

    /// The words that were added on who disputes it.
    public var addedDisputes: [String] {
        added.compactMap { if case .dispute(let dispute) = $0 { dispute.words } else { nil } }
    }
}

extension Dispute {
    /// The words on who disputes it; `nil` where nobody is said to.
    fileprivate var words: String? { if case .disputed(let words) = self { words } else { nil } }
}

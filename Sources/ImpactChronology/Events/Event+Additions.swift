extension Event {
    /// What was added to any account, in the order of the accounts.
    private var added: [Addition.Statement] { tellings.flatMap(\.additions).map(\.statement) }

    /// The impacts that were added to any account.
    public var addedImpacts: [Impact] { added.compactMap { if case .impact(let impact) = $0 { impact } else { nil } } }

    /// What children said, where it was added to any account.
    public var addedVoices: [Voice] { added.compactMap { if case .voice(let voice) = $0 { voice } else { nil } } }

    /// All decisions: those of the sources, then those that were added.
    public var decisions: [Decision] {
        tellings.compactMap(\.decision)
            + added.compactMap { if case .decision(let decision) = $0 { decision } else { nil } }
    }

    /// Whether it is a strength or a concern as it stands: what was added last, else what the first source says that says
    /// anything.
    public var standingBearing: Bearing? {
        added.compactMap { if case .bearing(let bearing) = $0 { bearing } else { nil } }.last
            ?? tellings.compactMap(\.bearing).first
    }

    /// How much it matters as it stands: what was added last, else what the first source says that says anything.
    public var standingSignificance: String? {
        added.compactMap { if case .significance(let words) = $0 { words } else { nil } }.last
            ?? tellings.compactMap(\.significance).first
    }

    /// What is said of disputes: by the sources, then by what was added.
    public var disputes: [Dispute] {
        tellings.map(\.dispute).filter { $0 != .notStated }
            + added.compactMap { if case .dispute(let dispute) = $0 { dispute } else { nil } }
    }

    /// Whether any account is disputed by someone.
    public var isDisputed: Bool {
        disputes.contains { if case .disputed = $0 { true } else { false } }
    }
}

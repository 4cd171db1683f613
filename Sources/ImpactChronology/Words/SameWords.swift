/// Phrases that mean the same; the first is the name for all.
public struct SameWords: Sendable, Hashable {
    /// The phrases.
    public let phrases: [String]
    /// How much it says when two accounts share any of them.
    public let weight: WordWeight

    /// Makes a group.
    public init(_ phrases: [String], weight: WordWeight = .ordinary) {
        self.phrases = phrases
        self.weight = weight
    }
}

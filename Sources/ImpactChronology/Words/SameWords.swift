/// Phrases that mean the same; the first is the name for all.
public struct SameWords: Sendable, Hashable {
    /// The phrases.
    public let phrases: [String]
    /// How much it says when two accounts share any of them.
    public let weight: WordWeight
    /// Whether stated facts are read with it; most groups put together more than what one fact may.
    public let isForFacts: Bool

    /// Makes a group.
    public init(_ phrases: [String], weight: WordWeight = .ordinary, isForFacts: Bool = false) {
        self.phrases = phrases
        self.weight = weight
        self.isForFacts = isForFacts
    }
}

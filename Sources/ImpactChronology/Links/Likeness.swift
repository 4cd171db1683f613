/// What two accounts have in common, so that a person can judge whether they tell of one event.
public struct Likeness: Sendable, Hashable {
    /// The account that comes first in the chronology.
    public var first: EventID
    /// The other account.
    public var second: EventID
    /// How their dates lie to each other.
    public var dates: DateRelation
    /// How many words they share, in the sense of ``ComparisonRules``: words that mean the same count as one, words that
    /// say little do not count.
    public var sharedWords: Int
    /// How many such words the account with fewer of them has.
    public var words: Int
    /// A number or reference that both give, such as a police log number; `nil` where there is none.
    public var sharedReference: String?

    /// Makes a likeness.
    public init(
        first: EventID,
        second: EventID,
        dates: DateRelation,
        sharedWords: Int,
        words: Int,
        sharedReference: String? = nil
    ) {
        self.first = first
        self.second = second
        self.dates = dates
        self.sharedWords = sharedWords
        self.words = words
        self.sharedReference = sharedReference
    }

    /// The share of words in percent, rounded down; 0 where there is no word to compare.
    public var percent: Int { words == 0 ? 0 : sharedWords * 100 / words }

    /// The reason in words: "same day, 71% of words shared".
    public var reason: String {
        var words = "\(dates.words), \(percent)% of words shared"
        if sharedReference != nil { words += ", both give the same reference" }
        return words
    }
}

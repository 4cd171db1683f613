/// What two accounts have in common, so that a person can judge whether they tell of one event.
public struct Likeness: Sendable, Hashable {
    /// The account that comes first in the chronology.
    public var first: EventID
    /// The other account.
    public var second: EventID
    /// How their dates lie to each other.
    public var dates: DateRelation
    /// How many of the words of the account with fewer of them the other has too, in percent; words that say nothing do
    /// not count, and words of like meaning count as one.
    public var percent: Int
    /// What both speak of, the telling things first, in the words of the accounts.
    ///
    /// "window", or "mum's boyfriend / partner" where they use other words for it. Weak words are not among them.
    public var shared: [String]
    /// A number or reference that both give, such as a police log number; `nil` where there is none.
    public var sharedReference: String?

    /// Makes a likeness.
    public init(
        first: EventID,
        second: EventID,
        dates: DateRelation,
        percent: Int,
        shared: [String],
        sharedReference: String? = nil
    ) {
        self.first = first
        self.second = second
        self.dates = dates
        self.percent = percent
        self.shared = shared
        self.sharedReference = sharedReference
    }

    /// The reason in words: "same day, 71% of words shared: window, brick".
    public var reason: String {
        var words = "\(dates.words), \(percent)% of words shared"
        if !shared.isEmpty { words += ": \(shared.joined(separator: ", "))" }
        if sharedReference != nil { words += "; both give the same reference" }
        return words
    }
}

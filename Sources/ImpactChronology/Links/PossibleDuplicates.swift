/// Accounts of several sources that may tell of one event.
///
/// They are linked and stay apart: only a person can say that they are one.
public struct PossibleDuplicates: Sendable, Hashable {
    /// The accounts, in the order of the chronology; at least two.
    public var events: [EventID]
    /// Why: the pairs of accounts that are alike, in the order of the chronology.
    ///
    /// Two accounts of a group need not be a pair, where each is like a third.
    public var pairs: [Likeness]

    /// Makes a group.
    public init(events: [EventID], pairs: [Likeness]) {
        self.events = events
        self.pairs = pairs
    }
}

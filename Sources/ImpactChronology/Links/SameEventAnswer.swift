public import Diagnostics  // An answer keeps the place that it was read from.

/// What a person said of two accounts: whether they tell of one event.
public struct SameEventAnswer: Sendable, Hashable {
    /// One account.
    public var first: EventID
    /// The other account.
    public var second: EventID
    /// Whether they tell of one event.
    public var isSame: Bool
    /// Where the answer stands.
    public var place: Place

    /// Makes an answer.
    public init(first: EventID, second: EventID, isSame: Bool, place: Place) {
        self.first = first
        self.second = second
        self.isSame = isSame
        self.place = place
    }
}

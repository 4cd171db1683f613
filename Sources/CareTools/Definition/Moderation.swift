/// One judgement that a second person makes too, and that both then agree on; all three stay on record.
public struct Moderation: Sendable, Hashable {
    /// The first judgement.
    public var first: ItemID
    /// That of the second person.
    public var second: ItemID
    /// The agreed one.
    public var agreed: ItemID

    /// Makes a moderation.
    public init(first: ItemID, second: ItemID, agreed: ItemID) {
        self.first = first
        self.second = second
        self.agreed = agreed
    }
}

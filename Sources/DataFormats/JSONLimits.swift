/// How far a JSON document may go before it is refused as hostile.
public struct JSONLimits: Sendable, Hashable {
    /// The deepest nesting of arrays and objects; at most 256, whatever is asked for.
    public let depth: Int
    /// The most values, counted with all that stand inside others.
    public let values: Int

    /// Makes limits; those not given are what any honest document keeps.
    public init(depth: Int = 64, values: Int = 4_000_000) {
        // The reader and the release of what it made go as deep as the document.
        self.depth = min(depth, 256)
        self.values = values
    }
}

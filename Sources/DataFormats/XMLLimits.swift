/// How far an XML document may go before it is refused as hostile.
public struct XMLLimits: Sendable, Hashable {
    /// The deepest nesting of elements.
    public var depth: Int
    /// The most attributes on one element.
    ///
    /// libxml2 compares each with all others, so that 200,000 cost it half a minute.
    public var attributes: Int

    /// Makes limits; those not given are what any honest document keeps.
    public init(depth: Int = 64, attributes: Int = 256) {
        self.depth = depth
        self.attributes = attributes
    }
}

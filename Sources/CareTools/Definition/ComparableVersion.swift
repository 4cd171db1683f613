/// An earlier version of a tool whose results can be compared with those of this one.
public struct ComparableVersion: Sendable, Hashable {
    /// The earlier version.
    public var version: String
    /// The items and scores that are the same in both, by the identifier that each has there; `nil` for all that have
    /// the same identifier.
    public var pairs: [Pair]?

    /// Makes a comparable version.
    public init(version: String, pairs: [Pair]?) {
        self.version = version
        self.pairs = pairs
    }

    /// What one item or score was called in the earlier version.
    public struct Pair: Sendable, Hashable {
        /// Its identifier now.
        public var now: String
        /// Its identifier then.
        public var then: String

        /// Makes a pair.
        public init(now: String, then: String) {
            self.now = now
            self.then = then
        }
    }
}

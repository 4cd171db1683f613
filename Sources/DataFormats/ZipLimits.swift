/// How far an archive may go before it is refused as hostile.
public struct ZipLimits: Sendable, Hashable {
    /// The most entries, folders among them.
    public var entries: Int
    /// The most bytes that may be inflated from one archive, over all readings of its entries.
    public var inflatedBytes: Int
    /// The most that an entry may grow when it is inflated: so many bytes for each byte in the archive.
    public var ratio: Int
    /// The size up to which an entry may grow as it likes.
    public var freeBytes: Int

    /// Makes limits; those not given are what any honest Office file keeps.
    ///
    /// Deflate reaches 1029 to 1; real sheets grow 8 to 14 times.
    public init(
        entries: Int = 2000,
        inflatedBytes: Int = 200_000_000,
        ratio: Int = 100,
        freeBytes: Int = 100_000
    ) {
        self.entries = entries
        self.inflatedBytes = inflatedBytes
        self.ratio = ratio
        self.freeBytes = freeBytes
    }
}

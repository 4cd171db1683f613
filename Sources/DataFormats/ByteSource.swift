/// Bytes that stand in memory or in a file, read a piece at a time.
public struct ByteSource: Sendable {
    /// How many bytes there are.
    public let count: Int
    private let read: @Sendable (Range<Int>) -> [UInt8]?

    /// Makes a source of bytes that are in memory.
    public init(_ bytes: [UInt8]) {
        count = bytes.count
        read = { $0 == 0..<bytes.count ? bytes : Array(bytes[$0]) }
    }

    /// Makes a source that fetches its bytes.
    ///
    /// - Parameters:
    ///   - count: How many there are.
    ///   - read: Returns the bytes of a range, or `nil` when they cannot be read any more.
    public init(count: Int, read: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
        self.count = count
        self.read = read
    }

    /// Returns the bytes of a range, without what lies beyond the end; `nil` when they cannot be read.
    public func bytes(in range: Range<Int>) -> [UInt8]? {
        read(range.clamped(to: 0..<count))
    }
}

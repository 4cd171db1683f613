/// A place in a finished paper that a person should look at.
public struct ReviewedPlace: Sendable, Hashable {
    /// Why.
    public let reason: ReviewReason
    /// The part of an Office file; `nil` for any other.
    public internal(set) var part: String?
    /// The line in the finished file, from 1.
    public let line: Int
    /// The column in bytes of UTF-8, from 1.
    public let column: Int
    /// The word as it was written.
    public let text: String
}

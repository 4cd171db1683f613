/// The stable identifier of a score; no item of the tool has the same.
public struct ScoreID: Sendable, Hashable {
    /// The identifier as it is written.
    public let text: String

    /// Makes an identifier.
    public init(_ text: String) {
        self.text = text
    }
}

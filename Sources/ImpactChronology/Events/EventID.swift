/// The stable name of an event: the same for the same event in every build, whatever else is read beside it.
///
/// It is the agency and its own reference where there is one, else a digest of what the row says.
public struct EventID: Sendable, Hashable {
    /// The identifier.
    public let text: String

    /// Makes an identifier.
    public init(_ text: String) {
        self.text = text
    }
}

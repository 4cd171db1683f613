/// What the sources call a person: the identifier of the family table, or the name where there is no table.
public struct PersonID: Sendable, Hashable, Comparable {
    /// The identifier as it is written.
    public let text: String

    /// Makes an identifier.
    public init(_ text: String) {
        self.text = text
    }

    /// Orders identifiers by their bytes.
    public static func < (first: PersonID, second: PersonID) -> Bool {
        first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
    }
}

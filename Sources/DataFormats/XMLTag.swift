/// The start of an element: its name, its attributes and where it stands.
public struct XMLTag: Sendable, Hashable {
    /// One attribute.
    public struct Attribute: Sendable, Hashable {
        /// The name without its prefix.
        public let name: String
        /// The value, with its references replaced.
        public let value: String
    }

    /// The name without its prefix.
    public let name: String
    /// The namespace; `nil` when it has none.
    public let namespace: String?
    /// The line on which the start tag ends.
    public let line: Int
    /// The column at which the start tag ends.
    public let column: Int
    /// The attributes in the order of the document.
    public let attributes: [Attribute]

    /// Returns the value of an attribute; `nil` when the element does not have it.
    public subscript(attribute: String) -> String? {
        for candidate in attributes where candidate.name == attribute { return candidate.value }
        return nil
    }
}

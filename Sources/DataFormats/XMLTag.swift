/// The start of an element: its name, its attributes and where it stands.
public struct XMLTag: Sendable, Hashable {
    /// The name without its prefix.
    public let name: String
    /// The namespace; `nil` when it has none.
    public let namespace: String?
    /// The line on which the start tag ends.
    public let line: Int
    private let names: [String]
    private let values: [String]

    init(name: String, namespace: String?, line: Int, attributes: [(name: String, value: String)]) {
        self.name = name
        self.namespace = namespace
        self.line = line
        names = attributes.map(\.name)
        values = attributes.map(\.value)
    }

    /// The attributes in the order of the document, by their local names.
    public var attributes: [(name: String, value: String)] { zip(names, values).map { ($0, $1) } }

    /// Returns the value of an attribute; `nil` when the element does not have it.
    public subscript(attribute: String) -> String? {
        names.firstIndex(of: attribute).map { values[$0] }
    }
}

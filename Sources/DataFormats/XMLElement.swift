/// One element of an XML document, with everything in it and the place where it stands.
public struct XMLElement: Sendable, Hashable {
    /// The name without its prefix.
    public var name: String
    /// The namespace; `nil` when it has none.
    public var namespace: String?
    /// The attributes in the order of the document, by their local names.
    public var attributes: [(name: String, value: String)] {
        get { storedAttributes.map { ($0.name, $0.value) } }
        set { storedAttributes = newValue.map(Attribute.init) }
    }
    /// The child elements, in order.
    public var children: [XMLElement]
    /// All text directly inside the element, joined.
    public var text: String
    /// The line on which the start tag ends; exact for an element with text, off by a line or so for an empty one.
    public var line: Int
    /// The column at which the start tag ends; 0 where it is not known.
    public var column: Int

    private struct Attribute: Sendable, Hashable {
        var name: String
        var value: String
    }

    private var storedAttributes: [Attribute]

    /// Makes an element.
    public init(
        name: String,
        namespace: String? = nil,
        attributes: [(name: String, value: String)] = [],
        children: [XMLElement] = [],
        text: String = "",
        line: Int = 0,
        column: Int = 0
    ) {
        self.name = name
        self.namespace = namespace
        storedAttributes = attributes.map(Attribute.init)
        self.children = children
        self.text = text
        self.line = line
        self.column = column
    }

    /// Returns the value of an attribute; `nil` when the element does not have it.
    public subscript(attribute: String) -> String? {
        storedAttributes.first { $0.name == attribute }?.value
    }

    /// Returns the first child of a name.
    public func child(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
    }

    /// Returns all children of a name, in order.
    public func children(_ name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }
}

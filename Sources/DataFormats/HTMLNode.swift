/// A piece of an HTML document as a value; text and attribute values are plain and are escaped only when written.
public enum HTMLNode: Sendable, Hashable {
    /// Plain text.
    case text(String)
    /// An element with attributes in order and children.
    case element(HTMLTag, [Attribute], [HTMLNode])
    /// Several nodes in a row.
    case group([HTMLNode])
    /// The content of a `style` element, written as it is; it must not come from data.
    case style(String)
    /// The content of a `script` element, written as it is; it must not come from data.
    case script(String)
    /// JSON in a `script` element that is not run, by the identifier of the element.
    case data(id: String, JSONValue)

    /// An attribute and its value.
    public struct Attribute: Sendable, Hashable {
        let name: String
        let value: String

        /// Makes an attribute.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Makes an element; attributes with an empty name are not allowed.
    public static func element(
        _ tag: HTMLTag,
        _ attributes: KeyValuePairs<String, String> = [:],
        _ children: HTMLNode...
    ) -> HTMLNode {
        .element(tag, attributes.map { Attribute($0.key, $0.value) }, children)
    }

    /// Makes an element from a list of children.
    public static func element(
        _ tag: HTMLTag,
        _ attributes: KeyValuePairs<String, String> = [:],
        _ children: [HTMLNode]
    ) -> HTMLNode {
        .element(tag, attributes.map { Attribute($0.key, $0.value) }, children)
    }
}

extension HTMLNode: ExpressibleByStringInterpolation {
    /// Makes plain text.
    public init(stringLiteral text: String) {
        self = .text(text)
    }
}

/// A JSON value that was read, and the place where it stands.
public struct JSONNode: Sendable, Hashable {
    /// What a JSON value may be.
    public enum Value: Sendable, Hashable {
        /// `null`.
        case null
        /// `true` or `false`.
        case bool(Bool)
        /// A number as it is written, such as `1.50` or `1E400`.
        case number(String)
        /// A string, with its escapes resolved.
        case string(String)
        /// An array.
        case array([JSONNode])
        /// An object: all members as they stand, even when two have one name.
        case object([Member])
    }

    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its value.
        public let node: JSONNode
    }

    /// The value.
    public let value: Value
    // A large document is little else but nodes, so their places are kept small.
    private let storedLine: UInt32
    private let storedColumn: UInt32

    /// The line on which the value begins, from 1.
    public var line: Int { Int(storedLine) }
    /// The column at which the value begins, in bytes of UTF-8, from 1.
    public var column: Int { Int(storedColumn) }

    init(_ value: Value, line: Int, column: Int) {
        self.value = value
        storedLine = UInt32(clamping: line)
        storedColumn = UInt32(clamping: column)
    }

    /// Reads a whole document as RFC 8259 has it, in UTF-8 or UTF-16, with or without a byte order mark.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - limits: How far it may go.
    /// - Throws: a ``JSONFault`` at the first byte that is not as the standard has it.
    public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONFault) {
        let text = try JSONReader.text(bytes)
        var reader = JSONReader(text, in: 0..<text.count, line: 1, limits: limits)
        self = try reader.readDocument()
    }

    /// The members of an object, in order; none when it is something else.
    public var members: [Member] {
        if case .object(let members) = value { members } else { [] }
    }

    /// The values of an array, in order; none when it is something else.
    public var elements: [JSONNode] {
        if case .array(let elements) = value { elements } else { [] }
    }

    /// The text of a string; `nil` when it is something else.
    public var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// Returns the value of the first member of a name; `nil` when there is none, or this is no object.
    ///
    /// Names are the same when their bytes are, as RFC 8259 advises.
    public func member(_ name: String) -> JSONNode? {
        members.first { $0.name.utf8.elementsEqual(name.utf8) }?.node
    }

    /// Whether two members of this object have one name.
    public var hasDuplicateNames: Bool {
        var seen: Set<[UInt8]> = []
        return !members.allSatisfy { seen.insert(Array($0.name.utf8)).inserted }
    }
}

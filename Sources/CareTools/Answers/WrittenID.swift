/// What stands in the place of an identifier.
///
/// In a row that is shifted by a cell a name or a narrative stands there: a finding quotes it only where it has the form of
/// what belongs there, and keeps anything else as its value.
public struct WrittenID: Sendable, Hashable {
    /// The text as it is written.
    public let text: String

    /// Makes it of what is written.
    public init(_ text: String) { self.text = text }

    /// The text where it has the form of an identifier: small letters, figures, dots and hyphens, at most 60.
    public var identifier: String? { text.isMade(of: Self.isPartOfIdentifier, upTo: 60) ? text : nil }

    /// The text where it has the form of a version: figures and dots, at most 20.
    public var version: String? { text.isMade(of: Self.isPartOfVersion, upTo: 20) ? text : nil }

    /// The text where it has the form of a heading of a table of answers: an identifier, `#` and the number of an instance
    /// behind it where it has one.
    public var heading: String? {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let isNumbered = parts.count == 2 && parts[1].isMade(of: Self.isFigure, upTo: 3)
        return (parts.count == 1 || isNumbered) && WrittenID(parts[0]).identifier != nil ? text : nil
    }

    private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isPartOfVersion(_ byte: UInt8) -> Bool { isFigure(byte) || byte == UInt8(ascii: ".") }

    private static func isPartOfIdentifier(_ byte: UInt8) -> Bool {
        isPartOfVersion(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
    }
}

extension String {
    fileprivate func isMade(of isPart: (UInt8) -> Bool, upTo most: Int) -> Bool {
        !isEmpty && utf8.count <= most && utf8.allSatisfy(isPart)
    }
}

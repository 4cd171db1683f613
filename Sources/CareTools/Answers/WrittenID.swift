/// What stands in the place of an identifier.
///
/// In a row that is shifted by a cell a name or a narrative stands there: a finding quotes it only where it has the form of
/// what belongs there, and keeps anything else as its value.
public struct WrittenID: Sendable, Hashable {
    /// The text as it is written.
    public let text: String

    /// Makes it of what is written.
    public init(_ text: String) { self.text = text }

    /// The text where it has the form of an identifier: a small letter, then small letters, figures, dots and hyphens, at
    /// most 60 in all.
    public var identifier: String? { Self.isIdentifier(text) ? text : nil }

    /// The text where it has the form of a version: up to three numbers of three figures at most, with dots between.
    ///
    /// No day and no number of a person has it.
    public var version: String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 3 && parts.allSatisfy(Self.isShortNumber) ? text : nil
    }

    /// The text where it has the form of a heading of a table of answers: an identifier, `#` and the number of an instance
    /// behind it where it has one.
    public var heading: String? {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        return Self.isIdentifier(parts[0]) && parts.count <= 2 && parts.dropFirst().allSatisfy(Self.isShortNumber)
            ? text : nil
    }

    private static func isIdentifier(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 60 else { return false }
        return text.utf8.allSatisfy {
            isLetter($0) || isFigure($0) || [UInt8(ascii: "."), UInt8(ascii: "-")].contains($0)
        }
    }

    private static func isShortNumber(_ text: some StringProtocol) -> Bool {
        (1...3).contains(text.utf8.count) && text.utf8.allSatisfy(isFigure)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// One character of a text, and the bytes of the file that stand for it.
///
/// `&eacute;` in a web page and `\u00e9` in JSON are one character of eight and of six bytes. A character that stands
/// for something else, such as the blank that `<br/>` is to a reader, has no bytes.
public struct LocatedCharacter: Sendable, Hashable {
    /// The value of the Unicode scalar; U+FFFD for bytes that are no text.
    public let value: UInt32
    private let storedStart: UInt32
    private let storedEnd: UInt32

    /// Where its bytes begin.
    public var start: Int { Int(storedStart) }
    /// Where its bytes end.
    public var end: Int { Int(storedEnd) }

    /// Makes a character that stands in these bytes.
    public init(_ value: UInt32, _ range: Range<Int>) {
        self.value = value
        storedStart = UInt32(clamping: range.lowerBound)
        storedEnd = UInt32(clamping: range.upperBound)
    }
}

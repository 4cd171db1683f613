/// One section of a format code, read token by token.
struct NumberFormatSection: Sendable {
    /// Whether it begins with a condition such as `[>=100]`.
    private(set) var hasCondition = false
    private var hasYear = false
    private var hasDay = false
    /// A month or minutes; what it is depends on the rest.
    private var hasM = false
    private var hasTime = false
    private var hasElapsed = false
    private var noughts = 0
    private var hasOther = false

    /// More noughts than a number is filled up with.
    private static let mostNoughts = 40

    var kind: NumberFormat.Kind {
        let hasDate = hasYear || hasDay || (hasM && !hasTime)
        if hasDate { return .date(showsYear: hasYear, showsMonth: hasM && !hasTime || hasDay, showsDay: hasDay) }
        if hasElapsed { return .elapsed }
        if hasTime { return .time }
        return noughts > 1 && noughts <= Self.mostNoughts && !hasOther ? .padded(noughts) : .plain
    }

    /// Takes a format code apart at its semicolons; only the first four sections mean anything.
    static func all(of code: String) -> [NumberFormatSection] {
        var sections = [NumberFormatSection()]
        var rest = Array(code.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: ";") {
                guard sections.count < 4 else { break }
                sections.append(NumberFormatSection())
            } else {
                sections[sections.count - 1].take(byte, rest: &rest)
            }
        }
        return sections
    }

    private mutating func take(_ byte: UInt8, rest: inout ArraySlice<UInt8>) {
        switch byte {
        case UInt8(ascii: "\""):
            hasOther = true
            Self.pass(&rest, to: UInt8(ascii: "\""))
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
            hasOther = true
            Self.passCharacter(&rest)
        case UInt8(ascii: "["): take(bracket: Self.pass(&rest, to: UInt8(ascii: "]")))
        case UInt8(ascii: "0"): noughts += 1
        default: take(letter: byte | 0x20, rest: &rest)
        }
    }

    private mutating func take(letter: UInt8, rest: inout ArraySlice<UInt8>) {
        switch letter {
        case UInt8(ascii: "y"), UInt8(ascii: "b"): hasYear = true
        case UInt8(ascii: "d"): hasDay = true
        case UInt8(ascii: "m"): hasM = true
        case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
        case UInt8(ascii: "g"):
            // `General`; alone it is the era of a Japanese date.
            if Self.passWord("eneral", &rest) { hasOther = true } else { hasYear = true }
        case UInt8(ascii: "e"):
            // An exponent has its sign; alone it is the year of an era.
            if let next = rest.first, next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
                hasOther = true
            } else {
                hasYear = true
            }
        case UInt8(ascii: "a"):
            if Self.passWord("m/pm", &rest) || Self.passWord("/p", &rest) { hasTime = true } else { hasOther = true }
        default: hasOther = true
        }
    }

    private mutating func take(bracket: ArraySlice<UInt8>) {
        guard let first = bracket.first else { return }
        if first == UInt8(ascii: "<") || first == UInt8(ascii: ">") || first == UInt8(ascii: "=") {
            hasCondition = true
        } else if bracket.count <= 9, let unit = Self.unit(first), bracket.allSatisfy({ Self.unit($0) == unit }) {
            hasElapsed = true
            hasTime = true
        }
    }

    /// The unit of time of a letter, in lower case.
    private static func unit(_ byte: UInt8) -> UInt8? {
        let letter = byte | 0x20
        return [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(letter) ? letter : nil
    }

    @discardableResult
    private static func pass(_ rest: inout ArraySlice<UInt8>, to end: UInt8) -> ArraySlice<UInt8> {
        let content = rest.prefix { $0 != end }
        rest = rest.dropFirst(content.count + 1)
        return content
    }

    /// Passes over one character, of however many bytes.
    private static func passCharacter(_ rest: inout ArraySlice<UInt8>) {
        _ = rest.popFirst()
        while let byte = rest.first, byte & 0xC0 == 0x80 { _ = rest.popFirst() }
    }

    /// Passes over a word, in any case, when it comes next.
    private static func passWord(_ word: StaticString, _ rest: inout ArraySlice<UInt8>) -> Bool {
        let expected = word.description.utf8
        guard rest.prefix(expected.count).map({ $0 | 0x20 }) == expected.map({ $0 | 0x20 }) else { return false }
        rest = rest.dropFirst(expected.count)
        return true
    }
}

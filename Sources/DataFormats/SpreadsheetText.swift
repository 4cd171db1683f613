/// The text of one string of a workbook, put together from its runs.
struct SpreadsheetText: Sendable {
    private var text = ""
    private var isEmpty = true
    /// Whether the first and the last run keep their spaces (`xml:space="preserve"`).
    private var keepsStart = true
    private var keepsEnd = true

    /// Begins a run; spaces between runs always stay, as they part words.
    mutating func begin(keepsSpaces: Bool) {
        if isEmpty { keepsStart = keepsSpaces }
        keepsEnd = keepsSpaces
        isEmpty = false
    }

    mutating func add(_ piece: String) {
        if text.isEmpty { text = piece } else { text += piece }
    }

    /// The whole text, and whether control characters had to be replaced in it.
    var result: (text: String, hasControls: Bool) {
        var trimmed = text[...]
        if !keepsStart { trimmed = trimmed.drop(while: Self.isSpace) }
        if !keepsEnd, let last = trimmed.lastIndex(where: { !Self.isSpace($0) }) { trimmed = trimmed[...last] }
        return Self.decoded(trimmed.utf8.count == text.utf8.count ? text : String(trimmed))
    }

    private static func isSpace(_ character: Character) -> Bool {
        character == " " || character == "\n" || character == "\t" || character == "\r" || character == "\r\n"
    }

    /// Decodes the escapes of characters that XML cannot hold: `_x000D_` is a carriage return, `_x005F_` a low line.
    ///
    /// ECMA-376 part 1, 22.9.2.19. Each stands for a unit of UTF-16; half a character stays as it is written.
    static func decoded(_ text: String) -> (text: String, hasControls: Bool) {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return (text, false) }
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var hasControls = false
        var index = 0
        while index < bytes.count {
            guard let unit = unit(bytes, index) else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            let scalar: Unicode.Scalar?
            var length = 7
            if UTF16.isLeadSurrogate(unit), let trail = self.unit(bytes, index + 7), UTF16.isTrailSurrogate(trail) {
                scalar = UTF16.decode(UTF16.EncodedScalar([unit, trail]))
                length = 14
            } else {
                scalar = Unicode.Scalar(UInt32(unit))
            }
            if let scalar {
                let isControl = isControl(scalar)
                hasControls = hasControls || isControl
                plain += Array(String(Character(isControl ? "\u{FFFD}" : scalar)).utf8)
            } else {
                plain += bytes[index..<(index + length)]
            }
            index += length
        }
        return (String(decoding: plain, as: UTF8.self), hasControls)
    }

    /// A character that no document may hold.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// The unit that the escape at a place stands for.
    private static func unit(_ bytes: [UInt8], _ index: Int) -> UInt16? {
        guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt16 = 0
        for byte in bytes[(index + 2)..<(index + 6)] {
            guard let figure = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt16(figure)
        }
        return value
    }
}

/// A paragraph of a Word document while it is read.
struct WordParagraphText {
    /// Its number among the paragraphs outside tables.
    var number: Int
    var text = ""
    var isHeading = false
    /// Whether a tracked change deletes its end, so that the next paragraph goes on in it.
    var isJoinedToNext = false
    /// The fields that are open: whether each is still in its instruction.
    private var fields: [Bool] = []
    private var openInstructions = 0

    init(number: Int) {
        self.number = number
    }

    /// Whether text belongs to the instruction of a field and not to what the field shows.
    var isInInstruction: Bool { openInstructions > 0 }

    mutating func take(fieldCharacter kind: String?) {
        switch kind {
        case "begin":
            fields.append(true)
            openInstructions += 1
        case "separate":
            guard fields.last == true else { return }
            fields[fields.count - 1] = false
            openInstructions -= 1
        case "end": if fields.popLast() == true { openInstructions -= 1 }
        default: return
        }
    }

    /// Goes on with the paragraph behind a deleted end.
    ///
    /// The end that is left is that of the second, and its style with it.
    mutating func join(_ next: WordParagraphText) {
        if text.isEmpty { number = next.number }
        text += next.text
        isHeading = next.isHeading
        isJoinedToNext = next.isJoinedToNext
    }

    /// Text without the blank lines at its end.
    static func trimmed(_ text: String) -> String {
        if let last = text.utf8.last, (0x21...0x7E).contains(last) { return text }
        let scalars = text.unicodeScalars
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        guard let end = scalars[last...].firstIndex(of: "\n") else { return text }
        return String(scalars[..<end])
    }

    /// The text of a `w:t` as Word shows it: a line end is a space, and spaces at either end stay only when asked for.
    static func shown(_ text: String, keepsSpaces: Bool) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        var bytes = Substring(text).utf8
        if !keepsSpaces {
            bytes = bytes.drop(while: isSpace)
            while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        }
        guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return String(Substring(bytes)) }
        return String(decoding: bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
    }
}

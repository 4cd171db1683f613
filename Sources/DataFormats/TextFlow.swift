/// Text that a reader sees as one piece, whatever tags, runs and escapes lie between its characters.
public struct TextFlow: Sendable {
    /// The characters in the order of reading.
    public let characters: [LocatedCharacter]
    /// How a word is written in it.
    public let place: TextPlace
    /// What it is for.
    public let use: TextUse
    /// Whether it is another reading of the characters of the flow before it: without what was struck out, or with tags
    /// for blanks.
    public let isAgain: Bool

    /// Makes a flow.
    public init(_ characters: [LocatedCharacter], in place: TextPlace, use: TextUse = .prose, isAgain: Bool = false) {
        self.characters = characters
        self.place = place
        self.use = use
        self.isAgain = isAgain
    }

    /// The text of some characters.
    public func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for character in characters[range] { text.append(Unicode.Scalar(character.value) ?? "\u{FFFD}") }
        return String(text)
    }

    /// Returns the edits that put words in the place of characters.
    ///
    /// Where tags lie between the characters the words stand before the first of them, and the tags stay.
    ///
    /// - Parameters:
    ///   - replacements: Ranges of characters in order, none over another, and what to write there.
    ///   - bytes: The bytes that the flow was read from.
    /// - Returns: The edits, in no order.
    public func edits(for replacements: [(range: Range<Int>, text: String)], in bytes: [UInt8]) -> [TextEdit] {
        var edits: [TextEdit] = []
        for replacement in replacements {
            var pieces = pieces(replacement.range)
            var text = replacement.text
            if keepsBlank(behind: replacement.range, pieces), let last = pieces.popLast() {
                pieces.append(last.lowerBound..<last.upperBound + 1)
                text += " "
            }
            for (index, piece) in pieces.enumerated() {
                edits.append(TextEdit(piece, index == 0 ? place.bytes(of: text) : []))
            }
        }
        guard !edits.isEmpty else { return [] }
        switch place {
        case .tableCell(let delimiter, let bare?):
            let needsQuotes = replacements.contains { replacement in
                replacement.text.utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
            }
            if needsQuotes { edits += Self.quoting(bare, in: bytes, around: edits) }
        case .sheetNumber(let type): edits.append(TextEdit(type, Array(type.isEmpty ? " t=\"str\"".utf8 : "str".utf8)))
        default: break
        }
        return edits
    }

    /// Whether a blank behind a name that lies over several runs must go to the first of them.
    ///
    /// Office drops blanks at the ends of a run that is not marked to keep them, and only one that had such a blank is
    /// marked: here the first, whose blank before the next part of the name is gone.
    private func keepsBlank(behind range: Range<Int>, _ pieces: [Range<Int>]) -> Bool {
        guard place == .markupText, pieces.count > 1, let first = pieces.first, let last = pieces.last,
            range.upperBound < characters.count, case let next = characters[range.upperBound], next.value == 0x20,
            next.start == last.upperBound, next.end == next.start + 1
        else { return false }
        return characters[range].last { $0.end <= first.upperBound && $0.end > $0.start }?.value == 0x20
    }

    /// The bytes of some characters, without the tags between them.
    private func pieces(_ range: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for character in characters[range] where character.end > character.start {
            if let last = pieces.last, last.upperBound == character.start {
                pieces[pieces.count - 1] = last.lowerBound..<character.end
            } else {
                pieces.append(character.start..<character.end)
            }
        }
        return pieces
    }

    /// The edits that put a bare cell in quotation marks; those that it holds are doubled.
    private static func quoting(_ cell: Range<Int>, in bytes: [UInt8], around edits: [TextEdit]) -> [TextEdit] {
        var marks: [TextEdit] = []
        for index in cell where bytes[index] == 0x22 && !edits.contains(where: { $0.range.contains(index) }) {
            marks.append(TextEdit(index..<index + 1, [0x22, 0x22]))
        }
        // An edit at the very beginning must not take the place of the mark: both are made one.
        return marks + [TextEdit(cell.lowerBound..<cell.lowerBound, [0x22])]
            + [TextEdit(cell.upperBound..<cell.upperBound, [0x22])]
    }
}

/// One cell of a table, with the place where it stands.
struct TableCell: Sendable, Hashable {
    var text: String
    private let lineNumber: Int32
    private let columnNumber: Int32

    /// Makes a cell; a line or column that is not known is left out.
    init(text: String, line: Int? = nil, column: Int? = nil) {
        self.text = text
        lineNumber = line.flatMap(Int32.init(exactly:)) ?? 0
        columnNumber = column.flatMap(Int32.init(exactly:)) ?? 0
    }

    /// The line, or the row of a sheet or table; `nil` where it is not known.
    var line: Int? { lineNumber == 0 ? nil : Int(lineNumber) }
    /// The column in bytes, or the column of a sheet or table; `nil` where it is not known.
    var column: Int? { columnNumber == 0 ? nil : Int(columnNumber) }

    /// Whether it holds nothing but white space.
    var isBlank: Bool {
        for byte in text.utf8 where byte > 0x20 {
            // A letter ends the search; only what is not ASCII may be white space of another kind.
            return byte < 0x80 ? false : text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        }
        return true
    }

    /// The text without white space around it.
    var trimmed: String { text.trimmed }
}

extension String {
    /// The text without white space around it, non-breaking spaces included.
    var trimmed: String {
        // Most cells have none, and begin and end with a letter or figure of ASCII.
        let bytes = utf8
        guard let firstByte = bytes.first, let lastByte = bytes.last else { return "" }
        if firstByte > 0x20, firstByte < 0x80, lastByte > 0x20, lastByte < 0x80 { return self }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// The text without white space around it; `nil` when that leaves nothing.
    var nonBlank: String? {
        let trimmed = trimmed
        return trimmed.isEmpty ? nil : trimmed
    }
}

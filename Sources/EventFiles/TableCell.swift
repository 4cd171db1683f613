/// One cell of a table, with the place where it stands.
struct TableCell: Sendable, Hashable {
    var text: String
    var line: Int?
    var column: Int?
    var name: String?

    /// Whether it holds nothing but white space.
    var isBlank: Bool {
        text.utf8.allSatisfy { $0 <= 0x20 } || text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// The text without white space around it.
    var trimmed: String { text.trimmed }
}

extension String {
    /// The text without white space around it, non-breaking spaces included.
    var trimmed: String {
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

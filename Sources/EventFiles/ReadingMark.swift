/// Words by which a table says of its own rows that they are no records.
///
/// The workbooks that child-impact makes have them, and anybody can write them; what they pass over is always told.
public enum ReadingMark {
    /// How the first cell of a row that only shows how to fill in the others begins, in any case.
    public static let example = "Example:"
    /// How the first cell of a sheet that holds no records begins, in any case.
    public static let notRead = "Not read:"

    static func isExample(_ row: [TableCell]) -> Bool {
        row.first { !$0.isBlank }.map { isExample($0.text) } ?? false
    }

    static func isExample(_ text: String) -> Bool {
        begins(text, with: example)
    }

    static func isNotRead(_ rows: [[TableCell]]) -> Bool {
        let first = rows.first { !$0.allSatisfy(\.isBlank) }?.first { !$0.isBlank }
        return first.map { begins($0.text, with: notRead) } ?? false
    }

    private static func begins(_ text: String, with mark: String) -> Bool {
        let text = text.utf8.drop { $0 <= 0x20 }
        // Most rows are told apart by their first byte alone.
        guard let first = text.first, let initial = mark.utf8.first, first | 0x20 == initial | 0x20 else {
            return false
        }
        return text.prefix(mark.utf8.count).elementsEqual(mark.utf8) { $0 == $1 || $0 | 0x20 == $1 | 0x20 }
    }
}

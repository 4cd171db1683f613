/// The height of a row whose texts are broken into lines, as far as it can be told without the fonts.
///
/// Excel fits the rows of a file that names no height, but not those with merged cells; LibreOffice fits none. A row
/// with a height does not grow any more when it is typed into, so that only rows that nobody types into get one.
enum RowHeight {
    /// The height of a line of the usual size, in points.
    private static let line = 15.0
    /// No row is higher.
    private static let most = 409.0

    /// The height for texts in columns of so many figures; letters are narrower than figures, and bold ones are not.
    static func points(_ texts: some Sequence<(text: String, width: Double)>, size: Double = 11) -> Double {
        let lines = texts.map { lineCount(of: $0.text, width: $0.width * 11 / size) }.max() ?? 1
        return min(most, lines * line * size / 11)
    }

    private static func lineCount(of text: String, width: Double) -> Double {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
            sum + max(1, (Double(line.count) / max(1, width)).rounded(.up))
        }
    }
}

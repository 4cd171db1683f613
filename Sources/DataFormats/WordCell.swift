/// What stands in one row and one column of the grid of a table.
public struct WordCell: Sendable, Hashable {
    /// The column of the grid, from 1.
    public let column: Int
    /// The text, its paragraphs and line breaks parted by line feeds, without blank lines at the end.
    ///
    /// The text of a cell over several columns stands in the first of them.
    public let text: String
    /// Whether the text is that of a cell above, which is merged with this one.
    public let isFilledFromAbove: Bool
}

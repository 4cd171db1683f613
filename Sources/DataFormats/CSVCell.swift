/// One cell of a CSV record.
public struct CSVCell: Sendable, Hashable {
    /// The text, without quotes; line ends inside it are single line feeds.
    public let text: String
    /// The line on which the cell starts, from 1.
    public let line: Int
    /// The column at which the cell starts, from 1, in UTF-8 bytes.
    public let column: Int
}

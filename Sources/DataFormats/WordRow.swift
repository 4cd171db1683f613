/// A row of a table in a Word document.
public struct WordRow: Sendable, Hashable {
    /// Its number, from 1, as Word counts rows: one that a tracked change deletes is counted until that is accepted.
    public let number: Int
    /// Whether Word repeats it at the top of each page.
    public let isHeading: Bool
    /// One cell for each column of the grid that the row reaches.
    public let cells: [WordCell]
}

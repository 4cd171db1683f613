/// A rectangle of cells in a worksheet: `B3:D5`.
public struct CellRange: Sendable, Hashable, CustomStringConvertible {
    /// The cell at the top left.
    public let first: CellReference
    /// The cell at the bottom right.
    public let last: CellReference

    /// Makes the smallest range that holds two cells.
    public init?(_ one: CellReference, _ other: CellReference) {
        let columns = (min(one.column, other.column), max(one.column, other.column))
        let rows = (min(one.row, other.row), max(one.row, other.row))
        guard let first = CellReference(column: columns.0, row: rows.0),
            let last = CellReference(column: columns.1, row: rows.1)
        else { return nil }
        self.first = first
        self.last = last
    }

    /// Reads a range such as `B3:D5`; a single cell is a range too.
    public init?(_ text: String) {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false)
        guard ends.count <= 2, let one = ends.first.flatMap({ CellReference(String($0)) }),
            let other = ends.last.flatMap({ CellReference(String($0)) })
        else { return nil }
        self.init(one, other)
    }

    /// The range as people write it.
    public var description: String { "\(first):\(last)" }
}

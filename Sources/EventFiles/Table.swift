import Diagnostics

/// The rows of one table under its headings, as they stand in the file.
struct Table: Sendable {
    /// What one row is.
    enum Row: Sendable {
        case cells([TableCell])
        /// A year alone on a row of an events table: it holds for the rows below.
        case yearHeading(Int)
    }

    let file: SourceFile
    let format: String
    /// The mapping; `nil` where the headings do not make a table that can be used, and every row is rejected.
    let mapping: TableMapping?
    /// The headings as they are written.
    let headings: [String]
    let rows: [Row]
    /// The one error that rejects every row, when there is no mapping.
    let fault: Diagnostic?

    /// The place of a row or of one of its cells.
    func place(_ cells: [TableCell], column: Int? = nil) -> Place {
        let cell = column.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? cells.first
        return Place(path: file.name, line: cell?.line, column: cell?.column, cell: cell?.name)
    }

    /// The number of rows that count: all but year headings.
    var count: Int {
        rows.count { if case .cells = $0 { true } else { false } }
    }
}

/// A table for the terminal, its columns as wide as their widest cells.
enum AlignedTable {
    /// Returns the lines; cells of the columns in the range stand at the right.
    static func text(_ rows: [[String]], rightAligned: ClosedRange<Int>? = nil) -> String {
        guard let headings = rows.first else { return "" }
        let widths = headings.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return rightAligned?.contains(column) ?? false ? padding + cell : cell + padding
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}

import DataFormats
import Diagnostics
public import ImpactChronology  // It writes rejected rows.

/// The rows that could not be used, whole, with the reason and the place, as CSV for a spreadsheet.
public enum RejectedRowsCSV {
    /// Returns the file: first the reason and the place, then every heading that any of the rows has, in the order in
    /// which they are met.
    ///
    /// A cell that a spreadsheet would take for a formula is guarded by an apostrophe.
    public static func bytes(of rows: [RejectedRow], headings: [String]) -> [UInt8] {
        var columns: [String] = []
        var known: [String: Int] = [:]
        // A heading that one row has twice, or a cell without one, gets a column of its own.
        func keys(_ row: RejectedRow) -> [String] {
            var seen: [String: Int] = [:]
            return row.cells.enumerated().map { index, cell in
                let name = cell.heading.isEmpty ? "Column \(index + 1)" : cell.heading
                seen[name, default: 0] += 1
                return seen[name] == 1 ? name : "\(name) (\(seen[name] ?? 0))"
            }
        }
        let keysOfRows = rows.map(keys)
        for key in keysOfRows.joined() where known[key] == nil {
            known[key] = columns.count
            columns.append(key)
        }
        var writer = CSVWriter()
        writer.write(headings + columns)
        for (row, keys) in zip(rows, keysOfRows) {
            var cells = [String](repeating: "", count: columns.count)
            for (key, cell) in zip(keys, row.cells) { cells[known[key] ?? 0] = cell.text }
            let place = row.reason.place
            writer.write(
                [
                    row.reason.summary, place?.path ?? "", place?.line.map(String.init) ?? place?.cell ?? "",
                    place?.column.map(String.init) ?? "",
                ]
                    + cells
            )
        }
        return writer.bytes
    }
}

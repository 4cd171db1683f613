/// One row of a worksheet that holds something.
public struct WorksheetRow: Sendable, Hashable {
    /// The number of the row as the spreadsheet shows it, from 1.
    public let number: Int
    /// The cells that hold something, by ascending column.
    public internal(set) var cells: [WorksheetCell]

    /// Returns the text of a column; `nil` when the cell holds nothing.
    public subscript(column: Int) -> String? {
        cell(column)?.text
    }

    /// Returns the cell of a column; `nil` when it holds nothing.
    func cell(_ column: Int) -> WorksheetCell? {
        let index = position(of: column)
        return index < cells.count && cells[index].column == column ? cells[index] : nil
    }

    /// Where the cell of a column stands, or would stand.
    func position(of column: Int) -> Int {
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

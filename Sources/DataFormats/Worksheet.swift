/// One sheet of a workbook: the rows and cells that hold something.
public struct Worksheet: Sendable, Hashable {
    /// The name on its tab.
    public let name: String
    /// Whether its tab is hidden, also where only a program can show it.
    public let isHidden: Bool
    /// The rows that hold something, ascending; rows that a filter hides are among them.
    public internal(set) var rows: [WorksheetRow]
    /// What a reader should know of, in the order of the sheet.
    public internal(set) var findings: [WorkbookFinding]
    /// The merged ranges in the order of the sheet.
    public let mergedRanges: [CellRange]

    /// Returns the text of a cell; `nil` when it holds nothing.
    public subscript(reference: CellReference) -> String? {
        cell(reference)?.text
    }

    /// Returns a cell; `nil` when it holds nothing.
    func cell(_ reference: CellReference) -> WorksheetCell? {
        let index = position(of: reference.row)
        return index < rows.count && rows[index].number == reference.row ? rows[index].cell(reference.column) : nil
    }

    /// Where the row of a number stands, or would stand.
    func position(of number: Int) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

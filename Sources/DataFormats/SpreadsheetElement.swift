/// The elements that the readers of sheets and of shared strings know.
enum SpreadsheetElement: Sendable {
    case worksheet
    case sheetData
    case row
    case cell
    case value
    case formula
    case sharedStrings
    /// One string: `si` in the table of strings, `is` in a cell.
    case string
    case run
    case text
    case mergedRanges
    case mergedRange
    /// Any other, with all that is in it: phonetic runs, extensions, elements of other namespaces.
    case other

    /// What an element of this name is inside this one.
    func child(_ name: String) -> SpreadsheetElement {
        switch (self, name) {
        case (.row, "c"): .cell
        case (.cell, "v"): .value
        case (.cell, "is"): .string
        case (.cell, "f"): .formula
        case (.sheetData, "row"): .row
        case (.string, "t"), (.run, "t"): .text
        case (.string, "r"): .run
        case (.sharedStrings, "si"): .string
        case (.worksheet, "sheetData"): .sheetData
        case (.worksheet, "mergeCells"): .mergedRanges
        case (.mergedRanges, "mergeCell"): .mergedRange
        default: .other
        }
    }
}

/// What the part of one sheet holds, as far as it could be read.
struct WorksheetContent: Sendable {
    var rows: [WorksheetRow] = []
    var mergedRanges: [CellRange] = []
    var findings = WorkbookFindings()
    /// The name of the outermost element, when it is not that of a worksheet.
    var foreignRoot: String?
}

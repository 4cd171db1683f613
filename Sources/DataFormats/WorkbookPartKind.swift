/// What a part of a workbook holds.
public enum WorkbookPartKind: String, Sendable, Hashable, CaseIterable {
    /// The rows and cells of one sheet.
    case sheet
    /// The texts that cells share.
    case sharedStrings
    /// The formats of cells, without which a date is a number.
    case styles
    /// The targets that a part points at.
    case relationships
}

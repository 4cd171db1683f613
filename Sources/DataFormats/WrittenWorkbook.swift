/// The bytes of a workbook, and which of its texts did not go in whole.
public struct WrittenWorkbook: Sendable, Hashable {
    /// A cell whose text was cut.
    public struct CutCell: Sendable, Hashable {
        /// The name of the sheet.
        public let sheet: String
        /// The cell.
        public let cell: CellReference
    }

    /// The file.
    public let bytes: [UInt8]
    /// The cells whose text is longer than a cell can hold, in the order of the sheets.
    public let cutCells: [CutCell]
}

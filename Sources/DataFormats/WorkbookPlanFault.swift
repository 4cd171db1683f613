/// Why a workbook cannot be written.
public struct WorkbookPlanFault: Error, Sendable, Hashable {
    /// What kind of fault it is.
    public enum Kind: Sendable, Hashable {
        /// There is no sheet.
        case noSheet
        /// A sheet has a name that no sheet can have, or that another one has.
        case sheetName
        /// A column is too wide, or has no width.
        case width
        /// A row has more cells than there are columns.
        case rowTooLong
        /// There are more rows or columns than a sheet can have.
        case tooLarge
        /// A heading, a guidance, a message, a marking or a property is longer than a workbook can hold.
        case textTooLong
        /// A list is empty, has a word that cannot be chosen, or names a column that is not there.
        case choices
        /// The day on which it was made is none.
        case day
        /// The file that the library writes on its way cannot be written or read.
        case cannotWrite
    }

    /// What kind of fault it is.
    public let kind: Kind
    /// The name of the sheet; `nil` when the fault concerns the whole workbook.
    public let sheet: String?

    init(_ kind: Kind, sheet: String? = nil) {
        self.kind = kind
        self.sheet = sheet
    }

    /// What is wrong, in one line.
    public var message: String {
        let what =
            switch kind {
            case .noSheet: "the workbook has no sheet"
            case .sheetName: "the name of a sheet cannot be used, or is used twice"
            case .width: "the width of a column is not between 1 and 255"
            case .rowTooLong: "a row has more cells than there are columns"
            case .tooLarge: "there are more rows or columns than a sheet can have"
            case .textTooLong: "a heading, guidance, message, marking or property is too long"
            case .choices: "a list is empty, has a word that cannot be chosen, or names no column"
            case .day: "the day on which the workbook was made is none"
            case .cannotWrite: "the workbook cannot be written in the folder for temporary files"
            }
        return sheet.map { "sheet '\($0)': \(what)" } ?? what
    }
}

/// Something in a workbook that a reader should know of, and where it stands.
public struct WorkbookFinding: Sendable, Hashable {
    /// What was found.
    public enum Kind: Sendable, Hashable {
        /// A cell holds an error value such as `#N/A` and is left out; `#?` stands for an unknown one.
        case errorValue(String)
        /// A cell points at a text that the workbook does not have, and is left out.
        case sharedStringOutOfRange
        /// A cell holds 29 February 1900, which never was, and is given as its number.
        case dayThatNeverWas
        /// A cell with a date format holds a number that is no date, and is given as that number.
        case dateOutOfRange
        /// A cell shows a month or a year only and holds another day than the first, which is given.
        ///
        /// The first day is left out of the text, as it is what a workbook makes of a month.
        case dayNotShown
        /// A cell shows a date without its year, which may be the year in which somebody typed it; the cell says so too
        /// (``WorksheetCell/isYearShown``).
        case yearNotShown
        /// A cell holds what its type does not allow, and is given as it is written.
        case valueUnreadable
        /// A cell is of an unknown type, and is given as it is written.
        case unknownCellType
        /// The place of a row, a cell or a merged range is none, or contradicts where it stands; rows and cells are
        /// counted on instead.
        case badReference
        /// A cell stands twice; the later is kept.
        case cellRepeated
        /// A row or a cell stands before one that it follows; it was put in its place.
        case outOfOrder
        /// A cell holds a formula that was never calculated, and is left out.
        case formulaWithoutValue
        /// A text holds control characters, which were replaced by U+FFFD.
        case controlCharacters
        /// The sheet is a chart, a dialogue, a sheet of macros or unknown, and is not read.
        case notAWorksheet(String)
        /// The sheet has comments, which are not read.
        case commentsNotRead
        /// The sheet has shapes with text, such as text boxes, which are not read.
        case shapesNotRead
        /// A part that the workbook names is missing.
        case partMissing(WorkbookPartKind)
        /// A part is broken; what stands before the fault is used.
        case partBroken(WorkbookPartKind, XMLFault)
        /// A part cannot be taken out of the archive.
        case partUnreadable(WorkbookPartKind, ArchiveFault)
        /// A second sheet is read from the part of an earlier one, and is left out.
        case partRepeated
        /// The workbook has more cells than are read; the rest of the sheet is left out.
        case tooManyCells
        /// The sheet has more merged ranges than are kept.
        case tooManyMergedRanges
        /// The first cell of a merged range was brought down into the rows below it.
        case mergedRangeFilled(CellRange)
        /// A merged range was not, or not to its end, brought down: too many cells were filled already.
        case mergedRangeNotFilled(CellRange)
        /// So many more findings were made than are kept.
        case moreFindings(Int)
    }

    /// What was found.
    public let kind: Kind
    /// The cell; `nil` when the finding concerns a whole sheet or part.
    public let reference: CellReference?

    init(_ kind: Kind, _ reference: CellReference? = nil) {
        self.kind = kind
        self.reference = reference
    }
}

/// One sheet of a workbook to be written: paragraphs, a row of headings and the rows below it.
public struct SheetPlan: Sendable, Hashable {
    /// The name on the tab, at most 31 characters.
    public var name: String
    /// The paragraphs above the headings; all there is on a sheet without columns.
    public var paragraphs: [ParagraphPlan]
    /// The columns; none for a sheet of guidance.
    public var columns: [ColumnPlan]
    /// The rows below the headings.
    public var rows: [RowPlan]
    /// How many rows below them are blank and ready to be filled in.
    public var blankRows: Int
    /// Whether the headings, and all above them, stay in sight when the sheet is scrolled.
    public var freezesHeadings = true
    /// How many columns stay in sight when the sheet is scrolled.
    public var frozenColumns = 0
    /// Whether locked columns cannot be changed, nor rows be added or taken away.
    ///
    /// There is no password. Filters and the sizes of rows and columns can be changed; sorting is allowed, and a
    /// spreadsheet does it only where no cell of the rows is locked.
    public var isProtected = false
    /// Whether the headings have buttons to filter and sort by.
    public var hasFilter = true
    /// How many pages side by side the columns are printed on; frozen columns stand on each.
    public var pagesAcross = 1
    /// The line at the top of every printed page, such as a protective marking.
    public var marking = ""

    /// The row of the headings, from 1.
    public var headingRow: Int { paragraphs.count + 1 }

    /// Makes a sheet.
    public init(
        name: String,
        paragraphs: [ParagraphPlan] = [],
        columns: [ColumnPlan] = [],
        rows: [RowPlan] = [],
        blankRows: Int = 0
    ) {
        self.name = name
        self.paragraphs = paragraphs
        self.columns = columns
        self.rows = rows
        self.blankRows = blankRows
    }

    /// The rows below the headings, from 0; `nil` when there are none.
    var body: ClosedRange<Int>? {
        let count = rows.count + blankRows
        return columns.isEmpty || count == 0 ? nil : headingRow...(headingRow + count - 1)
    }

    /// The rows below the headings that are no examples at their top, from 0.
    var bodyBelowExamples: ClosedRange<Int>? {
        let examples = rows.prefix { $0.isExample }.count
        return body.flatMap { $0.count > examples ? ($0.lowerBound + examples)...$0.upperBound : nil }
    }
}

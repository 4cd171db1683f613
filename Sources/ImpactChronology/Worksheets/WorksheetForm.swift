/// The names of the sheets and fixed columns of a worksheet, by which it is written and read again.
public enum WorksheetForm {
    /// The first cell of the first sheet; by it a workbook is known as a worksheet of this form.
    public static let mark = "child-impact worksheet 1"
    /// The sheet with the guidance.
    public static let about = "About this worksheet"
    /// The sheet of the events.
    public static let events = "Events"
    /// The sheet of the pairs that may be one event.
    public static let pairs = "Same event"
    /// The sheet by which changes and lost rows are seen.
    public static let rows = "Rows (do not change)"

    /// The column of the identifier of an event.
    public static let id = "Id (fixed)"
    /// The columns of an event that are fixed, behind the identifier.
    public static let fixed = [
        "No. (fixed)", "Date (fixed)", "About (fixed)", "Source (fixed)", "Event (fixed)", "Recorded so far (fixed)",
    ]
    /// The column of the first identifier of a pair.
    public static let first = "First id (fixed)"
    /// The column of the second identifier of a pair.
    public static let second = "Second id (fixed)"
    /// The columns of a pair that are fixed, behind the identifiers.
    public static let fixedOfPair = ["First account (fixed)", "Second account (fixed)", "Why (fixed)"]
    /// The column of the answer.
    public static let answer = "Same event?"

    /// The columns of the sheet of rows.
    public static let rowColumns = ["Id", "Fixed cells", "Cells to fill"]
    /// What stands before the name of the family, by which a worksheet is known to be of the case.
    public static let family = "Family: "
    /// What stands before the identifiers of the children of the family.
    public static let children = "Children: "
    /// What stands before an answer that was given before.
    public static let answered = "answered before: "
    /// What stands before the identifier of the one child for whom a worksheet is.
    public static let child = "For one child: "

    /// The words for how much an event matters, from which a worker chooses.
    public static let significances = ["key", "high", "medium", "low"]
    /// The words for a strength or concern, from which a worker chooses.
    public static let bearings = ["strength", "concern", "mixed"]

    /// The text of cells in the form of which the digest is taken: white space does not count, as another program may
    /// change it.
    public static func comparable(_ cells: [String]) -> String {
        cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: "\u{1F}")
    }
}

/// A workbook to be written: its sheets, in the order of their tabs, and what it says of itself.
///
/// Every cell is text, whatever it looks like: no date is turned round, no figure rounded, and nothing is a formula.
/// The same plan gives the same bytes on any day and in any time zone.
///
///     let plan = WorkbookPlan(
///         sheets: [SheetPlan(name: "Events", columns: [ColumnPlan("Date")], rows: [RowPlan(["early March 2019"])])],
///         title: "Events",
///         author: "child-impact",
///         created: WorkbookPlan.Day(year: 2026, month: 3, day: 31)
///     )
///     let bytes = try plan.written().bytes
public struct WorkbookPlan: Sendable, Hashable {
    /// A day of the calendar, for the properties of the file.
    public struct Day: Sendable, Hashable {
        /// The year, of four figures.
        public let year: Int
        /// The month, from 1.
        public let month: Int
        /// The day of the month, from 1.
        public let day: Int

        /// Makes a day.
        public init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    /// The sheets in the order of their tabs; the first is shown when the file is opened.
    public var sheets: [SheetPlan]
    /// The title in the properties of the file.
    public var title: String
    /// The author in the properties of the file.
    public var author: String
    /// The day on which the file says it was made.
    public var created: Day
    /// The name of the sheet that is added for lists that a cell cannot hold itself.
    public var listsName = "Lists"
    /// The first row of that sheet.
    public var listsNote = "Not read: these are the words that the other sheets offer"
    /// What stands at the end of a text that is too long for a cell.
    public var continuation = " … (continues in the chronology)"

    /// The most units of UTF-16 that a cell can hold.
    public static let mostUnits = 32_767

    /// Makes a plan.
    public init(sheets: [SheetPlan], title: String, author: String, created: Day) {
        self.sheets = sheets
        self.title = title
        self.author = author
        self.created = created
    }

    /// Checks that a workbook can follow the plan, without writing one.
    ///
    /// - Throws: the first ``WorkbookPlanFault``.
    public func check() throws(WorkbookPlanFault) {
        try WorkbookPlanCheck(self).run()
    }

    /// Writes the workbook.
    ///
    /// - Throws: a ``WorkbookPlanFault`` when the plan is none that a workbook can follow, or when there is no room for
    ///   the file that the library writes on its way.
    public func written() throws(WorkbookPlanFault) -> WrittenWorkbook {
        try check()
        return try WorkbookWriter.write(self)
    }
}

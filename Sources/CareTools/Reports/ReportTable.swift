/// One table of a report.
public struct ReportTable: Sendable, Hashable {
    /// The identifier, the same in every report of the kind.
    public var id: String
    /// What is counted.
    public var caption: String
    /// By which rule, a sentence each.
    public var notes: [String]
    /// The heading of the first column.
    public var rowHeading: String
    /// The headings of the other columns.
    public var columns: [String]
    /// The rows, in order.
    public var rows: [Row]

    /// One row.
    public struct Row: Sendable, Hashable {
        /// What it counts.
        public var label: String
        /// A cell for each column.
        public var cells: [ReportCell]
        /// Whether it is a sum of rows above it.
        public var isTotal: Bool
    }
}

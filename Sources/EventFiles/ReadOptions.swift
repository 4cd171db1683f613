public import CaseDates  // The date reader holds the as-of date and the named dates.
public import DataFormats  // The encoding may be given.

/// How the files of a case are to be read.
public struct ReadOptions: Sendable {
    /// The reader of dates.
    public var dates: DateReader
    /// The names of headings.
    public var headings: HeadingTable
    /// Columns that the user assigned to fields, by heading; several where files name them differently.
    public var assigned: [Field: [String]]
    /// The encoding of text files; `nil` to find it.
    public var encoding: TextEncoding?

    /// Makes options.
    public init(
        dates: DateReader,
        headings: HeadingTable,
        assigned: [Field: [String]] = [:],
        encoding: TextEncoding? = nil
    ) {
        self.dates = dates
        self.headings = headings
        self.assigned = assigned
        self.encoding = encoding
    }
}

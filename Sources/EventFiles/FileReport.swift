public import CaseDates  // The first and last days are calendar days.

/// What one file is and what became of its rows.
public struct FileReport: Sendable {
    /// The path as the user named it.
    public let path: String
    /// The name by which findings and documents speak of it.
    public let name: String
    /// The SHA-256 digest of the bytes in hexadecimal.
    public let digest: String
    /// How many bytes it has.
    public let size: Int
    /// How it was read: `csv`, or what it is instead.
    public internal(set) var format = ""
    /// Whether it is a document of our own making, and so no source.
    public internal(set) var isOwn = false
    /// Whether it holds a table that could be used.
    public internal(set) var isUsed = false
    /// The kind of table in it; `nil` where there is none that can be used.
    public internal(set) var kind: TableKind?
    /// Which column is which field.
    public internal(set) var mapping: TableMapping?
    /// Rows of events; family and sources tables have none.
    public internal(set) var rows = 0
    /// Rows that are the first of their event.
    public internal(set) var events = 0
    /// Rows that were merged into an event of an earlier row.
    public internal(set) var merged = 0
    /// Rows that could not be used.
    public internal(set) var rejected = 0
    /// The first day of any event; `nil` where none has a date.
    public internal(set) var firstDay: CalendarDay?
    /// The last day of any event; `nil` where none has a date.
    public internal(set) var lastDay: CalendarDay?

    init(file: SourceFile, digest: String) {
        path = file.path
        name = file.name
        self.digest = digest
        size = file.bytes.count
    }

    mutating func take(_ date: EventDate) {
        if let day = date.earliest { firstDay = min(firstDay ?? day, day) }
        if let day = date.latest { lastDay = max(lastDay ?? day, day) }
    }
}

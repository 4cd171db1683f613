public import CaseDates  // The first and last days are calendar days.
import ImpactChronology

/// What one sheet, table or list of a file is and what became of its rows.
public struct PartReport: Sendable {
    /// The number in the file, from 1; 0 where the file is one table.
    public let number: Int
    /// The name of the sheet, table or list; `nil` where the file is one table.
    public let name: String?
    /// The kind of table; `nil` where it is none that can be used.
    public internal(set) var kind: TableKind?
    /// Why it has no rows: "empty", "not events", or "not read" where it says so itself; `nil` where it was read.
    public let note: String?
    /// Which column of the file is which field, in the order of the columns or of the definition.
    public internal(set) var columns: [(field: Field, heading: String)] = []
    /// The headings of the columns that no field takes.
    public internal(set) var unused: [String] = []
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

    init(number: Int, name: String?, kind: TableKind? = nil, note: String? = nil) {
        self.number = number
        self.name = name
        self.kind = kind
        self.note = note
    }

    /// Adds the counts of another reading of the same part.
    mutating func add(_ other: PartReport) {
        // A part of which only rejected rows were met so far has neither.
        kind = kind ?? other.kind
        if columns.isEmpty { columns = other.columns }
        rows += other.rows
        events += other.events
        merged += other.merged
        rejected += other.rejected
        if let day = other.firstDay { firstDay = min(firstDay ?? day, day) }
        if let day = other.lastDay { lastDay = max(lastDay ?? day, day) }
    }

    mutating func count(_ event: Event, isFirst: Bool) {
        events += isFirst ? 1 : 0
        merged += isFirst ? 0 : 1
        if let day = event.date.earliest { firstDay = min(firstDay ?? day, day) }
        if let day = event.date.latest { lastDay = max(lastDay ?? day, day) }
    }
}

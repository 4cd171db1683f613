public import CaseDates  // The first and last days are calendar days.
import DataFormats
import Diagnostics
import ImpactChronology

/// What one file is and what became of its rows.
public struct FileReport: Sendable {
    /// The path as the user named it.
    public let path: String
    /// The name by which findings and documents speak of it.
    public let name: String
    /// The SHA-256 digest of the bytes in hexadecimal.
    public internal(set) var digest: String
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
    /// The sheets, tables or lists of the file, in its order.
    public internal(set) var parts: [PartReport] = []
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
        size = file.source.count
    }

    /// Adds a table of the file: its rows, and its columns where they are the first of its kind.
    mutating func add(_ table: Table) {
        let number = table.part?.number ?? 0
        let count = table.mapping == nil || table.mapping?.kind == .events ? table.count : 0
        rows += count
        // The rejected rows of a list of an extract are a table of their own, and rows of the list all the same.
        let index =
            parts.firstIndex { $0.number == number && ($0.kind == table.mapping?.kind || table.isExtract) }
            ?? parts.count
        if index == parts.count {
            parts.append(PartReport(number: number, name: table.title ?? table.part?.name, kind: table.mapping?.kind))
        }
        parts[index].rows += count
        if parts[index].columns.isEmpty {
            parts[index].columns = table.usedColumns ?? table.mapping?.used ?? []
            parts[index].unused = table.usedColumns == nil ? table.mapping?.unused ?? [] : []
        }
    }

    /// Counts one row of an event: the first row of it, or one that was merged into it.
    mutating func count(_ event: Event, at place: Place, isFirst: Bool) {
        events += isFirst ? 1 : 0
        merged += isFirst ? 0 : 1
        if let day = event.date.earliest { firstDay = min(firstDay ?? day, day) }
        if let day = event.date.latest { lastDay = max(lastDay ?? day, day) }
        guard let index = index(of: place) else { return }
        parts[index].count(event, isFirst: isFirst)
    }

    /// Counts one row that could not be used.
    mutating func countRejected(at place: Place) {
        rejected += 1
        if let index = index(of: place) { parts[index].rejected += 1 }
    }

    /// Adds the counts of another reading of the same file.
    mutating func add(_ other: FileReport) {
        rows += other.rows
        events += other.events
        merged += other.merged
        rejected += other.rejected
        if let day = other.firstDay { firstDay = min(firstDay ?? day, day) }
        if let day = other.lastDay { lastDay = max(lastDay ?? day, day) }
        for part in other.parts {
            if let index = parts.firstIndex(where: { $0.number == part.number }) {
                parts[index].add(part)
            } else {
                parts.append(part)
            }
        }
    }

    private func index(of place: Place) -> Int? {
        parts.firstIndex { $0.number == place.part ?? 0 && $0.rows > 0 }
    }
}

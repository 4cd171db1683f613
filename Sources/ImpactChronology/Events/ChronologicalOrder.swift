import CaseDates
import Diagnostics

/// The one order in which dated events are listed.
///
/// By the earliest day that the date can stand for, an open start first; then the narrower date first, so that a day
/// comes before the month it opens; then the time of day, no time first; then the writer's own sequence, none first;
/// then the agency; then the file and the line that the event was first read from.
public struct ChronologicalOrder: Sendable, Comparable {
    private let earliest: Int
    private let width: Int
    private let minute: Int
    private let sequence: Int
    private let agency: String
    private let path: String
    private let line: Int

    /// Makes the sort key of an event.
    public init(_ event: Event) {
        earliest = event.date.earliest?.number ?? .min
        if let first = event.date.earliest, let last = event.date.latest {
            width = last.number - first.number
        } else {
            width = .max
        }
        minute = (event.time?.time ?? event.date.time)?.minute ?? -1
        sequence = event.sequence.flatMap { Int($0) } ?? .min
        agency = event.agency
        path = event.readFrom.first?.path ?? ""
        line = event.readFrom.first?.line ?? 0
    }

    /// Whether the first comes before the second.
    public static func < (first: ChronologicalOrder, second: ChronologicalOrder) -> Bool {
        if first.earliest != second.earliest { return first.earliest < second.earliest }
        if first.width != second.width { return first.width < second.width }
        if first.minute != second.minute { return first.minute < second.minute }
        if first.sequence != second.sequence { return first.sequence < second.sequence }
        if first.agency != second.agency { return first.agency.utf8.lexicographicallyPrecedes(second.agency.utf8) }
        if first.path != second.path { return first.path.utf8.lexicographicallyPrecedes(second.path.utf8) }
        return first.line < second.line
    }
}

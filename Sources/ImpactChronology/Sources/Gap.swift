public import CaseDates  // A gap lies between two days.

/// A time in which no event is known to have happened.
///
/// It is never read as safety. Where records of a source cover it, there is no contact in those records; where none do,
/// nothing can be said.
public struct Gap: Sendable, Hashable {
    /// Where a gap lies among the events.
    public enum Position: String, Sendable, Hashable, CaseIterable {
        /// Before the first event.
        case beforeFirst = "before-first"
        /// Between two events.
        case between
        /// After the last event.
        case afterLast = "after-last"
    }

    /// The agency in whose records it lies; `nil` where no agency has an event.
    public var agency: String?
    /// Where it lies.
    public var position: Position
    /// The first day without an event.
    public var from: CalendarDay
    /// The last day without an event.
    public var to: CalendarDay
    /// The agencies whose records are said to cover these days, one or several together, in the order of the sources;
    /// empty where none do.
    public var coveredBy: [String]
    /// How many events have a date so wide that they may lie in it.
    public var mayHold: Int

    /// Makes a gap.
    public init(
        agency: String? = nil,
        position: Position,
        from: CalendarDay,
        to: CalendarDay,
        coveredBy: [String],
        mayHold: Int
    ) {
        self.agency = agency
        self.position = position
        self.from = from
        self.to = to
        self.coveredBy = coveredBy
        self.mayHold = mayHold
    }

    /// The number of days, both ends counted.
    public var days: Int { to.number - from.number + 1 }

    /// What can be said: "no contact recorded" where a source covers it, else "not covered".
    public var words: String { coveredBy.isEmpty ? "not covered" : "no contact recorded" }
}

public import CaseDates  // The limits are calendar days.
public import ImpactChronology  // It selects events of a chronology.

/// Which events a document is to show; the XML always holds all.
public struct EventSelection: Sendable, Hashable {
    /// Only events that concern this child; `nil` for every child.
    public var child: PersonID?
    /// Only events that may have been on or after this day.
    public var from: CalendarDay?
    /// Only events that may have been on or before this day.
    public var to: CalendarDay?

    /// Makes a selection; without limits it holds everything.
    public init(child: PersonID? = nil, from: CalendarDay? = nil, to: CalendarDay? = nil) {
        self.child = child
        self.from = from
        self.to = to
    }

    /// Whether it leaves nothing out.
    public var isEverything: Bool { child == nil && from == nil && to == nil }

    /// Whether an event is shown.
    ///
    /// An event without a date is never left out for its date.
    public func holds(_ event: Event, of family: Family) -> Bool {
        if let from, let latest = event.date.latest, latest < from { return false }
        if let to, let earliest = event.date.earliest, earliest > to { return false }
        guard let child, let person = family.person(child) else { return true }
        return event.concerns(person, in: family)
    }
}

public import CaseDates  // The first and last dates are event dates.

/// What one agency's records hold, beside what they are said to cover.
public struct Coverage: Sendable, Hashable {
    /// The agency.
    public let source: Source
    /// How many events have a date.
    public let dated: Int
    /// How many have none.
    public let undated: Int
    /// The date of the first dated event in the order of the chronology; `nil` when there is none.
    public let first: EventDate?
    /// The date of the dated event that begins last; `nil` when there is none.
    public let last: EventDate?
    /// How many events lie wholly before the start or wholly after the end of what the records cover.
    public let outside: Int

    /// Works out the coverage of one source of a chronology.
    public init(of source: Source, in chronology: Chronology) {
        self.source = source
        let events = chronology.events.flatMap { event in
            // Most events have one account, of which no copy is made in vain.
            let own = event.agency == source.agency ? [event] : []
            return event.accounts.isEmpty ? own : own + event.accounts.filter { $0.agency == source.agency }
        }
        dated = events.count
        undated = chronology.undated.count { $0.agency == source.agency }
        first = events.first?.date
        last = events.last?.date
        outside = events.count { event in
            if let from = source.coversFrom?.earliest, let latest = event.date.latest, latest < from { return true }
            if let to = source.coversTo?.latest, let earliest = event.date.earliest, earliest > to { return true }
            return false
        }
    }
}

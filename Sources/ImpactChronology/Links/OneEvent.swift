import CaseDates

/// Joins the accounts of which a person said that they tell of one event.
enum OneEvent {
    /// Joins such accounts.
    ///
    /// Of the accounts the one with the narrowest date is the event, and of several the one that comes first; the
    /// others stand in it whole. No date is changed.
    ///
    /// - Parameters:
    ///   - events: The events with a date, in their order.
    ///   - answers: What persons said; an answer about an account that is not there changes nothing.
    /// - Returns: The events in order, each with the accounts that are joined with it.
    static func joining(_ events: [Event], _ answers: [SameEventAnswer]) -> [Event] {
        let same = answers.filter(\.isSame)
        guard !same.isEmpty else { return events }
        let present = Set(events.map(\.id))
        let clusters = Clusters(
            same.filter { present.contains($0.first) && present.contains($0.second) }.map { ($0.first, $0.second) }
        )
        let groups = Dictionary(grouping: events.indices) { clusters.leader(of: events[$0].id) }
        var joined: [Int: Event] = [:]
        for group in groups.values {
            guard let main = group.min(by: { (width(events[$0]), $0) < (width(events[$1]), $1) }) else { continue }
            var event = events[main]
            event.accounts = group.filter { $0 != main }.map { events[$0] }
            joined[main] = event
        }
        return joined.keys.sorted().compactMap { joined[$0] }
    }

    /// How many days wide the date of an event is.
    private static func width(_ event: Event) -> Int {
        guard let first = event.date.earliest, let last = event.date.latest else { return .max }
        return last.number - first.number
    }
}

import CaseDates

/// What changed between an earlier chronology and a later one, account by account.
///
/// Where a row was read from, and in which order, is no change.
public struct ChronologyChanges: Sendable, Hashable {
    /// An account before and after.
    public struct Change: Sendable, Hashable {
        /// The account as it was.
        public var before: Event
        /// The account as it is.
        public var after: Event

        /// Makes a change.
        public init(before: Event, after: Event) {
            self.before = before
            self.after = after
        }
    }

    /// The accounts that are new, in the order of the later chronology.
    public private(set) var added: [Event] = []
    /// The accounts that say something else than before, in the order of the later chronology.
    public private(set) var changed: [Change] = []
    /// The accounts that are there no more, in the order of the earlier chronology.
    public private(set) var gone: [Event] = []

    /// Compares two chronologies of a family.
    ///
    /// An account is known again by its identifier. One without a reference of its own gets another identifier when its
    /// words change: it is known again where the agency has lost and gained just one account of the same date, or of
    /// the same words.
    public init(from earlier: Chronology, to later: Chronology) {
        let before = earlier.allEvents.flatMap(\.tellings)
        let after = later.allEvents.flatMap(\.tellings)
        let known = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = Set(after.map(\.id))
        let lost = before.filter { !ids.contains($0.id) }
        let gained = after.filter { known[$0.id] == nil }
        let again = Self.knownAgain(lost, gained)
        for event in after {
            guard let other = known[event.id] ?? again[event.id] else {
                added.append(event)
                continue
            }
            if other.statements != event.statements { changed.append(Change(before: other, after: event)) }
        }
        let found = Set(again.values.map(\.id))
        gone = lost.filter { !found.contains($0.id) }
    }

    /// The account that was, for each that is known again by its date or its words.
    private static func knownAgain(_ lost: [Event], _ gained: [Event]) -> [EventID: Event] {
        var again: [EventID: Event] = [:]
        var taken: Set<EventID> = []
        for key in [\Event.dateKey, \Event.wordsKey] {
            let before = Dictionary(grouping: lost.filter { !taken.contains($0.id) }, by: { $0[keyPath: key] })
            let after = Dictionary(grouping: gained.filter { again[$0.id] == nil }, by: { $0[keyPath: key] })
            for (key, events) in after where events.count == 1 && before[key]?.count == 1 {
                guard let event = before[key]?.first else { continue }
                again[events[0].id] = event
                taken.insert(event.id)
            }
        }
        return again
    }

    /// Whether nothing changed.
    public var isEmpty: Bool { added.isEmpty && changed.isEmpty && gone.isEmpty }
}

extension Event {
    fileprivate var dateKey: [String] { [agency, date.value?.description ?? date.text] }
    fileprivate var wordsKey: [String] { [agency, what] }

    /// All that is said of the event, without where it was read.
    fileprivate var statements: Statements {
        Statements(content: content, details: details, additions: Set(additions.map(\.statement)))
    }

    fileprivate struct Statements: Equatable {
        let content: String
        let details: String
        let additions: Set<Addition.Statement>
    }
}

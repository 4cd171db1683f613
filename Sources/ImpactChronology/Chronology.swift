public import CaseDates  // The as-of date is a calendar day.
import Diagnostics

/// The history of one family from all its sources, in one order, with every row accounted for.
public struct Chronology: Sendable, Hashable {
    /// The family.
    public var family: Family
    /// The agencies, by their first event; those without a dated event last, by name.
    public var sources: [Source]
    /// The events that have a date, in ``ChronologicalOrder``.
    public var events: [Event]
    /// The events without a date, by agency and place.
    ///
    /// They never borrow a date.
    public var undated: [Event]
    /// What became of the rows of each file, by file name.
    public var files: [FileAccount]
    /// The rows that could not be used, by place.
    public var rejected: [RejectedRow]
    /// The day that the chronology was made for; ages and two-figure years count from it.
    public var asOf: CalendarDay

    /// Makes a chronology from its parts, in the order given.
    public init(
        family: Family,
        sources: [Source],
        events: [Event],
        undated: [Event],
        files: [FileAccount],
        rejected: [RejectedRow],
        asOf: CalendarDay
    ) {
        self.family = family
        self.sources = sources
        self.events = events
        self.undated = undated
        self.files = files
        self.rejected = rejected
        self.asOf = asOf
    }

    /// Brings the rows of all files together.
    ///
    /// Rows with one identifier become one event, which keeps every place; nothing else is merged. Whoever makes the
    /// rows gives one identifier to those that say the same (``Event/content``), and to no others. The order in which files are given makes no difference, as rows are taken by file and line.
    ///
    /// - Parameters:
    ///   - family: The family.
    ///   - sources: The agencies of the sources table; agencies that only events name are added.
    ///   - rows: One event for each row, with the one place it was read from; an event of an earlier chronology stands
    ///     for as many rows as it has places.
    ///   - files: The files, with their names; the counts are worked out here.
    ///   - rejected: The rows that could not be used.
    ///   - asOf: The day that the chronology is made for.
    public init(
        family: Family,
        sources: [Source],
        rows: [Event],
        files: [FileAccount],
        rejected: [RejectedRow],
        asOf: CalendarDay
    ) {
        var accounts: [String: FileAccount] = [:]
        for file in files { accounts[file.name] = file }
        var joined: [MergedEvent] = []
        let adults = Set(family.people.filter { !$0.isChild }.map(\.id))
        var places: [EventID: Int] = [:]
        let order = rows.indices.sorted { first, second in
            let (place, other) = (rows[first].readFrom.first, rows[second].readFrom.first)
            return Self.isBefore(place, other) || !Self.isBefore(other, place) && first < second
        }
        for index in order {
            let row = rows[index]
            for place in row.readFrom { accounts[place.path]?.rows += 1 }
            let isNew = places[row.id] == nil
            if isNew, let place = row.readFrom.first { accounts[place.path]?.events += 1 }
            for place in row.readFrom.dropFirst(isNew ? 1 : 0) { accounts[place.path]?.merged += 1 }
            if let index = places[row.id] {
                joined[index].join(row, adults: adults)
            } else {
                places[row.id] = joined.count
                joined.append(MergedEvent(row))
            }
        }
        for row in rejected {
            accounts[row.reason.place?.path ?? ""]?.rows += 1
            accounts[row.reason.place?.path ?? ""]?.rejected += 1
        }
        var merged = joined.map(\.event)
        let ranks = Dictionary(family.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
        for index in merged.indices { merged[index].sortPeople(by: ranks) }
        let dated = merged.indices.filter { merged[$0].date.isDated }
            .map { (order: ChronologicalOrder(merged[$0]), index: $0) }
            .sorted { $0.order < $1.order }
            .map { merged[$0.index] }
        self.init(
            family: family,
            sources: Self.sources(sources, of: dated, and: merged),
            events: dated,
            undated: merged.filter { !$0.date.isDated }.sorted {
                $0.agency == $1.agency
                    ? Self.isBefore($0.readFrom.first, $1.readFrom.first) : $0.agency < $1.agency
            },
            files: files.compactMap { accounts[$0.name] }.sorted {
                $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
            },
            rejected: rejected.sorted { Self.isBefore($0.reason.place, $1.reason.place) },
            asOf: asOf
        )
    }

    /// All events: those with a date in order, then those without.
    public var allEvents: [Event] { events + undated }

    /// The sums of all files.
    public var account: FileAccount {
        files.reduce(into: FileAccount(name: "", format: "", digest: "")) { sum, file in
            sum.rows += file.rows
            sum.events += file.events
            sum.merged += file.merged
            sum.rejected += file.rejected
        }
    }

    private static func isBefore(_ first: Place?, _ second: Place?) -> Bool {
        guard let first, let second else { return first == nil && second != nil }
        return first.isBefore(second)
    }

    private static func sources(_ stated: [Source], of dated: [Event], and all: [Event]) -> [Source] {
        var sources = stated
        var agencies = Set(stated.map(\.agency))
        for event in all where agencies.insert(event.agency).inserted {
            sources.append(Source(agency: event.agency, isStated: false))
        }
        let firsts = Dictionary(dated.enumerated().map { ($1.agency, $0) }, uniquingKeysWith: min)
        return sources.sorted {
            (firsts[$0.agency] ?? .max, $0.agency) < (firsts[$1.agency] ?? .max, $1.agency)
        }
    }
}

extension Event {
    fileprivate mutating func sortPeople(by order: [PersonID: Int]) {
        func rank(_ id: PersonID?) -> Int { id.map { order[$0] ?? .max } ?? -1 }
        func rank(_ domain: Impact.Domain) -> Int { Impact.Domain.allCases.firstIndex(of: domain) ?? 0 }
        people.sort { rank($0) < rank($1) }
        impacts = impacts.enumerated().sorted {
            (rank($0.element.child), rank($0.element.domain), $0.offset)
                < (rank($1.element.child), rank($1.element.domain), $1.offset)
        }.map(\.element)
        voices = voices.enumerated().sorted {
            (rank($0.element.child), $0.offset) < (rank($1.element.child), $1.offset)
        }
        .map(\.element)
    }
}

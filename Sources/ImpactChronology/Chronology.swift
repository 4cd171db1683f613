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
    /// The groups of accounts that may tell of one event, in the order of their first account.
    public var duplicates: [PossibleDuplicates]
    /// How many pairs of accounts that are near in time were not compared, as there are too many; 0 in all but the
    /// strangest cases.
    public var notCompared: Int
    /// What sources say differently of what may be one event, in the order of the first account.
    public var conflicts: [Conflict]
    /// The times without an event: of all sources together, then of each source.
    public var gaps: [Gap]
    /// What persons said of pairs of accounts, in the order of the files that they were read from.
    public var answers: [SameEventAnswer]

    /// Makes a chronology from its parts, in the order given.
    public init(
        family: Family,
        sources: [Source],
        events: [Event],
        undated: [Event],
        files: [FileAccount],
        rejected: [RejectedRow],
        asOf: CalendarDay,
        duplicates: [PossibleDuplicates] = [],
        notCompared: Int = 0,
        conflicts: [Conflict] = [],
        gaps: [Gap] = [],
        answers: [SameEventAnswer] = []
    ) {
        self.family = family
        self.sources = sources
        self.events = events
        self.undated = undated
        self.files = files
        self.rejected = rejected
        self.asOf = asOf
        self.duplicates = duplicates
        self.notCompared = notCompared
        self.conflicts = conflicts
        self.gaps = gaps
        self.answers = answers
    }

    /// Brings the rows of all files together.
    ///
    /// Rows with one identifier become one event, which keeps every place; so do the accounts of which a person said
    /// that they are one event (``SameEventAnswer``), each of which is kept whole. Nothing else is merged. Whoever
    /// makes the rows gives one identifier to those that say the same (``Event/content``), and to no others. The order
    /// in which files are given makes no difference, as rows are taken by file and line.
    ///
    /// - Parameters:
    ///   - family: The family.
    ///   - sources: The agencies of the sources table; agencies that only events name are added.
    ///   - rows: One event for each row, with the one place it was read from; an event of an earlier chronology stands
    ///     for as many rows as it has places.
    ///   - files: The files, with their names; the counts are worked out here.
    ///   - rejected: The rows that could not be used.
    ///   - asOf: The day that the chronology is made for.
    ///   - answers: What persons said of pairs of accounts; one about an account that is not there, or has no date, is kept and
    ///     changes nothing.
    ///   - rules: How accounts are compared; `nil` compares nothing.
    public init(
        family: Family,
        sources: [Source],
        rows: [Event],
        files: [FileAccount],
        rejected: [RejectedRow],
        asOf: CalendarDay,
        answers: [SameEventAnswer] = [],
        rules: ComparisonRules? = nil
    ) {
        var all = Self.joined(rows, family)
        let dated = OneEvent.joining(
            all.filter(\.date.isDated).map { (order: ChronologicalOrder($0), event: $0) }
                .sorted { $0.order < $1.order }
                .map(\.event),
            answers
        )
        all.removeAll(where: \.date.isDated)
        let sources = Self.sources(sources, of: dated, and: dated + all)
        // What is told of two completed tools is alike by its words alone.
        let told = dated.filter { $0.toolAnswers == nil }
        let comparison = rules.map { AccountComparison(told, family: family, answers: answers, rules: $0) }
        self.init(
            family: family,
            sources: sources,
            events: dated,
            undated: all.sorted {
                $0.agency == $1.agency
                    ? Self.isBefore($0.readFrom.first, $1.readFrom.first) : $0.agency < $1.agency
            },
            files: Self.counted(files, dated + all, rejected),
            rejected: rejected.sorted { Self.isBefore($0.reason.place, $1.reason.place) },
            asOf: asOf,
            duplicates: comparison?.duplicates ?? [],
            notCompared: comparison?.notCompared ?? 0,
            conflicts: comparison?.conflicts ?? [],
            gaps: rules.map {
                Gaps(events: dated, sources: sources, family: family, asOf: asOf, rules: $0.gaps).all
            } ?? [],
            answers: answers
        )
    }

    /// Joins the rows of one identifier, by file and line.
    private static func joined(_ rows: [Event], _ family: Family) -> [Event] {
        var joined: [MergedEvent] = []
        let adults = Set(family.people.filter { !$0.isChild }.map(\.id))
        var places: [EventID: Int] = [:]
        let order = rows.indices.sorted { first, second in
            let (place, other) = (rows[first].readFrom.first, rows[second].readFrom.first)
            return isBefore(place, other) || !isBefore(other, place) && first < second
        }
        for index in order {
            let row = rows[index]
            if let index = places[row.id] {
                joined[index].join(row, adults: adults)
            } else {
                places[row.id] = joined.count
                joined.append(MergedEvent(row))
            }
        }
        var events = joined.map(\.event)
        let ranks = Dictionary(family.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
        for index in events.indices { events[index].sortPeople(by: ranks) }
        return events
    }

    /// The files with what became of their rows: the first row of an event is the event, any further is merged into it.
    private static func counted(_ files: [FileAccount], _ events: [Event], _ rejected: [RejectedRow]) -> [FileAccount] {
        var accounts: [String: FileAccount] = [:]
        for file in files { accounts[file.name] = file }
        for event in events {
            for (index, place) in event.allPlaces.enumerated() {
                accounts[place.path]?.rows += 1
                if index == 0 { accounts[place.path]?.events += 1 } else { accounts[place.path]?.merged += 1 }
            }
        }
        for row in rejected {
            accounts[row.reason.place?.path ?? ""]?.rows += 1
            accounts[row.reason.place?.path ?? ""]?.rejected += 1
        }
        return files.compactMap { accounts[$0.name] }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
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
        for event in all {
            for agency in event.told({ [$0.agency] }) where agencies.insert(agency).inserted {
                sources.append(Source(agency: agency, isStated: false))
            }
        }
        var firsts: [String: Int] = [:]
        for (index, event) in dated.enumerated() {
            for agency in event.told({ [$0.agency] }) where firsts[agency] == nil { firsts[agency] = index }
        }
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

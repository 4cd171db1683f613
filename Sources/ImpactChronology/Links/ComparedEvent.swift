import CaseDates
import Diagnostics

/// What decides whether an event is compared with another, in numbers, so that thousands can be gone through.
struct ComparedEvent {
    /// The first and last day; an open end is as far away as can be.
    let start: Int
    let end: Int
    /// The minute of the day; `nil` where no time is known.
    let minute: Int?
    let agency: Int
    let files: [Int]
    let children: [Int]
    let adults: [Int]
    /// The identifiers of its accounts.
    let ids: [EventID]

    /// Numbers things by their first use.
    struct Numbers<Key: Hashable> {
        private var known: [Key: Int] = [:]

        mutating func number(of key: Key) -> Int {
            if let number = known[key] { return number }
            known[key] = known.count
            return known.count - 1
        }
    }

    /// The numbers that the events of one chronology share.
    struct Index {
        var agencies = Numbers<String>()
        var files = Numbers<String>()
        var people = Numbers<PersonID>()
    }

    init(_ event: Event, children: Set<PersonID>, index: inout Index) {
        start = event.date.earliest?.number ?? .min
        end = event.date.latest?.number ?? .max
        minute = (event.time?.time ?? event.date.time)?.minute
        agency = index.agencies.number(of: event.agency)
        files = Set(event.readFrom.map(\.path)).map { index.files.number(of: $0) }
        self.children = event.people.filter(children.contains).map { index.people.number(of: $0) }
        adults = event.people.filter { !children.contains($0) }.map { index.people.number(of: $0) }
        ids = event.tellings.map(\.id)
    }

    /// How many days wide the date is.
    var days: Int { start == .min || end == .max ? .max : end - start }

    /// How the dates of two events lie to each other.
    func relation(to other: ComparedEvent) -> DateRelation {
        if other.start > end { return .apart(other.start - end) }
        if start > other.end { return .apart(start - other.end) }
        return start == end && other.start == other.end ? .sameDay : .overlapping
    }

    /// Whether two events can be one, by who tells them and whom they are about.
    ///
    /// Rows of one file of one agency are its own account of two events. Two that name children, of whom none is in
    /// both, or that name adults alone, of whom none is in both, are about different people.
    func isComparable(with other: ComparedEvent) -> Bool {
        if agency == other.agency, files.contains(where: other.files.contains) { return false }
        if children.isEmpty, other.children.isEmpty {
            return adults.isEmpty || other.adults.isEmpty || adults.contains(where: other.adults.contains)
        }
        return children.isEmpty || other.children.isEmpty || children.contains(where: other.children.contains)
    }
}

import CaseDates
import Diagnostics

/// Lays the accounts of all sources side by side: which may tell of one event, and where they disagree.
struct AccountComparison {
    /// The groups of accounts that may tell of one event, in the order of their first account.
    private(set) var duplicates: [PossibleDuplicates] = []
    /// What sources say differently, in the order of the first account.
    private(set) var conflicts: [Conflict] = []

    private let events: [Event]
    private let rules: ComparisonRules
    private let children: Set<PersonID>
    private var reader: AccountReader
    private var read: [[AccountWords]?]

    /// Compares the dated events of a chronology.
    ///
    /// Two accounts are compared where they are of two agencies or two files, where their dates meet or are as near as
    /// the rules allow, and where they are not about different people. A pair that a person has answered is not linked again; what its accounts
    /// disagree about is still shown. The cost grows with the number of accounts and of those that are near each other in time.
    ///
    /// - Parameters:
    ///   - events: The events with a date, in their order.
    ///   - answers: What persons have said of pairs.
    init(_ events: [Event], family: Family, answers: [SameEventAnswer], rules: ComparisonRules) {
        self.events = events
        self.rules = rules
        children = Set(family.people.filter(\.isChild).map(\.id))
        reader = AccountReader(family, rules: rules)
        read = Array(repeating: nil, count: events.count)
        let apart = Set(answers.filter { !$0.isSame }.flatMap { [[$0.first, $0.second], [$0.second, $0.first]] })
        var pairs: [(first: Int, second: Int, likeness: Likeness)] = []
        for first in events.indices {
            let reach = (events[first].date.latest?.number).map { $0 + rules.mostDaysApart } ?? .max
            for second in events.index(after: first)..<events.endIndex {
                if let start = events[second].date.earliest?.number, start > reach { break }
                guard areComparable(events[first], events[second]),
                    let dates = DateRelation(events[first].date, events[second].date)
                else { continue }
                if !apart.isEmpty, areApart(events[first], events[second], apart) { continue }
                if let likeness = likeness(first, second, dates) { pairs.append((first, second, likeness)) }
            }
        }
        let groups = Self.groups(of: pairs.map { ($0.first, $0.second) })
        var likenesses = Array(repeating: [Likeness](), count: groups.count)
        var group: [Int: Int] = [:]
        for (number, members) in groups.enumerated() { for member in members { group[member] = number } }
        for pair in pairs { likenesses[group[pair.first] ?? 0].append(pair.likeness) }
        duplicates = zip(groups, likenesses).map { members, pairs in
            PossibleDuplicates(events: members.map { events[$0].id }, pairs: pairs)
        }
        let merged = events.indices.filter { !events[$0].accounts.isEmpty && group[$0] == nil }.map { [$0] }
        for members in (groups + merged).sorted(by: { $0[0] < $1[0] }) { compareStatements(members) }
    }

    // MARK: Pairs

    /// Whether a person said that two events, or accounts of them, are not one.
    private func areApart(_ first: Event, _ second: Event, _ apart: Set<[EventID]>) -> Bool {
        first.tellings.contains { telling in second.tellings.contains { apart.contains([telling.id, $0.id]) } }
    }

    /// Whether two accounts can be of one event, by who tells them and whom they are about.
    private func areComparable(_ first: Event, _ second: Event) -> Bool {
        if first.agency == second.agency {
            guard !first.readFrom.contains(where: { place in second.readFrom.contains { $0.path == place.path } })
            else { return false }
        }
        return areAboutTheSame(first.people, second.people)
    }

    /// Whether nothing keeps two lists of people apart: both name children and none is in both, or both name only
    /// adults and none is in both.
    private func areAboutTheSame(_ first: [PersonID], _ second: [PersonID]) -> Bool {
        let (some, others) = (first.filter(children.contains), second.filter(children.contains))
        if some.isEmpty, others.isEmpty {
            return first.isEmpty || second.isEmpty || first.contains(where: second.contains)
        }
        return some.isEmpty || others.isEmpty || some.contains(where: others.contains)
    }

    /// The words of each telling of an event.
    private mutating func words(_ index: Int) -> [AccountWords] {
        if let words = read[index] { return words }
        let words = events[index].tellings.map { reader.read($0) }
        read[index] = words
        return words
    }

    /// What the two tellings of two events that are most alike have in common; `nil` where it is not enough.
    private mutating func likeness(_ first: Int, _ second: Int, _ dates: DateRelation) -> Likeness? {
        let (one, other) = (events[first], events[second])
        let isLong = max(one.date.days, other.date.days) > rules.longestDate
        guard
            let threshold = rules.threshold(dates, isLong: isLong, isOneAgency: one.agency == other.agency),
            haveNearTimes(one, other, dates)
        else { return nil }
        var best: (shared: [Int], percent: Int, reference: String?)?
        let (tellings, otherTellings) = (words(first), words(second))
        for some in tellings {
            for others in otherTellings {
                let shared = Self.shared(some, others)
                let weight = rules.total(shared, reader.vocabulary)
                let percent = min(100, 100 * weight / max(1, min(some.weight, others.weight)))
                guard percent > best?.percent ?? -1 else { continue }
                let reference = some.references.intersection(others.references).min()
                let isEnough = weight >= threshold.weight && percent >= threshold.percent
                guard reference != nil || isEnough && !areDifferent(some.words, others.words) else { continue }
                best = (shared, percent, reference)
            }
        }
        return best.map { shared, percent, reference in
            Likeness(
                first: one.id,
                second: other.id,
                dates: dates,
                percent: percent,
                shared: names(shared),
                sharedReference: reference
            )
        }
    }

    /// Whether two accounts name different kinds of thing, such as the dentist and the optician.
    private func areDifferent(_ some: [Int], _ others: [Int]) -> Bool {
        rules.different.contains { kinds in
            let (one, other) = (some.filter(kinds.contains), others.filter(kinds.contains))
            return !one.isEmpty && !other.isEmpty && !one.contains(where: other.contains)
        }
    }

    /// What shared words are called: the telling ones first, then the ordinary ones, each in the order of the rules.
    private func names(_ shared: [Int]) -> [String] {
        [WordWeight.telling, .ordinary].flatMap { weight in
            shared.filter { reader.vocabulary.weight($0) == weight }.map(reader.vocabulary.name)
        }
    }

    /// Whether two accounts of one day do not give times that are too far apart.
    private func haveNearTimes(_ first: Event, _ second: Event, _ dates: DateRelation) -> Bool {
        guard dates == .sameDay, let time = (first.time?.time ?? first.date.time)?.minute,
            let other = (second.time?.time ?? second.date.time)?.minute
        else { return true }
        return abs(time - other) <= rules.mostMinutesApart
    }

    /// What two accounts share: what both say, and the agency of the one where the other names it.
    private static func shared(_ some: AccountWords, _ others: AccountWords) -> [Int] {
        let both = common(some.words, others.words)
        let named = common(some.agency, others.words) + common(others.agency, some.words)
        return named.isEmpty ? both : Set(both + named).sorted()
    }

    /// The numbers that two ordered lists share.
    private static func common(_ first: [Int], _ second: [Int]) -> [Int] {
        var shared: [Int] = []
        var (index, other) = (0, 0)
        while index < first.count, other < second.count {
            if first[index] == second[other] {
                shared.append(first[index])
                index += 1
                other += 1
            } else if first[index] < second[other] {
                index += 1
            } else {
                other += 1
            }
        }
        return shared
    }

    // MARK: Groups

    /// The groups that pairs make, each in order, by their first members.
    private static func groups(of pairs: [(Int, Int)]) -> [[Int]] {
        var leader: [Int: Int] = [:]
        func find(_ index: Int) -> Int {
            var index = index
            while let next = leader[index], next != index { index = next }
            return index
        }
        for (first, second) in pairs {
            let (one, other) = (find(first), find(second))
            leader[max(one, other)] = min(one, other)
            leader[min(one, other)] = min(one, other)
        }
        var members: [Int: Set<Int>] = [:]
        for (first, second) in pairs { members[find(first), default: []].formUnion([first, second]) }
        return members.keys.sorted().map { (members[$0] ?? []).sorted() }
    }

    // MARK: Conflicts

    /// Compares what the accounts of one event say, where they are linked or a person said that they are one.
    private mutating func compareStatements(_ members: [Int]) {
        let tellings = members.flatMap { events[$0].tellings }
        let dates = tellings.map(\.date)
        let areApart = dates.indices.contains { first in
            dates[first...].contains { if case .apart? = DateRelation(dates[first], $0) { true } else { false } }
        }
        if areApart {
            conflicts.append(
                Conflict(
                    subject: .date,
                    statements: tellings.map { Conflict.Statement(event: $0.id, says: $0.date.text) }
                )
            )
        }
        let taken = tellings.map { reader.sides(of: $0) }
        for (index, fact) in rules.facts.enumerated() {
            let sides = taken.map { $0[index] }
            guard Set(sides.compactMap(\.self)).count > 1 else { continue }
            let statements = zip(tellings, sides).compactMap { telling, side in
                side.map { Conflict.Statement(event: telling.id, says: fact.sides[$0].label) }
            }
            conflicts.append(Conflict(subject: .fact(fact.label), statements: statements))
        }
    }
}

extension EventDate {
    /// How many days wide the date is; an open end makes it endless.
    fileprivate var days: Int {
        guard let earliest, let latest else { return .max }
        return latest.number - earliest.number
    }
}

import CaseDates
import Diagnostics

/// Lays the accounts of all sources side by side: which may tell of one event, and where they disagree.
struct AccountComparison {
    /// The groups of accounts that may tell of one event, in the order of their first account.
    private(set) var duplicates: [PossibleDuplicates] = []
    /// What sources say differently, in the order of the first account.
    private(set) var conflicts: [Conflict] = []
    /// How many pairs that are near in time were not compared, as there are too many.
    private(set) var notCompared = 0

    private let events: [Event]
    private let rules: ComparisonRules
    private let compared: [ComparedEvent]
    /// Where the event of each account stands.
    private var places: [EventID: Int] = [:]
    private typealias Pair = (first: Int, second: Int, likeness: Likeness)
    /// What two accounts share, while they are compared.
    private var shared: [Int] = []
    private var reader: AccountReader
    private var read: [[AccountWords]?]

    /// Compares the dated events of a chronology.
    ///
    /// Two accounts are compared where they are of two agencies or two files, where their dates meet or are as near as
    /// the rules allow, and where they are not about different people. A pair that a person has answered is not linked
    /// again; what its accounts disagree about is still shown. The cost grows with the number of accounts and of those
    /// that are near each other in time, of which each is compared with the next few hundred at most.
    ///
    /// - Parameters:
    ///   - events: The events with a date, in their order.
    ///   - family: The family, whose names mean a child or a role.
    ///   - answers: What persons have said of pairs.
    ///   - rules: How much two accounts must share.
    init(_ events: [Event], family: Family, answers: [SameEventAnswer], rules: ComparisonRules) {
        self.events = events
        self.rules = rules
        let children = Set(family.people.filter(\.isChild).map(\.id))
        var index = ComparedEvent.Index()
        compared = events.map { ComparedEvent($0, children: children, index: &index) }
        reader = AccountReader(family, rules: rules)
        read = Array(repeating: nil, count: events.count)
        let apart = Set(answers.filter { !$0.isSame }.flatMap { [[$0.first, $0.second], [$0.second, $0.first]] })
        for (index, event) in events.enumerated() {
            for telling in event.tellings { places[telling.id] = index }
        }
        var pairs: [Pair] = []
        for first in compared.indices {
            let end = compared[first].end
            let reach = end == .max ? end : end + rules.mostDaysApart
            for second in compared.index(after: first)..<compared.endIndex {
                if compared[second].start > reach { break }
                if second - first > rules.mostNear {
                    notCompared += compared[second...].prefix { $0.start <= reach }.count
                    break
                }
                guard compared[first].isComparable(with: compared[second]),
                    apart.isEmpty || !areApart(compared[first].ids, compared[second].ids, apart),
                    let likeness = likeness(first, second)
                else { continue }
                pairs.append((first, second, likeness))
            }
        }
        duplicates = groups(of: pairs).map { members, numbers in
            PossibleDuplicates(events: members.map { events[$0].id }, pairs: numbers.map { pairs[$0].likeness })
        }
        for (first, second, likeness) in pairs { compare(first, second, likeness) }
        for index in events.indices where !events[index].accounts.isEmpty {
            let tellings = events[index].tellings
            differ(in: tellings, areDatesCompared: true)
        }
        conflicts = conflicts.enumerated()
            .sorted { (position($0.element), $0.offset) < (position($1.element), $1.offset) }
            .map(\.element)
    }

    /// Where the first account of a conflict stands.
    private func position(_ conflict: Conflict) -> Int {
        conflict.statements.first.flatMap { places[$0.event] } ?? .max
    }

    // MARK: Pairs

    /// Whether a person said that two events, or accounts of them, are not one.
    private func areApart(_ first: [EventID], _ second: [EventID], _ apart: Set<[EventID]>) -> Bool {
        first.contains { one in second.contains { apart.contains([one, $0]) } }
    }

    /// The words of each telling of an event.
    private mutating func words(_ index: Int) -> [AccountWords] {
        if let words = read[index] { return words }
        let words = events[index].tellings.map { reader.read($0) }
        read[index] = words
        return words
    }

    /// What the two tellings of two events that are most alike have in common; `nil` where it is not enough.
    private mutating func likeness(_ first: Int, _ second: Int) -> Likeness? {
        let (one, other) = (compared[first], compared[second])
        let dates = one.relation(to: other)
        let isLong = max(one.days, other.days) > rules.longestDate
        guard
            let threshold = rules.threshold(dates, isLong: isLong, isOneAgency: one.agency == other.agency),
            dates != .sameDay || haveNearTimes(one, other)
        else { return nil }
        var best: Likeness?
        var bestPercent = -1
        let (tellings, otherTellings) = (words(first), words(second))
        for some in tellings {
            for others in otherTellings {
                share(some, others)
                let weight = rules.total(shared, reader.vocabulary)
                let percent = min(100, 100 * weight / max(1, min(some.weight, others.weight)))
                guard percent > bestPercent else { continue }
                let reference = some.references.isEmpty ? nil : some.references.intersection(others.references).min()
                let isEnough = weight >= threshold.weight && percent >= threshold.percent
                guard reference != nil || isEnough && !areDifferent(some.words, others.words) else { continue }
                bestPercent = percent
                best = Likeness(
                    first: events[first].id,
                    second: events[second].id,
                    dates: dates,
                    percent: percentOfWords(some, others),
                    shared: names(some, others),
                    sharedReference: reference
                )
            }
        }
        return best
    }

    /// How many of the words of the account with fewer of them are shared, in percent.
    private func percentOfWords(_ some: AccountWords, _ others: AccountWords) -> Int {
        func count(_ words: [Int]) -> Int { words.count { reader.vocabulary.weight($0) != .ignored } }
        return min(100, 100 * count(shared) / max(1, min(count(some.words), count(others.words))))
    }

    /// Whether two accounts name different kinds of thing, such as the dentist and the optician.
    private func areDifferent(_ some: [Int], _ others: [Int]) -> Bool {
        rules.different.contains { kinds in
            let (one, other) = (some.filter(kinds.contains), others.filter(kinds.contains))
            return !one.isEmpty && !other.isEmpty && !one.contains(where: other.contains)
        }
    }

    /// What is shared, in the words of both accounts: the telling things first, then the ordinary ones, each in the
    /// order of the rules.
    private func names(_ some: AccountWords, _ others: AccountWords) -> [String] {
        [WordWeight.telling, .ordinary].flatMap { weight in
            shared.sorted().filter { reader.vocabulary.weight($0) == weight }.compactMap { number in
                let words = [some.written[number], others.written[number]].compactMap(\.self)
                return words.count == 2 && words[0] != words[1] ? words.joined(separator: " / ") : words.first
            }
        }
    }

    /// Whether two accounts of one day do not give times that are too far apart.
    private func haveNearTimes(_ one: ComparedEvent, _ other: ComparedEvent) -> Bool {
        guard let time = one.minute, let otherTime = other.minute else { return true }
        return abs(time - otherTime) <= rules.mostMinutesApart
    }

    /// Works out what two accounts share: what both say, and the agency of the one where the other names it.
    private mutating func share(_ some: AccountWords, _ others: AccountWords) {
        shared.removeAll(keepingCapacity: true)
        addCommon(some.words, others.words)
        for word in some.agency where others.words.contains(word) && !shared.contains(word) { shared.append(word) }
        for word in others.agency where some.words.contains(word) && !shared.contains(word) { shared.append(word) }
    }

    /// Adds the numbers that two ordered lists have in common.
    private mutating func addCommon(_ first: [Int], _ second: [Int]) {
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
    }

    // MARK: Groups

    /// The groups that pairs make: their members in order, and the numbers of their pairs; by their first members.
    ///
    /// The likest pairs are taken first. A pair joins a group only if the group then still lies within the days that
    /// two accounts may be apart, so that no chain of pairs makes one event of a fortnight; else it is a group of its
    /// own, and an account may be in two groups.
    private func groups(of pairs: [Pair]) -> [(members: [Int], pairs: [Int])] {
        var groups: [(members: Set<Int>, pairs: [Int])] = []
        var memberships: [Int: [Int]] = [:]
        for number in pairs.indices.sorted(by: { (pairs[$1].likeness.percent, $0) < (pairs[$0].likeness.percent, $1) })
        {
            let pair = Set([pairs[number].first, pairs[number].second])
            let near = pair.flatMap { memberships[$0] ?? [] }.sorted()
            if let group = near.first(where: { lieTogether(groups[$0].members.union(pair)) }) {
                for member in pair where groups[group].members.insert(member).inserted {
                    memberships[member, default: []].append(group)
                }
                groups[group].pairs.append(number)
            } else {
                for member in pair { memberships[member, default: []].append(groups.count) }
                groups.append((pair, [number]))
            }
        }
        return groups.map { ($0.members.sorted(), $0.pairs.sorted()) }.sorted { first, second in
            first.0.lexicographicallyPrecedes(second.0)
        }
    }

    /// Whether no two of some events are further apart than two accounts of one event may be.
    private func lieTogether(_ members: Set<Int>) -> Bool {
        let last = members.map { compared[$0].start }.max() ?? 0
        let first = members.map { compared[$0].end }.min() ?? 0
        return first == .max || last == .min || last - first <= rules.mostDaysApart
    }

    // MARK: Conflicts

    /// Says in what two linked events differ; in the date only where they are much alike, as two days with some words
    /// in common are more often two events.
    private mutating func compare(_ first: Int, _ second: Int, _ likeness: Likeness) {
        let isMuchAlike = likeness.percent >= rules.dateConflictPercent || likeness.sharedReference != nil
        differ(in: [events[first], events[second]], areDatesCompared: isMuchAlike)
    }

    /// Says in what accounts differ.
    private mutating func differ(in tellings: [Event], areDatesCompared: Bool) {
        let dates = tellings.map(\.date)
        let areApart = dates.indices.contains { first in
            dates[first...].contains { if case .apart? = DateRelation(dates[first], $0) { true } else { false } }
        }
        if areApart, areDatesCompared {
            let statements = tellings.map { Conflict.Statement(event: $0.id, says: $0.date.text) }
            conflicts.append(Conflict(subject: .date, statements: statements))
        }
        var taken: [[Int: TakenSide]] = []
        for telling in tellings { taken.append(reader.sides(of: telling)) }
        for (index, fact) in rules.facts.enumerated() {
            let sides = taken.compactMap { $0[index] }
            guard sides.contains(where: { one in sides.contains(where: one.contradicts) }) else { continue }
            let statements = zip(tellings, taken).compactMap { telling, sides in
                sides[index].map {
                    Conflict.Statement(event: telling.id, says: fact.sides[$0.side].label, words: $0.words)
                }
            }
            conflicts.append(Conflict(subject: .fact(fact.label), statements: statements))
        }
    }
}

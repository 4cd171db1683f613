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
    /// What two accounts share, while they are compared.
    private var shared: [Int] = []
    private var reader: AccountReader
    private var read: [[AccountWords]?]

    /// Compares the dated events of a chronology.
    ///
    /// Two accounts are compared where they are of two agencies or two files, where their dates meet or are as near as
    /// the rules allow, and where they are not about different people. A pair that a person has answered is not linked again; what its accounts
    /// disagree about is still shown. The cost grows with the number of accounts and of those that are near each other in time, of which each is compared with the next
    /// few hundred at most.
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
        var pairs: [(first: Int, second: Int, likeness: Likeness)] = []
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
        var best: (shared: [Int], percent: Int, reference: String?)?
        let (tellings, otherTellings) = (words(first), words(second))
        for some in tellings {
            for others in otherTellings {
                share(some, others)
                let weight = rules.total(shared, reader.vocabulary)
                let percent = min(100, 100 * weight / max(1, min(some.weight, others.weight)))
                guard percent > best?.percent ?? -1 else { continue }
                let reference = some.references.isEmpty ? nil : some.references.intersection(others.references).min()
                let isEnough = weight >= threshold.weight && percent >= threshold.percent
                guard reference != nil || isEnough && !areDifferent(some.words, others.words) else { continue }
                best = (shared, percent, reference)
            }
        }
        return best.map { shared, percent, reference in
            Likeness(
                first: events[first].id,
                second: events[second].id,
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
            shared.sorted().filter { reader.vocabulary.weight($0) == weight }.map(reader.vocabulary.name)
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

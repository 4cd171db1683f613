@testable import CareTools

/// Works out by trying everything what a reader can know of counts that are not shown.
struct Attacker {
    private let tally: Tally
    private let isOpen: [Bool]
    private let isWithheld: [Bool]
    private let least: [Int]
    private let most: Int
    private(set) var seen: [Set<Int>]
    private var values: [Int]

    /// Knows what is shown, all sums, and that nothing that is hidden is 0, unless its whole detail is withheld.
    init(_ tally: Tally, hides: (CountID) -> Bool, withheld: Set<Int> = []) {
        self.tally = tally
        isOpen = tally.counts.indices.map { hides(CountID(number: $0)) || tally.counts[$0].role != .published }
        let isWithheld = tally.counts.map { $0.detail.map(withheld.contains) ?? false }
        self.isWithheld = isWithheld
        least = zip(tally.counts, isWithheld).map { $0.role == .published && !$1 ? 1 : 0 }
        most = (tally.counts.map(\.value).max() ?? 0) + 4
        seen = tally.counts.map { _ in [] }
        values = tally.counts.indices.map { [isOpen] in isOpen[$0] ? -1 : tally.counts[$0].value }
        attempt(0)
    }

    /// The counts of which only one value is possible: hidden ones, and small rests that stand nowhere.
    var workedOut: [Int] {
        seen.indices.filter { number in
            switch tally.counts[number].role {
            case .published:
                isOpen[number] && seen[number].count < 2
                    && (!isWithheld[number] || (1...5).contains(tally.counts[number].value))
            case .rest: (1...5).contains(tally.counts[number].value) && seen[number].count < 2
            case .slack: false
            }
        }
    }

    private mutating func attempt(_ number: Int) {
        guard let next = (number..<values.count).first(where: { isOpen[$0] }) else {
            if isConsistent(partly: false) { for index in values.indices { seen[index].insert(values[index]) } }
            return
        }
        for value in candidates(next) {
            values[next] = value
            if isConsistent(partly: true) { attempt(next + 1) }
        }
        values[next] = -1
    }

    /// The values to try: one where a sum has no other gap.
    private func candidates(_ number: Int) -> ClosedRange<Int> {
        for sum in tally.sums {
            let parts = sum.parts.map(\.number)
            let gaps = parts.count { values[$0] == -1 } + (values[sum.total.number] == -1 ? 1 : 0)
            guard gaps == 1 else { continue }
            let known = parts.reduce(0) { $0 + max(0, values[$1]) }
            var value: Int?
            if sum.total.number == number { value = known }
            if parts.contains(number) { value = values[sum.total.number] - known }
            if let value { return value < least[number] ? most + 1...most + 1 : value...value }
        }
        return least[number]...most
    }

    private func isConsistent(partly: Bool) -> Bool {
        tally.sums.allSatisfy { sum in
            let parts = sum.parts.map { values[$0.number] }
            let total = values[sum.total.number]
            if !parts.contains(-1), total != -1 { return parts.reduce(0, +) == total }
            return partly && (total == -1 || parts.filter { $0 != -1 }.reduce(0, +) <= total)
        }
    }
}

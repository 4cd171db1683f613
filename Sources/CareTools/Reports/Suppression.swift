/// Which counts of a tally are not shown, so that no count of 1 to 5 can be read or worked out.
///
/// Counts of 1 to 5 are hidden, and so is a part whose rest is 1 to 5. Then every hidden count must be safe: there must
/// be another set of counts that fits all that is shown and all sums, with another number in its place. Where there is
/// none, the smallest further counts are hidden that make one. 0 is always shown.
///
/// The other sets are looked for among counts of the same size class, so that knowing this rule does not help either.
/// Every hidden count has been shown to be safe in this way, or all counts that hang together with it are hidden.
struct Suppression: Sendable {
    private let tally: Tally
    private var hidden: [Bool]
    private var safe: [Bool]
    /// The sums as equations that come to 0, the total with a minus.
    private let equations: [[Term]]
    private let equationsOf: [[Int]]
    private let costs: [Int]

    private struct Term: Sendable {
        let count: Int
        let factor: Int
    }

    /// Chooses what is hidden.
    init(_ tally: Tally) {
        self.tally = tally
        let counts = tally.counts
        equations = tally.sums.map(Self.equation)
        var equationsOf = [[Int]](repeating: [], count: counts.count)
        var isTotalOf = [Int](repeating: 0, count: counts.count)
        for (number, equation) in equations.enumerated() {
            for term in equation {
                equationsOf[term.count].append(number)
                if term.factor < 0 { isTotalOf[term.count] += 1 }
            }
        }
        self.equationsOf = equationsOf
        // A total is worth more than any of its parts: many tables lean on it.
        costs = counts.indices.map { SizeClass(counts[$0].value).rawValue + 10 * isTotalOf[$0] }
        hidden = counts.map { $0.role == .published && SizeClass($0.value) == .small }
        safe = [Bool](repeating: false, count: counts.count)
        hidePartsWithSmallRests()
        makeSafe()
    }

    /// Whether a count is not shown.
    func hides(_ id: CountID) -> Bool { hidden[id.number] }

    private static func equation(_ sum: Tally.Sum) -> [Term] {
        var parts: [Term] = []
        for part in sum.parts {
            if let place = parts.firstIndex(where: { $0.count == part.number }) {
                parts[place] = Term(count: part.number, factor: parts[place].factor + 1)
            } else {
                parts.append(Term(count: part.number, factor: 1))
            }
        }
        return parts + [Term(count: sum.total.number, factor: -1)]
    }

    private mutating func hidePartsWithSmallRests() {
        for sum in tally.sums {
            let rests = sum.parts.filter { isSmallRest($0.number) }
            guard !rests.isEmpty else { continue }
            for part in sum.parts where tally.counts[part.number].role == .published && tally.value(part) > 0 {
                hidden[part.number] = true
            }
        }
    }

    private func isSmallRest(_ number: Int) -> Bool {
        tally.counts[number].role == .rest && SizeClass(tally.counts[number].value) == .small
    }

    /// Whether a reader does not see a count.
    private func isOpen(_ number: Int) -> Bool { hidden[number] || tally.counts[number].role != .published }

    private func mustBeSafe(_ number: Int) -> Bool { hidden[number] || isSmallRest(number) }

    private mutating func makeSafe() {
        var number = 0
        while number < tally.counts.count {
            guard mustBeSafe(number), !safe[number] else {
                number += 1
                continue
            }
            var search = Search(self)
            if let other = search.otherCounts(changing: number) {
                for place in other {
                    if !isOpen(place) { hidden[place] = true }
                    safe[place] = true
                }
            } else if hideAround(number) {
                // A count before this one may have been hidden.
                number = 0
            } else {
                safe[number] = true
            }
        }
    }

    /// Hides all counts that stand in sums with this one or with what is open beside it; false where none was shown.
    private mutating func hideAround(_ number: Int) -> Bool {
        var reached = Set([number])
        var queue = [number]
        var shown: [Int] = []
        while let next = queue.popLast() {
            for term in equationsOf[next].flatMap({ equations[$0] }) where reached.insert(term.count).inserted {
                if isOpen(term.count) {
                    queue.append(term.count)
                } else if tally.counts[term.count].value > 0 {
                    shown.append(term.count)
                }
            }
        }
        for place in shown { hidden[place] = true }
        return !shown.isEmpty
    }

    /// Looks for other counts that fit what is shown, at the least cost of counts to be hidden besides.
    private struct Search {
        private let suppression: Suppression
        private var steps: [Int: Int] = [:]
        private var residuals: [Int: Int] = [:]
        private var open: [Int] = []
        private var cost = 0
        private var best: (cost: Int, places: [Int])?
        private var budget = 5000

        init(_ suppression: Suppression) { self.suppression = suppression }

        /// The counts that differ in the other set.
        mutating func otherCounts(changing number: Int) -> [Int]? {
            for step in [1, -1] where isPossible(step, at: number) {
                take(step, at: number)
                extend()
                undo(at: number)
                if best?.cost == 0 { break }
            }
            return best?.places
        }

        private mutating func extend() {
            guard budget > 0 else { return }
            budget -= 1
            guard let equation = open.last(where: { residuals[$0] != 0 }), let residual = residuals[equation] else {
                best = (cost, Array(steps.keys))
                return
            }
            let candidates = suppression.equations[equation].filter { term in
                steps[term.count] == nil && residual % term.factor == 0
                    && isPossible(-residual / term.factor, at: term.count)
            }
            .enumerated().map { (cost: price(of: $0.element.count), order: $0.offset, term: $0.element) }
            .sorted { ($0.cost, $0.order) < ($1.cost, $1.order) }
            for candidate in candidates {
                if let best, cost + candidate.cost >= best.cost { return }
                cost += candidate.cost
                take(-residual / candidate.term.factor, at: candidate.term.count)
                extend()
                undo(at: candidate.term.count)
                cost -= candidate.cost
            }
        }

        private func price(of number: Int) -> Int { suppression.isOpen(number) ? 0 : suppression.costs[number] }

        /// Whether a count may be so much higher: it stays in its class, and what is 0 in a table stays 0.
        private func isPossible(_ step: Int, at number: Int) -> Bool {
            let count = suppression.tally.counts[number]
            let (value, overflow) = count.value.addingReportingOverflow(step)
            guard !overflow else { return false }
            return switch count.role {
            case .published: count.value > 0 && SizeClass(count.value).range.contains(value)
            case .rest: SizeClass(count.value) == .small ? SizeClass.smallCounts.contains(value) : value >= 0
            case .slack: value >= 0
            }
        }

        private mutating func take(_ step: Int, at number: Int) {
            steps[number] = step
            move(number, by: step)
        }

        private mutating func undo(at number: Int) {
            guard let step = steps.removeValue(forKey: number) else { return }
            move(number, by: -step)
        }

        private mutating func move(_ number: Int, by step: Int) {
            for equation in suppression.equationsOf[number] {
                for term in suppression.equations[equation] where term.count == number {
                    residuals[equation, default: 0] += step * term.factor
                }
                if !open.contains(equation) { open.append(equation) }
            }
        }
    }
}

/// Looks for other counts that fit all sums and all that is shown, with another number in one place.
///
/// From the changed count on it restores one broken sum after the other by changing a further count of it, the sum with
/// the fewest ways first. What is shown can only be changed at the cost of hiding it.
struct OtherCounts {
    /// The sums as equations that come to 0, the total with a minus.
    private struct Term {
        let count: Int
        let factor: Int
    }

    private let counts: [Tally.Count]
    private let equations: [[Term]]
    private let equationsOf: [[Int]]
    /// What it costs to hide a count: the larger and the more tables lean on it, the more.
    private let costs: [Int]
    /// Whether a reader does not see a count.
    private(set) var isOpen: [Bool]
    /// Whether a reader does not even see whether it is 0.
    private var isWithheld: [Bool]
    /// The detail that each sum belongs to; `nil` for what stands in any case.
    private let detailOf: [Int?]
    /// Whether a sum is known to a reader.
    private var isKnown: [Bool]
    /// The detail whose counts alone may be hidden now; `nil` for those that belong to none.
    private var current: Int?
    private var steps: [Int]
    private var changed: [Int] = []
    private var residuals: [Int]
    private var touched: [Int] = []
    private var cost = 0
    private var best: (cost: Int, places: [Int])?
    private var limits = Limits(changes: 0, cost: 0)
    private var budget = 0

    private struct Limits {
        let changes: Int
        let cost: Int
    }

    private static let largestBudget = 600

    init(_ tally: Tally) {
        counts = tally.counts
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
        costs = tally.counts.enumerated().map { SizeClass($1.value).rawValue + 10 * isTotalOf[$0] }
        isOpen = counts.map { $0.role != .published }
        isWithheld = counts.map { _ in false }
        detailOf = tally.sums.map { sum in
            (sum.parts + [sum.total]).compactMap { tally.counts[$0.number].detail }.max()
        }
        isKnown = detailOf.map { $0 == nil }
        steps = [Int](repeating: 0, count: counts.count)
        residuals = [Int](repeating: 0, count: equations.count)
    }

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

    /// Hides a count.
    mutating func hide(_ number: Int) { isOpen[number] = true }

    /// Hides a count whose table is left out.
    mutating func withhold(_ number: Int) {
        isOpen[number] = true
        isWithheld[number] = true
    }

    /// Lets a reader know the sums of a detail too; from now on only its counts may be hidden.
    mutating func add(detail: Int) {
        current = detail
        for equation in equations.indices where detailOf[equation] == detail { isKnown[equation] = true }
    }

    /// The counts that stand in the sums of a detail.
    func counts(in detail: Int) -> Set<Int> {
        Set(equations.indices.filter { detailOf[$0] == detail }.flatMap { equations[$0].map(\.count) })
    }

    /// The counts that differ in the other set, at the least cost that is found; those that are shown have to be hidden.
    mutating func places(changing number: Int) -> [Int]? {
        best = nil
        for changes in [4, 7, 12, 20] {
            search(number, Limits(changes: changes, cost: 0))
            if best != nil { return best?.places }
        }
        for changes in [4, 7, 12] {
            search(number, Limits(changes: changes, cost: .max))
            if best != nil { return best?.places }
        }
        return nil
    }

    /// The shown count that is the best to hide where no other set is found: cheap, and near in sums of open counts;
    /// `nil` where none is left.
    func nearestShown(to number: Int) -> Int? {
        var reached = Set([number])
        var ring = [number]
        var distance = 0
        var best: (price: Int, number: Int)?
        while !ring.isEmpty {
            var next: [Int] = []
            for equation in ring.flatMap({ equationsOf[$0] }) where isKnown[equation] {
                for term in equations[equation] where reached.insert(term.count).inserted {
                    if isOpen[term.count] {
                        next.append(term.count)
                    } else if counts[term.count].value > 0, mayHide(term.count) {
                        let price = costs[term.count] + 3 * distance
                        if price < best?.price ?? .max { best = (price, term.count) }
                    }
                }
            }
            distance += 1
            ring = next
        }
        return best?.number
    }

    private func mayHide(_ number: Int) -> Bool { counts[number].detail == current }

    // MARK: The search

    private mutating func search(_ number: Int, _ limits: Limits) {
        self.limits = limits
        for step in [1, -1] where isPossible(step, at: number) {
            budget = Self.largestBudget
            change(number, by: step)
            restore()
            undo()
            if best?.cost == 0 { break }
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func restore() {
        guard budget > 0 else { return }
        budget -= 1
        guard let ways = narrowest() else {
            best = (cost, changed)
            return
        }
        guard changed.count < limits.changes else { return }
        for way in ways {
            let price = cost + way.cost
            if price > limits.cost || price >= best?.cost ?? .max { return }
            let before = cost
            cost = price
            change(way.count, by: way.step)
            restore()
            undo()
            cost = before
        }
    }

    /// A change that restores a sum.
    private struct Way {
        let count: Int
        let step: Int
        let cost: Int
    }

    /// The broken sum with the fewest ways to restore it, and the ways, the cheapest first; `nil` where none is broken.
    private func narrowest() -> [Way]? {
        var narrowest: [Way]?
        for equation in touched.reversed() where residuals[equation] != 0 {
            let ways = ways(equation)
            if ways.count < narrowest?.count ?? .max { narrowest = ways }
            if ways.isEmpty { break }
        }
        return narrowest?.enumerated().sorted { ($0.1.cost, $0.0) < ($1.1.cost, $1.0) }.map(\.element)
    }

    private func ways(_ equation: Int) -> [Way] {
        let residual = residuals[equation]
        return equations[equation].compactMap { term in
            guard steps[term.count] == 0, residual % term.factor == 0 else { return nil }
            guard isOpen[term.count] || mayHide(term.count) else { return nil }
            let price = isOpen[term.count] ? 0 : costs[term.count]
            let step = -residual / term.factor
            guard price <= limits.cost, isPossible(step, at: term.count) else { return nil }
            return Way(count: term.count, step: step, cost: price)
        }
    }

    /// Whether a count may be so much higher: it stays in its class, and what is 0 in a table stays 0.
    private func isPossible(_ step: Int, at number: Int) -> Bool {
        let count = counts[number]
        let (value, overflow) = count.value.addingReportingOverflow(step)
        guard !overflow else { return false }
        if isWithheld[number] { return value >= 0 }
        return switch count.role {
        case .published: count.value > 0 && SizeClass(count.value).range.contains(value)
        case .rest: SizeClass(count.value) == .small ? SizeClass.smallCounts.contains(value) : value >= 0
        case .slack: value >= 0
        }
    }

    private mutating func change(_ number: Int, by step: Int) {
        steps[number] = step
        changed.append(number)
        move(number, by: step)
    }

    private mutating func undo() {
        guard let number = changed.popLast() else { return }
        move(number, by: -steps[number])
        steps[number] = 0
    }

    private mutating func move(_ number: Int, by step: Int) {
        for equation in equationsOf[number] where isKnown[equation] {
            for term in equations[equation] where term.count == number {
                residuals[equation] += step * term.factor
            }
            if !touched.contains(equation) { touched.append(equation) }
        }
    }
}

/// When an item is shown, as a form can ask it: tests joined by "and" and "or", without "not".
indirect enum Enabling: Hashable {
    case always
    case never
    case test(EnableTest)
    case all([Enabling])
    case any([Enabling])

    /// More clauses than this are no help to anyone who reads the form.
    static let mostClauses = 64

    /// The same as clauses, all of which must hold, each by one of its tests; `nil` where there would be too many.
    ///
    /// No clause at all holds always, and a clause without a test never.
    var clauses: [[EnableTest]]? {
        switch self {
        case .always: return []
        case .never: return [[]]
        case .test(let test): return [[test]]
        case .all(let parts):
            var clauses: [[EnableTest]] = []
            for part in parts {
                guard let more = part.clauses else { return nil }
                clauses = Self.needed(clauses + more)
                guard clauses.count <= Self.mostClauses else { return nil }
            }
            return clauses
        case .any(let parts):
            var clauses: [[EnableTest]] = [[]]
            for part in parts {
                guard let more = part.clauses else { return nil }
                clauses = Self.needed(clauses.flatMap { clause in more.map { Self.union(clause, $0) } })
                guard clauses.count <= Self.mostClauses else { return nil }
            }
            return clauses
        }
    }

    private static func union(_ first: [EnableTest], _ second: [EnableTest]) -> [EnableTest] {
        first + second.filter { !first.contains($0) }
    }

    /// The clauses without those that say nothing: what holds always, and what another clause says already.
    private static func needed(_ clauses: [[EnableTest]]) -> [[EnableTest]] {
        var kept: [[EnableTest]] = []
        for clause in clauses where !isAlwaysTrue(clause) {
            let tests = Set(clause)
            if kept.contains(where: { tests.isSuperset(of: $0) }) { continue }
            kept.removeAll { tests.isSubset(of: $0) }
            kept.append(clause)
        }
        return kept
    }

    private static func isAlwaysTrue(_ clause: [EnableTest]) -> Bool {
        clause.contains { test in
            test.kind == .exists(true) && clause.contains(EnableTest(question: test.question, kind: .exists(false)))
        }
    }
}

import CaseDates

/// What an account says, in the form in which accounts are compared.
struct AccountWords {
    /// The words that say something, each once, in the order of their numbers.
    let words: [Int]
    /// The numbers and references with five to nine figures, such as those of a police log.
    let references: Set<String>
    /// Which side of each stated fact it takes; a fact of which it says both, or nothing, is not there.
    let sides: [Int: Int]
}

/// Turns accounts of one family into the form in which they are compared.
struct AccountReader {
    private let rules: ComparisonRules
    private let phrases: PhraseTable
    private var numbers: [String: Int] = [:]

    init(_ family: Family, rules: ComparisonRules) {
        self.rules = rules
        phrases = rules.sameWords.adding(Self.names(family, rules))
    }

    mutating func read(_ event: Event) -> AccountWords {
        let said = phrases.replacing(PlainWords.words(of: event.what))
        var words: Set<Int> = []
        var references: Set<String> = []
        for word in said where word != PlainWords.stop {
            if Self.isReference(word) { references.insert(word) }
            let stem = WordStem.of(word)
            guard !stem.isEmpty, !rules.ignored.contains(stem) else { continue }
            words.insert(number(of: stem))
        }
        for text in [event.reference, event.source] {
            for word in PlainWords.words(of: text ?? "") where Self.isReference(word) { references.insert(word) }
        }
        var sequence = said
        if let outcome = event.outcome {
            sequence += [PlainWords.stop] + phrases.replacing(PlainWords.words(of: outcome))
        }
        return AccountWords(words: words.sorted(), references: references, sides: sides(sequence))
    }

    private mutating func number(of word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = numbers.count
        return numbers.count - 1
    }

    /// Whether a word is a number by which a record can be found: five to nine figures, so that no year, day, time or telephone
    /// number is one.
    private static func isReference(_ word: String) -> Bool {
        (5...9).contains(word.utf8.count { (0x30...0x39).contains($0) })
    }

    // MARK: Facts

    private func sides(_ words: [String]) -> [Int: Int] {
        var found: [Int: Set<Int>] = [:]
        for fact in rules.facts.indices {
            var index = 0
            while index < words.count {
                // Of two sides the one with the longer phrase is meant: "not seen" holds "seen".
                let matches = rules.statements.filter { $0.fact == fact }.compactMap { statement in
                    statement.phrases.match(in: words, at: index).map { (statement.side, $0.count) }
                }
                if let longest = matches.max(by: { $0.1 < $1.1 }) {
                    found[fact, default: []].insert(longest.0)
                    index += longest.1
                } else {
                    index += 1
                }
            }
        }
        return found.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    // MARK: Names

    /// The names of the family, each with the word that stands for the person: "child" for a child, the role for an adult
    /// who is the only one in it, else the identifier. A surname stands for nothing.
    private static func names(_ family: Family, _ rules: ComparisonRules) -> [(words: [String], meaning: String)] {
        var roles: [String: Int] = [:]
        for person in family.people where !person.isChild { roles[person.role.lowercased(), default: 0] += 1 }
        var names: [(words: [String], meaning: String)] = []
        var surnames: [(words: [String], meaning: String)] = []
        for person in family.people {
            let role = person.role.lowercased()
            let meaning =
                if person.isChild {
                    "child"
                } else if !role.isEmpty, roles[role] == 1 {
                    rules.sameWords.replacing(PlainWords.phrase(role)).joined(separator: "-")
                } else {
                    "@" + person.id.text
                }
            for name in [person.name] + person.alsoKnownAs + [person.label ?? ""] {
                names.append((PlainWords.phrase(name), meaning))
            }
            let parts = PlainWords.phrase(person.name)
            if let first = parts.first { names.append(([first], meaning)) }
            if parts.count > 1, let last = parts.last { surnames.append(([last], "")) }
        }
        return names + surnames
    }
}

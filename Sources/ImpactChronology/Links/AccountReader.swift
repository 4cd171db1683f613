/// Turns accounts of one family into the form in which they are compared.
struct AccountReader {
    private let rules: ComparisonRules
    private(set) var vocabulary: Vocabulary
    private let people: PhraseTable
    private var agencies: [String: [Int]] = [:]

    init(_ family: Family, rules: ComparisonRules) {
        self.rules = rules
        var vocabulary = rules.vocabulary
        people = PhraseTable(Self.names(family, &vocabulary))
        self.vocabulary = vocabulary
    }

    mutating func read(_ event: Event) -> AccountWords {
        let written = vocabulary.numbers(in: vocabulary.read(event.what, people: people))
        let words = written.keys.sorted()
        var references: Set<String> = []
        for text in [event.what, event.reference ?? "", event.source ?? ""] {
            for word in PlainWords.words(of: text) where Self.isReference(word) { references.insert(word) }
        }
        return AccountWords(
            words: words,
            written: written,
            agency: agency(event.agency),
            weight: rules.total(words, vocabulary),
            references: references
        )
    }

    private mutating func agency(_ name: String) -> [Int] {
        if let known = agencies[name] { return known }
        let words = vocabulary.numbers(in: vocabulary.read(name, people: people)).keys.sorted()
        agencies[name] = words
        return words
    }

    /// Whether a word is a number by which a record can be found: five to nine figures, so that no year, day, time or
    /// telephone number is one.
    private static func isReference(_ word: String) -> Bool {
        (5...9).contains(word.utf8.count { (0x30...0x39).contains($0) })
    }

    // MARK: Facts

    /// Which side of each stated fact an account takes, in what happened and in what came of it, with the words in which it does.
    ///
    /// A fact of which it says both, or nothing, is not there.
    func sides(of event: Event) -> [Int: (side: Int, words: String)] {
        var said = vocabulary.read(event.what, people: people)
        if let outcome = event.outcome { said += [nil] + vocabulary.read(outcome, people: people) }
        let statements = rules.statements.value
        let words = said.filter { $0.map { !statements.passedOver.contains($0.meaning) } ?? true }
        var sides: [Int: (side: Int, words: String)] = [:]
        for (fact, phrases) in statements.facts.enumerated() {
            if let side = phrases.side(in: words) { sides[fact] = side }
        }
        return sides
    }

    // MARK: Names

    /// The names of the family, each with what it means.
    ///
    /// That is "child" for a child, the role for an adult who is the only one in it, else the person. A surname says nothing.
    private static func names(_ family: Family, _ vocabulary: inout Vocabulary) -> [(words: [String], meaning: Int)] {
        var roles: [String: Int] = [:]
        for person in family.people where !person.isChild { roles[person.role.lowercased(), default: 0] += 1 }
        var names: [(words: [String], meaning: Int)] = []
        var surnames: [(words: [String], meaning: Int)] = []
        for person in family.people {
            let role = person.role.lowercased()
            let name = person.isChild ? "child" : !role.isEmpty && roles[role] == 1 ? role : "@" + person.id.text
            let meaning = vocabulary.group(name) ?? vocabulary.meaning(named: name)
            for name in [person.name] + person.alsoKnownAs + [person.label ?? ""] {
                names.append((PlainWords.phrase(name), meaning))
            }
            let parts = PlainWords.phrase(person.name)
            if let first = parts.first { names.append(([first], meaning)) }
            if parts.count > 1, let last = parts.last { surnames.append(([last], Vocabulary.nothing)) }
        }
        return names + surnames
    }
}

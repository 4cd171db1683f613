/// Turns accounts of one family into the form in which they are compared.
struct AccountReader {
    private let rules: ComparisonRules
    private(set) var vocabulary: Vocabulary
    private let people: PhraseTable
    private var agencies: [String: [Int]] = [:]
    private let family: Family
    /// The names of the family in the vocabulary of facts.
    private var factNames: PhraseTable?

    init(_ family: Family, rules: ComparisonRules) {
        self.rules = rules
        self.family = family
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

    /// Which side of each stated fact an account takes, in what happened and in what came of it, with the words in
    /// which it does.
    ///
    /// A fact of which it says both, or nothing, is not there.
    mutating func sides(of event: Event) -> [Int: TakenSide] {
        let statements = rules.statements.value
        let people = factNames ?? Self.table(of: family, in: statements.vocabulary)
        factNames = people
        var said = statements.vocabulary.read(event.what, people: people)
        if let outcome = event.outcome { said += [nil] + statements.vocabulary.read(outcome, people: people) }
        let words = said.filter { $0.map { !statements.passedOver.contains($0.meaning) } ?? true }
        var sides: [Int: TakenSide] = [:]
        for (fact, phrases) in statements.facts.enumerated() {
            guard let (side, words) = phrases.side(in: words, hedges: statements.hedges) else { continue }
            let said = " \(words) "
            let children = family.people.filter { person in
                person.isChild && names(of: person).contains { said.contains(" \($0) ") }
            }
            sides[fact] = TakenSide(side: side, words: words, children: Set(children.map(\.id)))
        }
        return sides
    }

    /// The names of a person as they stand in words that are compared.
    private func names(of person: Person) -> [String] {
        let name = PlainWords.phrase(person.name)
        let all = [name, Array(name.prefix(1))] + person.alsoKnownAs.map(PlainWords.phrase)
        return all.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    private static func table(of family: Family, in vocabulary: Vocabulary) -> PhraseTable {
        var vocabulary = vocabulary
        return PhraseTable(names(family, &vocabulary))
    }

    // MARK: Names

    /// The names of the family, each with what it means.
    ///
    /// That is "child" for a child, the role for an adult who is the only one in it, else the person. A surname says
    /// nothing.
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

import DataFormats
import Diagnostics

/// Makes labels for people, and all ways in which their names may be written.
struct GlossaryBuilder {
    let common: CommonWords
    let childrenAs: ChildrenAs
    private var faults: [Diagnostic] = []
    /// The families in whose order letters are given to shared surnames.
    private var surnameLetters: [String] = []

    init(common: CommonWords, childrenAs: ChildrenAs) {
        self.common = common
        self.childrenAs = childrenAs
    }

    mutating func build(_ people: [ListedPerson], families: [String?]) throws(GlossaryFaults) -> Glossary {
        let named = merged(people)
        checkNames(named)
        try throwIfAny()
        var labels = PersonLabels(named, childrenAs: childrenAs, kinship: common.kinship)
        faults += labels.faults
        try throwIfAny()
        var collection = PatternCollection(common: common)
        let familyNames = families.map { Self.surname(ofFamily: $0 ?? "", kinship: common.kinship) }
        collection.addSurnames(named, families: familyNames)
        for (index, person) in named.enumerated() { collection.add(person, index) }
        let surnames = collection.sharedSurnames.map { surname in
            (name: surname.text, label: labels.free("Family"))
        }
        var entries = zip(named, labels.labels).map { person, label in
            GlossaryEntry(
                label: label,
                name: person.name.isEmpty ? nil : person.name,
                kind: .person,
                isKept: person.isChild && childrenAs == .full
            )
        }
        entries += surnames.map { GlossaryEntry(label: $0.label, name: $0.name, kind: .family) }
        let (patterns, leakWords) = collection.patterns(&entries, people: named.count)
        checkLabels(entries, leakWords)
        try throwIfAny()
        return Glossary(
            entries: entries,
            patterns: patterns,
            listed: ListedIdentifiers(named + Self.numbers(families)),
            leakWords: leakWords,
            peopleCount: named.count,
            peopleWithoutName: named.count { $0.name.allSatisfy(\.isWhitespace) }
        )
    }

    private func throwIfAny() throws(GlossaryFaults) {
        if !faults.isEmpty { throw GlossaryFaults(faults) }
    }

    /// The surname in the name of a family, such as "Harper (invented family)" or "the Harper family".
    static func surname(ofFamily name: String, kinship: Set<String>) -> [NameWords.Word] {
        let generic: Set<String> = ["family", "the", "household", "case", "families", "siblings", "children", "and"]
        let words = NameWords(name, kinship: kinship.union(generic))
        return (words.surname.isEmpty ? words.forenames : words.forenames + words.surname).filter { word in
            !word.pieces.allSatisfy { generic.contains($0) || kinship.contains($0) } && word.pieces.joined().count > 1
        }
    }

    /// Families that are only known by a number.
    private static func numbers(_ families: [String?]) -> [ListedPerson] {
        families.compactMap { name in
            name.flatMap { ListedIdentifiers.isIdentifier($0) ? ListedPerson(name: "", alsoKnownAs: [$0]) : nil }
        }
    }

    // MARK: People

    /// People of one name and one label are one person.
    private mutating func merged(_ people: [ListedPerson]) -> [ListedPerson] {
        var result: [ListedPerson] = []
        var places: [[String]: Int] = [:]
        for var person in people {
            let key = LetterFolding.words(person.name)
            // "Unknown", "mother": what stands for a name that nobody knows must not be looked for.
            if !key.isEmpty, key.allSatisfy({ common.kinship.contains($0) || Self.noNames.contains($0) }) {
                person.name = ""
                result.append(person)
                continue
            }
            guard !key.isEmpty, let place = places[key] else {
                places[key] = result.count
                result.append(person)
                continue
            }
            let other = result[place]
            if other.id != person.id, !other.id.isEmpty, !person.id.isEmpty,
                other.label == nil || other.label != person.label
            {
                faults.append(
                    Diagnostic(
                        id: "anonymise.name.twice",
                        severity: .error,
                        summary: "two people have one name: '\(other.id)' and '\(person.id)'",
                        suggestion:
                            "give both one label with --label \"\(other.id)=LABEL\" --label \"\(person.id)=LABEL\""
                    )
                )
            }
            result[place].alsoKnownAs += person.alsoKnownAs
            if result[place].label == nil { result[place].label = person.label }
        }
        return result
    }

    private static let noNames: Set<String> = [
        "unknown", "not", "known", "n", "k", "a", "nk", "na", "none", "tbc", "tba", "unnamed", "named", "yet", "name",
        "to", "be", "confirmed", "withheld", "anonymous",
    ]

    private mutating func checkNames(_ people: [ListedPerson]) {
        for person in people {
            for name in [person.name] + person.alsoKnownAs {
                let letters = LetterFolding.words(name).joined().count
                let isNumber = name.utf8.contains { (0x30...0x39).contains($0) }
                if letters == 0, !isNumber, !name.allSatisfy(\.isWhitespace) {
                    addNameFault(person, "a name has no letter")
                } else if letters == 1, !isNumber {
                    addNameFault(person, "a name is one letter, which would be found in other words' places")
                }
            }
        }
    }

    private mutating func addNameFault(_ person: ListedPerson, _ summary: String) {
        faults.append(
            Diagnostic(
                id: "anonymise.name.short",
                severity: .error,
                summary: summary + (person.id.isEmpty ? "" : ": '\(person.id)'"),
                suggestion: "give the whole name"
            )
        )
    }

    /// No label may hold what it hides.
    private mutating func checkLabels(_ entries: [GlossaryEntry], _ leakWords: Set<UInt64>) {
        for entry in entries where !entry.isKept {
            let words = LetterFolding.words(entry.label)
            guard words.contains(where: { leakWords.contains(WordHash.of($0)) }) else { continue }
            faults.append(
                Diagnostic(
                    id: "anonymise.label.name",
                    severity: .error,
                    summary: "a label holds a name that is to be replaced",
                    suggestion: "give another label with --label",
                    value: entry.label
                )
            )
        }
    }
}

import ImpactChronology

/// Finds the people of one family by the words of a Child cell.
struct PersonIndex {
    /// What a Child cell says.
    enum Meaning: Equatable {
        /// These people.
        case people([PersonID])
        /// Nobody in particular: the whole family.
        case everyone
        /// At least one name is nobody of the family; it is given.
        case unknown(String)
        /// At least one name is that of several people; it is given.
        case several(String)
    }

    /// The people by every name that is one person's alone, folded as headings are.
    var owners: [String: PersonID] { ids }

    private var ids: [String: PersonID] = [:]
    private var shared: Set<String> = []
    private let everyoneWords: Set<String>
    private let bothWords: Set<String>
    private let children: [PersonID]

    init(_ people: [Person], headings: HeadingTable) {
        everyoneWords = Set((headings.words[.child] ?? [:]).filter { $0.value == "all" }.keys)
        bothWords = Set((headings.words[.child] ?? [:]).filter { $0.value == "both" }.keys)
        children = people.filter(\.isChild).map(\.id)
        // An identifier comes before every other name, and a whole name before a short one.
        add(people.map { ($0.id.text, $0.id) })
        var names: [(String, PersonID)] = []
        var firstNames: [(String, PersonID)] = []
        for person in people {
            for name in [person.name, person.label ?? ""] { names.append((name, person.id)) }
            for name in person.alsoKnownAs { firstNames.append((name, person.id)) }
            let words = person.name.split(separator: " ").map(String.init)
            if let first = words.first, words.count > 1 {
                firstNames.append((first, person.id))
                names.append(("\(words.dropFirst().joined(separator: " ")), \(first)", person.id))
            }
        }
        add(names)
        add(firstNames)
    }

    /// Adds names that are not taken; one that two people have is nobody's.
    private mutating func add(_ names: [(String, PersonID)]) {
        var owners: [String: PersonID] = [:]
        for (name, id) in names {
            let folded = HeadingTable.folded(name)
            guard !folded.isEmpty, ids[folded] == nil, !shared.contains(folded) else { continue }
            if let owner = owners.updateValue(id, forKey: folded), owner != id {
                shared.insert(folded)
                owners[folded] = nil
            }
        }
        ids.merge(owners) { first, _ in first }
    }

    /// Reads a Child cell: one name, several with any separator, "all", or nothing.
    func meaning(of cell: String) -> Meaning {
        guard let text = cell.nonBlank else { return .everyone }
        if everyoneWords.contains(HeadingTable.folded(text)) { return .everyone }
        if bothWords.contains(HeadingTable.folded(text)) {
            return children.count == 2 ? .people(children) : .several(text)
        }
        var people: [PersonID] = []
        for part in isKnown(text) ? [text] : Self.names(in: text, splitsCommas: false) {
            for name in isKnown(part) ? [part] : Self.names(in: part, splitsCommas: true) {
                let folded = HeadingTable.folded(name)
                if everyoneWords.contains(folded) { return .everyone }
                if shared.contains(folded) { return .several(name) }
                guard let id = ids[folded] else { return .unknown(name) }
                if !people.contains(id) { people.append(id) }
            }
        }
        return people.isEmpty ? .unknown(text) : .people(people)
    }

    private func isKnown(_ name: String) -> Bool {
        let folded = HeadingTable.folded(name)
        return ids[folded] != nil || shared.contains(folded)
    }

    /// Whether a word names someone; used for cells that begin each line with a name.
    func person(named name: String) -> PersonID? {
        ids[HeadingTable.folded(name)]
    }

    /// Splits a cell at `;`, `&`, `/`, `+`, line ends, the word "and" and, where it may, commas.
    static func names(in text: String, splitsCommas: Bool) -> [String] {
        var names: [String] = []
        var name = ""
        func close() {
            if let whole = name.nonBlank { names.append(whole) }
            name = ""
        }
        for character in text {
            switch character {
            case ";", "&", "/", "+", "\n", "|": close()
            case "," where splitsCommas: close()
            default:
                name.append(character)
                if character.isWhitespace,
                    name.suffix(5).lowercased().map({ $0.isWhitespace ? " " : $0 }) == [" ", "a", "n", "d", " "]
                {
                    name.removeLast(5)
                    close()
                }
            }
        }
        close()
        return names
    }
}

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
    }

    private var ids: [String: PersonID] = [:]
    private let everyoneWords: Set<String>

    init(_ people: [Person], headings: HeadingTable) {
        everyoneWords = Set((headings.words[.child] ?? [:]).filter { $0.value == "all" }.keys)
        var firstNames: [String: [PersonID]] = [:]
        for person in people {
            for name in [person.id.text, person.name, person.label ?? ""] + person.alsoKnownAs { add(name, person.id) }
            let words = person.name.split(separator: " ").map(String.init)
            if let first = words.first, words.count > 1 {
                firstNames[HeadingTable.folded(first), default: []].append(person.id)
                add("\(words.dropFirst().joined(separator: " ")), \(first)", person.id)
            }
        }
        // A first name alone is enough where only one person has it.
        for (name, owners) in firstNames.sorted(by: { $0.key < $1.key }) where owners.count == 1 {
            add(name, owners[0])
        }
    }

    private mutating func add(_ name: String, _ id: PersonID) {
        let folded = HeadingTable.folded(name)
        if !folded.isEmpty, ids[folded] == nil { ids[folded] = id }
    }

    /// Reads a Child cell: one name, several with any separator, "all", or nothing.
    func meaning(of cell: String) -> Meaning {
        guard let text = cell.nonBlank else { return .everyone }
        if everyoneWords.contains(HeadingTable.folded(text)) { return .everyone }
        if let id = ids[HeadingTable.folded(text)] { return .people([id]) }
        var people: [PersonID] = []
        for name in Self.names(in: text, splitsCommas: true) {
            guard let id = ids[HeadingTable.folded(name)] else { return .unknown(name) }
            if !people.contains(id) { people.append(id) }
        }
        return people.isEmpty ? .unknown(text) : .people(people)
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
                if name.lowercased().hasSuffix(" and ") {
                    name.removeLast(5)
                    close()
                }
            }
        }
        close()
        return names
    }
}

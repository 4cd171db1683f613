/// Collects all ways in which the names of people may be written, and whose they are.
struct PatternCollection {
    private let common: CommonWords
    /// The surnames that several people share, or a family has; their places follow those of the people.
    private(set) var sharedSurnames: [(key: String, text: String)] = []
    private var sharedPlaces: [String: Int] = [:]
    private var surnameOwners: [String: [Int]] = [:]
    private var found: [Key: Collected] = [:]
    private var order: [Key] = []
    private var leaks: [Int: Set<String>] = [:]
    private var peopleCount = 0

    private struct Key: Hashable {
        let words: [String]
        var comma: Int?
    }

    private struct Collected {
        var owners: [Int]
        var pattern: NamePatterns.Pattern
    }

    init(common: CommonWords) {
        self.common = common
    }

    // MARK: Surnames

    /// Learns the surnames: what several people share stands for the family.
    mutating func addSurnames(_ people: [ListedPerson], families: [[NameWords.Word]]) {
        peopleCount = people.count
        var texts: [String: String] = [:]
        var names: [String] = []
        for word in families.flatMap({ $0 }) {
            let key = word.pieces.joined(separator: " ")
            if texts.updateValue(Self.title(word.text), forKey: key) == nil { names.append(key) }
            surnameOwners[key, default: []].append(-1)
        }
        for (index, person) in people.enumerated() {
            for name in Self.names(person) {
                let words = NameWords(name, kinship: common.kinship)
                for surname in [words.surname] + words.formerSurnames.map({ [$0] }) where !surname.isEmpty {
                    let key = Self.key(surname)
                    if texts[key] == nil {
                        texts[key] = Self.title(surname.map(\.text).joined(separator: " "))
                        names.append(key)
                    }
                    if surnameOwners[key]?.contains(index) != true { surnameOwners[key, default: []].append(index) }
                }
            }
        }
        for name in names where (surnameOwners[name] ?? []).count > 1 || surnameOwners[name]?.first == -1 {
            sharedPlaces[name] = sharedSurnames.count
            sharedSurnames.append((name, texts[name] ?? name))
        }
    }

    private static func key(_ words: [NameWords.Word]) -> String {
        words.flatMap(\.pieces).joined(separator: " ")
    }

    /// "HARPER" as "Harper".
    private static func title(_ text: String) -> String {
        guard text.count > 1, text == text.uppercased() else { return text }
        return String(text.prefix(1)) + text.dropFirst().lowercased()
    }

    private static func names(_ person: ListedPerson) -> [String] {
        ([person.name] + person.alsoKnownAs).filter { !ListedIdentifiers.isIdentifier($0) }
    }

    /// Whom a surname alone stands for.
    private func owner(ofSurname key: String, _ person: Int) -> Int {
        sharedPlaces[key].map { peopleCount + $0 } ?? person
    }

    // MARK: People

    mutating func add(_ person: ListedPerson, _ index: Int) {
        var forenames: [NameWords.Word] = []
        var surnames: [[NameWords.Word]] = []
        for (place, name) in Self.names(person).enumerated() {
            var words = NameWords(name, kinship: common.kinship)
            addPhrase(words.phrase, index)
            if words.isSingle, let word = words.forenames.first {
                let isKnown = surnameOwners[word.pieces.joined(separator: " ")] != nil
                let isSurname = isKnown || words.phrase.count > 1 && !words.hasKinTitle
                if isSurname {
                    addSurname([word], index)
                    continue
                }
            }
            if place > 0, words.surname.isEmpty, words.phrase.count > 1, words.forenames.isEmpty {
                words = NameWords("", kinship: [])
            }
            for word in words.forenames + words.knownAs where !forenames.contains(word) { forenames.append(word) }
            if words.forenames.count > 1 { add(words.forenames.flatMap(\.pieces), index) }
            if words.forenames.count > 0, !words.surname.isEmpty {
                addWhole(words.forenames, words.surname, index)
            }
            for surname in [words.surname] + words.formerSurnames.map({ [$0] })
            where !surname.isEmpty && !surnames.contains(surname) {
                surnames.append(surname)
            }
        }
        for surname in surnames {
            addSurname(surname, index)
            for forename in forenames { addPair(forename, surname, index) }
        }
        for forename in forenames { addForename(forename, index) }
    }

    /// A name as it is written, even one that only holds words for kin, such as "unborn baby".
    private mutating func addPhrase(_ phrase: [NameWords.Word], _ index: Int) {
        let words = phrase.flatMap(\.pieces)
        guard words.joined().count > 1 else { return }
        add(words, index, isLeak: false)
    }

    private mutating func addWhole(_ forenames: [NameWords.Word], _ surname: [NameWords.Word], _ index: Int) {
        let first = forenames.flatMap(\.pieces)
        let last = surname.flatMap(\.pieces)
        add(first + last, index)
        add(last + first, index)
        add(last + first, index, comma: last.count)
        let letters = forenames.compactMap { $0.pieces.first.map { String($0.prefix(1)) } }
        guard let lastLetter = last.first.map({ String($0.prefix(1)) }) else { return }
        addInitials([letters[0], lastLetter], index)
        if letters.count > 1, letters.count < 20 {
            addInitials(letters + [lastLetter], index)
            add(letters + last, index, capitals: (1 << letters.count) - 1)
            add([letters.joined()] + last, index, capitals: 1)
        }
        add([(first + last).joined()], index)
        add([(last + first).joined()], index)
    }

    private mutating func addPair(_ forename: NameWords.Word, _ surname: [NameWords.Word], _ index: Int) {
        let (first, last) = (forename.pieces, surname.flatMap(\.pieces))
        add(first + last, index)
        add(last + first, index)
        add(last + first, index, comma: last.count)
        guard let initial = first.first.map({ String($0.prefix(1)) }), let lastInitial = last.first?.prefix(1) else {
            return
        }
        add([initial] + last, index, capitals: 1)
        add(last + [initial], index, capitals: 1 << last.count)
        add(last + [initial], index, comma: last.count, capitals: 1 << last.count)
        add(first + [String(lastInitial)], index, capitals: 1 << first.count)
    }

    private mutating func addForename(_ forename: NameWords.Word, _ index: Int) {
        addParts(forename.pieces, owner: index)
    }

    private mutating func addSurname(_ surname: [NameWords.Word], _ index: Int) {
        let pieces = surname.flatMap(\.pieces)
        addParts(pieces, owner: owner(ofSurname: pieces.joined(separator: " "), index))
    }

    /// A name alone, with an "s" behind it, and each of its parts that is long enough to be told from other words.
    private mutating func addParts(_ pieces: [String], owner: Int) {
        add(pieces, owner, isLeak: pieces.count == 1)
        if pieces.count > 1 {
            add([pieces.joined()], owner)
            for piece in pieces where piece.count > 2 && !NameWords.isParticle(piece) {
                add([piece], owner, isPart: true)
            }
        }
        guard let last = pieces.last, last.count > 2, !common.words.contains(last) else { return }
        add(pieces.dropLast() + [last + "s"], owner, endsInS: true)
    }

    /// The family's name where no person has it.
    private mutating func addFamilyNames() {
        for (place, surname) in sharedSurnames.enumerated() {
            addParts(surname.key.split(separator: " ").map(String.init), owner: peopleCount + place)
        }
    }

    // MARK: Patterns

    private mutating func addInitials(_ letters: [String], _ index: Int) {
        guard letters.count > 1, letters.count < 20 else { return }
        var pattern = NamePatterns.Pattern(kind: .initials)
        pattern.isInitials = true
        pattern.capitals = (1 << letters.count) - 1
        insert(Key(words: letters), index, pattern)
        pattern.capitals = 1
        pattern.isAbbreviation = common.abbreviations.contains(letters.joined())
        insert(Key(words: [letters.joined()]), index, pattern)
    }

    private mutating func add(
        _ words: [String],
        _ owner: Int,
        comma: Int? = nil,
        capitals: Int = 0,
        endsInS: Bool = false,
        isPart: Bool = false,
        isLeak: Bool = true
    ) {
        // A letter alone is nobody's name, and forty words are no name at all.
        guard words.joined().count > 1, words.count < 40 else { return }
        var pattern = NamePatterns.Pattern()
        pattern.capitals = capitals
        pattern.endsInS = endsInS
        pattern.isPart = isPart
        pattern.isCommon = words.enumerated().allSatisfy { place, word in
            common.words.contains(word) || capitals & 1 << place != 0
        }
        pattern.isCalendar = words.count == 1 && common.calendar.contains(words[0])
        insert(Key(words: words, comma: comma), owner, pattern)
        if isLeak, words.count == 1, !pattern.isCommon, !endsInS, !common.kinship.contains(words[0]) {
            leaks[owner, default: []].insert(words[0])
        }
    }

    private mutating func insert(_ key: Key, _ owner: Int, _ pattern: NamePatterns.Pattern) {
        guard var other = found[key] else {
            found[key] = Collected(owners: [owner], pattern: pattern)
            order.append(key)
            return
        }
        if other.pattern.strength < pattern.strength {
            other = Collected(owners: [owner], pattern: pattern)
        } else if other.pattern.strength == pattern.strength, !other.owners.contains(owner) {
            other.owners.append(owner)
        }
        found[key] = other
    }

    /// Returns the patterns, with a label of their own for names that several share, and the words that must not stay.
    mutating func patterns(_ entries: inout [GlossaryEntry], people: Int) -> (NamePatterns, Set<UInt64>) {
        addFamilyNames()
        var patterns = NamePatterns()
        var joint: [[Int]: Int] = [:]
        for key in order {
            guard var collected = found[key] else { continue }
            let owners = collected.owners.sorted()
            if owners.count == 1 {
                collected.pattern.entry = owners[0]
            } else if let place = joint[owners] {
                collected.pattern.entry = place
            } else {
                joint[owners] = entries.count
                collected.pattern.entry = entries.count
                let isKept = owners.allSatisfy { entries[$0].isKept }
                let label = owners.map { entries[$0].label }.joined(separator: " or ")
                entries.append(GlossaryEntry(label: label, name: nil, kind: .several, isKept: isKept))
            }
            patterns.add(key.words, comma: key.comma, collected.pattern)
        }
        let kept = Set(leaks.filter { entries[$0.key].isKept }.flatMap(\.value))
        let left = Set(leaks.filter { !entries[$0.key].isKept }.flatMap(\.value)).subtracting(kept)
        return (patterns, Set(left.map(WordHash.of)))
    }
}

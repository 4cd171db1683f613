import Diagnostics

/// Gives each person a label.
struct PersonLabels {
    private(set) var labels: [String]
    private(set) var faults: [Diagnostic] = []
    private var used: Set<String> = []
    /// How far the letters or numbers behind a word are given, so that no search begins anew.
    private var reached: [String: Int] = [:]
    /// The families in which a label stands for somebody; -1 for people of none.
    private var families: [String: Set<Int>] = [:]

    init(_ people: [ListedPerson], childrenAs: ChildrenAs, kinship: Set<String>) {
        labels = Array(repeating: "", count: people.count)
        var waiting: [Int] = []
        for (index, person) in people.enumerated() {
            if person.isChild, childrenAs == .initials, !person.name.isEmpty {
                give(numbered(Self.initials(person.name, kinship: kinship)), to: index)
            } else if let label = person.label, !label.allSatisfy(\.isWhitespace) {
                giveStated(label, to: index, people)
            } else {
                waiting.append(index)
            }
        }
        nameChildren(waiting.filter { people[$0].isChild }, people)
        nameOthers(waiting.filter { !people[$0].isChild }, people, kinship: kinship)
    }

    /// Returns the first of "Family A", "Family B" and so on that is not used.
    mutating func free(_ word: String) -> String {
        var number = reached[word] ?? 0
        while used.contains(Self.key("\(word) \(Self.letter(number))")) { number += 1 }
        reached[word] = number
        let label = "\(word) \(Self.letter(number))"
        used.insert(Self.key(label))
        return label
    }

    private mutating func give(_ label: String, to index: Int) {
        labels[index] = label
        used.insert(Self.key(label))
    }

    /// Labels of different families may be alike; those of one may not.
    private mutating func giveStated(_ stated: String, to index: Int, _ people: [ListedPerson]) {
        let label = stated.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let fault = LabelMark.fault(of: stated) {
            add("anonymise.label.unfit", fault, people[index], stated)
        }
        let family = people[index].family
        let isOwn = !families[Self.key(label), default: []].insert(family ?? -1).inserted
        guard used.contains(Self.key(label)) else { return give(label, to: index) }
        if !isOwn, let family { return give(numbered("\(label) of family \(family + 1)"), to: index) }
        add("anonymise.label.twice", "two people have one label", people[index], label)
        labels[index] = label
    }

    private mutating func add(_ id: String, _ summary: String, _ person: ListedPerson, _ label: String) {
        faults.append(
            Diagnostic(
                id: id,
                severity: .error,
                summary: summary + (person.id.isEmpty ? "" : ": '\(person.id)'"),
                suggestion: "give another label with --label",
                value: label
            )
        )
    }

    private mutating func nameChildren(_ children: [Int], _ people: [ListedPerson]) {
        for index in children.sorted(by: {
            (people[$0].family ?? .max, people[$0].birthday, $0)
                < (people[$1].family ?? .max, people[$1].birthday, $1)
        }) {
            labels[index] = free("Child")
        }
    }

    private mutating func nameOthers(_ others: [Int], _ people: [ListedPerson], kinship: Set<String>) {
        let listed = Set(people.flatMap { [$0.name] + $0.alsoKnownAs }.flatMap(LetterFolding.words)).subtracting(
            kinship
        )
        var roles: [String: [Int]] = [:]
        for index in others {
            let words = LetterFolding.words(people[index].role)
            let isUsable =
                !words.isEmpty && LabelMark.fault(of: people[index].role) == nil
                && !words.contains(where: listed.contains)
            roles[isUsable ? words.joined(separator: " ") : "", default: []].append(index)
        }
        var number = 0
        for index in others {
            let words = LetterFolding.words(people[index].role)
            let key = words.joined(separator: " ")
            if let sharing = roles[key], sharing.contains(index), !key.isEmpty {
                let role = Self.capitalised(people[index].role)
                give(sharing.count == 1 ? numbered(role) : firstFree(role), to: index)
            } else {
                repeat { number += 1 } while used.contains(Self.key("Person \(number)"))
                give("Person \(number)", to: index)
            }
        }
    }

    /// The label, or with the first free number behind it.
    private mutating func numbered(_ label: String) -> String {
        used.contains(Self.key(label)) ? firstFree(label, from: 2) : label
    }

    private mutating func firstFree(_ label: String, from first: Int = 1) -> String {
        var number = max(first, reached["# \(label)"] ?? 0)
        while used.contains(Self.key("\(label) \(number)")) { number += 1 }
        reached["# \(label)"] = number
        return "\(label) \(number)"
    }

    private static func capitalised(_ role: String) -> String {
        let words = role.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return (words.first?.uppercased() ?? "") + words.dropFirst()
    }

    private static func key(_ label: String) -> String {
        LetterFolding.words(label).joined(separator: " ") + digits(label)
    }

    private static func digits(_ label: String) -> String { String(label.filter { ("0"..."9").contains($0) }) }

    private static func initials(_ name: String, kinship: Set<String>) -> String {
        let words = NameWords(name, kinship: kinship)
        let letters = ((words.forenames.first.map { [$0] } ?? []) + (words.surname.last.map { [$0] } ?? []))
            .compactMap { $0.pieces.first?.first?.uppercased() }
        return letters.map { $0 + "." }.joined()
    }

    /// A to Z, then AA, AB and so on.
    private static func letter(_ number: Int) -> String {
        var rest = number
        var letters: [UInt8] = []
        repeat {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

import DataFormats
import EventFiles
import ImpactChronology
import NamesAndLabels

/// Everyone whose names a run replaces: the families of the files, the tables of `--names`, and `--label`.
struct ListedPeople {
    private(set) var people: [ListedPerson] = []
    private(set) var families: [String?] = []
    /// Where the person of a name stands.
    private var places: [String: Int] = [:]

    init(_ arguments: Arguments, files: [SourceFile], options: ReadOptions) throws {
        let reading = CaseReading(of: files, options: options)
        // A row that is not used holds a name that would stay in every paper.
        if !reading.peopleLeftOut.isEmpty { throw GlossaryFaults(reading.peopleLeftOut) }
        for (place, family) in reading.families.enumerated() {
            families.append(family.name)
            people += family.people.map { ListedPerson($0, family: place) }
        }
        for folder in arguments.operands { addFolder(folder) }
        for (place, person) in people.enumerated() { remember(person, at: place) }
        for path in arguments.values("names") {
            for person in try NamesTable.people(at: path) { add(person) }
        }
        for pair in arguments.values("label") { try addLabel(pair) }
    }

    /// The folder of a case may be named after the family: "harper-family".
    private mutating func addFolder(_ path: String) {
        let name = FileSystem.resolved(path).split(separator: "/").last.map(String.init) ?? ""
        let words = name.split(whereSeparator: { "-_ ".contains($0) }).map { $0.lowercased() }
        guard words.count > 1, words.last == "family", FileSystem.isFolder(path) else { return }
        families.append(words.dropLast().joined(separator: " "))
    }

    /// Adds someone to those of the families, or what a table says to one who is there.
    private mutating func add(_ person: ListedPerson) {
        guard let place = places[HeadingTable.folded(person.name)] else {
            remember(person, at: people.count)
            people.append(person)
            return
        }
        remember(person, at: place)
        people[place].alsoKnownAs += person.alsoKnownAs
        if let label = person.label { people[place].label = label }
        if people[place].role.isEmpty { people[place].role = person.role }
    }

    private mutating func remember(_ person: ListedPerson, at place: Int) {
        for name in [person.name] + person.alsoKnownAs {
            let key = HeadingTable.folded(name)
            if !key.isEmpty, places[key] == nil { places[key] = place }
        }
    }

    /// `--label "NAME=LABEL"`, where NAME may be an Id; everyone of that name gets the label.
    private mutating func addLabel(_ pair: String) throws(UsageError) {
        guard let equals = pair.lastIndex(of: "=") else {
            throw UsageError(message: "--label is \"NAME=LABEL\"")
        }
        let name = NamesTable.trimmed(String(pair[..<equals]))
        let label = NamesTable.trimmed(String(pair[pair.index(after: equals)...]))
        if name.isEmpty { throw UsageError(message: "--label names nobody; it is \"NAME=LABEL\"") }
        if label.isEmpty { throw UsageError(message: "--label gives no label; it is \"NAME=LABEL\"") }
        let wanted = HeadingTable.folded(name)
        let places = people.indices.filter { index in
            HeadingTable.folded(people[index].id) == wanted || HeadingTable.folded(people[index].name) == wanted
        }
        for place in places { people[place].label = label }
        if places.isEmpty { add(ListedPerson(name: name, label: label)) }
    }
}

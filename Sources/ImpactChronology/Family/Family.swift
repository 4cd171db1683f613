import CaseDates

/// One family: the people of a case.
public struct Family: Sendable, Hashable {
    /// The name or number of the family as the sources write it; `nil` where they do not name it.
    public var name: String?
    /// Everyone in it, in the order of the family table, else by name.
    public var people: [Person]

    /// Makes a family.
    public init(name: String?, people: [Person]) {
        self.name = name
        self.people = people
    }

    /// The children, oldest first; a child without any date of birth comes last, in the order of the table.
    public var children: [Person] {
        func birthday(_ person: Person) -> Int {
            (person.birth.born?.earliest ?? person.birth.expected?.earliest)?.number ?? .max
        }
        return people.filter(\.isChild).enumerated().sorted {
            (birthday($0.element), $0.offset) < (birthday($1.element), $1.offset)
        }.map(\.element)
    }

    /// Returns the person of an identifier.
    public func person(_ id: PersonID) -> Person? {
        // By index, as `first(where:)` copies every person on the way.
        for index in people.indices where people[index].id == id { return people[index] }
        return nil
    }
}

import CaseDates
public import ImpactChronology  // A family lists people.

/// Someone whose names are to be replaced.
public struct ListedPerson: Sendable, Hashable {
    /// What the sources call the person; blank where a person is only named.
    public var id: String
    /// The name.
    public var name: String
    /// Other names and numbers under which the sources know the person.
    public var alsoKnownAs: [String]
    /// The label to stand for the names; `nil` to find one.
    public var label: String?
    /// The role as it is written, such as "mother".
    public var role: String
    /// Whether the case is about this person as a child.
    public var isChild: Bool
    /// The number of the day of birth, or of expected birth; the greatest where it is not known.
    public var birthday: Int
    /// The place of the family in the list of families; `nil` for a person who belongs to none.
    public var family: Int?

    /// Makes a person who is listed by name.
    public init(name: String, alsoKnownAs: [String] = [], label: String? = nil, role: String = "") {
        id = ""
        self.name = name
        self.alsoKnownAs = alsoKnownAs
        self.label = label
        self.role = role
        isChild = role.lowercased().contains("child")
        birthday = .max
        family = nil
    }

    /// Makes a person of a family.
    public init(_ person: Person, family: Int) {
        id = person.id.text
        name = person.name
        alsoKnownAs = person.alsoKnownAs
        label = person.label
        role = person.role
        isChild = person.isChild
        birthday = (person.birth.born?.earliest ?? person.birth.expected?.earliest)?.number ?? .max
        self.family = family
    }
}

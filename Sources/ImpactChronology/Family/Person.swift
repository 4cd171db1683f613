public import CaseDates  // Birth is part of a person.

/// Someone in the family table, or a child that the events name.
public struct Person: Sendable, Hashable {
    /// The identifier by which events refer to the person.
    public var id: PersonID
    /// The name; blank where the table has none.
    public var name: String
    /// The role as it is written, such as "mother"; blank where the table has none.
    public var role: String
    /// Whether the chronology is about this person as a child.
    public var isChild: Bool
    /// The dates of birth, of expected birth and of death.
    public var birth: Birth
    /// Other names under which the sources know the person.
    public var alsoKnownAs: [String]
    /// A label to stand for the name, such as "Child A".
    public var label: String?

    /// Makes a person.
    public init(
        id: PersonID,
        name: String,
        role: String = "",
        isChild: Bool,
        birth: Birth = Birth(),
        alsoKnownAs: [String] = [],
        label: String? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.isChild = isChild
        self.birth = birth
        self.alsoKnownAs = alsoKnownAs
        self.label = label
    }

    /// The name, or the label or the identifier where there is no name.
    public var displayName: String {
        name.isEmpty ? label ?? id.text : name
    }
}

/// The columns by which a child is known, in the tables of an extract.
public struct ExtractChildColumns: Sendable, Hashable {
    /// The identifier.
    public let id: ExtractColumn?
    /// The name; extracts seldom have one.
    public let name: ExtractColumn?
    /// The date of birth.
    public let birth: ExtractColumn?
    /// The expected date of birth.
    public let expectedBirth: ExtractColumn?
    /// The date of death.
    public let death: ExtractColumn?
    /// What else is said of the child; it is not repeated with each event.
    public let about: [ExtractColumn]

    /// Makes the columns.
    public init(
        id: ExtractColumn?,
        name: ExtractColumn? = nil,
        birth: ExtractColumn? = nil,
        expectedBirth: ExtractColumn? = nil,
        death: ExtractColumn? = nil,
        about: [ExtractColumn] = []
    ) {
        self.id = id
        self.name = name
        self.birth = birth
        self.expectedBirth = expectedBirth
        self.death = death
        self.about = about
    }

    /// All of them, the identifier first.
    public var all: [ExtractColumn] { [id, name, birth, expectedBirth, death].compactMap(\.self) + about }
}

/// A kind of event, with what it can bear on.
public struct EventCategory: Sendable, Hashable {
    /// A code of some source that means the category.
    public struct Code: Sendable, Hashable {
        /// Whose code it is.
        public let system: String
        /// The code.
        public let value: String

        /// Makes a code.
        public init(system: String, value: String) {
            self.system = system
            self.value = value
        }
    }

    /// The name in the definition.
    public let id: String
    /// The name that people read.
    public let label: String
    /// The group that it belongs to, as people read it.
    public let group: String
    /// Whether it is a concern or a strength where nothing else is said; `nil` where it is neither.
    public let bearing: Bearing?
    /// The forms of neglect that it bears on.
    public let neglect: [NeglectForm]
    /// The codes that mean it.
    public let codes: [Code]
    /// The words in a text that suggest it.
    public let words: [String]

    /// Makes a category.
    public init(
        id: String,
        label: String,
        group: String,
        bearing: Bearing? = nil,
        neglect: [NeglectForm] = [],
        codes: [Code] = [],
        words: [String] = []
    ) {
        self.id = id
        self.label = label
        self.group = group
        self.bearing = bearing
        self.neglect = neglect
        self.codes = codes
        self.words = words
    }
}

/// An event that a row of an extract can be.
public struct ExtractEvent: Sendable, Hashable {
    /// A column that the event shows.
    public struct Detail: Sendable, Hashable {
        /// The column.
        public let column: String
        /// What the text calls it; `nil` where the detail goes to a field.
        public let label: String?
        /// The field that it fills; `nil` where it stands in the text.
        public let field: Field?

        /// Makes a detail.
        public init(column: String, label: String?, field: Field? = nil) {
            self.column = column
            self.label = label
            self.field = field
        }
    }

    /// A value that a column must have.
    public struct Condition: Sendable, Hashable {
        /// The column.
        public let column: String
        /// The value, compared as codes are.
        public let value: String

        /// Makes a condition.
        public init(column: String, value: String) {
            self.column = column
            self.value = value
        }
    }

    /// Where its date comes from.
    public enum When: Sendable, Hashable {
        /// A column, and another for the end of a span.
        case column(String, end: String?)
        /// Nowhere: two columns differ, and when that came about is not recorded.
        case changed(from: String, to: String)
    }

    /// The date.
    public let when: When
    /// Whether there is an event where the date is blank.
    public let isAlways: Bool
    /// The label of its category.
    public let category: String
    /// What happened.
    public let what: String
    /// What else the text says.
    public let details: [Detail]
    /// Of each column named here, one value must be met.
    public let conditions: [Condition]

    /// Makes an event.
    public init(
        when: When,
        isAlways: Bool = false,
        category: String,
        what: String,
        details: [Detail] = [],
        conditions: [Condition] = []
    ) {
        self.when = when
        self.isAlways = isAlways
        self.category = category
        self.what = what
        self.details = details
        self.conditions = conditions
    }
}

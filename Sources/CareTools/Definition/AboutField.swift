/// Something that is written above the questions: who, when, by whom.
///
/// In saved answers it is an item `about.NAME`.
public struct AboutField: Sendable, Hashable {
    /// What it says.
    public var name: Name
    /// The words beside it.
    public var label: String
    /// Whether it must be filled in.
    public var isRequired: Bool
    /// What may be chosen; `nil` for text and dates.
    public var options: [Option]?

    /// Makes a field.
    public init(name: Name, label: String, isRequired: Bool = false, options: [Option]? = nil) {
        self.name = name
        self.label = label
        self.isRequired = isRequired
        self.options = options
    }

    /// The item by which a form that cannot count asks for the age in completed months; no field, and never scored.
    public static let ageInMonths = ItemID("about.age-months")

    /// What a field says.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        /// The child, by name, label or number.
        case child
        /// The child's date of birth.
        case born
        /// The day on which a birth is expected.
        case expected
        /// The carer.
        case carer
        /// The case, by a number of its own.
        case `case`
        /// The first day that the answers tell of.
        case from
        /// The day on which it was completed, and the last that the answers tell of.
        case completed
        /// In which role the answers are given.
        case respondent
        /// Who gives them.
        case rater
        /// The agency.
        case agency
        /// The level of help at which the family stands.
        case setting
        /// Which round of a survey.
        case wave
        /// A pseudonym by which two answers of one person are told to belong together.
        case link

        /// Whether it holds a day.
        public var isDay: Bool {
            switch self {
            case .born, .expected, .from, .completed: true
            default: false
            }
        }

        /// The item that holds it in saved answers.
        public var item: ItemID { ItemID("about.\(rawValue)") }
    }

    /// Something that may be chosen.
    public struct Option: Sendable, Hashable {
        /// The code that is saved.
        public var code: String
        /// The words that are shown.
        public var label: String

        /// Makes an option.
        public init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }

    /// The levels of help in England, as the field `setting` offers them unless the tool has its own.
    ///
    /// Source: https://www.gov.uk/government/publications/working-together-to-safeguard-children--2
    public static let settings: [Option] = [
        Option(code: "universal", label: "Universal services"),
        Option(code: "early-help", label: "Early help"),
        Option(code: "child-in-need", label: "Child in need plan"),
        Option(code: "child-protection", label: "Child protection plan"),
        Option(code: "pre-proceedings", label: "Pre-proceedings or court"),
        Option(code: "looked-after", label: "Looked after"),
        Option(code: "other", label: "Something else"),
    ]
}

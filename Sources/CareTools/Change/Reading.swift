/// What one result has for a score or an item.
public struct Reading: Sendable, Hashable {
    /// The value; `nil` where there is none.
    ///
    /// It is compared with others only where there is no ``gap``.
    public var value: ExactNumber?
    /// The codes that were chosen, where an item has codes without a value.
    public var codes: [String]
    /// What was chosen, in the words of the version that was answered; `nil` for a number and a score.
    public var label: String?
    /// What the rule gives, where a person put another value in its place; `nil` where it gives nothing.
    public var calculated: ExactNumber?
    /// Whether the value is that of a person.
    public var isOverridden: Bool
    /// What the value means.
    public var band: String?
    /// Why there is nothing to compare.
    public var gap: Gap?

    init(value: ExactNumber? = nil, codes: [String] = [], label: String? = nil, gap: Gap? = nil) {
        self.value = value
        self.codes = codes
        self.label = label
        calculated = nil
        isOverridden = false
        band = nil
        self.gap = gap
    }

    /// The value where it can be compared.
    var comparableValue: ExactNumber? { gap == nil ? value : nil }

    /// Why a result has nothing to compare.
    public enum Gap: Sendable, Hashable {
        /// It was asked and not answered.
        case notAnswered
        /// It was answered with "not known".
        case notKnown
        /// It was answered with "does not apply".
        case notApplicable
        /// It was not asked, for the child's age or other answers.
        case notAsked
        /// There was no score.
        case noScore
        /// That version has none of that name, and the definition does not say what it was called there.
        case notInVersion
        /// That version has one of that name, and the definitions do not say that it is the same.
        case notSaidToBeTheSame
        /// It stands in a list, and nothing says which entry is which.
        case inList

        /// The reason in words; the day of the result follows, or the version.
        var words: String {
            switch self {
            case .notAnswered: "not answered"
            case .notKnown: "not known"
            case .notApplicable: "did not apply"
            case .notAsked: "not asked"
            case .noScore: "no score"
            case .notInVersion: "not in that version"
            case .notSaidToBeTheSame: "the definitions do not say that this is the same question"
            case .inList: "it is a list, and nothing says which entry is which"
            }
        }
    }
}

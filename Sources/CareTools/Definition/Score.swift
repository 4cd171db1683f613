/// A score of a tool: from which answers or scores it is made, and how.
public struct Score: Sendable, Hashable {
    /// The identifier.
    public var id: ScoreID
    /// The title.
    public var title: String
    /// What it stands for in a profile.
    public var level: Level
    /// The rule.
    public var method: ScoreMethod
    /// Which end is better.
    public var polarity: Polarity
    /// What it is made from, in order.
    public var inputs: [Input]
    /// What is done where inputs are missing.
    public var missing: MissingPolicy
    /// How the value is rounded.
    public var rounding: Rounding
    /// Whether a person may put another value beside it, with a reason.
    public var isOverridable: Bool
    /// A code that stands where there is no score, for systems that need one; it is no score.
    public var codeWithoutScore: String?
    /// Why the rule is as it is, a paragraph each.
    public var notes: [String]
    /// What its values mean; none, or all of them together cover every value that can be reached.
    public var bands: [Band]

    /// Makes a score.
    public init(id: ScoreID, title: String, method: ScoreMethod, polarity: Polarity, inputs: [Input]) {
        self.id = id
        self.title = title
        level = .score
        self.method = method
        self.polarity = polarity
        self.inputs = inputs
        missing = MissingPolicy()
        rounding = Rounding()
        isOverridable = false
        codeWithoutScore = nil
        notes = []
        bands = []
    }

    /// What a score stands for in a profile.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// An area, such as physical care.
        case area
        /// A part of an area, such as hygiene.
        case subArea = "sub-area"
        /// A form of neglect, which reports count.
        case form
        /// Any other.
        case score
    }

    /// One of the things that a score is made from.
    public struct Input: Sendable, Hashable {
        /// The item or score.
        public var reference: Reference
        /// How much it counts; 0 for an item that is asked and not counted.
        public var weight: ExactNumber
        /// Whether its value is turned round within its range: the lowest becomes the highest.
        public var isReversed: Bool

        /// Makes an input.
        public init(_ reference: Reference, weight: ExactNumber = 1, isReversed: Bool = false) {
            self.reference = reference
            self.weight = weight
            self.isReversed = isReversed
        }
    }

    /// What values of a score mean.
    public struct Band: Sendable, Hashable {
        /// The lowest value.
        public var from: ExactNumber
        /// The highest value.
        public var to: ExactNumber
        /// What it is called.
        public var label: String
        /// What is suggested; local, and blank where nothing is.
        public var response: String

        /// Makes a band.
        public init(from: ExactNumber, to: ExactNumber, label: String, response: String = "") {
            self.from = from
            self.to = to
            self.label = label
            self.response = response
        }
    }

    /// Returns the band of a value; `nil` where the score has no bands.
    public func band(of value: ExactNumber) -> Band? { bands.first { $0.from <= value && value <= $0.to } }
}

/// One question, or one statement to be graded.
public struct Item: Sendable, Hashable {
    /// The identifier.
    public var id: ItemID
    /// The words.
    public var text: String
    /// What may be answered.
    public var kind: Kind
    /// The scale of a choice; `nil` for any other kind.
    public var scale: String?
    /// Which end is better: that of the scale, or what the item says itself.
    public var polarity: Polarity
    /// Whether it must be answered while it is shown.
    public var isRequired: Bool
    /// Whether evidence in words can be given beside the answer.
    public var takesEvidence: Bool
    /// The ages for which it is asked; `nil` for all.
    public var ages: AgeBand?
    /// Under which condition it is shown; `nil` for always.
    public var condition: Condition?
    /// The form of neglect that it looks at, as a word for reports; `nil` where it looks at none.
    public var form: String?
    /// What helps to answer, a paragraph each.
    public var guidance: [String]
    /// What to look for and to write down, some only for some ages.
    public var prompts: [Prompt]
    /// What each option means for this item, by code.
    public var anchors: [Anchor]

    /// Makes an item.
    public init(id: ItemID, text: String, kind: Kind, scale: String? = nil, polarity: Polarity = .none) {
        self.id = id
        self.text = text
        self.kind = kind
        self.scale = scale
        self.polarity = polarity
        isRequired = false
        takesEvidence = false
        ages = nil
        condition = nil
        form = nil
        guidance = []
        prompts = []
        anchors = []
    }

    /// What may be answered.
    public enum Kind: Sendable, Hashable {
        /// One option of the scale.
        case choice
        /// Any options of the scale.
        case choices
        /// Words.
        case text
        /// A day; one that lies ahead only where that makes sense.
        case day(mayLieAhead: Bool)
        /// A number from one to another, with so many places behind the point at most.
        case number(from: ExactNumber, to: ExactNumber, places: Int)
        /// One of the items of the tool that have a value.
        case itemOfTool
    }

    /// Something to look for.
    public struct Prompt: Sendable, Hashable {
        /// The words.
        public var text: String
        /// For which ages; `nil` for all.
        public var ages: AgeBand?

        /// Makes a prompt.
        public init(text: String, ages: AgeBand? = nil) {
            self.text = text
            self.ages = ages
        }
    }

    /// What an option means for one item.
    public struct Anchor: Sendable, Hashable {
        /// The code of the option.
        public var code: String
        /// What can be observed.
        public var text: String

        /// Makes an anchor.
        public init(code: String, text: String) {
            self.code = code
            self.text = text
        }
    }

    /// Whether the answer can have a value.
    public var isScorable: Bool {
        switch kind {
        case .choice, .number: true
        case .choices, .text, .day, .itemOfTool: false
        }
    }
}

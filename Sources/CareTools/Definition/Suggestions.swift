/// The next steps that answers suggest, and where the worker's own decision stands.
public struct Suggestions: Sendable, Hashable {
    /// The item with the worker's own decision, whose codes are those of the steps; `nil` where none is asked.
    public var decision: ItemID?
    /// The item that says what followed; `nil` where none is asked.
    public var followed: ItemID?
    /// The item that says when; `nil` where none is asked.
    public var followedOn: ItemID?
    /// The steps; the first whose condition holds is suggested, and none where none holds.
    public var steps: [Step]

    /// Makes suggestions.
    public init(steps: [Step], decision: ItemID? = nil, followed: ItemID? = nil, followedOn: ItemID? = nil) {
        self.steps = steps
        self.decision = decision
        self.followed = followed
        self.followedOn = followedOn
    }

    /// One next step.
    public struct Step: Sendable, Hashable {
        /// The code.
        public var code: String
        /// What it is called.
        public var title: String
        /// What it means, a paragraph each.
        public var text: [String]
        /// When it is suggested in general, in words, a paragraph each, for who fills it in.
        ///
        /// A result names what led to it instead, so that nobody reads what was never said of the family.
        public var rule: [String]
        /// When it is suggested.
        public var condition: Condition

        /// Makes a step.
        public init(code: String, title: String, text: [String], rule: [String] = [], condition: Condition) {
            self.code = code
            self.title = title
            self.text = text
            self.rule = rule
            self.condition = condition
        }
    }
}

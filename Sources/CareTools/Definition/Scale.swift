/// The answers that may be chosen for an item.
public struct Scale: Sendable, Hashable {
    /// The identifier, by which items name it.
    public var id: String
    /// Whether a higher value is better or worse; it is never assumed.
    public var polarity: Polarity
    /// The options, in order; their codes are all different.
    public var options: [Option]

    /// Makes a scale.
    public init(id: String, polarity: Polarity, options: [Option]) {
        self.id = id
        self.polarity = polarity
        self.options = options
    }

    /// Returns an option; `nil` where there is none of that code.
    public func option(_ code: String) -> Option? { options.first { $0.code == code } }

    /// One answer that may be chosen.
    public struct Option: Sendable, Hashable {
        /// The code that is saved.
        public var code: String
        /// The words that are shown.
        public var label: String
        /// What it counts in scores; `nil` where it counts nothing, which is not 0.
        public var value: ExactNumber?
        /// What kind of answer it is.
        public var kind: Kind
        /// Whether it needs evidence in words.
        public var needsEvidence: Bool
        /// Whether it contradicts every other option, where an item takes several, as "none of these" does.
        public var standsAlone: Bool

        /// Makes an option.
        public init(
            code: String,
            label: String,
            value: ExactNumber?,
            kind: Kind = .answer,
            needsEvidence: Bool = false,
            standsAlone: Bool = false
        ) {
            self.code = code
            self.label = label
            self.value = value
            self.kind = kind
            self.needsEvidence = needsEvidence
            self.standsAlone = standsAlone
        }

        /// What kind of answer an option is.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// An answer.
            case answer
            /// Nobody knows yet: a gap, which is listed and never scored.
            case notKnown = "not-known"
            /// The item is not about this child: it is left out of every score and count.
            case notApplicable = "not-applicable"
        }
    }
}

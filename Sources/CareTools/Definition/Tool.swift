/// A tool as its definition has it: what is asked of whom, in which order, and how the answers are scored.
///
/// A tool is data. Nothing in it is known to the program beforehand, so an authority can bring its own.
public struct Tool: Sendable, Hashable {
    /// The identifier, such as `neglect-screen`; with the version it names the tool.
    public var id: String
    /// The version; results of two versions are compared only where ``comparable`` says how.
    public var version: String
    /// Whether it is meant for use.
    public var status: Status
    /// The language of its words, such as `en-GB`.
    public var language: String
    /// The title that people read.
    public var title: String
    /// Whom it is about.
    public var subject: Subject
    /// The ages that it is for; `nil` for any.
    public var ages: AgeBand?
    /// After how many days it is to be done again; `nil` where nothing is said.
    public var reviewDays: Int?
    /// The terms under which it may be used, in words.
    public var licence: String
    /// Where its rules come from.
    public var sources: [String]
    /// The tools that it was made from.
    public var derivedFrom: [Derivation]
    /// What it is for, a paragraph each.
    public var purpose: [String]
    /// How it is used, a paragraph each.
    public var instructions: [String]
    /// Who and when: what is written above the questions.
    public var about: [AboutField]
    /// The scales of answers, in the order of the definition.
    public var scales: [Scale]
    /// The sections, in order.
    public var sections: [Section]
    /// The scores, in the order of the definition.
    public var scores: [Score]
    /// The alerts, which no score hides.
    public var alerts: [Alert]
    /// The next steps that answers suggest; `nil` where it suggests none.
    public var suggestions: Suggestions?
    /// Where targets stand; `nil` where it has none.
    public var targets: TargetTable?
    /// Where actions stand; `nil` where it has none.
    public var actions: ActionTable?
    /// The judgements that a second person makes too.
    public var moderations: [Moderation]
    /// The versions whose results can be compared with those of this one.
    public var comparable: [ComparableVersion]
    /// The tools that the same subject goes on to, such as the profile of a born child; for reading side by side.
    public var followedBy: [String]

    /// Makes a tool.
    public init(id: String, version: String, title: String, subject: Subject, sections: [Section] = []) {
        self.id = id
        self.version = version
        status = .active
        language = "en-GB"
        self.title = title
        self.subject = subject
        ages = nil
        reviewDays = nil
        licence = ""
        sources = []
        derivedFrom = []
        purpose = []
        instructions = []
        about = []
        scales = []
        self.sections = sections
        scores = []
        alerts = []
        suggestions = nil
        targets = nil
        actions = nil
        moderations = []
        comparable = []
        followedBy = []
    }

    /// How far a definition is.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Still being written.
        case draft
        /// For use.
        case active
        /// No longer for use; old answers can be scored.
        case retired
    }

    /// Whom a tool is about.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        /// One child.
        case child
        /// A child that is expected.
        case unborn
        /// A parent or other carer.
        case carer
        /// The work on a case.
        case `case`
        /// A practitioner.
        case practitioner
    }

    /// A tool that another one was made from.
    ///
    /// Source of the kinds: https://build.fhir.org/ig/HL7/sdc/derive.html
    public struct Derivation: Sendable, Hashable {
        /// What it is called.
        public var name: String
        /// Its version; blank where it has none.
        public var version: String
        /// How near the two are.
        public var kind: Kind

        /// Makes a derivation.
        public init(name: String, version: String, kind: Kind) {
            self.name = name
            self.version = version
            self.kind = kind
        }

        /// How near two tools are.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// Answers to this one are answers to the other too.
            case extends
            /// It follows the rules of the other.
            case compliesWith = "complies-with"
            /// It has the shape of the other and none of its words.
            case inspiredBy = "inspired-by"
        }
    }

    /// All items, in the order of the sections.
    public var items: [Item] { sections.flatMap(\.allItems) }

    /// The items that can get better or worse, which an answer may name as what is to change; where none has a better
    /// end, all that have a value.
    public var itemsThatMove: [Item] {
        let scorable = items.filter(\.isScorable)
        let moving = scorable.filter { $0.polarity != .none }
        return moving.isEmpty ? scorable : moving
    }

    /// Returns an item; `nil` where the tool has none of that identifier.
    public func item(_ id: ItemID) -> Item? {
        for section in sections {
            if let item = section.item(id) { return item }
        }
        return nil
    }

    /// Returns a score; `nil` where the tool has none of that identifier.
    public func score(_ id: ScoreID) -> Score? { scores.first { $0.id == id } }

    /// Returns the scale of an item; `nil` for an item without options.
    public func scale(of item: Item) -> Scale? {
        guard let id = item.scale else { return nil }
        return scales.first { $0.id == id }
    }
}

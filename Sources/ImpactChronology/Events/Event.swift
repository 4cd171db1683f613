public import CaseDates  // An event has a date.
public import Diagnostics  // An event keeps the places that it was read from.

/// One thing that happened, once, with everything its sources say of it.
///
/// Fact (`what`), impact and decision are kept apart, so that a paper for a court can hold the first without the
/// second.
public struct Event: Sendable, Hashable {
    /// The stable identifier.
    public var id: EventID
    /// The date, as uncertain as it was written.
    public var date: EventDate
    /// The time of day.
    public var time: EventTime?
    /// The writer's own number for the order within a day.
    public var sequence: String?
    /// The people that the event is about; empty for the whole family.
    public var people: [PersonID]
    /// The agency whose record it is.
    public var agency: String
    /// The document or witness.
    public var source: String?
    /// How near the source was.
    public var directness: Directness?
    /// The category in the words of the source.
    public var category: String?
    /// The category that the text suggests, where the source gives none; it is never part of what the source says.
    public var suggestedCategory: String?
    /// What happened.
    public var what: String
    /// What stood around it, such as drink or debt.
    public var context: String?
    /// What it meant for the children.
    public var impacts: [Impact]
    /// What the children said.
    public var voices: [Voice]
    /// What parents or agencies did.
    public var response: String?
    /// What came of it.
    public var outcome: String?
    /// What was decided.
    public var decision: Decision?
    /// How much it matters, in the words of the source.
    public var significance: String?
    /// Whether it is a strength or a concern; `nil` where the source does not say.
    public var bearing: Bearing?
    /// Whether someone disputes it.
    public var dispute: Dispute
    /// The source's own reference.
    public var reference: String?
    /// When it was recorded.
    public var recorded: EventDate?
    /// The cells that have no other place.
    public var additional: [AdditionalCell]
    /// The answers to the tool that it tells of; `nil` where it tells of none.
    public var toolAnswers: ToolAnswers?
    /// Every place that it was read from, in the order of reading; more than one where rows were merged.
    public var readFrom: [Place]
    /// What was added in worksheets, in the order of the files; no words of the source.
    public var additions: [Addition]
    /// What other sources tell of the same event, whole, where a person said that it is the same; in the order of the
    /// chronology, and without accounts of their own.
    public var accounts: [Event]

    /// Makes an event.
    public init(
        id: EventID,
        date: EventDate,
        time: EventTime? = nil,
        sequence: String? = nil,
        people: [PersonID] = [],
        agency: String,
        source: String? = nil,
        directness: Directness? = nil,
        category: String? = nil,
        suggestedCategory: String? = nil,
        what: String,
        context: String? = nil,
        impacts: [Impact] = [],
        voices: [Voice] = [],
        response: String? = nil,
        outcome: String? = nil,
        decision: Decision? = nil,
        significance: String? = nil,
        bearing: Bearing? = nil,
        dispute: Dispute = .notStated,
        reference: String? = nil,
        recorded: EventDate? = nil,
        additional: [AdditionalCell] = [],
        toolAnswers: ToolAnswers? = nil,
        readFrom: [Place],
        additions: [Addition] = [],
        accounts: [Event] = []
    ) {
        self.id = id
        self.date = date
        self.time = time
        self.sequence = sequence
        self.people = people
        self.agency = agency
        self.source = source
        self.directness = directness
        self.category = category
        self.suggestedCategory = suggestedCategory
        self.what = what
        self.context = context
        self.impacts = impacts
        self.voices = voices
        self.response = response
        self.outcome = outcome
        self.decision = decision
        self.significance = significance
        self.bearing = bearing
        self.dispute = dispute
        self.reference = reference
        self.recorded = recorded
        self.additional = additional
        self.toolAnswers = toolAnswers
        self.readFrom = readFrom
        self.additions = additions
        self.accounts = accounts
    }

    /// Every place that any account of it was read from, its own first.
    public var allPlaces: [Place] { told(\.readFrom) }

    /// What this account and then the others have; without a copy of the event, as documents ask often.
    func told<Value>(_ values: (Event) -> [Value]) -> [Value] {
        accounts.isEmpty ? values(self) : values(self) + accounts.flatMap(values)
    }

    /// The event as each source tells it: this account, and those that a person said to be of the same event.
    public var tellings: [Event] {
        guard !accounts.isEmpty else { return [self] }
        var own = self
        own.accounts = []
        return [own] + accounts
    }

    /// Whether the event is about a child: an account of it names the child, or only adults, or nobody.
    ///
    /// An account that names adults only is about the household, and so about every child in it.
    public func concerns(_ child: Person, in family: Family) -> Bool {
        if people.contains(child.id) { return true }
        if !people.contains(where: { id in family.person(id)?.isChild ?? false }) { return true }
        return accounts.contains { $0.concerns(child, in: family) }
    }

    /// The impacts that are a child's: those given for the child and those given for all.
    public func impacts(on child: PersonID) -> [Impact] {
        (told(\.impacts) + addedImpacts).filter { $0.child == nil || $0.child == child }
    }

    /// What a child said: what is given for the child and what is given for all.
    public func voices(of child: PersonID) -> [Voice] {
        (told(\.voices) + addedVoices).filter { $0.child == nil || $0.child == child }
    }
}

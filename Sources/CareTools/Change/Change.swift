/// How one score or item has changed between the first and the latest result.
public struct Change: Sendable, Hashable {
    /// The score or item, as the latest definition names it.
    public var reference: Reference
    /// What it is called.
    public var title: String
    /// What each result has, the earliest first.
    public var readings: [Reading]
    /// The way from the first to the latest.
    public var direction: Direction
    /// Why they cannot be compared; `nil` where they can.
    public var reason: String?
    /// The way from each result to the next; a score is mixed here too where an item below it became worse in that step.
    public var steps: [Direction]
    /// Whether an improvement lasted; `nil` where there is none, no reading after it, or one that is mixed.
    public var isHeld: Bool?
    /// For a score the items below it that are worse.
    public var worseBelow: [ItemID]
    /// For a score the items below it that had a value and are not answered or not known any more.
    public var lostBelow: [ItemID]
    /// For a score the items below it that count in one of the two results and are not asked in the other.
    public var otherBasis: [ItemID]
    /// The band of the first and of the latest result where they differ.
    public var bandsCrossed: [String]?
    /// The way by the rule alone, where a person put a value in the place of one of the two.
    public var byRule: Direction?

    /// Which end is better.
    public var polarity: Polarity

    /// Whether it is a number without a better end that stayed as it was, such as how much was answered: no news of the
    /// child.
    public var isNoNews: Bool {
        if case .score = reference, polarity == .none, direction == .same { true } else { false }
    }

    /// Whether none of the results asked for it, so that there is nothing to say of it.
    public var isNeverAsked: Bool { readings.allSatisfy { $0.gap == .notAsked } }

    init(_ reference: Reference, title: String, readings: [Reading], polarity: Polarity) {
        self.reference = reference
        self.title = title
        self.readings = readings
        self.polarity = polarity
        direction = .notComparable
        reason = nil
        steps = []
        isHeld = nil
        worseBelow = []
        lostBelow = []
        otherBasis = []
        bandsCrossed = nil
        byRule = nil
    }
}

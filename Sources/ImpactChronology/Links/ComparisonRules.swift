/// When accounts of several sources are linked, and what they can disagree about.
///
/// It is data; `Definitions` reads it from `tools-definitions/comparison.xml`.
public struct ComparisonRules: Sendable {
    /// How much two accounts must share.
    public struct Threshold: Sendable, Hashable {
        /// The least share, in percent of what the account says that says less.
        public var percent: Int
        /// The least weight of what they share.
        public var weight: Int

        /// Makes a threshold.
        public init(percent: Int, weight: Int) {
            self.percent = percent
            self.weight = weight
        }
    }

    /// How accounts must be alike, by how their dates lie.
    public struct Thresholds: Sendable, Hashable {
        /// Of one day.
        public var sameDay: Threshold
        /// With dates that overlap.
        public var overlapping: Threshold
        /// With dates that overlap, one of them wider than ``ComparisonRules/longestDate``.
        public var long: Threshold
        /// Some days apart.
        public var apart: Threshold
        /// Beside the others: for accounts of one agency in two files.
        public var oneAgency: Threshold

        /// Makes thresholds.
        public init(
            sameDay: Threshold,
            overlapping: Threshold,
            long: Threshold,
            apart: Threshold,
            oneAgency: Threshold
        ) {
            self.sameDay = sameDay
            self.overlapping = overlapping
            self.long = long
            self.apart = apart
            self.oneAgency = oneAgency
        }
    }

    /// What a word weighs.
    public struct Weights: Sendable, Hashable {
        /// A telling one.
        public var telling: Int
        /// An ordinary one.
        public var ordinary: Int
        /// All weak ones of an account together.
        public var weak: Int

        /// Makes weights.
        public init(telling: Int, ordinary: Int, weak: Int) {
            self.telling = telling
            self.ordinary = ordinary
            self.weak = weak
        }
    }

    /// The words that are compared.
    public struct Words: Sendable {
        /// Words that say nothing, such as "the".
        public var ignored: [String]
        /// Words that stand in records of all kinds.
        public var weak: [String]
        /// Phrases that mean the same.
        public var same: [SameWords]
        /// Kinds of which each event is one, by the first phrases of groups: accounts that each name one of them, and
        /// none in common, are of two events.
        public var different: [[String]]

        /// Makes words.
        public init(ignored: [String] = [], weak: [String] = [], same: [SameWords] = [], different: [[String]] = []) {
            self.ignored = ignored
            self.weak = weak
            self.same = same
            self.different = different
        }
    }

    /// How accounts must be alike.
    public var thresholds: Thresholds
    /// What a word weighs.
    public var weights: Weights
    /// The most days that two accounts may be apart.
    public var mostDaysApart: Int
    /// The most minutes that two times of one day may differ.
    public var mostMinutesApart: Int
    /// The widest date, in days, for which the usual threshold of dates that overlap holds.
    public var longestDate: Int
    /// With how many of those behind it an account is compared at most.
    public var mostNear: Int
    /// From which percentage of shared words on linked accounts of different days are said to differ in the date.
    public var dateConflictPercent: Int
    /// The facts that accounts can disagree about.
    public let facts: [StatedFact]
    /// When a time without events is named.
    public var gaps: GapRules

    /// What words mean.
    let vocabulary: Vocabulary
    /// The kinds that part accounts, by the numbers of their groups.
    let different: [Set<Int>]
    /// The phrases of the facts, made when two accounts are first found to be alike.
    let statements: Deferred<FactTable>

    /// Makes the rules.
    ///
    /// `passedOver` are the words that are passed over where a fact is looked for, such as "was", `hedges` those after
    /// which nothing is stated, such as "if".
    public init(
        thresholds: Thresholds,
        weights: Weights,
        mostDaysApart: Int,
        mostMinutesApart: Int,
        longestDate: Int,
        mostNear: Int,
        dateConflictPercent: Int,
        words: Words,
        facts: [StatedFact] = [],
        passedOver: [String] = [],
        hedges: [String] = [],
        gaps: GapRules
    ) {
        self.thresholds = thresholds
        self.weights = weights
        self.mostDaysApart = mostDaysApart
        self.mostMinutesApart = mostMinutesApart
        self.longestDate = longestDate
        self.mostNear = mostNear
        self.dateConflictPercent = dateConflictPercent
        self.facts = facts
        self.gaps = gaps
        let vocabulary = Vocabulary(words.same, ignored: words.ignored, weak: words.weak)
        different = words.different.map { Set($0.compactMap(vocabulary.group)) }
        statements = Deferred { FactTable(facts, passedOver: passedOver, hedges: hedges, words: words) }
        self.vocabulary = vocabulary
    }

    /// What accounts must share whose dates lie so; `nil` where they are too far apart.
    func threshold(_ dates: DateRelation, isLong: Bool, isOneAgency: Bool) -> Threshold? {
        var threshold: Threshold
        switch dates {
        case .sameDay: threshold = thresholds.sameDay
        case .overlapping: threshold = isLong ? thresholds.long : thresholds.overlapping
        case .apart(let days):
            guard days <= mostDaysApart else { return nil }
            threshold = thresholds.apart
        }
        if isOneAgency {
            threshold.percent = max(threshold.percent, thresholds.oneAgency.percent)
            threshold.weight = max(threshold.weight, thresholds.oneAgency.weight)
        }
        return threshold
    }

    /// What the words of an account, or those that two share, weigh.
    func total(_ words: [Int], _ vocabulary: Vocabulary) -> Int {
        var sum = 0
        var hasWeak = false
        for word in words {
            switch vocabulary.weight(word) {
            case .ignored: break
            case .weak: hasWeak = true
            case .ordinary: sum += weights.ordinary
            case .telling: sum += weights.telling
            }
        }
        return sum + (hasWeak ? weights.weak : 0)
    }
}

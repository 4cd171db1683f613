/// When accounts of several sources are linked, and what they can disagree about.
///
/// It is data; `Definitions` reads it from `tools-definitions/comparison.xml`.
public struct ComparisonRules: Sendable {
    /// How much two accounts must share.
    public struct Threshold: Sendable, Hashable {
        /// The least share in percent of the words of the account that has fewer of them.
        public var percent: Int
        /// The least number of shared words.
        public var words: Int

        /// Makes a threshold.
        public init(percent: Int, words: Int) {
            self.percent = percent
            self.words = words
        }
    }

    /// What accounts of one day must share.
    public var sameDay: Threshold
    /// What accounts must share whose dates overlap.
    public var overlapping: Threshold
    /// What accounts must share that are some days apart.
    public var apart: Threshold
    /// The most days that they may be apart.
    public var mostDaysApart: Int
    /// The most minutes that two times of one day may differ.
    public var mostMinutesApart: Int
    /// The words that say little, in the form in which they are compared.
    let ignored: Set<String>
    /// The phrases that mean the same.
    let sameWords: PhraseTable
    /// The facts that accounts can disagree about.
    public let facts: [StatedFact]
    /// The phrases of the facts; the meaning is the number of the fact and of its side.
    let statements: [(fact: Int, side: Int, phrases: PhraseTable)]
    /// When a time without events is named.
    public var gaps: GapRules

    /// Makes the rules.
    ///
    /// - Parameters:
    ///   - ignored: Words that say little, such as "the" and "reported".
    ///   - sameWords: Groups of phrases that mean the same; the first of a group stands for all.
    public init(
        sameDay: Threshold,
        overlapping: Threshold,
        apart: Threshold,
        mostDaysApart: Int,
        mostMinutesApart: Int,
        ignored: [String],
        sameWords: [[String]],
        facts: [StatedFact],
        gaps: GapRules
    ) {
        self.sameDay = sameDay
        self.overlapping = overlapping
        self.apart = apart
        self.mostDaysApart = mostDaysApart
        self.mostMinutesApart = mostMinutesApart
        self.facts = facts
        self.gaps = gaps
        let table = PhraseTable(
            sameWords.flatMap { group in
                let meaning = PlainWords.phrase(group.first ?? "").joined(separator: "-")
                return group.map { (PlainWords.phrase($0), meaning) }
            }
        )
        self.sameWords = table
        self.ignored = Set(ignored.flatMap { PlainWords.words(of: $0) }.map { WordStem.of($0) })
        statements = facts.enumerated().flatMap { fact, stated in
            stated.sides.enumerated().map { side, words in
                (fact, side, PhraseTable(words.phrases.map { (table.replacing(PlainWords.phrase($0)), words.label) }))
            }
        }
    }

    /// What accounts must share whose dates lie so; `nil` where they are too far apart.
    func threshold(_ dates: DateRelation) -> Threshold? {
        switch dates {
        case .sameDay: sameDay
        case .overlapping: overlapping
        case .apart(let days): days <= mostDaysApart ? apart : nil
        }
    }
}

/// The phrases of all facts that accounts can disagree about.
struct FactTable: Sendable {
    /// What words mean where facts are looked for: people are known, and every other word stands for itself.
    let vocabulary: Vocabulary
    /// The words that are passed over.
    let passedOver: Set<Vocabulary.Token.Meaning>
    /// The words after which nothing is stated, such as "if".
    let hedges: Set<Vocabulary.Token.Meaning>
    /// The phrases of each fact.
    let facts: [FactPhrases]

    init(_ facts: [StatedFact], passedOver: [String], hedges: [String], words: ComparisonRules.Words) {
        let vocabulary = Vocabulary(words.same.filter(\.isForFacts), ignored: [], weak: [])
        let nobody = PhraseTable()
        func meanings(_ text: String) -> [Vocabulary.Token.Meaning] {
            vocabulary.read(text, people: nobody).compactMap { $0?.meaning }
        }
        let small = Set(passedOver.flatMap(meanings))
        self.facts = facts.map { fact in
            let sides = fact.sides.map(\.phrases) + [fact.neither]
            return FactPhrases(
                sides.enumerated().flatMap { side, phrases in
                    phrases.map { (side, meanings($0).filter { !small.contains($0) }) }
                }
            )
        }
        self.hedges = Set(hedges.flatMap(meanings))
        self.passedOver = small
        self.vocabulary = vocabulary
    }
}

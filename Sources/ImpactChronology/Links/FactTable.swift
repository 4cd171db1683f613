/// The phrases of all facts that accounts can disagree about.
struct FactTable: Sendable {
    /// The words that are passed over where a fact is looked for.
    let passedOver: Set<Vocabulary.Token.Meaning>
    /// The phrases of each fact.
    let facts: [FactPhrases]

    init(_ facts: [StatedFact], passedOver: [String], vocabulary: Vocabulary) {
        let nobody = PhraseTable()
        let small = Set(passedOver.flatMap { vocabulary.read($0, people: nobody).compactMap { $0?.meaning } })
        self.facts = facts.map { fact in
            let phrases = fact.sides.enumerated().flatMap { side, stated in
                stated.phrases.map { phrase in
                    (
                        side,
                        vocabulary.read(phrase, people: nobody).compactMap { $0?.meaning }.filter {
                            !small.contains($0)
                        }
                    )
                }
            }
            // A phrase of which no more is left than a word that says nothing would be found everywhere.
            return FactPhrases(phrases.filter { $0.1.count > 1 || $0.1.contains(where: vocabulary.says) })
        }
        self.passedOver = small
    }
}

/// The phrases by which a fact is stated or denied, in the tokens of a vocabulary.
struct FactPhrases: Sendable {
    /// The phrases that begin with a word, the longest first, each with its side.
    private var phrases: [Vocabulary.Token.Meaning: [(side: Int, words: [Vocabulary.Token.Meaning])]] = [:]

    init(_ all: [(side: Int, words: [Vocabulary.Token.Meaning])]) {
        for phrase in all.sorted(by: { $0.words.count > $1.words.count }) {
            if let first = phrase.words.first { phrases[first, default: []].append(phrase) }
        }
    }

    /// The side that a text takes, with the words in which it does; `nil` where it takes both, or none.
    ///
    /// Of several phrases at one place the longest is meant: "not seen" holds "seen". A phrase shortly behind a hedge
    /// states nothing, nor does one of no side (the number behind those of the two sides).
    func side(in words: [Vocabulary.Token?], hedges: Set<Vocabulary.Token.Meaning>) -> (side: Int, words: String)? {
        var found: (side: Int, words: String)?
        var index = 0
        while index < words.count {
            let match = words[index].flatMap { phrases[$0.meaning] }?.first { phrase in
                phrase.words.count <= words.count - index
                    && phrase.words.indices.allSatisfy { phrase.words[$0] == words[index + $0]?.meaning }
            }
            if let match, match.side < 2, !Self.isHedged(words[..<index], hedges) {
                if let found, found.side != match.side { return nil }
                let written = words[index..<(index + match.words.count)].compactMap { $0?.written }
                found = found ?? (match.side, written.joined(separator: " "))
            }
            index += match?.words.count ?? 1
        }
        return found
    }

    /// Whether one of the three words before a phrase, in the same sentence, is a hedge.
    private static func isHedged(
        _ before: ArraySlice<Vocabulary.Token?>,
        _ hedges: Set<Vocabulary.Token.Meaning>
    ) -> Bool {
        for word in before.reversed().prefix(3) {
            guard let word else { return false }
            if hedges.contains(word.meaning) { return true }
        }
        return false
    }
}

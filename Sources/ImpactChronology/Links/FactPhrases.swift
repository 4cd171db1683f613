/// The phrases by which a fact is stated or denied, in the tokens of a vocabulary.
struct FactPhrases: Sendable {
    /// The phrases that begin with a word, the longest first, each with its side.
    private var phrases: [Vocabulary.Token: [(side: Int, words: [Vocabulary.Token])]] = [:]

    init(_ all: [(side: Int, words: [Vocabulary.Token])]) {
        for phrase in all.sorted(by: { $0.words.count > $1.words.count }) {
            if let first = phrase.words.first { phrases[first, default: []].append(phrase) }
        }
    }

    /// The side that a text takes; `nil` where it takes both, or none.
    ///
    /// Of several phrases at one place the longest is meant: "not seen" holds "seen".
    func side(in words: [Vocabulary.Token?]) -> Int? {
        var found: Set<Int> = []
        var index = 0
        while index < words.count {
            let match = words[index].flatMap { phrases[$0] }?.first { phrase in
                phrase.words.count <= words.count - index
                    && phrase.words.indices.allSatisfy { phrase.words[$0] == words[index + $0] }
            }
            if let match { found.insert(match.side) }
            index += match?.words.count ?? 1
        }
        return found.count == 1 ? found.first : nil
    }
}

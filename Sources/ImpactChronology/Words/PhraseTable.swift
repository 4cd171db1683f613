/// Phrases, each with the number of what it means.
struct PhraseTable: Sendable {
    /// The phrases that begin with a word, the longest first.
    private var phrases: [String: [(words: [String], meaning: Int)]] = [:]

    /// Makes a table of phrases in their words; of two equal phrases the first counts.
    init(_ pairs: [(words: [String], meaning: Int)] = []) {
        for (words, meaning) in pairs {
            if let first = words.first { phrases[first, default: []].append((words, meaning)) }
        }
        for first in Array(phrases.keys) {
            phrases[first] = phrases[first]?.enumerated().sorted {
                ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
            }.map(\.element)
        }
    }

    /// The longest phrase that stands at a place, and of how many words it is.
    func match(in words: [String], at index: Int) -> (meaning: Int, count: Int)? {
        for phrase in phrases[words[index]] ?? [] where words[index...].starts(with: phrase.words) {
            return (phrase.meaning, phrase.words.count)
        }
        return nil
    }
}

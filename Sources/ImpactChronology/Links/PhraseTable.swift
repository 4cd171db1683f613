/// Phrases, each with the one word that stands for it.
struct PhraseTable: Sendable {
    /// The phrases that begin with a word, the longest first.
    private var phrases: [String: [(words: [String], meaning: String)]] = [:]

    /// Makes a table of phrases in their words; of two equal phrases the first counts.
    init(_ pairs: [(words: [String], meaning: String)] = []) {
        for (words, meaning) in pairs {
            if let first = words.first { phrases[first, default: []].append((words, meaning)) }
        }
        sort()
    }

    /// A copy with further phrases, which come before the others of their length.
    func adding(_ pairs: [(words: [String], meaning: String)]) -> PhraseTable {
        guard !pairs.isEmpty else { return self }
        var table = PhraseTable(pairs)
        for (first, others) in phrases { table.phrases[first, default: []] += others }
        table.sort()
        return table
    }

    private mutating func sort() {
        for first in Array(phrases.keys) {
            phrases[first] = phrases[first]?.enumerated().sorted {
                ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
            }.map(\.element)
        }
    }

    /// The words with each phrase replaced by the word that stands for it, the longest phrase first.
    func replacing(_ words: [String]) -> [String] {
        var result: [String] = []
        result.reserveCapacity(words.count)
        var index = 0
        while index < words.count {
            if let match = match(in: words, at: index) {
                result.append(match.meaning)
                index += match.count
            } else {
                result.append(words[index])
                index += 1
            }
        }
        return result
    }

    /// The longest phrase that stands at a place.
    func match(in words: [String], at index: Int) -> (meaning: String, count: Int)? {
        for phrase in phrases[words[index]] ?? [] where words[index...].starts(with: phrase.words) {
            return (phrase.meaning, phrase.words.count)
        }
        return nil
    }
}

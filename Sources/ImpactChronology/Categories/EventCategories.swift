/// The categories of events, and which of them a text suggests.
///
/// It is data; `Definitions` reads it from `tools-definitions/event-categories.xml`.
public struct EventCategories: Sendable {
    /// The categories, in the order of the definition.
    public let all: [EventCategory]
    /// The phrases that begin with a word, the longest first.
    private let phrases: [String: [(words: [String], category: Int)]]

    /// Makes the categories.
    public init(_ categories: [EventCategory]) {
        all = categories
        var phrases: [String: [(words: [String], category: Int)]] = [:]
        for (index, category) in categories.enumerated() {
            for text in category.words {
                let words = PlainWords.words(of: text)
                if let first = words.first { phrases[first, default: []].append((words, index)) }
            }
        }
        self.phrases = phrases.mapValues { $0.sorted { ($1.words.count, $0.category) < ($0.words.count, $1.category) } }
    }

    /// Returns a category by its name in the definition.
    public func category(_ id: String) -> EventCategory? {
        all.first { $0.id == id }
    }

    /// Returns the category that a source's code means.
    public func category(of code: EventCategory.Code) -> EventCategory? {
        all.first { $0.codes.contains(code) }
    }

    /// The words of a phrase as they are compared, with single spaces; blank where it has none.
    public static func phrase(of text: String) -> String {
        let words = PlainWords.words(of: text)
        return words.contains { $0 != PlainWords.stop } ? words.joined(separator: " ") : ""
    }

    /// Returns the category that a text suggests; `nil` where none of its words is known.
    ///
    /// The longest phrase decides; of two that are as long the first in the text, and of two in one place the first in
    /// the definition. A phrase behind "no", "not", "didn't", "never", "without" or "denied" suggests nothing.
    public func suggestion(for text: String) -> EventCategory? {
        guard !phrases.isEmpty else { return nil }
        let words = PlainWords.words(of: text)
        var best: (length: Int, category: Int)?
        for (index, word) in words.enumerated() {
            for phrase in phrases[word] ?? [] where phrase.words.count > best?.length ?? 0 {
                guard words[index...].starts(with: phrase.words), !Self.isDenied(words[..<index]) else { continue }
                best = (phrase.words.count, phrase.category)
                break
            }
        }
        return best.map { all[$0.category] }
    }

    /// Whether one of the three words before a phrase, in the same sentence, denies it.
    private static func isDenied(_ before: ArraySlice<String>) -> Bool {
        for word in before.reversed().prefix(3) {
            if word == PlainWords.stop { return false }
            if denials.contains(word) || word.hasSuffix("n't") { return true }
        }
        return false
    }

    private static let denials: Set<String> = [
        "no", "not", "never", "without", "denied", "denies", "denying", "deny", "nor", "neither", "none", "nothing",
        "cannot",
    ]
}

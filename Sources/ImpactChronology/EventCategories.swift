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
                let words = Self.words(of: text)
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

    /// Returns the category that a text suggests; `nil` where none of its words is known.
    ///
    /// The longest phrase decides; of two that are as long the first in the text, and of two in one place the first in
    /// the definition. A phrase behind "no", "not", "never", "without" or "denied" suggests nothing.
    public func suggestion(for text: String) -> EventCategory? {
        guard !phrases.isEmpty else { return nil }
        let words = Self.words(of: text)
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

    /// Whether one of the three words before a phrase denies it.
    private static func isDenied(_ before: ArraySlice<String>) -> Bool {
        before.suffix(3).contains { denials.contains($0) }
    }

    private static let denials: Set<String> = ["no", "not", "never", "without", "denied", "denies", "nor", "neither"]

    /// The words of a text in lower case: letters, figures and apostrophes; a full stop or other mark that ends a
    /// sentence stands as a word of its own, so that no phrase and no denial reaches over it.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case 0x41...0x5A: word.append(byte + 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x80...: word.append(byte)
            case UInt8(ascii: "'"): word.append(byte)
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x0A:
                close()
                if words.last != "." { words.append(".") }
            default: close()
            }
        }
        close()
        return words.map { $0.hasPrefix("'") || $0.hasSuffix("'") ? String($0.drop { $0 == "'" }) : $0 }
    }
}

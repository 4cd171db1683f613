/// Takes the marks and words of doubt out of the tokens of a date cell, wherever they stand.
struct DateDoubt {
    /// The tokens without their doubt.
    private(set) var tokens: [DateToken]
    /// What was written.
    private(set) var doubt = Doubt.none

    private static let uncertain = Doubt(isUncertain: true, isApproximate: false)
    private static let approximate = Doubt(isUncertain: false, isApproximate: true)

    private static let phrases: [(words: [String], doubt: Doubt)] = [
        (["to", "be", "confirmed"], uncertain), (["thought", "to", "be"], uncertain),
        (["believed", "to", "be"], uncertain), (["not", "sure"], uncertain), (["not", "certain"], uncertain),
        (["i", "think"], uncertain), (["date", "uncertain"], uncertain), (["date", "unsure"], uncertain),
        (["on", "or", "about"], approximate), (["on", "or", "around"], approximate),
        (["some", "time", "in"], approximate),
        (["some", "point", "in"], approximate), (["at", "some", "point"], approximate),
        (["or", "thereabouts"], approximate),
        (["some", "time", "around"], approximate), (["or", "so"], approximate), (["sometime", "in"], approximate),
    ]

    init(_ original: [DateToken]) {
        tokens = []
        tokens.reserveCapacity(original.count)
        var index = 0
        while index < original.count {
            if let (found, next) = Self.doubt(in: original, at: index) {
                doubt = doubt.joined(with: found)
                index = next
                // "c." and "approx." leave no full stop behind.
                while index < original.count, original[index].isMark("."), !original[index].hasSpaceBefore {
                    index += 1
                }
                if index < original.count {
                    var following = original[index]
                    following.hasSpaceBefore = true
                    if Self.doubt(in: original, at: index) == nil {
                        tokens.append(following)
                        index += 1
                    }
                }
            } else {
                tokens.append(original[index])
                index += 1
            }
        }
    }

    private static func doubt(in tokens: [DateToken], at index: Int) -> (Doubt, Int)? {
        switch tokens[index].kind {
        case .mark("?"): return (uncertain, index + 1)
        case .mark("~"): return (approximate, index + 1)
        case .mark("%"): return (uncertain.joined(with: approximate), index + 1)
        case .mark, .number: return nil
        case .word(let word):
            for phrase in phrases where phrase.words[0] == word {
                let words = tokens[index...].prefix(phrase.words.count).map(\.word)
                if words == phrase.words { return (phrase.doubt, index + phrase.words.count) }
            }
            // The "c" of "w/c" is no doubt, nor is the "est" of "W/E est".
            if word == "c", index > 0,
                tokens[index - 1].isMark("/") || tokens[index - 1].isMark(".") || tokens[index - 1].word == "w"
            {
                return nil
            }
            return DateWords.doubt(word).map { ($0, index + 1) }
        }
    }
}

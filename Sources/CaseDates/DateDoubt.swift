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
            if let (found, next) = Self.doubt(in: original, at: index), !Self.isUnknownEnd(in: original, at: index) {
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

    /// Whether a question mark stands alone where one end of a span should be.
    private static func isUnknownEnd(in tokens: [DateToken], at index: Int) -> Bool {
        func isJoint(_ index: Int) -> Bool {
            tokens.indices.contains(index) && (tokens[index].isMark("-") || tokens[index].word == "to")
                && tokens[index].hasSpaceBefore
        }
        guard tokens[index].isMark("?"), tokens.count > 2 else { return false }
        return index == 0 && isJoint(1)
            || index == tokens.count - 1 && tokens[index].hasSpaceBefore && isJoint(index - 1)
    }

    /// Whether a question mark stands for a figure that nobody knows, as in "1?/03/2015" or "14/03/20??".
    static func hasUnknownFigure(_ tokens: [DateToken]) -> Bool {
        func isTight(_ index: Int) -> Bool { tokens.indices.contains(index) && !tokens[index].hasSpaceBefore }
        func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].number != nil }
        func isSeparator(_ index: Int) -> Bool {
            tokens.indices.contains(index) && ["/", ".", "-"].contains { tokens[index].isMark($0) }
        }
        for index in tokens.indices where tokens[index].isMark("?") {
            if index > 0, tokens[index - 1].isMark("?"), isTight(index) { continue }
            var next = index + 1
            while next < tokens.count, tokens[next].isMark("?"), isTight(next) { next += 1 }
            let touchesFigureBehind = isNumber(next) && isTight(next)
            if index > 0, isTight(index), case .number(let value, let figures) = tokens[index - 1].kind {
                if touchesFigureBehind { return true }
                switch figures {
                case 2: if next - index > 1, (18...20).contains(value) { return true }
                case 4...: break
                default:
                    let before = index > 1 ? tokens[index - 2].word : nil
                    guard let before, ["aged", "age", "week", "year", "yr", "weeks"].contains(before) else {
                        return true
                    }
                }
            } else if index > 1, isTight(index), isTight(index - 1), isSeparator(index - 1), isNumber(index - 2) {
                return true
            } else if isSeparator(next), isTight(next), isNumber(next + 1), isTight(next + 1) {
                return true
            } else if touchesFigureBehind, case .number(_, figures: 1) = tokens[next].kind, isSeparator(next + 1),
                next + 2 < tokens.count, case .number(_, figures: 2) = tokens[next + 2].kind
            {
                return true
            }
        }
        return false
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

/// One piece of a date cell: a number, a word or a mark.
struct DateToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// ASCII figures, how many there were, and their value.
        case number(Int, figures: Int)
        /// Letters in lower case, without apostrophes.
        case word(String)
        /// Any other character that is not white space; dashes, quotes and slashes of all kinds are folded into one.
        case mark(Character)
    }

    var kind: Kind
    /// Whether white space stands before it.
    var hasSpaceBefore: Bool

    var word: String? {
        if case .word(let word) = kind { word } else { nil }
    }

    var number: Int? {
        if case .number(let value, _) = kind { value } else { nil }
    }

    func isMark(_ mark: Character) -> Bool {
        kind == .mark(mark)
    }

    /// Splits the text of a date cell; `nil` when it is longer than any date, or has a number of over nine figures.
    static func tokens(of text: String) -> [DateToken]? {
        var tokens: [DateToken] = []
        var spaceBefore = false
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            guard tokens.count < 60 else { return nil }
            if scalar.properties.isWhitespace {
                spaceBefore = true
                next = scalars.next()
            } else if let figure = figure(scalar) {
                var (value, figures) = (figure, 1)
                next = scalars.next()
                while let more = next.flatMap(Self.figure) {
                    guard figures < 9 else { return nil }
                    (value, figures) = (value * 10 + more, figures + 1)
                    next = scalars.next()
                }
                tokens.append(DateToken(kind: .number(value, figures: figures), hasSpaceBefore: spaceBefore))
                spaceBefore = false
            } else if scalar.properties.isAlphabetic {
                var word = ""
                while let letter = next, letter.properties.isAlphabetic || isApostrophe(letter) {
                    if !isApostrophe(letter) { word.unicodeScalars.append(letter) }
                    next = scalars.next()
                }
                tokens.append(DateToken(kind: .word(word.lowercased()), hasSpaceBefore: spaceBefore))
                spaceBefore = false
            } else {
                tokens.append(DateToken(kind: .mark(folded(scalar)), hasSpaceBefore: spaceBefore))
                spaceBefore = false
                next = scalars.next()
            }
        }
        return joiningEndings(of: tokens)
    }

    /// Splits "ndJune" behind a number into its ordinal ending and the word, and joins "a.m." into one word.
    private static func joiningEndings(of tokens: [DateToken]) -> [DateToken] {
        var joined: [DateToken] = []
        joined.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if let word = token.word {
                let ending = String(word.prefix(2))
                if !token.hasSpaceBefore, word.count > 4, joined.last?.number != nil, DateWords.isOrdinalEnding(ending)
                {
                    joined.append(DateToken(kind: .word(ending), hasSpaceBefore: false))
                    joined.append(DateToken(kind: .word(String(word.dropFirst(2))), hasSpaceBefore: false))
                    index += 1
                    continue
                }
                if word == "a" || word == "p", index + 2 < tokens.count, tokens[index + 1].isMark("."),
                    tokens[index + 2].word == "m"
                {
                    joined.append(DateToken(kind: .word(word + "m"), hasSpaceBefore: token.hasSpaceBefore))
                    index += 3
                    if index < tokens.count, tokens[index].isMark("."), !tokens[index].hasSpaceBefore { index += 1 }
                    continue
                }
            }
            if let (word, next) = dotted(tokens, at: index) {
                joined.append(DateToken(kind: .word(word), hasSpaceBefore: token.hasSpaceBefore))
                index = next
                continue
            }
            joined.append(token)
            index += 1
        }
        return joined
    }

    /// Reads "d.o.b." and its like as one word.
    private static func dotted(_ tokens: [DateToken], at index: Int) -> (String, Int)? {
        guard index + 4 < tokens.count, tokens[index + 1].isMark("."), tokens[index + 3].isMark("."),
            let first = tokens[index].word, let second = tokens[index + 2].word, let third = tokens[index + 4].word,
            DateWords.otherKinds.contains(first + second + third)
        else { return nil }
        let next = index + 5
        let hasStop = next < tokens.count && tokens[next].isMark(".") && !tokens[next].hasSpaceBefore
        return (first + second + third, hasStop ? next + 1 : next)
    }

    private static func figure(_ scalar: Unicode.Scalar) -> Int? {
        ("0"..."9").contains(scalar) ? Int(scalar.value) - 0x30 : nil
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{02BC}"
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Character {
        switch scalar {
        case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}", "\u{00AD}", "_": "-"
        case "\u{2018}", "\u{2019}", "\u{02BC}", "`", "\u{00B4}": "'"
        case "\u{201C}", "\u{201D}", "\u{2033}", "\u{3003}": "\""
        case "\\", "\u{2044}", "\u{FF0F}": "/"
        case "\u{2192}", "\u{203A}": ">"
        case "\u{FF1F}": "?"
        case "\u{223C}", "\u{2248}", "\u{02DC}": "~"
        case "\u{00B7}", "\u{2022}", "\u{2024}", "\u{FF0E}": "."
        default: Character(scalar)
        }
    }
}

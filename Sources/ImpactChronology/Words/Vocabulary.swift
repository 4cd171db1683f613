/// What the words and phrases of accounts mean: the groups of the rules by number, and behind them single words.
struct Vocabulary: Sendable {
    /// The phrases in exact words, and in stems.
    private let exact: PhraseTable
    private let stems: PhraseTable
    /// The weight of each group, then of each single word that the rules name.
    private var weights: [WordWeight]
    private var numbers: [String: Int] = [:]
    private let ignored: Set<String>
    private let weak: Set<String>

    /// Makes the vocabulary of rules.
    init(_ groups: [SameWords], ignored: [String], weak: [String]) {
        self.ignored = Self.stems(ignored)
        self.weak = Self.stems(weak)
        let pairs = groups.enumerated().flatMap { number, group in
            group.phrases.map { (words: PlainWords.phrase($0), meaning: number) }
        }
        exact = PhraseTable(pairs)
        stems = PhraseTable(pairs.map { ($0.words.map(WordStem.of), $0.meaning) })
        weights = groups.map(\.weight)
    }

    private static func stems(_ texts: [String]) -> Set<String> {
        Set(texts.flatMap { PlainWords.words(of: $0) }.map(WordStem.of))
    }

    /// The number of the group that a phrase is of.
    func group(_ phrase: String) -> Int? {
        let words = PlainWords.phrase(phrase)
        return words.isEmpty
            ? nil : exact.match(in: words, at: 0).flatMap { $0.count == words.count ? $0.meaning : nil }
    }

    /// The number of a meaning that no group has, such as a person.
    mutating func meaning(named name: String) -> Int {
        number(of: "=" + name, weight: .ordinary)
    }

    func weight(_ number: Int) -> WordWeight { weights[number] }

    /// One thing that a text says, and the words in which it says it.
    struct Token: Hashable, Sendable {
        /// What is said.
        enum Meaning: Hashable, Sendable {
            /// A phrase of a group, or a person, by number.
            case number(Int)
            /// Any other word, by its stem.
            case stem(String)
        }

        /// What is said.
        let meaning: Meaning
        /// The words of the text.
        let written: String
    }

    /// What a text says by number, each once, with the words in which it says it first.
    mutating func numbers(in tokens: [Token?]) -> [Int: String] {
        var numbers: [Int: String] = [:]
        for case let token? in tokens {
            let number =
                switch token.meaning {
                case .number(let number): number
                case .stem(let stem): number(of: stem, word: token.written)
                }
            if numbers[number] == nil { numbers[number] = token.written }
        }
        return numbers
    }

    /// Whether a word is none of those that say nothing.
    func says(_ meaning: Token.Meaning) -> Bool {
        switch meaning {
        case .number(let number): weights[number] != .ignored
        case .stem(let stem): !ignored.contains(stem)
        }
    }

    /// Returns what a text says, in its order; `nil` stands for the end of a sentence.
    ///
    /// At each place the longest phrase counts: of a name, then in exact words, then in stems; else the stem of the
    /// word. One word is looked for in stems only where its stem is long enough to be no other word. `people` are the
    /// names of people, each with its meaning, ``nothing`` for one that says nothing.
    func read(_ text: String, people: PhraseTable) -> [Token?] {
        let words = PlainWords.words(of: text)
        let stems = words.map(WordStem.of)
        var result: [Token?] = []
        result.reserveCapacity(words.count)
        var index = 0
        while index < words.count {
            guard words[index] != PlainWords.stop else {
                result.append(nil)
                index += 1
                continue
            }
            if let (meaning, count) = match(words, stems, at: index, people) {
                if meaning != Self.nothing {
                    let written = words[index..<(index + count)].joined(separator: " ")
                    result.append(Token(meaning: .number(meaning), written: written))
                }
                index += count
            } else {
                if !stems[index].isEmpty {
                    result.append(Token(meaning: .stem(stems[index]), written: words[index]))
                }
                index += 1
            }
        }
        return result
    }

    /// The meaning of what says nothing.
    static let nothing = -1

    private func match(_ words: [String], _ stems: [String], at index: Int, _ people: PhraseTable) -> (Int, Int)? {
        var best = people.match(in: words, at: index)
        if best == nil, words[index].hasSuffix("'s") { best = people.match(in: [stems[index]], at: 0) }
        if let match = exact.match(in: words, at: index), match.count > best?.count ?? 0 { best = match }
        if let match = self.stems.match(in: stems, at: index), match.count > best?.count ?? 0,
            match.count > 1 || stems[index].utf8.count >= 4 && !ignored.contains(stems[index])
        {
            best = match
        }
        return best.map { ($0.meaning, $0.count) }
    }

    /// The number of a single word.
    private mutating func number(of stem: String, word: String) -> Int {
        if let number = numbers[stem] { return number }
        let isNumber = (0x30...0x39).contains(stem.utf8.first ?? 0)
        let weight: WordWeight =
            if ignored.contains(stem) {
                .ignored
            } else if weak.contains(stem) || isNumber && stem.utf8.count < 3 {
                .weak
            } else {
                .ordinary
            }
        return number(of: stem, weight: weight)
    }

    private mutating func number(of key: String, weight: WordWeight) -> Int {
        if let number = numbers[key] { return number }
        numbers[key] = weights.count
        weights.append(weight)
        return weights.count - 1
    }
}

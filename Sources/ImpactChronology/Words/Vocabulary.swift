/// What the words and phrases of accounts mean: the groups of the rules by number, and behind them single words.
struct Vocabulary: Sendable {
    /// The phrases in exact words, and in stems.
    private let exact: PhraseTable
    private let stems: PhraseTable
    /// The weight of each group, then of each single word that the rules name.
    private var weights: [WordWeight]
    /// How each is shown.
    private var names: [String]
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
        names = groups.map { $0.phrases.first ?? "" }
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
        number(of: "=" + name, weight: .ordinary, shown: name)
    }

    func weight(_ number: Int) -> WordWeight { weights[number] }
    func name(_ number: Int) -> String { names[number] }

    /// One thing that a text says.
    enum Token: Hashable, Sendable {
        /// A phrase of a group, or a person, by number.
        case meaning(Int)
        /// Any other word, by its stem.
        case word(stem: String, written: String)

        static func == (one: Token, other: Token) -> Bool {
            switch (one, other) {
            case (.meaning(let one), .meaning(let other)): one == other
            case (.word(let one, _), .word(let other, _)): one == other
            case (.meaning, .word), (.word, .meaning): false
            }
        }

        func hash(into hasher: inout Hasher) {
            switch self {
            case .meaning(let number): hasher.combine(number)
            case .word(let stem, _): hasher.combine(stem)
            }
        }
    }

    /// The numbers of what a text says, each once, ascending.
    mutating func numbers(in tokens: [Token?]) -> [Int] {
        var numbers: Set<Int> = []
        for case let token? in tokens {
            switch token {
            case .meaning(let meaning): numbers.insert(meaning)
            case .word(let stem, let written): numbers.insert(number(of: stem, word: written))
            }
        }
        return numbers.sorted()
    }

    /// Whether a word is none of those that say nothing.
    func says(_ token: Token) -> Bool {
        switch token {
        case .meaning(let number): weights[number] != .ignored
        case .word(let stem, _): !ignored.contains(stem)
        }
    }

    /// Returns what a text says, in its order; `nil` stands for the end of a sentence.
    ///
    /// At each place the longest phrase counts: of a name, then in exact words, then in stems; else the stem of the word. One
    /// word is looked for in stems only where its stem is long enough to be no other word. `people` are the names of people, each
    /// with its meaning, ``nothing`` for one that says nothing.
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
                if meaning != Self.nothing { result.append(.meaning(meaning)) }
                index += count
            } else {
                if !stems[index].isEmpty { result.append(.word(stem: stems[index], written: words[index])) }
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
        return number(of: stem, weight: weight, shown: word)
    }

    private mutating func number(of key: String, weight: WordWeight, shown: String) -> Int {
        if let number = numbers[key] { return number }
        numbers[key] = weights.count
        weights.append(weight)
        names.append(shown)
        return weights.count - 1
    }
}

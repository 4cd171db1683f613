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

    /// The numbers of what a text says, in its order; `nil` stands for the end of a sentence.
    ///
    /// At each place the longest phrase counts: of a name, then in exact words, then in stems; else the stem of the word. One word is
    /// looked for in stems only where its stem is long enough to be no other word.
    ///
    /// - Parameter people: The names of people, each with its meaning; `Self.nothing` for one that says nothing.
    mutating func read(_ text: String, people: PhraseTable) -> [Int?] {
        let words = PlainWords.words(of: text)
        let stems = words.map(WordStem.of)
        var result: [Int?] = []
        result.reserveCapacity(words.count)
        var index = 0
        while index < words.count {
            guard words[index] != PlainWords.stop else {
                result.append(nil)
                index += 1
                continue
            }
            if let (meaning, count) = match(words, stems, at: index, people) {
                if meaning != Self.nothing { result.append(meaning) }
                index += count
            } else {
                if !stems[index].isEmpty { result.append(number(of: stems[index], word: words[index])) }
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

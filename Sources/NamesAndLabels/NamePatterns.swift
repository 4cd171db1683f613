/// The sequences of words that are somebody's name, as a tree that is walked word by word.
struct NamePatterns: Sendable {
    /// One way in which a name may be written.
    struct Pattern: Sendable, Hashable {
        /// The place in the glossary.
        var entry = 0
        /// What was written.
        var kind = FoundKind.name
        /// The words, from the first as bit 0, that must be single capitals.
        var capitals = 0
        /// Whether all letters must be capitals, and nothing but dots between them.
        var isInitials = false
        /// Whether every word is a word of the language too.
        var isCommon = false
        /// Whether it is a word of the calendar.
        var isCalendar = false
        /// Whether an "s" without an apostrophe was put behind the name.
        var endsInS = false
        /// Whether it is one part of a double name, such as "Ella" of "Ella-Mae".
        var isPart = false
        /// Whether it is a usual abbreviation too, and is left.
        var isAbbreviation = false

        /// How sure the pattern is: a whole name before a part of one, a part before initials and misspelt possessives.
        var strength: Int { isInitials || endsInS ? 0 : isPart ? 1 : 2 }
    }

    private var numbers: [UInt64: Int32] = [:]
    /// Whether any word has a hash that ends so: most words of a text have none, which this tells at once.
    private var isPossible = [Bool](repeating: false, count: 4096)
    private var children: [UInt64: Int32] = [:]
    private var ends: [Int32: Int32] = [:]
    private(set) var patterns: [Pattern] = []
    private var nodes: Int32 = 1
    private(set) var titles: Set<Int32> = []

    init() {
        for title in NameWords.allTitles.sorted() { titles.insert(add(word: title)) }
    }

    /// Adds a pattern; `comma` is the place of the word before which a comma stands.
    mutating func add(_ words: [String], comma: Int?, _ pattern: Pattern) {
        var node: Int32 = 0
        for (index, word) in words.enumerated() {
            let key = Self.key(node, add(word: word), index == comma)
            if let next = children[key] {
                node = next
            } else {
                children[key] = nodes
                node = nodes
                nodes += 1
            }
        }
        guard node > 0, ends[node] == nil else { return }
        ends[node] = Int32(patterns.count)
        patterns.append(pattern)
    }

    private mutating func add(word: String) -> Int32 {
        let hash = WordHash.of(word)
        if let number = numbers[hash] { return number }
        isPossible[Int(hash & 4095)] = true
        numbers[hash] = Int32(numbers.count)
        return Int32(numbers.count - 1)
    }

    /// The number of a word that stands in any pattern; `nil` for any other.
    func number(_ hash: UInt64) -> Int32? { isPossible[Int(hash & 4095)] ? numbers[hash] : nil }

    /// Where the tree goes on from a node.
    func next(_ node: Int32, _ word: Int32, afterComma: Bool) -> Int32? {
        children[Self.key(node, word, afterComma)]
    }

    /// The pattern that ends at a node.
    func pattern(at node: Int32) -> Pattern? { ends[node].map { patterns[Int($0)] } }

    private static func key(_ node: Int32, _ word: Int32, _ afterComma: Bool) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 33 | UInt64(UInt32(bitPattern: word)) << 1 | (afterComma ? 1 : 0)
    }
}

/// The number by which words are looked up while they are read: FNV-1a over the scalars.
enum WordHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    static func adding(_ value: UInt32, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
    }

    static func of(_ word: String) -> UInt64 {
        word.unicodeScalars.reduce(start) { adding($1.value, to: $0) }
    }
}

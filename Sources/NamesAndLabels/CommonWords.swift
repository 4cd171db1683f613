/// Words that are names and something else too, as `tools-definitions/common-words.xml` has them.
public struct CommonWords: Sendable, Hashable {
    /// Words of the language that are also forenames or surnames.
    public let words: Set<String>
    /// Words of the calendar among them.
    public let calendar: Set<String>
    /// Usual abbreviations that could be somebody's initials.
    public let abbreviations: Set<String>
    /// Words for kin and the like, which alone are no name: "baby", "auntie".
    public let kinship: Set<String>

    /// Makes lists of words; case and accents make no difference.
    public init(words: [String] = [], calendar: [String] = [], abbreviations: [String] = [], kinship: [String] = []) {
        func folded(_ list: [String]) -> Set<String> { Set(list.flatMap(LetterFolding.words)) }
        self.calendar = folded(calendar)
        self.words = folded(words).union(self.calendar)
        self.abbreviations = folded(abbreviations)
        self.kinship = folded(kinship)
    }
}

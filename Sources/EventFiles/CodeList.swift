/// The codes of one field of a statutory return, with what each means and the years in which it is valid.
///
/// It is data; `Definitions` reads it from `tools-definitions/code-lists/`.
public struct CodeList: Sendable, Hashable {
    /// One code.
    public struct Code: Sendable, Hashable {
        /// The value as the return writes it.
        public let value: String
        /// What it means, as words inside a sentence.
        public let meaning: String
        /// The first collection year in which it is valid; `nil` where that is not known.
        public let from: Int?
        /// The last collection year in which it is valid; `nil` where that is not known.
        public let to: Int?
        /// Other spellings of the value.
        public let also: [String]

        /// Makes a code.
        public init(value: String, meaning: String, from: Int? = nil, to: Int? = nil, also: [String] = []) {
            self.value = value
            self.meaning = meaning
            self.from = from
            self.to = to
            self.also = also
        }

        /// Whether the code is valid in a year; a year that is not known is no reason against it.
        public func isValid(in year: Int?) -> Bool {
            guard let year else { return true }
            return (from ?? year) <= year && year <= (to ?? year)
        }
    }

    /// What a cell says, by the list.
    public enum Answer: Sendable, Hashable {
        /// A bare code of the list.
        case code(Code)
        /// A bare code that is valid in other years only.
        case codeOfOtherYears(Code)
        /// A code with its words, such as `q) 6: Police`; shown as it is written.
        case words(Code)
        /// Nothing that the list knows.
        case unknown
    }

    /// The name by which columns speak of it.
    public let id: String
    /// What it is a list of.
    public let title: String
    /// The codes, in the order of the list.
    public let codes: [Code]
    /// Whether a text shows the code beside its meaning.
    public let showsCode: Bool
    private let positions: [String: [Int]]

    /// Makes a list.
    public init(id: String, title: String, showsCode: Bool = true, codes: [Code]) {
        self.id = id
        self.title = title
        self.showsCode = showsCode
        self.codes = codes
        var positions: [String: [Int]] = [:]
        for (index, code) in codes.enumerated() {
            for value in Set(([code.value] + code.also).map(HeadingTable.folded)) {
                positions[value, default: []].append(index)
            }
        }
        self.positions = positions
    }

    /// Returns what a cell says in a collection year.
    ///
    /// Only what is equal counts, after case and white space are set aside: a code; a code before or behind a letter in
    /// brackets, a colon or a dash; a meaning. Nothing is matched by likeness, as a similar code is another code.
    public func answer(to text: String, in year: Int? = nil) -> Answer {
        let folded = HeadingTable.folded(text)
        if let code = code(folded, in: year) {
            return code.isValid(in: year) ? .code(code) : .codeOfOtherYears(code)
        }
        let unlettered = Self.withoutLetter(folded)
        for part in [unlettered] + Self.halves(of: unlettered) {
            if let code = code(part, in: year) { return .words(code) }
        }
        if let code = codes.first(where: { HeadingTable.folded($0.meaning) == unlettered }) { return .words(code) }
        return .unknown
    }

    /// The code of a value; where it stands twice, the one of the year.
    private func code(_ folded: String, in year: Int?) -> Code? {
        let found = (positions[folded] ?? []).map { codes[$0] }
        return found.first { $0.isValid(in: year) } ?? found.first
    }

    /// `q) 6: police` without its letter.
    private static func withoutLetter(_ text: String) -> String {
        let letters = text.prefix { $0.isLetter }
        guard (1...2).contains(letters.count), text.dropFirst(letters.count).first == ")" else { return text }
        return text.dropFirst(letters.count + 1).description.trimmed
    }

    /// What stands before a colon, and what before a dash between spaces.
    private static func halves(of text: String) -> [String] {
        [":", " - ", " – "].compactMap { mark in
            var start = text.startIndex
            while start < text.endIndex {
                if text[start...].hasPrefix(mark) { return String(text[..<start]).trimmed }
                start = text.index(after: start)
            }
            return nil
        }
    }
}

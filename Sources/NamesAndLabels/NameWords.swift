/// A name taken apart: forenames, surname, and words such as "baby" that are no name alone.
struct NameWords {
    /// One word of a name between blanks, such as "Ella-Mae" or "O'Brien".
    struct Word: Hashable {
        /// Its parts as names are compared: "ella", "mae".
        let pieces: [String]
        /// As it is written.
        let text: String
    }

    /// All words that count, in their order, with those for kin.
    private(set) var phrase: [Word] = []
    private(set) var forenames: [Word] = []
    /// Names by which a person is known beside the forenames: in brackets, or in quotation marks.
    private(set) var knownAs: [Word] = []
    private(set) var surname: [Word] = []
    /// Surnames of before a marriage.
    private(set) var formerSurnames: [Word] = []
    /// Whether one word is all there is, so that it could be either.
    private(set) var isSingle = false
    /// Whether a word for a relative stands before the name, as in "Auntie Jo".
    private(set) var hasKinTitle = false

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "master", "dr", "prof", "professor", "rev", "sir", "lady", "dame", "lord",
    ]
    private static let particles: Set<String> = [
        "van", "von", "der", "den", "de", "da", "di", "du", "del", "della", "des", "dos", "la", "le", "el", "al", "bin",
        "ibn", "bint", "ap", "st", "ten", "ter", "y", "e",
    ]
    private static let former: Set<String> = ["nee", "formerly", "previously", "born"]
    private static let relatives: Set<String> = [
        "auntie", "aunty", "aunt", "uncle", "nan", "nana", "nanny", "gran", "granny", "grandma", "grandad", "grandpa",
        "mum", "dad", "mummy", "daddy", "cousin",
    ]

    init(_ name: String, kinship: Set<String>) {
        var (plain, brackets) = Self.parts(name)
        readBrackets(brackets)
        if let comma = plain.firstIndex(of: ",") {
            // "HARPER, Ella": the surname stands first.
            plain = String(plain[plain.index(after: comma)...]) + " " + plain[..<comma]
        }
        var words = Self.words(plain)
        while let first = words.first, first.pieces.count == 1, Self.titles.contains(first.pieces[0]), words.count > 1 {
            words.removeFirst()
        }
        phrase = words
        if let former = words.firstIndex(where: { Self.former.contains($0.pieces[0]) }), former > 0 {
            formerSurnames += words[(former + 1)...]
            words.removeSubrange(former...)
            phrase = words
        }
        hasKinTitle = words.first.map { Self.relatives.contains($0.pieces[0]) } ?? false
        // "Kayleigh's baby" gives the baby no name.
        let names = words.filter { !$0.pieces.allSatisfy(kinship.contains) && $0.pieces.dropFirst() != ["s"] }
        isSingle = names.count == 1
        divide(names)
    }

    private mutating func readBrackets(_ brackets: [String]) {
        for text in brackets {
            let words = Self.words(text)
            if let first = words.first, Self.former.contains(first.pieces[0]) {
                formerSurnames += words.dropFirst()
            } else if words.count == 1, let first = text.unicodeScalars.first, LetterFolding.isCapital(first.value) {
                knownAs += words
            }
        }
    }

    private mutating func divide(_ names: [Word]) {
        guard let last = names.last else { return }
        guard names.count > 1 else {
            forenames = [last]
            return
        }
        var start = names.count - 1
        while start > 1, Self.particles.contains(names[start - 1].pieces.joined()) { start -= 1 }
        surname = Array(names[start...])
        forenames = Array(names[..<start])
    }

    /// The text outside brackets, and each text inside.
    private static func parts(_ name: String) -> (plain: String, brackets: [String]) {
        var plain = ""
        var brackets: [String] = []
        var depth = 0
        for character in name {
            switch character {
            case "(", "[":
                depth += 1
                if depth == 1 {
                    brackets.append("")
                    plain.append(" ")
                }
            case ")", "]": depth = max(0, depth - 1)
            default:
                if depth == 0 { plain.append(character) } else { brackets[brackets.count - 1].append(character) }
            }
        }
        return (plain, brackets)
    }

    static func words(_ text: String) -> [Word] {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "/" }).compactMap { part in
            let pieces = LetterFolding.words(String(part))
            return pieces.isEmpty ? nil : Word(pieces: pieces, text: String(part))
        }
    }

    static func isParticle(_ piece: String) -> Bool { particles.contains(piece) }
    static func isTitle(_ piece: String) -> Bool { titles.contains(piece) }
    static let allTitles = titles
}

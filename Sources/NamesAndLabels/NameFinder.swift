import DataFormats

/// Finds names in a flow of text.
struct NameFinder {
    private let patterns: NamePatterns
    private let characters: [LocatedCharacter]
    private let use: TextUse
    /// Whether lower case says nothing, as in the names of files.
    private let isCaseless: Bool
    private var words: [Word] = []

    private struct Word {
        let number: Int32
        let range: Range<Int>
        let capitals: Int
        let letters: Int
        /// Whether it is written together with others: "Ella" of "EllaNotes".
        let isPart: Bool
    }

    static func find(
        in flow: TextFlow,
        isFileName: Bool = false,
        _ patterns: NamePatterns
    ) -> [FoundText] {
        var finder = NameFinder(
            patterns: patterns,
            characters: flow.characters,
            use: flow.use,
            isCaseless: isFileName || flow.use == .identifier
        )
        finder.readWords()
        return finder.matches()
    }

    private init(patterns: NamePatterns, characters: [LocatedCharacter], use: TextUse, isCaseless: Bool) {
        self.patterns = patterns
        self.characters = characters
        self.use = use
        self.isCaseless = isCaseless
    }

    // MARK: Words

    /// Collects the words that stand in any name.
    private mutating func readWords() {
        var index = 0
        while index < characters.count {
            guard LetterFolding.isLetter(characters[index].value) else {
                index += 1
                continue
            }
            let letters = LetterRun(from: index, in: characters)
            if let whole = letters.joinedOverLineEnd(in: characters), add(whole) {
                index = whole.range.upperBound
                continue
            }
            if !add(letters) { addParts(of: letters) }
            index = letters.range.upperBound
        }
    }

    private mutating func add(_ run: LetterRun, isPart: Bool = false) -> Bool {
        guard let number = patterns.number(run.hash) else { return false }
        words.append(
            Word(number: number, range: run.range, capitals: run.capitals, letters: run.letters, isPart: isPart)
        )
        return true
    }

    /// The words of "EllaNotes" and "MrsHarper", as people name files.
    private mutating func addParts(of run: LetterRun) {
        for part in run.parts(in: characters) { _ = add(part, isPart: true) }
    }

    // MARK: Patterns

    private func matches() -> [FoundText] {
        var found: [FoundText] = []
        var index = 0
        while index < words.count {
            if let (match, count) = longest(at: index) {
                found.append(match)
                index += count
            } else {
                if let unlisted = unlisted(at: index) { found.append(unlisted) }
                index += 1
            }
        }
        return found
    }

    /// The longest name that begins with a word.
    private func longest(at first: Int) -> (FoundText, Int)? {
        var node: Int32 = 0
        var best: (FoundText, Int)?
        var index = first
        var onlyDots = true
        while index < words.count {
            var afterComma = false
            if index > first {
                guard let gap = gap(words[index - 1], words[index]) else { break }
                afterComma = gap == .comma
                onlyDots = onlyDots && gap == .dot
            }
            guard let next = patterns.next(node, words[index].number, afterComma: afterComma) else { break }
            node = next
            index += 1
            if let pattern = patterns.pattern(at: node), let match = match(pattern, first..<index, onlyDots) {
                best = (match, index - first)
            }
        }
        return best
    }

    private func match(_ pattern: NamePatterns.Pattern, _ range: Range<Int>, _ onlyDots: Bool) -> FoundText? {
        for (place, index) in range.enumerated() where pattern.capitals & 1 << place != 0 {
            guard words[index].capitals == words[index].letters else { return nil }
        }
        var end = words[range.upperBound - 1].range.upperBound
        let start = words[range.lowerBound].range.lowerBound
        if pattern.isInitials {
            guard onlyDots, !isFigure(start - 1), !isFigure(end), !words[range].contains(where: \.isPart) else {
                return nil
            }
            if range.count > 1, end < characters.count, characters[end].value == 0x2E { end += 1 }
            if pattern.isAbbreviation {
                return FoundText(range: start..<end, entry: nil, kind: .initials, review: .abbreviation)
            }
        }
        if pattern.isCommon, let left = leftReason(pattern, range) {
            return FoundText(range: start..<end, entry: nil, kind: pattern.kind, review: left)
        }
        if HexadecimalRun.holds(start, in: characters) { return nil }
        if pattern.endsInS { end -= 1 }
        let review: ReviewReason? =
            pattern.endsInS
            ? .withoutApostrophe
            : pattern.isCommon && range.count == 1 && !isCaseless
                ? (isSentenceStart(start) ? .sentenceStart : .commonWord) : nil
        return FoundText(range: start..<end, entry: pattern.entry, kind: pattern.kind, review: review)
    }

    /// Why a name that is also a common word is left here; `nil` when it is a name.
    private func leftReason(_ pattern: NamePatterns.Pattern, _ range: Range<Int>) -> ReviewReason? {
        if pattern.isCalendar, range.count == 1, DateSurroundings.areDate(words[range.lowerBound].range, in: characters)
        {
            return .date
        }
        let hasCapitals = words[range].allSatisfy { word in
            LetterFolding.isCapital(characters[word.range.lowerBound].value)
        }
        if hasCapitals || isCaseless || isInFileName(words[range.lowerBound].range) { return nil }
        return .lowerCase
    }

    /// A name that is not listed: a word with a capital behind a title.
    private func unlisted(at index: Int) -> FoundText? {
        let title = words[index]
        guard use == .prose, patterns.titles.contains(title.number), title.capitals > 0 else { return nil }
        var place = title.range.upperBound
        if place < characters.count, characters[place].value == 0x2E { place += 1 }
        guard place < characters.count, characters[place].value == 0x20 || characters[place].value == 0xA0 else {
            return nil
        }
        place += 1
        guard place < characters.count, LetterFolding.isCapital(characters[place].value) else { return nil }
        var end = place
        while end < characters.count, LetterFolding.isLetter(characters[end].value) { end += 1 }
        if index + 1 < words.count, words[index + 1].range.lowerBound == place { return nil }
        return FoundText(range: place..<end, entry: nil, kind: .name, review: .unlisted)
    }

    // MARK: What lies between and around

    private enum Gap {
        case dot, other, comma
    }

    /// What lies between two words of one name; `nil` when they cannot be one.
    private func gap(_ first: Word, _ second: Word) -> Gap? {
        let range = first.range.upperBound..<second.range.lowerBound
        guard range.count <= 200 else { return nil }
        var (marks, blanks, dots, commas) = (0, 0, 0, 0)
        for character in characters[range] {
            switch character.value {
            case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: blanks += 1
            case 0x2D, 0x2010...0x2015, 0x5F, 0x27, 0x2018, 0x2019, 0x2B, 0x60, 0xB4, 0x2BC, 0x2032, 0xFF07: marks += 1
            case 0x2E: dots += 1
            case 0x2C: commas += 1
            default: if !LetterFolding.isMark(character.value) { return nil }
            }
        }
        guard marks + dots + commas <= 1 else { return nil }
        if commas == 1 { return .comma }
        // A full stop ends a sentence, unless an initial stands before it or nothing behind it.
        if dots == 1 { return blanks == 0 || first.letters == 1 ? .dot : nil }
        return .other
    }

    private func isFigure(_ index: Int) -> Bool {
        characters.indices.contains(index) && (0x30...0x39).contains(characters[index].value)
    }

    /// Whether nothing but blanks and opening marks stands between a place and the end of a sentence.
    private func isSentenceStart(_ start: Int) -> Bool {
        for index in (max(0, start - 40)..<start).reversed() {
            switch characters[index].value {
            case 0x20, 0x09...0x0D, 0xA0, 0x22, 0x27, 0x28, 0x5B, 0x2018, 0x2019, 0x201C, 0x201D: continue
            case 0x2E, 0x21, 0x3F, 0x3A, 0x2026: return true
            default: return false
            }
        }
        return start <= 40
    }

    /// Whether a word is a part of the name of a file, such as `rose_notes.csv`.
    private func isInFileName(_ word: Range<Int>) -> Bool {
        func isPart(_ index: Int) -> Bool {
            let value = characters[index].value
            return value > 0x20 && value != 0xA0 && !" \"'`<>|,;:?*()[]".unicodeScalars.contains { $0.value == value }
        }
        var (low, high) = (word.lowerBound, word.upperBound)
        while low > 0, word.lowerBound - low < 200, isPart(low - 1) { low -= 1 }
        while high < characters.count, high - word.upperBound < 200, isPart(high) { high += 1 }
        if word.lowerBound > low, characters[word.lowerBound - 1].value == 0x5F { return true }
        if word.upperBound < high, characters[word.upperBound].value == 0x5F { return true }
        let token = characters[low..<high]
        guard let dot = token.lastIndex(where: { $0.value == 0x2E }), dot >= word.upperBound else { return false }
        var ending = String.UnicodeScalarView()
        for character in characters[(dot + 1)..<high].prefix(8) {
            ending.append(Unicode.Scalar(character.value) ?? "?")
        }
        return Self.endings.contains(String(ending).lowercased())
    }

    private static let endings: Set<String> = [
        "csv", "tsv", "txt", "md", "json", "ndjson", "jsonl", "xml", "html", "htm", "svg", "xlsx", "xlsm", "xls",
        "docx", "docm", "doc", "pdf", "rtf", "odt", "ods", "png", "jpg", "jpeg", "gif", "eml", "msg", "zip", "pptx",
        "css",
    ]
}

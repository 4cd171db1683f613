import DataFormats

/// Letters without anything between them, with the number by which words are looked up.
struct LetterRun {
    private(set) var range: Range<Int>
    private(set) var hash = WordHash.start
    private(set) var capitals = 0
    private(set) var letters = 0
    /// Whether a capital follows other letters.
    private var hasInnerCapital = false

    /// Longer runs without a blank are bytes written as letters, in which names stand by chance.
    private static let longest = 200

    /// Reads letters from a place where there is one, up to an end.
    init(from start: Int, in characters: [LocatedCharacter], before end: Int = .max) {
        range = start..<start
        take(from: start, in: characters, before: min(end, characters.count))
    }

    private mutating func take(from start: Int, in characters: [LocatedCharacter], before end: Int) {
        var index = start
        while index < end {
            let value = characters[index].value
            if LetterFolding.isASCIILetter(value) {
                hash = WordHash.adding(value | 0x20, to: hash)
                count(isCapital: value & 0x20 == 0)
            } else if let folded = LetterFolding.folded(value) {
                for letter in folded { hash = WordHash.adding(letter, to: hash) }
                count(isCapital: LetterFolding.isCapital(value))
            } else if !LetterFolding.isMark(value) {
                break
            }
            index += 1
        }
        range = range.lowerBound..<index
    }

    private mutating func count(isCapital: Bool) {
        if isCapital {
            capitals += 1
            if letters > 0 { hasInnerCapital = true }
        }
        letters += 1
    }

    // MARK: Words cut at the end of a line

    /// The letters together with those of the next line, where a hyphen cuts the word: "Har-" and "per".
    func joinedOverLineEnd(in characters: [LocatedCharacter]) -> LetterRun? {
        var index = range.upperBound
        guard index < characters.count else { return nil }
        if characters[index].value == 0x2D || characters[index].value == 0x2010 {
            index += 1
        } else if characters[index - 1].value != 0xAD {
            return nil
        }
        var lines = 0
        while index < characters.count, index - range.upperBound < 200 {
            switch characters[index].value {
            case 0x0A, 0x0B, 0x2028: lines += 1
            case 0x20, 0x09, 0x0D, 0xA0: break
            default:
                guard lines == 1, LetterFolding.isLetter(characters[index].value) else { return nil }
                var joined = self
                joined.take(from: index, in: characters, before: characters.count)
                return joined
            }
            index += 1
        }
        return nil
    }

    // MARK: Words written together

    /// The words that begin with a capital each, where several are written together.
    func parts(in characters: [LocatedCharacter]) -> [LetterRun] {
        guard hasInnerCapital, capitals < letters, !isInLongRun(characters) else { return [] }
        let places = range.filter { !LetterFolding.isMark(characters[$0].value) }
        let isCapital = places.map { LetterFolding.isCapital(characters[$0].value) }
        var parts: [LetterRun] = []
        var start = 0
        for next in 1...places.count {
            if next < places.count {
                let isFirst = isCapital[next] && !isCapital[next - 1]
                let isLast = isCapital[next] && next + 1 < places.count && !isCapital[next + 1]
                guard isFirst || isLast else { continue }
            }
            let end = next < places.count ? places[next] : range.upperBound
            parts.append(LetterRun(from: places[start], in: characters, before: end))
            start = next
        }
        return parts
    }

    private func isInLongRun(_ characters: [LocatedCharacter]) -> Bool {
        func isFigure(_ index: Int) -> Bool {
            let value = characters[index].value
            return LetterFolding.isASCIILetter(value) || (0x30...0x39).contains(value) || value == 0x2B || value == 0x2F
        }
        var (low, high) = (range.lowerBound, range.upperBound)
        while low > 0, high - low < Self.longest, isFigure(low - 1) { low -= 1 }
        while high < characters.count, high - low < Self.longest, isFigure(high) { high += 1 }
        return high - low >= Self.longest
    }
}

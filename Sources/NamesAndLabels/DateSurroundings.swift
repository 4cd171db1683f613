import DataFormats

/// Whether a word of the calendar that is a name too stands in a date.
enum DateSurroundings {
    private static let before: Set<String> = [
        "in", "since", "during", "until", "till", "by", "from", "last", "next", "early", "mid", "late", "this", "each",
        "every", "of", "end", "beginning", "start",
    ]
    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring",
        "summer", "autumn", "winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    static func areDate(_ word: Range<Int>, in characters: [LocatedCharacter]) -> Bool {
        let previous = neighbour(of: word.lowerBound - 1, in: characters, step: -1)
        let next = neighbour(of: word.upperBound, in: characters, step: 1)
        if isNumber(previous) || isNumber(next) { return true }
        if before.contains(previous) || months.contains(previous) || months.contains(next) { return true }
        // "April and May", "May to July".
        if joins.contains(next), months.contains(secondNext(word, characters)) { return true }
        return joins.contains(previous) && months.contains(secondPrevious(word, characters))
    }

    private static let joins: Set<String> = ["and", "to", "or", "until"]

    private static func secondPrevious(_ word: Range<Int>, _ characters: [LocatedCharacter]) -> String {
        var place = word.lowerBound - 1
        while place >= 0, !isWordPart(characters[place].value) { place -= 1 }
        while place >= 0, isWordPart(characters[place].value) { place -= 1 }
        return neighbour(of: place, in: characters, step: -1)
    }

    private static func secondNext(_ word: Range<Int>, _ characters: [LocatedCharacter]) -> String {
        var place = word.upperBound
        while place < characters.count, !isWordPart(characters[place].value) { place += 1 }
        while place < characters.count, isWordPart(characters[place].value) { place += 1 }
        return neighbour(of: place, in: characters, step: 1)
    }

    /// The word or number next to a place, in lower case; blank where something else lies between.
    private static func neighbour(of start: Int, in characters: [LocatedCharacter], step: Int) -> String {
        var place = start
        var gap = 0
        while characters.indices.contains(place), !isWordPart(characters[place].value) {
            let value = characters[place].value
            let isBlank =
                value <= 0x20 || value == 0xA0 || ",-/.'\u{2019}\u{2013}".unicodeScalars.contains { $0.value == value }
            guard isBlank, gap < 12 else { return "" }
            // A sentence that ends before the word has nothing to do with it.
            if step < 0, value == 0x2E, gap > 0 { return "" }
            gap += 1
            place += step
        }
        var word: [UInt32] = []
        while characters.indices.contains(place), isWordPart(characters[place].value), word.count < 20 {
            word.append(characters[place].value)
            place += step
        }
        if step < 0 { word.reverse() }
        return word.compactMap(Unicode.Scalar.init).map { String($0) }.joined().lowercased()
    }

    private static func isWordPart(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || LetterFolding.isLetter(value)
    }

    /// "12", "12th", "2020".
    private static func isNumber(_ word: String) -> Bool {
        let figures = word.prefix { ("0"..."9").contains($0) }
        return !figures.isEmpty && ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(figures.count)))
    }
}

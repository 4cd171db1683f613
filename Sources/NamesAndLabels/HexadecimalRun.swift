import DataFormats

/// Long hexadecimal numbers, such as digests, in which letters are no words.
enum HexadecimalRun {
    /// Whether the character at a place is part of one.
    static func holds(_ start: Int, in characters: [LocatedCharacter]) -> Bool {
        guard isFigure(characters[start].value) else { return false }
        var (low, high, digits) = (start, start, 0)
        while low > 0, start - low < 64, isFigure(characters[low - 1].value) { low -= 1 }
        while high < characters.count, high - start < 64, isFigure(characters[high].value) { high += 1 }
        for character in characters[low..<high] where (0x30...0x39).contains(character.value) { digits += 1 }
        // "Bea20190201093015" is a name with a date and time: a digest has letters among its figures.
        var end = start
        while end < high, LetterFolding.isASCIILetter(characters[end].value) { end += 1 }
        return high - low >= 16 && digits > 0 && high - low - digits > end - start
    }

    private static func isFigure(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || value < 0x80 && (0x61...0x66).contains(value | 0x20)
    }
}

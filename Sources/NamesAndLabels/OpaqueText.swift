import DataFormats

/// The parts of a text that are bytes written as letters, such as the digests of a web page and pictures inside it.
enum OpaqueText {
    /// Returns the ranges of characters that follow `sha256-` and `;base64,`.
    static func ranges(in flow: TextFlow) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        let characters = flow.characters
        for (index, character) in characters.enumerated() where character.value == 0x2D || character.value == 0x2C {
            let isOpaque =
                character.value == 0x2C
                ? ends("base64", characters, index)
                : ["sha256", "sha384", "sha512"].contains { ends($0, characters, index) }
            guard isOpaque else { continue }
            var end = index + 1
            while end < characters.count, isFigure(characters[end].value) { end += 1 }
            ranges.append(index + 1..<end)
        }
        return ranges
    }

    private static func ends(_ word: String, _ characters: [LocatedCharacter], _ end: Int) -> Bool {
        let letters = word.unicodeScalars.map(\.value)
        return end >= letters.count && characters[(end - letters.count)..<end].elementsEqual(letters) { $0.value == $1 }
    }

    private static func isFigure(_ value: UInt32) -> Bool {
        LetterFolding.isASCIILetter(value) || (0x30...0x39).contains(value) || value == 0x2B || value == 0x2F
            || value == 0x3D
    }
}

/// The words of a text as they are compared.
enum PlainWords {
    /// The word that stands for the end of a sentence or line.
    static let stop = "."

    /// The words of a text in lower case: letters, figures and apostrophes, straight or curly.
    ///
    /// A full stop or other mark that ends a sentence, and the end of a line, stand as a word of their own (``stop``),
    /// so that no phrase and no denial reaches over them.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            while word.last == apostrophe { word.removeLast() }
            let letters = word.drop { $0 == apostrophe }
            if !letters.isEmpty { words.append(String(decoding: letters, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        func end() {
            close()
            if words.last != stop { words.append(stop) }
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "A"..."Z": word.append(UInt8(truncatingIfNeeded: scalar.value) + 0x20)
            case "a"..."z", "0"..."9", "'": word.append(UInt8(truncatingIfNeeded: scalar.value))
            case "\u{2018}", "\u{2019}": word.append(apostrophe)
            case ".", "!", "?", ";", ":", "\n", "\u{2026}": end()
            case _ where scalar.value < 0x80: close()
            case _ where scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark:
                word += Array(String(scalar).utf8)
            default: close()
            }
        }
        close()
        return words
    }

    /// The words of a phrase, without the ends of sentences.
    static func phrase(_ text: String) -> [String] {
        words(of: text).filter { $0 != stop }
    }

    private static let apostrophe = UInt8(ascii: "'")
}

/// Cuts the endings of English words, so that "arrives", "arrived" and "arriving" are compared as one.
enum WordStem {
    /// Returns the stem; a short word and one with a figure stay as they are.
    static func of(_ word: String) -> String {
        var letters = Array(word.utf8)
        if letters.suffix(2).elementsEqual("'s".utf8) { letters.removeLast(2) }
        letters.removeAll { $0 == UInt8(ascii: "'") }
        guard letters.count > 3, !letters.contains(where: { (0x30...0x39).contains($0) }) else {
            return String(decoding: letters, as: UTF8.self)
        }
        func ends(_ ending: String, keeping least: Int) -> Bool {
            letters.count - ending.utf8.count >= least && letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
        if ends("ies", keeping: 2) {
            letters.removeLast(3)
            letters.append(UInt8(ascii: "y"))
        } else if ends("sses", keeping: 2) {
            letters.removeLast(2)
        } else if ends("s", keeping: 3), !ends("ss", keeping: 0), !ends("us", keeping: 0), !ends("is", keeping: 0) {
            letters.removeLast()
        }
        for ending in ["ing", "ed"] where ends(ending, keeping: 3) {
            letters.removeLast(ending.utf8.count)
            // "stopped" is "stop", but "called" is "call".
            if letters.count > 3, let last = letters.last, last == letters[letters.count - 2],
                !"lsz".utf8.contains(last)
            {
                letters.removeLast()
            }
            break
        }
        if ends("ly", keeping: 4) { letters.removeLast(2) }
        if ends("e", keeping: 3) { letters.removeLast() }
        return String(decoding: letters, as: UTF8.self)
    }
}

/// Text for a terminal, wrapped between words.
enum WrappedText {
    /// Returns lines of at most so many characters, a longer word standing alone; all but the first are indented by
    /// `hanging` where it is given.
    static func lines(_ text: String, indent: Int = 0, hanging: Int? = nil, width: Int = 96) -> String {
        var lines = ""
        var line = String(repeating: " ", count: indent)
        var isEmpty = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !isEmpty, line.count + 1 + word.count > width {
                lines += line + "\n"
                line = String(repeating: " ", count: hanging ?? indent)
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return isEmpty ? lines : lines + line + "\n"
    }
}

/// A text in which ①, ② and so on mark places; the marks are taken out and their places kept.
struct MarkedText {
    /// The text without its marks.
    private(set) var text = ""
    /// The line and the column, in UTF-8 bytes, of each mark.
    private(set) var places: [Character: (line: Int, column: Int)] = [:]

    init(_ marked: String) {
        var (line, column) = (1, 1)
        for character in marked {
            if "①②③④⑤".contains(character) {
                places[character] = (line, column)
                continue
            }
            text.append(character)
            if character == "\n" {
                (line, column) = (line + 1, 1)
            } else {
                column += character.utf8.count
            }
        }
    }
}

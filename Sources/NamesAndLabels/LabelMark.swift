/// The mark by which a label is told from a word that somebody typed.
///
/// A label stands in braces: `{Mother}`. Word, Excel, browsers and editors keep braces as they are; they may stand in
/// the name of a file on every system and in the name of a sheet, where square brackets may not; and no formula, style
/// sheet or Markdown text gives them a meaning inside words. So "mother" in a paper stays a word, and `{Mother}` is put
/// back.
///
/// Where neither blanks nor brackets may stand, as in identifiers and addresses, the mark is `_Child-A_`.
public enum LabelMark {
    /// Returns a label with its mark.
    public static func marked(_ label: String) -> String { "{\(label)}" }

    /// Returns a label with the mark for identifiers.
    public static func identifier(_ label: String) -> String {
        var text = "_"
        for scalar in label.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": text.unicodeScalars.append(scalar)
            default: if text.last != "-" { text.append("-") }
            }
        }
        return text + "_"
    }

    /// Returns a label with its mark as it may stand in the name of a file.
    public static func fileName(_ label: String) -> String {
        marked(String(label.map { "/\\:*?\"<>|".contains($0) ? "-" : $0 }))
    }

    /// What is wrong with a label; `nil` when it can be used.
    public static func fault(of label: String) -> String? {
        if label.allSatisfy(\.isWhitespace) { return "a label is empty" }
        if label.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) {
            return "a label holds a control character"
        }
        if label.unicodeScalars.count > 80 { return "a label is longer than 80 characters" }
        if label.contains(where: { $0 == "{" || $0 == "}" }) || label.contains("--") || label.contains("]]>") {
            return "a label holds braces, '--' or ']]>'"
        }
        if !label.unicodeScalars.contains(where: {
            LetterFolding.folded($0.value) != nil || $0.properties.numericType != nil
        }) {
            return "a label has no letter and no figure"
        }
        return nil
    }
}

import DataFormats
public import NamesAndLabels  // It makes the words.

extension DefinitionSource {
    /// Reads `tools-definitions/common-words.xml`.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults: unknown elements, words that are no single word of letters, and
    ///   words that stand twice in one list.
    public func commonWords() throws(DefinitionFaults) -> CommonWords {
        let path = "tools-definitions/common-words.xml"
        let root = try root(at: path, named: "common-words")
        var faults = FaultList(path)
        faults.checkNames(of: root, attributes: [], children: ["word", "calendar", "abbreviation", "kinship"])
        var lists: [String: [String]] = [:]
        var seen: Set<String> = []
        for element in root.children {
            faults.checkNames(of: element, attributes: [], children: [])
            let isWord = !element.text.isEmpty && element.text.allSatisfy(\.isLetter)
            if !isWord { faults.add("'\(element.text)' is not one word of letters", at: element) }
            let list = element.name == "calendar" ? "word" : element.name
            if !seen.insert("\(list) \(element.text.lowercased())").inserted {
                faults.add("'\(element.text)' stands twice", at: element)
            }
            lists[element.name, default: []].append(element.text)
        }
        try faults.throwIfAny()
        return CommonWords(
            words: lists["word"] ?? [],
            calendar: lists["calendar"] ?? [],
            abbreviations: lists["abbreviation"] ?? [],
            kinship: lists["kinship"] ?? []
        )
    }
}

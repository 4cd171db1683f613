import DataFormats

/// Finds labels with their marks in a flow of text.
enum LabelFinder {
    /// A label, with its mark.
    struct Found {
        let range: Range<Int>
        let label: String
    }

    /// Returns the texts in braces that a function knows as labels.
    static func find(in flow: TextFlow, isLabel: (String) -> Bool) -> [Found] {
        var found: [Found] = []
        var open: Int?
        for (index, character) in flow.characters.enumerated() {
            if character.value == 0x7B {
                open = index
            } else if character.value == 0x7D, let start = open {
                open = nil
                guard index - start < 400 else { continue }
                let label = flow.text(start + 1..<index)
                if isLabel(label) { found.append(Found(range: start..<index + 1, label: label)) }
            }
        }
        return found
    }

    /// Returns the labels with the mark of identifiers: `_Child-A_`.
    static func identifiers(in flow: TextFlow, isLabel: (String) -> Bool) -> [Found] {
        let marks = flow.characters.indices.filter { flow.characters[$0].value == 0x5F }
        var found: [Found] = []
        var index = 0
        while index + 1 < marks.count {
            let range = marks[index]..<marks[index + 1] + 1
            if range.count < 400, case let label = flow.text(range), isLabel(label) {
                found.append(Found(range: range, label: label))
                index += 1
            }
            index += 1
        }
        return found
    }
}

/// A text for comparison: in small letters, with single spaces, without marks at its end.
package struct FoldedText: Sendable, Hashable, Comparable {
    let text: String

    package init(_ text: String) {
        var folded = String.UnicodeScalarView()
        var hasSpace = false
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value < 0x20 {
                hasSpace = true
            } else if !scalar.properties.isDefaultIgnorableCodePoint {
                if hasSpace, !folded.isEmpty { folded.append(" ") }
                hasSpace = false
                folded.append(scalar == "\u{2019}" ? "'" : scalar)
            }
        }
        while let last = folded.last, ".,;:".unicodeScalars.contains(last) { folded.removeLast() }
        self.text = String(folded)
    }

    var isBlank: Bool { text.isEmpty }

    package static func < (first: FoldedText, second: FoldedText) -> Bool {
        first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
    }
}

extension Response {
    /// What stands above the questions, for comparison; `nil` where it is blank.
    func folded(_ name: AboutField.Name) -> FoldedText? {
        about[name].map(FoldedText.init).flatMap { $0.isBlank ? nil : $0 }
    }
}

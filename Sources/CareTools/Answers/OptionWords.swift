/// What may be chosen, looked up by what may be written for it.
struct OptionWords: Sendable {
    /// The codes, in order.
    let codes: [String]
    private let places: [String: Int]
    /// The code for a label in small letters; `nil` for one that several options have.
    private let labels: [String: String?]

    init(_ options: [(code: String, label: String)]) {
        codes = options.map(\.code)
        places = Dictionary(options.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        labels = Dictionary(
            options.map { (Self.folded($0.label), Optional($0.code)) },
            uniquingKeysWith: { _, _ in nil }
        )
    }

    /// Returns the code that a value stands for: the code itself, or for words also a label that only one option has.
    func code(for value: AnswerSheet.Value) -> String? {
        let text = value.text
        if places[text] != nil { return text }
        switch value {
        case .code, .day: return nil
        case .number:
            // However many noughts are written behind the point, it is the same number.
            let plain = ExactNumber(text)?.description ?? text
            return places[plain] != nil ? plain : labels[Self.folded(text)] ?? nil
        case .text:
            let trimmed = text.trimmed
            return places[trimmed] != nil ? trimmed : labels[Self.folded(trimmed)] ?? nil
        }
    }

    /// Returns codes in the order of the options, each once.
    func inOrder(_ codes: [String]) -> [String] {
        Set(codes.compactMap { places[$0] }).sorted().map { self.codes[$0] }
    }

    private static func folded(_ text: String) -> String { text.trimmed.lowercased() }
}

extension String {
    /// Whether there is nothing to be seen in it.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.isUnseen) }

    /// The text without white space at its ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isUnseen }),
            let last = scalars.lastIndex(where: { !$0.isUnseen })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension Unicode.Scalar {
    fileprivate var isUnseen: Bool {
        if value > 0x20, value < 0x7F { return false }
        return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
            || properties.generalCategory == .control
    }
}

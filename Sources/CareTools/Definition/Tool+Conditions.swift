extension Tool {
    /// Returns a condition in words, with the words of the items, options and scores that it looks at.
    ///
    /// It follows "when", such as: "Home safety" is answered with "Yes", and not (the age is from 11 years).
    public func words(for condition: Condition) -> String {
        switch condition {
        case .all(let conditions): joined(conditions, by: "and")
        case .any(let conditions): joined(conditions, by: "or")
        case .not(let condition): "not (\(words(for: condition)))"
        case .answered(let id): "\(quoted(id)) is answered"
        case .isAnswered(let id, let code):
            "\(quoted(id)) is answered with \"\(item(id).flatMap(scale)?.option(code)?.label ?? code)\""
        case .atLeast(.item(let id), let least): "\(quoted(id)) has a value of \(least) or more"
        case .atLeast(.score(let id), let least): "the score \"\(score(id)?.title ?? id.text)\" is \(least) or more"
        case .age(let band): "the age is \(band.words)"
        }
    }

    private func quoted(_ id: ItemID) -> String { "\"\(item(id)?.text ?? id.text)\"" }

    private func joined(_ conditions: [Condition], by word: String) -> String {
        if conditions.count == 1 { return conditions.map(words).joined() }
        return conditions.map { condition in
            switch condition {
            case .all(let parts) where parts.count > 1, .any(let parts) where parts.count > 1:
                "(\(words(for: condition)))"
            default: words(for: condition)
            }
        }.joined(separator: ", \(word) ")
    }
}

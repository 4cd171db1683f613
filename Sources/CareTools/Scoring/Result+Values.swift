extension Result {
    /// The value of an answer that is shown; `nil` where it has none.
    public func value(of key: AnswerKey) -> ExactNumber? {
        switch response.answers[key] {
        case .number(let number)?: return number
        case .codes(let codes)?:
            guard codes.count == 1, let item = tool.item(key.item) else { return nil }
            return tool.scale(of: item)?.option(codes[0])?.value
        case .text?, .day?, .item?, nil: return nil
        }
    }
}

/// The lowest and the highest value that an item can have.
struct ValueRange: Sendable, Hashable {
    let lowest: ExactNumber
    let highest: ExactNumber

    /// Returns the range of an item; `nil` where it has no value.
    init?(_ item: Item, in tool: Tool) {
        switch item.kind {
        case .number(let from, let to, _): (lowest, highest) = (from, to)
        case .choice:
            let values = (tool.scale(of: item)?.options ?? []).compactMap(\.value)
            guard let lowest = values.min(), let highest = values.max() else { return nil }
            (self.lowest, self.highest) = (lowest, highest)
        case .choices, .text, .day, .itemOfTool: return nil
        }
    }
}

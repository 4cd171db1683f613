/// One input of a score, with the values that it can have.
struct ReachableInput {
    let values: ReachableValues
    let weight: ExactNumber
    /// How many instances of it there can be.
    let most: Int
    /// How much one instance can add to a count.
    let counted: Int
    /// Whether there are answers for which it does not apply.
    let canBeLeftOut: Bool

    /// Returns the input; `nil` where it has no values.
    init?(_ input: Score.Input, by method: ScoreMethod, of tool: Tool, layout: ToolLayout) {
        weight = input.weight
        switch input.reference {
        case .item(let id):
            guard let item = layout.item(id), let values = tool.reachableValues(of: item, by: method)
            else { return nil }
            self.values = input.isReversed ? values.reversed : values
            most = layout.repetition(of: id)?.most ?? 1
            let options = tool.scale(of: item)?.options ?? []
            counted = item.kind == .choices ? options.count { method.counts($0) } : 1
            canBeLeftOut =
                item.ages != nil || item.condition != nil || !layout.conditions(of: id).isEmpty
                || options.contains { $0.kind == .notApplicable || $0.kind == .answer && $0.value == nil }
        case .score(let id):
            guard let score = tool.score(id), let values = tool.reachableValues(of: score) else { return nil }
            (self.values, most, counted, canBeLeftOut) = (values, 1, 1, true)
        }
    }
}

import CareTools

/// Conditions in words, for a form on paper, where questions go by their numbers.
struct ConditionWords {
    private let tool: Tool
    private let numbers: [ItemID: Int]

    init(_ tool: Tool, numbers: [ItemID: Int]) {
        self.tool = tool
        self.numbers = numbers
    }

    /// The words, as they follow "if".
    func words(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts): parts.map(nested).joined(separator: " and ")
        case .any(let parts): parts.map(nested).joined(separator: " or ")
        case .not(.answered(let item)): "\(question(item)) is not answered"
        case .not(.isAnswered(let item, let code)): "\(question(item)) is not “\(label(of: code, item))”"
        case .not(let part): "this is not so: \(nested(part))"
        case .answered(let item): "\(question(item)) is answered"
        case .isAnswered(let item, let code): "\(question(item)) is “\(label(of: code, item))”"
        case .atLeast(.item(let item), let least): "\(question(item)) is \(values(of: item, from: least))"
        case .atLeast(.score(let id), let least): "the score “\(tool.score(id)?.title ?? id.text)” is \(least) or more"
        case .age(let ages): "the age is \(ages.formWords)"
        }
    }

    private func nested(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts) where parts.count > 1: "(\(words(condition)))"
        case .any(let parts) where parts.count > 1: "(\(words(condition)))"
        case .all, .any, .not, .answered, .isAnswered, .atLeast, .age: words(condition)
        }
    }

    private func question(_ item: ItemID) -> String { numbers[item].map { "question \($0)" } ?? item.text }

    private func scale(of item: ItemID) -> Scale? { tool.item(item).flatMap(tool.scale) }

    private func label(of code: String, _ item: ItemID) -> String { scale(of: item)?.option(code)?.label ?? code }

    /// The options of a choice that have at least a value; a person does not see the values themselves.
    private func values(of item: ItemID, from least: ExactNumber) -> String {
        guard let scale = scale(of: item) else { return "\(least) or more" }
        let labels = scale.options.filter { $0.value.map { $0 >= least } ?? false }.map { "“\($0.label)”" }
        return labels.isEmpty ? "\(least) or more" : labels.joined(separator: " or ")
    }
}

extension AgeBand {
    /// The ages as a form says them: a first year is "under 1 year".
    var formWords: String { from ?? 0 == 0 && to == 11 ? "under 1 year" : words }
}

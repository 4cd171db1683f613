import CaseDates

/// What the items, answers and scores of a tool are called, for people.
public struct ToolWords: Sendable {
    private let tool: Tool
    private let items: [ItemID: Item]
    private let repetitions: [ItemID: String]
    /// The items of the same repeated section, in order.
    private let siblings: [ItemID: [ItemID]]
    /// The title of the section, for items whose words others have too.
    private let sections: [ItemID: String]

    /// Makes the words of a tool.
    public init(_ tool: Tool) {
        self.tool = tool
        items = Dictionary(tool.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        repetitions = Dictionary(
            tool.sections.flatMap(\.withAllBelow).flatMap { section in
                section.repetition.map { repetition in section.items.map { ($0.id, repetition.label) } } ?? []
            },
            uniquingKeysWith: { first, _ in first }
        )
        siblings = Dictionary(
            tool.sections.flatMap(\.withAllBelow).filter { $0.repetition != nil }.flatMap { section in
                section.items.map { ($0.id, section.items.map(\.id)) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        let counts = Dictionary(tool.items.map { ($0.text, 1) }, uniquingKeysWith: +)
        sections = Dictionary(
            tool.sections.flatMap(\.withAllBelow).flatMap { section in
                section.items.filter { counts[$0.text] != 1 }.map { ($0.id, section.title) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Returns an item; `nil` where the tool has none of that identifier.
    public func item(_ id: ItemID) -> Item? { items[id] }

    /// The words of an item, in a repeated section with its instance before: "Action 2: What will be done".
    ///
    /// The title of the section stands before words that several items have.
    public func title(of key: AnswerKey) -> String {
        let words = items[key.item]?.text ?? key.item.text
        let text = sections[key.item].map { "\($0): \(words)" } ?? words
        guard let instance = key.instance else { return text }
        return "\(repetitions[key.item] ?? "Number") \(instance): \(text)"
    }

    /// What may tell an instance of a repeated section from the others.
    public enum Naming: Sendable {
        /// Only what was chosen: what someone wrote may be a name.
        case byChoice
        /// What was chosen, or a few words that were written.
        case byChoiceOrWords
    }

    /// The words of an item, in a repeated section after what was answered first in the same instance: "Person 4, Parent:
    /// How safe is the child?".
    public func title(of key: AnswerKey, in response: Response, _ naming: Naming) -> String {
        guard let instance = key.instance, let name = instanceName(key, response, naming) else { return title(of: key) }
        let numbered = "\(repetitions[key.item] ?? "Number") \(instance)"
        return "\(numbered), \(name)\(title(of: key).dropFirst(numbered.count))"
    }

    private func instanceName(_ key: AnswerKey, _ response: Response, _ naming: Naming) -> String? {
        for item in siblings[key.item] ?? [] where item != key.item {
            let answer = response.answers[AnswerKey(item, instance: key.instance)]
            switch (answer, naming) {
            case (.codes?, _): return answer.map { text(of: $0, to: item) }
            case (.text(let text)?, .byChoiceOrWords) where text.count <= 40: return text
            case (.text?, _), (.number?, _), (.day?, _), (.item?, _), (nil, _): continue
            }
        }
        return nil
    }

    /// An answer in words: the labels of the options, else what was written; days as `2026-03-31`.
    public func text(of answer: Answer, to id: ItemID) -> String {
        switch answer {
        case .codes(let codes):
            let scale = items[id].flatMap(tool.scale)
            return codes.map { scale?.option($0)?.label ?? $0 }.joined(separator: "; ")
        case .text(let text): return text
        case .number(let number): return number.description
        case .day(let day): return day.description
        case .item(let item): return items[item]?.text ?? item.text
        }
    }

    /// What the chosen options mean for an item, in the words of its anchors; none where it has none.
    public func anchors(of answer: Answer, to id: ItemID) -> [String] {
        guard case .codes(let codes) = answer, let item = items[id] else { return [] }
        return codes.compactMap { code in item.anchors.first { $0.code == code }?.text }
    }

    /// What stands in a field above the questions, choices by their labels.
    public func text(of field: AboutField, in response: Response) -> String? {
        response.about[field.name].map { text in field.options?.first { $0.code == text }?.label ?? text }
    }
}

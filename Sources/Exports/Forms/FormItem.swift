import CareTools
import DataFormats

/// One question of a form, or one field above the questions.
struct FormItem {
    private let tool: Tool
    private let item: Item
    private let number: Int
    /// What its identifiers begin with.
    private let id: String
    private let conditions: ConditionWords

    /// Makes a question; `instance` is the number of the instance of a repeated section, 0 in its template.
    init(_ item: Item, of tool: Tool, number: Int, instance: Int?, conditions: ConditionWords) {
        self.tool = tool
        self.item = item
        self.number = number
        self.conditions = conditions
        id = "q\(number)" + (instance.map { "_\($0)" } ?? "")
    }

    /// The question with all that stands beside it.
    var node: HTMLNode {
        switch item.kind {
        case .choice, .choices:
            .element(
                .fieldset,
                attributes("code"),
                [.element(.legend, [], title), guidance, error] + suggestion + [options, clearing, evidence]
            )
        case .text:
            line(
                "text",
                .element(
                    .textarea,
                    ["id": "\(id)-a", "rows": "2", "data-control": "", "aria-describedby": described],
                    []
                )
            )
        case .day:
            line(
                "day",
                .element(
                    .input,
                    ["type": "date", "id": "\(id)-a", "data-control": "", "aria-describedby": described],
                    []
                )
            )
        case .number:
            line(
                "number",
                .element(
                    .input,
                    [
                        "type": "text", "inputmode": "decimal", "id": "\(id)-a", "class": "short", "data-control": "",
                        "aria-describedby": described,
                    ],
                    []
                )
            )
        case .itemOfTool: line("text", questions)
        }
    }

    private var described: String { "\(id)-g \(id)-x" }

    private func attributes(_ kind: String) -> [HTMLNode.Attribute] {
        var attributes: [HTMLNode.Attribute] = [
            .init("class", "item"), .init("id", id), .init("data-item", item.id.text), .init("data-kind", kind),
        ]
        switch item.kind {
        case .choices: attributes.append(.init("data-many", "yes"))
        case .day(let mayLieAhead): if mayLieAhead { attributes.append(.init("data-ahead", "yes")) }
        case .choice, .text, .number, .itemOfTool: break
        }
        if item.scale != nil { attributes.append(.init("aria-describedby", described)) }
        return attributes
    }

    private func line(_ kind: String, _ control: HTMLNode) -> HTMLNode {
        .element(
            .div,
            attributes(kind),
            [
                .element(.label, [.init("class", "question"), .init("for", "\(id)-a")], title), guidance, error,
                control,
            ]
        )
    }

    private var title: [HTMLNode] {
        var nodes: [HTMLNode] = [
            .element(.span, ["class": "number"], .text("\(number).")), " ",
            .element(.span, ["data-words": ""], .text(item.text)),
        ]
        if !item.isRequired { nodes += [" ", .element(.span, ["class": "optional"], "(optional)")] }
        return nodes
    }

    private var guidance: HTMLNode {
        var nodes: [HTMLNode] = []
        if let ages = item.ages { nodes.append(only("For this age: \(ages.formWords).")) }
        if let condition = item.condition { nodes.append(only("Only if \(conditions.words(condition)).")) }
        nodes += item.guidance.map { .element(.p, [:], .text($0)) }
        if case .number(let from, let to, let places) = item.kind {
            let form = places == 0 ? "A whole number" : "A number"
            nodes.append(.element(.p, [:], .text("\(form) from \(from) to \(to).")))
        }
        if case .choices = item.kind { nodes.append(.element(.p, [:], "Choose all that apply.")) }
        if !item.prompts.isEmpty { nodes.append(.element(.ul, ["class": "prompts"], item.prompts.map(prompt))) }
        return .element(.div, ["class": "guidance", "id": "\(id)-g"], nodes)
    }

    private func only(_ text: String) -> HTMLNode { .element(.p, ["class": "only"], .text(text)) }

    private func prompt(_ prompt: Item.Prompt) -> HTMLNode {
        guard let ages = prompt.ages else { return .element(.li, [:], .text(prompt.text)) }
        let edges = [ages.from, ages.to].map { $0.map(String.init) ?? "-" }.joined(separator: " ")
        return .element(
            .li,
            ["data-ages": edges],
            .element(.strong, [:], .text(ages.formWords.prefix(1).uppercased() + ages.formWords.dropFirst() + ": ")),
            .text(prompt.text)
        )
    }

    private var error: HTMLNode {
        .element(.p, ["class": "error", "id": "\(id)-x", "data-error": "", "hidden": ""])
    }

    /// Where the script says which step is suggested, beside the worker's own decision.
    private var suggestion: [HTMLNode] {
        guard let decision = tool.suggestions?.decision, decision == item.id else { return [] }
        return [.element(.p, ["class": "suggested", "data-suggested": ""])]
    }

    private var options: HTMLNode {
        let type = item.kind == .choices ? "checkbox" : "radio"
        let nodes = (tool.scale(of: item)?.options ?? []).enumerated().map { index, option in
            let anchors = item.anchors.filter { $0.code == option.code }
            return HTMLNode.element(
                .label,
                ["class": "option"],
                .element(
                    .input,
                    [
                        "type": type, "id": "\(id)-\(index + 1)", "name": id, "value": option.code,
                        "data-label": option.label,
                    ]
                ),
                .element(
                    .span,
                    ["class": "words"],
                    [.element(.span, ["class": anchors.isEmpty ? "plain" : "grade"], .text(option.label))]
                        + anchors.flatMap { [" ", .element(.span, ["class": "anchor"], .text($0.text))] }
                )
            )
        }
        return .element(.div, ["class": "options"], nodes)
    }

    private var clearing: HTMLNode {
        .element(
            .p,
            ["class": "clearing"],
            .element(
                .button,
                ["type": "button", "data-action": "clear", "hidden": ""],
                "Clear this answer",
                .element(.span, ["class": "unseen"], .text(": \(item.text)"))
            )
        )
    }

    private var evidence: HTMLNode {
        guard item.takesEvidence else { return .group([]) }
        return .element(
            .div,
            ["class": "evidence", "data-beside": ""],
            .element(
                .label,
                ["for": "\(id)-e"],
                "What this rests on: what was seen, heard or checked, and when ",
                .element(.span, ["class": "needed", "data-needed": "", "hidden": ""], "(needed for this answer)"),
                .element(.span, ["class": "unseen"], .text(" – \(item.text)"))
            ),
            .element(.textarea, ["id": "\(id)-e", "rows": "2"])
        )
    }

    private var questions: HTMLNode {
        let moving = Set(tool.itemsThatMove.map(\.id))
        let groups = tool.sections.compactMap { section -> HTMLNode? in
            let items = section.allItems.filter { moving.contains($0.id) }
            guard !items.isEmpty else { return nil }
            return .element(
                .optgroup,
                ["label": section.title],
                items.map { .element(.option, ["value": $0.id.text], .text($0.text)) }
            )
        }
        return .element(
            .select,
            ["id": "\(id)-a", "data-control": "", "aria-describedby": described],
            [.element(.option, ["value": ""], "Choose")] + groups
        )
    }
}

import CareTools
import DataFormats

/// Makes the items of a Questionnaire.
struct QuestionnaireItems {
    private let tool: Tool
    private var conditions: EnableConditions

    init(_ tool: Tool) {
        self.tool = tool
        conditions = EnableConditions(tool)
    }

    /// All items, in order; to be asked once.
    mutating func all() -> [JSONValue] {
        var items = Self.displays(tool.instructions, of: tool.id, "instructions").map(\.json)
        if let about { items.append(about) }
        items += tool.sections.flatMap { section($0) }
        if let overrides { items.append(overrides) }
        return items
    }

    // MARK: Above the questions, and overrides

    private var about: JSONValue? {
        var fields = tool.about.map(field)
        if tool.asksForAge { fields += Self.age }
        return fields.isEmpty ? nil : Self.group("about", "About", fields)
    }

    private func field(_ field: AboutField) -> JSONValue {
        var item = QuestionnaireItem(field.name.item.text, field.label, field.name.isDay ? .date : .string)
        item.isRequired = field.isRequired
        if let options = field.options {
            item.type = .choice
            let system = QuestionnaireJSON.system(of: field.name.item.text, in: tool)
            item.options = options.map { .init(code: $0.code, system: system, display: $0.label) }
        }
        return item.json
    }

    private static let age: [JSONValue] = {
        let id = EnableTranslation.ageQuestion
        var item = QuestionnaireItem(id, "Age in completed months, on the day of completion", .integer)
        item.lowest = 0
        let guidance =
            "For this form only, which cannot count it: some questions are asked only at some ages. Scores are worked out "
            + "from the two dates."
        return [item.json] + displays([guidance], of: id, "guidance").map(\.json)
    }()

    private var overrides: JSONValue? {
        let items = tool.scores.filter(\.isOverridable).flatMap { score in
            let id = "override.\(score.id.text)"
            var reason = QuestionnaireItem("\(id).reason", "Reason", .text)
            reason.isRequired = true
            reason.enableWhen = [EnableTest(question: id, kind: .exists(true))]
            return [QuestionnaireItem(id, "Another value for: \(score.title)", .decimal).json, reason.json]
        }
        if items.isEmpty { return nil }
        let guidance = QuestionnaireItem(
            "overrides/guidance1",
            "Only where your judgement differs from the score that the answers give. Both are kept.",
            .display
        )
        return Self.group("overrides", "Values in place of scores", [guidance.json] + items)
    }

    private static func group(_ id: String, _ text: String, _ children: [JSONValue]) -> JSONValue {
        var group = QuestionnaireItem(id, text, .group)
        group.children = children
        return group.json
    }

    private static func displays(_ texts: [String], of id: String, _ kind: String) -> [QuestionnaireItem] {
        zip(1..., texts).map { QuestionnaireItem("\(id)/\(kind)\($0)", $1, .display) }
    }

    // MARK: Sections

    private mutating func section(_ section: Section) -> [JSONValue] {
        var group = QuestionnaireItem(section.id, section.title, .group)
        if let repetition = section.repetition {
            group.repeats = true
            group.most = repetition.most
        }
        let own = [section.condition].compactMap(\.self)
        let asked = conditions.asked(own, of: nil)
        let guidance = Self.displays(section.guidance, of: section.id, "guidance") + note(own, asked, section.id)
        group.children = guidance.map(\.json)
        group.children += section.items.flatMap { item($0) } + section.sections.flatMap { self.section($0) }
        return group.children.isEmpty ? [] : Self.shown(group, when: asked.enabling)
    }

    /// Says for whom a part is, where a form cannot work it out.
    private func note(_ own: [Condition], _ asked: EnableConditions.Asked, _ id: String) -> [QuestionnaireItem] {
        if asked.isExact { return [] }
        let words = own.map { tool.words(for: $0) }.joined(separator: ", and ")
        let text = "This form shows it always, or too often: it is for when \(words). Otherwise it is not scored."
        return [QuestionnaireItem("\(id)/note", text, .display)]
    }

    /// A part, and what stands with it, in as many groups as its condition needs; none where it never holds.
    ///
    /// What helps to answer stands behind the question, not in it: not every form shows what is in a question.
    private static func shown(
        _ item: QuestionnaireItem,
        help: [QuestionnaireItem] = [],
        evidence: [JSONValue] = [],
        when enabling: Enabling
    ) -> [JSONValue] {
        let clauses = enabling.clauses ?? []
        if clauses.contains([]) { return [] }
        let single = clauses.filter { $0.count == 1 }.flatMap(\.self)
        var levels = clauses.filter { $0.count > 1 }.map { (tests: $0, behaviour: "any") }
        if !single.isEmpty { levels.append((single, "all")) }
        var item = item
        if let own = levels.popLast() { (item.enableWhen, item.enableBehavior) = own }
        let help = help.map { help in
            var help = help
            (help.enableWhen, help.enableBehavior) = (item.enableWhen, item.enableBehavior)
            return help.json
        }
        var parts = [item.json] + help + evidence
        for (number, level) in zip(1..., levels) {
            var wrapper = QuestionnaireItem("\(item.id)/when\(number)", nil, .group)
            (wrapper.enableWhen, wrapper.enableBehavior) = level
            wrapper.children = parts
            parts = [wrapper.json]
        }
        return parts
    }

    // MARK: Items

    private mutating func item(_ item: Item) -> [JSONValue] {
        let own = EnableConditions.conditions(of: item)
        let asked = conditions.asked(own, of: item.id)
        var help = Self.displays(item.guidance, of: item.id.text, "guidance") + prompts(of: item)
        help += anchors(of: item) + note(own, asked, item.id.text)
        return Self.shown(question(item), help: help, evidence: evidence(for: item), when: asked.enabling)
    }

    private func question(_ item: Item) -> QuestionnaireItem {
        var question = QuestionnaireItem(item.id.text, item.text, .choice)
        question.isRequired = item.isRequired
        switch item.kind {
        case .choice: question.options = options(of: item)
        case .choices:
            question.options = options(of: item)
            question.repeats = true
        case .text: question.type = .text
        case .day: question.type = .date
        case .number(let from, let to, let places):
            // Whole numbers too: saved answers hold decimals, and a form that counts none behind the point takes no other.
            question.type = .decimal
            (question.lowest, question.highest) = (from, to)
            question.places = places
        case .itemOfTool:
            let system = QuestionnaireJSON.system(of: item, in: tool)
            question.options = tool.itemsThatMove.map {
                .init(code: $0.id.text, system: system, display: $0.text)
            }
        }
        return question
    }

    private func options(of item: Item) -> [QuestionnaireItem.Option] {
        let system = QuestionnaireJSON.system(of: item, in: tool)
        return (tool.scale(of: item)?.options ?? []).map {
            .init(
                code: $0.code,
                system: system,
                display: $0.label,
                value: $0.value,
                standsAlone: item.kind == .choices && $0.standsAlone
            )
        }
    }

    private func prompts(of item: Item) -> [QuestionnaireItem] {
        let texts = item.prompts.map { prompt in
            prompt.ages.map { "\($0.words.prefix(1).uppercased())\($0.words.dropFirst()): \(prompt.text)" }
                ?? prompt.text
        }
        return Self.displays(texts, of: item.id.text, "prompt")
    }

    private func anchors(of item: Item) -> [QuestionnaireItem] {
        let scale = tool.scale(of: item)
        let texts = item.anchors.map { "\(scale?.option($0.code)?.label ?? $0.code): \($0.text)" }
        return Self.displays(texts, of: item.id.text, "anchor")
    }

    /// The question for evidence, asked where an answer needs it; where none does, it is always there to be used.
    private func evidence(for item: Item) -> [JSONValue] {
        guard item.takesEvidence else { return [] }
        let needing = (tool.scale(of: item)?.options ?? []).filter(\.needsEvidence)
        var evidence = QuestionnaireItem("\(item.id.text).evidence", "Evidence for: \(item.text)", .text)
        let system = QuestionnaireJSON.system(of: item, in: tool)
        evidence.isRequired = !needing.isEmpty
        evidence.enableWhen =
            needing.isEmpty
            ? [EnableTest(question: item.id.text, kind: .exists(true))]
            : needing.map {
                EnableTest(question: item.id.text, kind: .isCode($0.code, system: system, equal: true))
            }
        evidence.enableBehavior = "any"
        return [evidence.json]
    }
}

extension Tool {
    /// Whether any part is shown only at some ages.
    fileprivate var asksForAge: Bool {
        func looksAtAge(_ condition: Condition) -> Bool {
            switch condition {
            case .all(let parts), .any(let parts): parts.contains(where: looksAtAge)
            case .not(let part): looksAtAge(part)
            case .age(let band): band.from != nil || band.to != nil
            case .answered, .isAnswered, .atLeast: false
            }
        }
        func looksAtAge(_ section: Section) -> Bool {
            section.condition.map(looksAtAge) ?? false
                || section.items.flatMap { EnableConditions.conditions(of: $0) }.contains(where: looksAtAge)
                || section.sections.contains { looksAtAge($0) }
        }
        return sections.contains { looksAtAge($0) }
    }
}

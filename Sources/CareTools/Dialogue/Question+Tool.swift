import CaseDates

extension Question {
    init(_ subject: Subject, in tool: Tool, _ layout: ToolLayout, _ result: Result) {
        switch subject {
        case .field(let name): self.init(field: name, in: tool, result.response)
        case .answer(let key): self.init(item: key, in: tool, layout, result)
        case .evidence(let key): self.init(evidence: key, in: tool, layout, result)
        case .another(let id, let number):
            let section = tool.sections.lazy.flatMap(\.withAllBelow).first { $0.id == id }
            let label = section?.repetition?.label ?? id
            self.init(
                subject,
                heading: section?.title ?? "",
                text: "\(number) so far. Another one (\(label))?",
                form: "y or n",
                isRequired: true
            )
        case .override(let id): self.init(override: id, result)
        case .reason(let id):
            self.init(
                subject,
                heading: "Values in place of scores",
                text: "The reason",
                form: "words",
                isRequired: true,
                answer: result.response.overrides[id]?.reason
            )
        }
    }

    private init(
        _ subject: Subject,
        heading: String,
        text: String,
        choices: [Choice] = [],
        allowsSeveral: Bool = false,
        form: String? = nil,
        isRequired: Bool,
        answer: String? = nil,
        notes: [String] = [],
        help: [String] = []
    ) {
        self.subject = subject
        self.heading = heading
        self.text = text
        self.choices = choices
        self.allowsSeveral = allowsSeveral
        self.form = form
        self.isRequired = isRequired
        self.answer = answer
        self.notes = notes
        self.help = help.isEmpty ? ["There is no more to say about this question."] : help
    }

    private init(field name: AboutField.Name, in tool: Tool, _ response: Response) {
        let field = tool.about.first { $0.name == name }
        let choices = Choice.keyed((field?.options ?? []).map { ($0.code, $0.label, .answer) })
        let saved = response.about[name]
        self.init(
            .field(name),
            heading: tool.title,
            text: field?.label ?? name.rawValue,
            choices: choices,
            form: choices.isEmpty ? name.isDay ? Self.day : "words" : nil,
            isRequired: field?.isRequired ?? false,
            answer: saved.map { code in choices.first { $0.code == code }?.label ?? code },
            help: tool.instructions
        )
    }

    private static let day = "a day such as 31/03/2026"

    private init(item key: AnswerKey, in tool: Tool, _ layout: ToolLayout, _ result: Result) {
        guard let item = layout.item(key.item) else {
            self.init(.answer(key), heading: "", text: key.text, isRequired: false)
            return
        }
        let choices = Self.choices(of: item, in: tool)
        var notes: [String] = []
        if tool.suggestions?.decision == item.id, let step = result.suggestion {
            notes.append("The answers suggest: \(step.title)")
        }
        for section in tool.sections.flatMap(\.withAllBelow) {
            let ids = Set(section.allItems.map(\.id))
            if result.shown.first(where: { ids.contains($0.item) }) == key { notes += section.guidance }
        }
        notes += Self.help(for: item, result.response.ageInMonths)
        self.init(
            .answer(key),
            heading: Self.heading(of: key, in: tool, layout),
            text: item.text,
            choices: choices,
            allowsSeveral: item.kind == .choices,
            form: Self.form(of: item),
            isRequired: item.isRequired,
            answer: result.response.answers[key].map { Self.words($0, choices) },
            notes: notes,
            help: Self.anchors(of: item, choices)
        )
    }

    private init(evidence key: AnswerKey, in tool: Tool, _ layout: ToolLayout, _ result: Result) {
        let text = layout.item(key.item)?.text ?? key.item.text
        self.init(
            .evidence(key),
            heading: Self.heading(of: key, in: tool, layout),
            text: "Evidence for: \(text)",
            form: "what was seen, heard or checked, and when",
            isRequired: true,
            answer: result.response.evidence[key],
            help: ["This answer needs evidence in words: what was seen, heard or checked, by whom and when."]
        )
    }

    private init(override id: ScoreID, _ result: Result) {
        let score = result.score(id)
        let calculated = score?.calculated.map(\.description) ?? "no score"
        self.init(
            .override(id),
            heading: "Values in place of scores",
            text: "\(score?.score.title ?? id.text): \(calculated). Another value?",
            form: "a number, or Enter to leave it",
            isRequired: false,
            answer: result.response.overrides[id]?.value.description,
            help: (score?.score.bands ?? []).map { "\($0.from) to \($0.to): \($0.label)" }
        )
    }

    // MARK: Words

    private static func heading(of key: AnswerKey, in tool: Tool, _ layout: ToolLayout) -> String {
        let sections = tool.sections.flatMap(\.withAllBelow)
        let section = sections.first { section in section.items.contains { $0.id == key.item } }
        guard let section else { return tool.title }
        guard let number = key.instance, let label = section.repetition?.label else { return section.title }
        return "\(section.title): \(label) \(number)"
    }

    private static func choices(of item: Item, in tool: Tool) -> [Choice] {
        switch item.kind {
        case .choice, .choices: Choice.keyed((tool.scale(of: item)?.options ?? []).map { ($0.code, $0.label, $0.kind) })
        case .itemOfTool: Choice.keyed(tool.itemsThatMove.map { ($0.id.text, $0.text, .answer) })
        case .text, .day, .number: []
        }
    }

    private static func form(of item: Item) -> String? {
        switch item.kind {
        case .choice, .choices, .itemOfTool: nil
        case .text: "words"
        case .day: day
        case .number(let from, let to, let places):
            "a number from \(from) to \(to)" + (places == 0 ? "" : ", with \(places) places at most")
        }
    }

    private static func words(_ answer: Answer, _ choices: [Choice]) -> String {
        func label(_ code: String) -> String { choices.first { $0.code == code }?.label ?? code }
        return switch answer {
        case .codes(let codes): codes.map(label).joined(separator: "; ")
        case .text(let text): text
        case .number(let number): number.description
        case .day(let day): day.description
        case .item(let id): label(id.text)
        }
    }

    /// Guidance, and what to look for at this age.
    private static func help(for item: Item, _ months: Int?) -> [String] {
        let prompts = item.prompts.compactMap { prompt -> String? in
            guard let ages = prompt.ages else { return "Look for: \(prompt.text)" }
            guard months != nil else { return "Look for, \(ages.words): \(prompt.text)" }
            return ages.holds(months) == true ? "Look for: \(prompt.text)" : nil
        }
        return item.guidance + prompts
    }

    /// What each option means here.
    private static func anchors(of item: Item, _ choices: [Choice]) -> [String] {
        item.anchors.map { anchor in
            let choice = choices.first { $0.code == anchor.code }
            return "\(choice?.key ?? anchor.code) \(choice?.label ?? anchor.code): \(anchor.text)"
        }
    }
}

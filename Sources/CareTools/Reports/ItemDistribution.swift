/// A column of a distribution: answers, and the count of all of them.
struct AnswerColumn {
    let label: String
    let answers: [ReportedAnswers]
    let total: CountID
}

extension ReportDraft {
    /// Adds how often each option of an item was chosen, in columns; an item without options gets no table.
    ///
    /// Returns the counts of the options and then of the rest, for each column.
    mutating func addDistribution(
        _ id: String,
        of item: Item,
        in tool: Tool,
        _ columns: [AnswerColumn],
        by rowHeading: String = "Answer"
    ) -> Distribution? {
        guard let choices = Choices(item, in: tool) else { return nil }
        tally.beginDetail()
        let made = columns.map { column in counts(of: item, choices, column) }
        var rows = choices.options.indices.map { index in
            Row(
                label: choices.options[index].label,
                cells: made.map { .share($0.options[index], of: $0.answered) }
            )
        }
        rows.append(
            Row(
                label: "Answered",
                cells: zip(made, columns).map { .share($0.answered, of: $1.total) },
                isTotal: true
            )
        )
        for (index, standing) in Distribution.rests.enumerated() where choices.canBe(standing) {
            rows.append(
                Row(
                    label: standing.label,
                    cells: zip(made, columns).map { .share($0.rests[index], of: $1.total) }
                )
            )
        }
        add(
            Table(
                id: id,
                caption: item.text,
                notes: item.kind == .choices ? ["Several answers may be chosen, so shares may add up to more."] : [],
                rowHeading: rowHeading,
                columns: columns.map(\.label),
                rows: rows
            )
        )
        return Distribution(options: choices.options.map(\.label), columns: made)
    }

    /// The counts of one column.
    mutating func counts(of item: Item, _ choices: Choices, _ column: AnswerColumn) -> Distribution.Counts {
        let standings = column.answers.map { $0.standing(of: item) }
        let answered = column.answers.filter { $0.standing(of: item) == .answered }
        let split = tally.parts(
            [answered.count] + Distribution.rests.map { standing in standings.count { $0 == standing } },
            of: column.total
        )
        let numbers = choices.options.map { option in answered.count { choices.chose(option, item, $0) } }
        let options: [CountID]
        if item.kind == .choices {
            options = numbers.map { tally.count($0, within: split[0]) }
            tally.overlap(of: options, covering: split[0])
        } else {
            options = tally.parts(numbers, of: split[0])
        }
        return Distribution.Counts(options: options, answered: split[0], rests: Array(split.dropFirst()))
    }

    /// Adds of how many each open question has an answer.
    mutating func addOpenQuestions(_ tool: Tool, _ columns: [AnswerColumn], caption: String) {
        let items = tool.sections.flatMap(\.itemsAskedOnce).filter { $0.kind == .text }
        guard !items.isEmpty else { return }
        tally.beginDetail()
        let rows = items.map { item in
            Row(
                label: item.text,
                cells: columns.map { column in
                    let count = column.answers.count { $0.standing(of: item) == .answered }
                    return .share(tally.count(count, within: column.total), of: column.total)
                }
            )
        }
        add(
            Table(
                id: "open-questions",
                caption: caption,
                rowHeading: "Question",
                columns: columns.map(\.label),
                rows: rows
            )
        )
    }
}

/// The counts of a distribution.
struct Distribution {
    let options: [String]
    let columns: [Counts]

    struct Counts {
        let options: [CountID]
        let answered: CountID
        /// In the order of ``Distribution/rests``.
        let rests: [CountID]
    }

    /// What is no answer, in the order of rows.
    static let rests: [ReportedAnswers.Standing] = [.notKnown, .notApplicable, .blank, .notAsked]
}

extension ReportedAnswers.Standing {
    var label: String {
        switch self {
        case .answered: "Answered"
        case .notKnown: "Not known"
        case .notApplicable: "Does not apply"
        case .blank: "No answer"
        case .notAsked: "Not asked"
        }
    }
}

/// What may be answered to an item, as rows of a table.
struct Choices {
    let options: [(code: String, label: String)]
    private let kinds: Set<Scale.Option.Kind>

    /// The most whole numbers that are listed one by one.
    private static let mostNumbers = 21

    /// Returns the choices; `nil` for an item that has none that could be listed.
    init?(_ item: Item, in tool: Tool) {
        switch item.kind {
        case .choice, .choices:
            guard let scale = tool.scale(of: item) else { return nil }
            options = scale.options.filter { $0.kind == .answer }.map { ($0.code, $0.label) }
            kinds = Set(scale.options.map(\.kind))
        case .number(let from, let to, places: 0):
            guard let first = Int(from.description), let last = Int(to.description), last - first < Self.mostNumbers
            else { return nil }
            options = (first...last).map { ("\($0)", "\($0)") }
            kinds = [.answer]
        case .number, .text, .day, .itemOfTool: return nil
        }
    }

    /// Whether answers to the item can stand in this way, so that it has a row even where none does.
    func canBe(_ standing: ReportedAnswers.Standing) -> Bool {
        switch standing {
        case .notKnown: kinds.contains(.notKnown)
        case .notApplicable: kinds.contains(.notApplicable)
        case .answered, .blank, .notAsked: true
        }
    }

    func chose(_ option: (code: String, label: String), _ item: Item, _ answers: ReportedAnswers) -> Bool {
        switch answers.answer(to: item.id) {
        case .codes(let codes)?: codes.contains(option.code)
        case .number(let number)?: number.description == option.code
        case .text?, .day?, .item?, nil: false
        }
    }
}

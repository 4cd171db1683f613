import CaseDates

/// What practitioners answer, in rounds, and how the answers of the same persons moved.
struct SurveyReport {
    private let answers: [ReportedAnswers]
    private let tool: Tool
    private let options: Report.Options
    private let rounds: [AnswerGroups.Group]
    private var draft: ReportDraft
    /// How many responses of each agency there are in each round.
    private var agencyCounts: [[CountID]] = []

    init(_ answers: [ReportedAnswers], to tool: Tool, _ options: Report.Options) {
        self.answers = answers
        self.tool = tool
        self.options = options
        rounds = Self.rounds(answers, of: tool)
        draft = ReportDraft(.survey, total: answers.count)
    }

    /// The part of the report.
    var part: ReportPart {
        var making = self
        making.addTables()
        var part = ReportPart(making.draft, of: tool, answers, options)
        part.notes = [
            "Answers to one version of the questions only; other versions have a part of their own and are not compared "
                + "with these.",
            "What is not known, does not apply or has no answer is counted apart and is in no share of the answers.",
        ]
        if options.showsWords { part.words = words }
        return part
    }

    /// The rounds in order: that of the options of the field, else by their earliest day; without a field one round.
    private static func rounds(_ answers: [ReportedAnswers], of tool: Tool) -> [AnswerGroups.Group] {
        guard let field = tool.about.first(where: { $0.name == .wave }) else {
            return [AnswerGroups.Group(label: "All", answers: answers)]
        }
        let groups = AnswerGroups(answers, by: field).groups
        guard field.options == nil else { return groups }
        let isGiven = answers.contains { $0.field(.wave) == nil }
        let named = isGiven ? groups.dropLast() : groups[...]
        return named.enumerated().sorted { first, second in
            let days = [first, second].map { $0.element.answers.compactMap(\.completed).min()?.number ?? .max }
            return days[0] == days[1] ? first.offset < second.offset : days[0] < days[1]
        }.map(\.element) + groups.dropFirst(named.count)
    }

    private mutating func addTables() {
        let totals = draft.addBreakdown(
            "wave",
            "Responses by round",
            by: "Round",
            rounds.map { ($0.label, $0.answers.count) }
        )
        let columns = zip(rounds, totals).map { AnswerColumn(label: $0.label, answers: $0.answers, total: $1) }
        agencyCounts = addMatrix(.agency, totals)
        _ = addMatrix(.respondent, totals)
        let asked = columns.filter { !$0.answers.isEmpty }
        addPairs(asked)
        var made: [(item: Item, distribution: Distribution)] = []
        for item in tool.sections.flatMap(\.itemsAskedOnce) {
            if let distribution = draft.addDistribution("item.\(item.id.text)", of: item, in: tool, asked) {
                made.append((item, distribution))
            }
        }
        draft.addOpenQuestions(tool, asked, caption: "Open questions that were answered")
        addAgencies(made, asked)
    }

    private mutating func addMatrix(_ name: AboutField.Name, _ totals: [CountID]) -> [[CountID]] {
        guard let field = tool.about.first(where: { $0.name == name }) else { return [] }
        let groups = AnswerGroups(answers, by: field).groups
        let members = rounds.map { $0.answers }
        return draft.addMatrix(
            name.rawValue,
            "Responses by \(name.reportWords) and round",
            by: name.reportWords.capitalisedFirst,
            rows: groups.map(\.label),
            columns: rounds.map(\.label),
            columnTotals: totals,
            groups.map { group in
                members.map { round in round.count { answers in Self.isIn(group, field, answers) } }
            }
        )
    }

    private static func isIn(_ group: AnswerGroups.Group, _ field: AboutField, _ answers: ReportedAnswers) -> Bool {
        guard let first = group.answers.first?.field(field.name) else {
            return !group.answers.isEmpty && answers.field(field.name) == nil
        }
        return answers.field(field.name).map { FoldedText($0) == FoldedText(first) } ?? false
    }

    // MARK: By agency

    /// Adds the answers of each agency that has at least 6 responses in a round; the others stand together.
    private mutating func addAgencies(_ made: [(item: Item, distribution: Distribution)], _ rounds: [AnswerColumn]) {
        guard let field = tool.about.first(where: { $0.name == .agency }) else { return }
        let groups = AnswerGroups(answers, by: field).groups
        var detail = 0
        for (item, distribution) in made where item.polarity != .none && item.kind != .choices {
            guard let choices = Choices(item, in: tool) else { continue }
            var rows: [ReportDraft.Row] = []
            for (round, counts) in zip(rounds, distribution.columns) {
                detail += 1
                draft.tally.detail = detail
                rows += agencyRows(item, choices, counts, round, groups, field, isAlone: rounds.count == 1)
            }
            draft.tally.detail = nil
            draft.tables.append(
                ReportDraft.Table(
                    id: "agency.\(item.id.text)",
                    caption: "By agency: \(item.text)",
                    notes: ["An agency with fewer than 6 responses in a round stands with all others of that kind."],
                    rowHeading: "Agency",
                    columns: distribution.options + ["Answered"],
                    rows: rows
                )
            )
        }
    }

    private mutating func agencyRows(
        _ item: Item,
        _ choices: Choices,
        _ counts: Distribution.Counts,
        _ round: AnswerColumn,
        _ groups: [AnswerGroups.Group],
        _ field: AboutField,
        isAlone: Bool
    ) -> [ReportDraft.Row] {
        let place = rounds.firstIndex { $0.label == round.label } ?? 0
        var members: [(label: String, answers: [ReportedAnswers], total: CountID)] = []
        var others: (answers: [ReportedAnswers], totals: [CountID]) = ([], [])
        for (group, totals) in zip(groups, agencyCounts) {
            let own = round.answers.filter { Self.isIn(group, field, $0) }
            switch SizeClass(own.count) {
            case .none: continue
            case .small: others = (others.answers + own, others.totals + [totals[place]])
            case .some, .many: members.append((group.label, own, totals[place]))
            }
        }
        if !others.answers.isEmpty {
            let total = draft.tally.unseen(others.answers.count)
            draft.tally.state(total, isSumOf: others.totals)
            members.append(("All other agencies together", others.answers, total))
        }
        let made = members.map { member in
            let answered = member.answers.filter { $0.standing(of: item) == .answered }
            let count = draft.tally.count(answered.count, within: member.total)
            let options = choices.options.map { option in answered.count { choices.chose(option, item, $0) } }
            return (answered: count, options: draft.tally.parts(options, of: count))
        }
        for option in choices.options.indices {
            draft.tally.state(counts.options[option], isSumOf: made.map { $0.options[option] })
        }
        draft.tally.state(counts.answered, isSumOf: made.map(\.answered))
        return zip(members, made).map { member, made in
            ReportDraft.Row(
                label: isAlone ? member.label : "\(member.label): \(round.label)",
                cells: made.options.map { .share($0, of: made.answered) } + [.count(made.answered)],
                detail: draft.tally.detail
            )
        }
    }

    // MARK: Matched pairs

    /// Adds how the answers of the same persons moved from the first round to each later one.
    private mutating func addPairs(_ rounds: [AnswerColumn]) {
        guard tool.about.contains(where: { $0.name == .link }), let first = rounds.first else { return }
        let withoutCode = rounds.map { round in
            draft.tally.count(round.answers.count { $0.field(.link) == nil })
        }
        for (number, later) in rounds.enumerated().dropFirst() {
            let matching = Matching(first.answers, later.answers)
            let matched = draft.tally.count(matching.pairs.count)
            var cells: [[CountID]] = []
            for (side, column, without) in [
                (matching.first, first, withoutCode[0]), (matching.later, later, withoutCode[number]),
            ] {
                let rest = side.map { draft.tally.count($0) } + [without]
                draft.tally.state(column.total, isSumOf: [matched] + rest)
                cells.append([matched] + rest)
            }
            let labels = ["Matched", "No partner with the same code", "The code stands more than once", "No code"]
            var rows = labels.enumerated().map { index, label in
                ReportDraft.Row(
                    label: label,
                    cells: [.share(cells[0][index], of: first.total), .share(cells[1][index], of: later.total)]
                )
            }
            rows.append(
                ReportDraft.Row(label: "Together", cells: [.count(first.total), .count(later.total)], isTotal: true)
            )
            draft.tables.append(
                ReportDraft.Table(
                    id: "matched-\(number + 1)",
                    caption: "Responses of the same persons: \(first.label), and \(later.label)",
                    notes: ["Two responses belong together where their codes are the same, whatever the capitals."],
                    rowHeading: "Code",
                    columns: [first.label, later.label],
                    rows: rows
                )
            )
            draft.addMovements(
                "pairs-\(number + 1)",
                "How answers of the same persons moved: from \(first.label) to \(later.label)",
                of: tool,
                matching.pairs,
                together: matched,
                notes: ["Only items of which one end is better. Nothing is averaged."]
            )
        }
    }

    /// Responses of two rounds, matched by code.
    private struct Matching {
        var pairs: [(earlier: ReportedAnswers, later: ReportedAnswers)] = []
        /// Without a partner, and with a code that stands more than once.
        let first: [Int]
        let later: [Int]

        init(_ first: [ReportedAnswers], _ later: [ReportedAnswers]) {
            let codes = [first, later].map { answers in
                Dictionary(grouping: answers.filter { $0.field(.link) != nil }) { FoldedText($0.field(.link) ?? "") }
            }
            var counts = [[0, 0], [0, 0]]
            for side in 0...1 {
                for (code, answers) in codes[side] {
                    let others = codes[1 - side][code] ?? []
                    if answers.count > 1 || others.count > 1 {
                        counts[side][1] += answers.count
                    } else if others.isEmpty {
                        counts[side][0] += 1
                    } else if side == 0 {
                        pairs.append((answers[0], others[0]))
                    }
                }
            }
            self.first = counts[0]
            self.later = counts[1]
        }
    }

    // MARK: Words

    /// What was written, question by question; the order and the company of an answer tell nothing of who wrote it.
    private var words: [ReportPart.Words] {
        tool.sections.flatMap(\.itemsAskedOnce).filter { $0.kind == .text }.compactMap { item in
            let written = answers.compactMap { $0.words(of: item.id) }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return written.isEmpty ? nil : ReportPart.Words(question: item.text, answers: written)
        }
    }
}

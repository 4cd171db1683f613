import CaseDates

/// What practitioners answer, in rounds, and how the answers of the same persons moved.
struct SurveyReport {
    private let answers: [ReportedAnswers]
    private let tool: Tool
    private let options: Report.Options
    private let rounds: [AnswerGroups.Group]
    private var draft: ReportDraft
    /// What is left out and why, a sentence each.
    private var leftOut: [String] = []

    init(_ answers: [ReportedAnswers], to tool: Tool, _ options: Report.Options) {
        self.tool = tool
        self.options = options
        let all = Self.rounds(answers, of: tool, options)
        rounds = all.filter { options.showsSmallCounts || SizeClass($0.answers.count) != .small }
        self.answers = rounds.flatMap(\.answers)
        draft = ReportDraft(.survey, total: self.answers.count)
        // Beside the others, a small round could be subtracted from the whole.
        if rounds.count < all.count { leftOut.append("Rounds with fewer than 6 responses are left out.") }
    }

    /// The part of the report.
    var part: ReportPart {
        guard !answers.isEmpty else {
            return ReportPart(withholding: .survey, of: tool, "Fewer than 6 responses in every round")
        }
        var making = self
        making.addTables()
        var part = ReportPart(making.draft, of: tool, answers, options)
        part.notes +=
            making.leftOut + [
                "Answers to one version of the questions only; other versions have a part of their own and are not compared "
                    + "with these.",
                "What is not known, does not apply or has no answer is counted apart and is in no share of the answers.",
            ]
        if options.showsWords { part.words = words(part) }
        return part
    }

    /// The rounds in order: that of the options of the field, else by their earliest day; without a field one round.
    private static func rounds(
        _ answers: [ReportedAnswers],
        of tool: Tool,
        _ options: Report.Options
    ) -> [AnswerGroups.Group] {
        guard let field = tool.about.first(where: { $0.name == .wave }) else {
            return [AnswerGroups.Group(label: "All", answers: answers)]
        }
        let groups =
            options.showsSmallCounts
            ? AnswerGroups(answers, by: field, options).groups : AnswerGroups(answers, by: field).groups
        guard field.options == nil else { return groups }
        let lacksOne = answers.contains { $0.field(.wave) == nil }
        let named = lacksOne ? groups.dropLast() : groups[...]
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
        let asked = columns.filter { !$0.answers.isEmpty }
        var made: [(item: Item, distribution: Distribution)] = []
        for item in tool.sections.flatMap(\.itemsAskedOnce) {
            if let distribution = draft.addDistribution("item.\(item.id.text)", of: item, in: tool, asked) {
                made.append((item, distribution))
            }
        }
        draft.addOpenQuestions(tool, asked, caption: "Open questions that were answered")
        addPairs(asked)
        if let role = members(.respondent) { _ = addMatrix(role, totals) }
        guard let agency = members(.agency) else { return }
        let counts = addMatrix(agency, totals)
        for (item, distribution) in made where item.polarity != .none && item.kind != .choices {
            addAgencies(agency, counts, item, distribution)
        }
    }

    // MARK: By agency and role

    /// Responses by what a field says, and in each of these groups by round.
    private struct Members {
        let name: AboutField.Name
        let groups: [(label: String, rounds: [[ReportedAnswers]])]
        let notes: [String]
    }

    /// The groups of a field; `nil` where one of them is too small in a round to be shown, as the main tables would have
    /// to hide more beside it.
    private mutating func members(_ name: AboutField.Name) -> Members? {
        guard let field = tool.about.first(where: { $0.name == name }) else { return nil }
        let groups = AnswerGroups(answers, by: field, options)
        let split = rounds.map { groups.split($0.answers) }
        if !options.showsSmallCounts, split.joined().contains(where: { SizeClass($0.count) == .small }) {
            leftOut.append("Nothing is shown by \(name.reportWords): a group has fewer than 6 responses in a round.")
            return nil
        }
        return Members(
            name: name,
            groups: groups.groups.enumerated().map { place, group in (group.label, split.map { $0[place] }) },
            notes: groups.notes
        )
    }

    private mutating func addMatrix(_ members: Members, _ totals: [CountID]) -> [[CountID]] {
        draft.tally.beginDetail()
        return draft.addMatrix(
            members.name.rawValue,
            "Responses by \(members.name.reportWords) and round",
            by: members.name.reportWords.capitalisedFirst,
            rows: members.groups.map(\.label),
            columns: rounds.map(\.label),
            columnTotals: totals,
            notes: members.notes,
            members.groups.map { $0.rounds.map(\.count) }
        )
    }

    /// Adds the answers to an item by agency and round.
    private mutating func addAgencies(
        _ agency: Members,
        _ totals: [[CountID]],
        _ item: Item,
        _ distribution: Distribution
    ) {
        guard let choices = Choices(item, in: tool) else { return }
        draft.tally.beginDetail()
        var rows: [ReportDraft.Row] = []
        let asked = rounds.indices.filter { !rounds[$0].answers.isEmpty }
        for (round, counts) in zip(asked, distribution.columns) {
            let made = zip(agency.groups, totals).map { group, totals in
                let answered = group.rounds[round].filter { $0.standing(of: item) == .answered }
                let count = draft.tally.count(answered.count, within: totals[round])
                let options = choices.options.map { option in answered.count { choices.chose(option, item, $0) } }
                return (answered: count, options: draft.tally.parts(options, of: count))
            }
            for option in choices.options.indices {
                draft.tally.state(counts.options[option], isSumOf: made.map { $0.options[option] })
            }
            draft.tally.state(counts.answered, isSumOf: made.map(\.answered))
            rows += zip(agency.groups, made).filter { !$0.0.rounds[round].isEmpty }.map { group, made in
                ReportDraft.Row(
                    label: asked.count == 1 ? group.label : "\(group.label): \(rounds[round].label)",
                    cells: made.options.map { .share($0, of: made.answered) } + [.count(made.answered)]
                )
            }
        }
        draft.add(
            ReportDraft.Table(
                id: "agency.\(item.id.text)",
                caption: "By agency: \(item.text)",
                notes: agency.notes,
                rowHeading: "Agency",
                columns: distribution.options + ["Answered"],
                rows: rows
            )
        )
    }

    // MARK: Matched pairs

    /// Adds how the answers of the same persons moved from the first round to each later one.
    private mutating func addPairs(_ rounds: [AnswerColumn]) {
        guard tool.about.contains(where: { $0.name == .link }), let first = rounds.first else { return }
        draft.tally.beginDetail()
        let withoutCode = rounds.map { round in
            draft.tally.count(round.answers.count { $0.field(.link) == nil })
        }
        for (number, later) in rounds.enumerated().dropFirst() {
            let matching = Matching(first.answers, later.answers)
            draft.tally.beginDetail()
            let matched = draft.tally.count(matching.pairs.count)
            var cells: [[CountID]] = []
            for (side, column, without) in [
                (matching.first, first, withoutCode[0]), (matching.later, later, withoutCode[number]),
            ] {
                let rest = side.map { draft.tally.count($0) } + [without]
                draft.tally.state(column.total, isSumOf: [matched] + rest)
                // How many are not matched would follow from how many are.
                let unmatched = draft.tally.rest(rest.reduce(0) { $0 + draft.tally.value($1) })
                draft.tally.state(column.total, isSumOf: [matched, unmatched])
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
            draft.add(
                ReportDraft.Table(
                    id: "matched-\(number + 1)",
                    caption: "Responses of the same persons: \(first.label), and \(later.label)",
                    notes: ["Two responses belong together where their codes are the same, whatever the capitals."],
                    rowHeading: "Code",
                    columns: [first.label, later.label],
                    rows: rows
                )
            )
            draft.tally.beginDetail()
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
    ///
    /// A list of answers can be counted: it stands only where its count does.
    private func words(_ part: ReportPart) -> [ReportPart.Words] {
        let rows = part.tables.first { $0.id == "open-questions" }?.rows ?? []
        let shown = Set(rows.filter { !$0.cells.contains(where: \.isHidden) }.map(\.label))
        return tool.sections.flatMap(\.itemsAskedOnce).filter { $0.kind == .text }.compactMap { item in
            guard shown.contains(item.text) else { return nil }
            let written = answers.compactMap { $0.words(of: item.id) }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return written.isEmpty ? nil : ReportPart.Words(question: item.text, answers: written)
        }
    }
}

import CaseDates

/// What audits of the work on cases found, and how their actions stand.
struct AuditReport {
    private let answers: [ReportedAnswers]
    private let tool: Tool
    private let asOf: CalendarDay
    private let options: Report.Options
    private var draft: ReportDraft
    /// How many audits judge each standard, and how many as what.
    private var judged: [ItemID: (answered: CountID, options: [(value: ExactNumber, count: CountID)])] = [:]

    init(_ answers: [ReportedAnswers], to tool: Tool, asOf: CalendarDay, _ options: Report.Options) {
        self.answers = answers
        self.tool = tool
        self.asOf = asOf
        self.options = options
        draft = ReportDraft(.audit, total: answers.count)
    }

    /// The part of the report.
    var part: ReportPart {
        var making = self
        making.addTables()
        var part = ReportPart(making.draft, of: tool, answers, options)
        part.notes += [
            "Judgements are counted and never averaged.",
            "How an action stands is worked out from its dates on the day of this report: red where its day has passed and it "
                + "is not done.",
        ]
        return part
    }

    private mutating func addTables() {
        draft.addUse(answers, fields: [.agency, .setting, .wave], of: tool, options)
        addCases()
        addJudgements()
        addScores()
        addModerations()
        let column = AnswerColumn(label: draft.noun, answers: answers, total: draft.total)
        for item in tool.sections.flatMap(\.itemsAskedOnce) where !isJudgement(item) {
            _ = draft.addDistribution("item.\(item.id.text)", of: item, in: tool, [column])
        }
        draft.addOpenQuestions(tool, [column], caption: "What was written: strengths, worries and other open questions")
        if let table = tool.actions { addActions(table) }
        // What stands beside each case counts to 1.
        if options.showsWords, options.showsSmallCounts { addCaseList() }
    }

    private mutating func addCases() {
        guard tool.about.contains(where: { $0.name == .case }) else { return }
        let numbers = Dictionary(grouping: answers) { $0.field(.case).map(FoldedText.init) }
        let unknown = numbers[nil]?.count ?? 0
        let known = numbers.filter { $0.key != nil }.values
        draft.tally.beginDetail()
        let counts = [known.count { $0.count == 1 }, known.count { $0.count > 1 }].map { draft.tally.count($0) }
        let cases = draft.tally.sum(of: counts)
        let unnamed = draft.tally.count(unknown)
        let several = draft.tally.unseen(answers.count - unknown - draft.tally.value(counts[0]))
        draft.tally.state(draft.total, isSumOf: [counts[0], unnamed, several])
        draft.tally.slack(above: [counts[1], counts[1]], upTo: several)
        draft.add(
            ReportDraft.Table(
                id: "cases",
                caption: "Cases",
                rowHeading: "Cases",
                columns: ["Count"],
                rows: [
                    .init(label: "With one audit", cells: [.share(counts[0], of: cases)]),
                    .init(
                        label: "With several audits, such as one for each agency",
                        cells: [.share(counts[1], of: cases)]
                    ),
                    .init(label: "Cases together", cells: [.count(cases)], isTotal: true),
                    .init(label: "Audits without a case number", cells: [.share(unnamed, of: draft.total)]),
                ]
            )
        )
    }

    // MARK: Judgements

    /// Whether an item is a judgement of the work: a choice of which one end is better.
    private func isJudgement(_ item: Item) -> Bool { item.kind == .choice && item.polarity != .none }

    private var moderated: Set<ItemID> { Set(tool.moderations.flatMap { [$0.second, $0.agreed] }) }

    private mutating func addJudgements() {
        let moderated = moderated
        for scale in tool.scales {
            let items = tool.sections.flatMap(\.itemsAskedOnce).filter { item in
                item.scale == scale.id && isJudgement(item) && !moderated.contains(item.id)
            }
            guard !items.isEmpty else { continue }
            draft.tally.beginDetail()
            var rows: [ReportDraft.Row] = []
            for item in items {
                guard let choices = Choices(item, in: tool) else { continue }
                let column = AnswerColumn(label: "", answers: answers, total: draft.total)
                let counts = draft.counts(of: item, choices, column)
                let values = zip(choices.options, counts.options).compactMap { option, count in
                    scale.option(option.code)?.value.map { (value: $0, count: count) }
                }
                judged[item.id] = (counts.answered, values)
                rows.append(
                    ReportDraft.Row(
                        label: item.text,
                        cells: counts.options.map { .share($0, of: counts.answered) }
                            + [.count(counts.answered)] + counts.rests.map(ReportDraft.Cell.count)
                    )
                )
            }
            let options = scale.options.filter { $0.kind == .answer }.map(\.label)
            draft.add(
                ReportDraft.Table(
                    id: "judgements.\(scale.id)",
                    caption: "Judgements by standard",
                    notes: [
                        "Each share is of the audits that judge the standard. The judgements of second readers and agreed "
                            + "ones stand in a table of their own."
                    ],
                    rowHeading: "Standard",
                    columns: options + ["Judged"] + restLabels(of: scale),
                    rows: rows
                )
            )
        }
    }

    /// What is no judgement, by the words of the scale where it has words of its own.
    private func restLabels(of scale: Scale) -> [String] {
        Distribution.rests.map { standing in
            let kind: Scale.Option.Kind? =
                switch standing {
                case .notKnown: .notKnown
                case .notApplicable: .notApplicable
                case .answered, .blank, .notAsked: nil
                }
            let labels = scale.options.filter { $0.kind == kind }.map(\.label)
            return labels.count == 1 ? labels[0] : standing.label
        }
    }

    /// Adds the scores that have bands, such as the judgement that limits all others.
    private mutating func addScores() {
        for score in tool.scores where !score.bands.isEmpty {
            let results = answers.compactMap { $0.result.score(score.id) }
            let bands: [(label: String, count: Int)] = score.bands.map { band in
                (band.label, results.count { $0.band == band })
            }
            let known = bands.reduce(0) { $0 + $1.count }
            draft.tally.beginDetail()
            let counts = draft.addBreakdown(
                "score.\(score.id.text)",
                score.title,
                by: "Judgement",
                bands + [("None", answers.count - known)],
                notes: score.notes
            )
            relate(score, Array(zip(score.bands, counts)))
        }
    }

    /// Says that an audit lies in the worst bands of a score just where one of its judgements does, if that is so.
    private mutating func relate(_ score: Score, _ bands: [(band: Score.Band, count: CountID)]) {
        let items = score.itemsCounted.compactMap(tool.item)
        let options = items.compactMap { judged[$0.id]?.options }
        guard !items.isEmpty, options.count == items.count else { return }
        let rising = bands.sorted { $0.band.from < $1.band.from }
        let worstFirst = score.polarity == .higherIsWorse ? rising.reversed() : rising
        for number in 1...worstFirst.count {
            let worst = worstFirst.prefix(number)
            func isWorst(_ value: ExactNumber) -> Bool {
                worst.contains { $0.band.from <= value && value <= $0.band.to }
            }
            let isSo = answers.allSatisfy { answers in
                let band = answers.result.score(score.id)?.band
                return worst.contains { $0.band == band }
                    == items.contains { answers.value(of: $0).map(isWorst) ?? false }
            }
            guard isSo else { continue }
            let whole = draft.tally.unseen(of: worst.map(\.count))
            let each = options.map { options in
                draft.tally.unseen(of: options.filter { isWorst($0.value) }.map(\.count))
            }
            for count in each { draft.tally.slack(above: [count], upTo: whole) }
            draft.tally.overlap(of: each, covering: whole)
        }
    }

    private mutating func addModerations() {
        guard !tool.moderations.isEmpty else { return }
        draft.tally.beginDetail()
        var rows: [ReportDraft.Row] = []
        for moderation in tool.moderations {
            guard let item = tool.item(moderation.first), let second = tool.item(moderation.second),
                let agreed = tool.item(moderation.agreed)
            else { continue }
            let triples = answers.map { answers in
                [item, second, agreed].map { answers.value(of: $0) }
            }
            func differs(_ one: Int, _ other: Int) -> Int {
                triples.count { values in
                    guard let first = values[one], let second = values[other] else { return false }
                    return first != second
                }
            }
            let moves = triples.map { values -> ItemMovement in
                guard let first = values[0], let agreed = values[2] else { return .notComparable }
                if first == agreed { return .same }
                return (agreed > first) == (item.polarity == .higherIsBetter) ? .better : .worse
            }
            let read = draft.tally.count(triples.count { $0[0] != nil && $0[1] != nil }, within: draft.total)
            let different = draft.tally.count(differs(0, 1), within: read)
            let settled = draft.tally.count(moves.count { $0 != .notComparable }, within: draft.total)
            if let judged = judged[item.id]?.answered {
                for count in [read, settled] { draft.tally.slack(above: [count], upTo: judged) }
            }
            let parts = draft.tally.parts(
                [ItemMovement.same, .better, .worse].map { move in moves.count { $0 == move } },
                of: settled
            )
            rows.append(
                ReportDraft.Row(
                    label: item.text,
                    cells: [
                        .share(read, of: draft.total), .share(different, of: read), .share(settled, of: draft.total),
                    ] + parts.map { .share($0, of: settled) }
                )
            )
        }
        draft.add(
            ReportDraft.Table(
                id: "moderation",
                caption: "Moderation",
                notes: [
                    "Two readers judge the same evidence, then agree. First, second and agreed judgement stay on record."
                ],
                rowHeading: "Judgement",
                columns: [
                    "Judged by two", "Second differs from first", "Agreed", "Agreed as the first",
                    "Agreed better than the first", "Agreed worse than the first",
                ],
                rows: rows
            )
        )
    }

    // MARK: Actions

    /// An action of an audit.
    private struct Action {
        let audit: ReportedAnswers
        let owner: String?
        let due: CalendarDay?
        let state: ActionState
        /// The state that the form says, where its words begin with one of the four colours.
        let stated: String?
    }

    private func actions(_ table: ActionTable) -> [Action] {
        answers.flatMap { answers in
            (1...max(1, answers.result.response.instances[table.section] ?? 1)).compactMap { number in
                let due = answers.day(of: table.due, instance: number)
                let done = answers.day(of: table.done, instance: number)
                let codes = answers.codes(of: table.state, instance: number)
                let owner =
                    answers.words(of: table.owner, instance: number)
                    ?? answers.codes(of: table.owner, instance: number).first
                let what = answers.words(of: table.what, instance: number)
                guard due != nil || done != nil || !codes.isEmpty || owner != nil || what != nil else { return nil }
                return Action(
                    audit: answers,
                    owner: owner,
                    due: due,
                    state: state(table, due, done, codes),
                    stated: codes.first
                )
            }
        }
    }

    private func state(
        _ table: ActionTable,
        _ due: CalendarDay?,
        _ done: CalendarDay?,
        _ codes: [String]
    ) -> ActionState {
        if done.map({ $0 <= asOf }) ?? false || codes.contains(where: table.closed.contains) { return .green }
        if let due, due < asOf { return .red }
        return codes.contains(where: table.waiting.contains) ? .grey : .amber
    }

    private mutating func addActions(_ table: ActionTable) {
        let actions = actions(table)
        draft.tally.beginDetail()
        let whole = draft.tally.count(actions.count)
        let groups = ActionState.allCases.map { state in (state.words, actions.count { $0.state == state }) }
        let parts = draft.addBreakdown(
            "actions",
            "Actions on \(asOf)",
            by: "State",
            groups.map { ($0.0, $0.1) },
            of: whole,
            column: "Actions",
            totalLabel: "Actions together"
        )
        let open = draft.tally.sum(of: [parts[0], parts[1], parts[3]])
        let undated = draft.tally.count(actions.count { $0.state != .green && $0.due == nil }, within: open)
        draft.add([
            .init(label: "Open: red, amber or grey", cells: [.share(open, of: whole)], isTotal: true),
            .init(label: "Open without a date by which", cells: [.share(undated, of: open)]),
        ])
        guard !actions.isEmpty else { return }
        if let field = tool.about.first(where: { $0.name == .agency }) {
            addActions(
                actions,
                "actions-agency",
                "Actions by the agency that was audited",
                AnswerGroups(answers, by: field, options).groups.map { group in
                    (
                        group.label,
                        actions.filter { action in
                            group.answers.contains { $0.field(.agency) == action.audit.field(.agency) }
                        }
                    )
                }.filter { !$0.1.isEmpty },
                parts,
                whole
            )
        }
        guard options.showsWords else { return }
        let owners = Dictionary(grouping: actions) { $0.owner.map(FoldedText.init) }
        let named = owners.compactMap { key, actions in key.map { ($0, actions) } }.sorted { $0.0 < $1.0 }
            .map { ($0.1.compactMap(\.owner).min() ?? "", $0.1) }
        addActions(
            actions,
            "actions-owner",
            "Actions by owner",
            named + (owners[nil].map { [("No owner", $0)] } ?? []),
            parts,
            whole
        )
    }

    private mutating func addActions(
        _ actions: [Action],
        _ id: String,
        _ caption: String,
        _ groups: [(label: String, actions: [Action])],
        _ totals: [CountID],
        _ whole: CountID
    ) {
        draft.tally.beginDetail()
        draft.addMatrix(
            id,
            caption,
            by: id == "actions-owner" ? "Owner" : "Agency",
            rows: groups.map(\.label),
            columns: ActionState.allCases.map(\.words),
            columnTotals: totals,
            whole: whole,
            groups.map { group in
                ActionState.allCases.map { state in group.actions.count { $0.state == state } }
            }
        )
    }

    // MARK: Cases

    private mutating func addCaseList() {
        let actions = tool.actions.map(self.actions) ?? []
        let rows = answers.map { answers in
            let own = actions.filter { $0.audit.result == answers.result }
            let limits = tool.scores.filter { !$0.bands.isEmpty }.map { score in
                answers.result.score(score.id)?.band?.label ?? "None"
            }
            return (
                key: [answers.field(.case) ?? "", answers.completed?.description ?? "", agency(answers)],
                row: ReportDraft.Row(
                    label: answers.field(.case) ?? "No case number",
                    cells: ([agency(answers), answers.completed?.description ?? "Not known"] + limits + [
                        "\(own.count { $0.state != .green })", "\(own.count { $0.state == .red })",
                    ]).map(ReportDraft.Cell.words)
                )
            )
        }.sorted { first, second in first.key.lexicographicallyPrecedes(second.key) }
        draft.tally.beginDetail()
        draft.add(
            ReportDraft.Table(
                id: "case-list",
                caption: "Audits by case number",
                notes: ["Shown because it was asked for. For use inside the partnership only."],
                rowHeading: "Case",
                columns: ["Agency", "Day"] + tool.scores.filter { !$0.bands.isEmpty }.map(\.title) + [
                    "Actions open", "Out of timescale",
                ],
                rows: rows.map(\.row)
            )
        )
    }

    private func agency(_ answers: ReportedAnswers) -> String {
        guard let code = answers.field(.agency) else { return "Not given" }
        let option = tool.about.first { $0.name == .agency }?.options?.first { $0.code == code }
        return option?.label ?? code
    }
}

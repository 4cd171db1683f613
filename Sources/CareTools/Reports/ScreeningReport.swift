import CaseDates

/// How a tool that suggests next steps is used, and what followed.
struct ScreeningReport {
    private let answers: [ReportedAnswers]
    private let tool: Tool
    private let all: [ReportedAnswers]
    private let options: Report.Options
    private var draft: ReportDraft
    /// The screens that do not say about which child they are.
    private let unnamed: CountID
    /// How many screens have a value for each form of neglect.
    private var formsValued: [(form: Score, count: CountID)] = []

    init(_ answers: [ReportedAnswers], to tool: Tool, among all: [ReportedAnswers], _ options: Report.Options) {
        self.answers = answers
        self.tool = tool
        self.all = all
        self.options = options
        draft = ReportDraft(.screening, total: answers.count)
        unnamed = draft.tally.count(answers.count { $0.child == nil })
    }

    /// The part of the report; it may be asked once.
    var part: ReportPart {
        var making = self
        making.addTables()
        return ReportPart(making.draft, of: tool, answers, options)
    }

    private mutating func addTables() {
        draft.addUse(answers, fields: [.agency, .setting, .respondent], of: tool)
        addCompleteness()
        if let suggestions = tool.suggestions {
            addDecisions(suggestions)
            addForms()
            addAlerts()
            addNotKnown()
            addFollowed(suggestions)
        }
        addNextTool()
        addRepeats()
    }

    // MARK: How far

    private mutating func addCompleteness() {
        let complete = answers.count { $0.result.isComplete }
        let parts = draft.addBreakdown(
            "complete",
            "Complete or not",
            by: "State",
            [("Complete", complete), ("Not complete", answers.count - complete)],
            notes: ["Complete: everything that must be answered is, with the evidence that is asked for."]
        )
        let needed = Set(tool.scores.flatMap(\.itemsCounted)).union(tool.items.filter(\.isRequired).map(\.id))
        let shares = answers.map { answers in
            let asked = answers.result.shown.count { needed.contains($0.item) }
            return AnsweredShare(asked - answers.result.unanswered.count, of: asked)
        }
        draft.addBreakdown(
            "answered",
            "How many of the needed answers are given",
            by: "Share",
            AnsweredShare.allCases.map { share in (share.label, shares.count { $0 == share }) },
            notes: ["Needed: what must be answered, and what a score counts. “Not known” is an answer here."]
        )
        let open = answers.filter { !$0.result.isComplete }
        guard !open.isEmpty else { return }
        let titles = tool.sections.map { section in
            (
                section.title,
                open.count { answers in
                    guard let first = answers.result.requiredUnanswered.first else { return false }
                    return section.allItems.contains { $0.id == first.item }
                }
            )
        }
        let elsewhere = open.count - titles.reduce(0) { $0 + $1.1 }
        draft.addBreakdown(
            "stopped",
            "Where those that are not complete have their first gap",
            by: "Part",
            titles.map { ($0.0, $0.1) } + [
                ("Only evidence, or what stands above the questions, is missing", elsewhere)
            ],
            of: parts[1],
            totalLabel: "Not complete"
        )
    }

    // MARK: Suggested and decided

    private mutating func addDecisions(_ suggestions: Suggestions) {
        let steps = suggestions.steps
        let decided = decisions(suggestions)
        let rows = steps.map(\.title) + ["No step suggested"]
        let columns = decided.map(\.label) + ["No decision"]
        func row(_ answers: ReportedAnswers) -> Int {
            answers.result.suggestion.flatMap { step in steps.firstIndex { $0.code == step.code } } ?? steps.count
        }
        func column(_ answers: ReportedAnswers) -> Int {
            answers.result.decision.flatMap { code in decided.firstIndex { $0.code == code } } ?? decided.count
        }
        var values = [[Int]](repeating: [Int](repeating: 0, count: columns.count), count: rows.count)
        for answers in answers { values[row(answers)][column(answers)] += 1 }
        let cells = draft.addMatrix(
            "decisions",
            "Suggested step against the worker's own decision",
            by: "Suggested",
            rows: rows,
            columns: columns.map { "Decided: \($0)" },
            values
        )
        var kinds: [[CountID]] = [[], [], [], [], []]
        for (row, counts) in cells.enumerated() {
            for (column, count) in counts.enumerated() {
                kinds[Self.agreement(row, column, steps, decided)].append(count)
            }
        }
        let labels = [
            "As suggested", "Further than suggested", "Less far than suggested",
            "Not comparable: no step suggested, or a decision that is none of the steps", "No decision recorded",
        ]
        var tableRows: [ReportDraft.Row] = []
        for (label, parts) in zip(labels, kinds) {
            let sum = draft.tally.sum(of: parts)
            tableRows.append(ReportDraft.Row(label: label, cells: [.share(sum, of: draft.total)]))
        }
        tableRows.append(ReportDraft.Row(label: "Together", cells: [.count(draft.total)], isTotal: true))
        draft.tables.append(
            ReportDraft.Table(
                id: "agreement",
                caption: "Decisions against suggestions",
                notes: ["The steps are taken in the order of the tool, the one that goes furthest first."],
                rowHeading: "Decision",
                columns: [draft.noun],
                rows: tableRows
            )
        )
    }

    /// What can be decided: the options of the item, else the steps.
    private func decisions(_ suggestions: Suggestions) -> [(code: String, label: String)] {
        let scale = suggestions.decision.flatMap(tool.item).flatMap(tool.scale)
        return scale.map { $0.options.map { ($0.code, $0.label) } } ?? suggestions.steps.map { ($0.code, $0.title) }
    }

    private static func agreement(
        _ row: Int,
        _ column: Int,
        _ steps: [Suggestions.Step],
        _ decided: [(code: String, label: String)]
    ) -> Int {
        guard column < decided.count else { return 4 }
        guard row < steps.count, let place = steps.firstIndex(where: { $0.code == decided[column].code }) else {
            return 3
        }
        return place == row ? 0 : place < row ? 1 : 2
    }

    // MARK: Forms of neglect, alerts, gaps

    private mutating func addForms() {
        let forms = tool.scores.filter { $0.level == .form }
        guard !forms.isEmpty else { return }
        let labels = forms.first?.bands.map(\.label) ?? []
        let sharesBands = !labels.isEmpty && forms.allSatisfy { $0.bands.map(\.label) == labels }
        var rows: [ReportDraft.Row] = []
        for form in forms {
            let results = answers.map { $0.result.score(form.id) }
            let concern = results.count { $0.map(Self.isConcern) ?? false }
            let scored = results.count { $0?.value != nil }
            let split = draft.tally.parts([scored, answers.count - scored], of: draft.total)
            let (whole, none) = (split[0], split[1])
            let cell: CountID
            var bands: [CountID] = []
            if sharesBands {
                bands = draft.tally.parts(
                    form.bands.map { band in results.count { $0?.band == band } },
                    of: whole
                )
                let worse = zip(form.bands, bands).filter { $0.0 != form.bestBand }.map(\.1)
                cell = draft.tally.sum(of: worse)
            } else {
                cell = draft.tally.count(concern, within: whole)
            }
            formsValued.append((form, whole))
            rows.append(
                ReportDraft.Row(
                    label: form.title,
                    cells: [.share(cell, of: whole)] + bands.map(ReportDraft.Cell.count) + [.count(none)]
                )
            )
        }
        draft.tables.append(
            ReportDraft.Table(
                id: "forms",
                caption: "Forms of neglect",
                notes: [
                    "A concern is any value but those of the best band; without bands, any value above 0. "
                        + "Screens without a value for the form, because the answer is not known or missing, are not among "
                        + "those of which the share is taken."
                ],
                rowHeading: "Form",
                columns: ["Concern"] + (sharesBands ? labels : []) + ["No value"],
                rows: rows
            )
        )
    }

    private static func isConcern(_ result: ScoreResult) -> Bool {
        guard let value = result.value else { return false }
        guard let best = result.score.bestBand else { return value > 0 }
        return result.band != best
    }

    private mutating func addAlerts() {
        guard !tool.alerts.isEmpty else { return }
        let any = draft.tally.count(answers.count { !$0.result.alerts.isEmpty }, within: draft.total)
        var rows = [ReportDraft.Row(label: "At least one alert", cells: [.share(any, of: draft.total)], isTotal: true)]
        var each: [CountID] = []
        for alert in tool.alerts {
            let count = draft.tally.count(
                answers.count { $0.result.alerts.contains { $0.id == alert.id } },
                within: draft.total
            )
            draft.tally.slack(above: [count], upTo: any)
            each.append(count)
            rows.append(ReportDraft.Row(label: alert.title, cells: [.share(count, of: draft.total)]))
        }
        draft.tally.overlap(of: each, covering: any)
        draft.tables.append(
            ReportDraft.Table(
                id: "alerts",
                caption: "Alerts that were raised",
                notes: ["A screen may raise several."],
                rowHeading: "Alert",
                columns: [draft.noun],
                rows: rows
            )
        )
    }

    private mutating func addNotKnown() {
        let items = tool.sections.flatMap(\.itemsAskedOnce).filter { item in
            tool.scale(of: item)?.options.contains { $0.kind == .notKnown } ?? false
        }
        guard !items.isEmpty else { return }
        let standings: [ReportedAnswers.Standing] = [.notKnown, .blank, .answered, .notApplicable, .notAsked]
        let rows = items.map { item in
            let found = answers.map { $0.standing(of: item) }
            let parts = draft.tally.parts(
                standings.map { standing in found.count { $0 == standing } },
                of: draft.total
            )
            for (form, count) in formsValued where isValued(form, by: item) {
                draft.tally.state(count, isSumOf: [parts[2]])
            }
            return ReportDraft.Row(
                label: item.text,
                cells: [.share(parts[0], of: draft.total)] + parts.dropFirst().map(ReportDraft.Cell.count)
            )
        }
        draft.tables.append(
            ReportDraft.Table(
                id: "not-known",
                caption: "What is not known",
                notes: ["The items that are most often not known come first."],
                rowHeading: "Item",
                columns: ["Not known", "No answer", "Answered", "Does not apply", "Not asked"],
                rows: rows,
                isRanked: true
            )
        )
    }

    /// Whether a form has a value in the very screens in which an item is answered: then one count tells the other.
    private func isValued(_ form: Score, by item: Item) -> Bool {
        form.itemsCounted == [item.id]
            && answers.allSatisfy { answers in
                (answers.result.score(form.id)?.value != nil) == (answers.standing(of: item) == .answered)
            }
    }

    // MARK: What followed

    private mutating func addFollowed(_ suggestions: Suggestions) {
        if let item = suggestions.followed.flatMap(tool.item), let scale = tool.scale(of: item) {
            let codes = answers.map { $0.codes(of: item.id).first }
            let groups = scale.options.map { option in (option.label, codes.count { $0 == option.code }) }
            draft.addBreakdown(
                "followed",
                "What followed",
                by: "What followed",
                groups.map { ($0.0, $0.1) } + [("Not recorded", codes.count { $0 == nil })]
            )
        }
        guard let item = suggestions.followedOn else { return }
        addWaits(
            "followed-within",
            "How soon something followed",
            answers.map { ($0.completed, $0.day(of: item)) },
            notes: ["From the day of the screen to the day on which something followed."]
        )
    }

    @discardableResult
    private mutating func addWaits(
        _ id: String,
        _ caption: String,
        _ days: [(CalendarDay?, CalendarDay?)],
        of whole: CountID? = nil,
        notes: [String]
    ) -> (measured: CountID, notRecorded: CountID) {
        let waits = days.map { Wait(from: $0.0, to: $0.1) }
        let whole = whole ?? draft.total
        let parts = draft.addBreakdown(
            id,
            caption,
            by: "How soon",
            Wait.allCases.map { wait in (wait.label, waits.count { $0 == wait }) },
            of: whole,
            notes: notes
        )
        let lengths = days.compactMap { first, second -> Int? in
            guard let first, let second, second >= first else { return nil }
            return second.number - first.number
        }.sorted()
        let measured = draft.tally.sum(of: zip(Wait.allCases, parts).filter { $0.0.isMeasured }.map(\.1))
        let enough = options.showsSmallCounts ? 1 : SizeClass.smallCounts.upperBound + 1
        let median =
            lengths.count >= enough
            ? ReportDraft.Cell.wordsBeside(measured, Self.median(lengths)) : .words("Too few for a median")
        draft.tables[draft.tables.count - 1].rows += [
            ReportDraft.Row(label: "With a number of days", cells: [.share(measured, of: whole)], isTotal: true),
            ReportDraft.Row(label: "Median of these", cells: [median], isTotal: true),
        ]
        return (measured, parts[Wait.allCases.count - 1])
    }

    private static func median(_ sorted: [Int]) -> String {
        let sum = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        let days = sum % 2 == 0 ? "\(sum / 2)" : "\(sum / 2).5"
        return days == "1" ? "1 day" : "\(days) days"
    }

    private mutating func addNextTool() {
        let others = Dictionary(grouping: all.filter { $0.tool.id != tool.id }) { $0.child }
        let next = answers.map { screen -> ReportedAnswers? in
            guard let child = screen.child, let day = screen.completed else { return nil }
            return (others[child] ?? []).filter { ($0.completed ?? day.adding(days: -1)) >= day }.min { first, second in
                (first.completed?.number ?? 0, first.tool.id) < (second.completed?.number ?? 0, second.tool.id)
            }
        }
        let undated = answers.count { $0.child != nil && $0.completed == nil }
        let unpaired = draft.tally.value(unnamed) + undated
        let titles = Dictionary(
            next.compactMap { $0.map { ($0.tool.id, $0.tool.title) } },
            uniquingKeysWith: { min($0, $1) }
        )
        let groups = titles.sorted { $0.key < $1.key }.map { id, title in (title, next.count { $0?.tool.id == id }) }
        let without = next.count { $0 == nil } - unpaired
        let parts = draft.addBreakdown(
            "next-tool",
            "The next tool that was used with the same child",
            by: "Tool",
            groups.map { ($0.0, $0.1) } + [
                ("None among the files that were given", without),
                ("Cannot be told: name, date of birth or day is missing", unpaired),
            ],
            notes: [
                "The earliest answers to another tool on the day of the screen or later. A child is the same where name, "
                    + "label or number and the date of birth are the same, whatever the capitals. They are used to pair "
                    + "answers and stand nowhere in this report."
            ]
        )
        draft.tally.state(parts[groups.count + 1], isSumOf: [unnamed, draft.tally.rest(undated)])
        guard !titles.isEmpty else { return }
        let waits = addWaits(
            "next-tool-within",
            "How soon the next tool was used",
            zip(answers, next).map { ($0.completed, $1?.completed) },
            notes: ["From the day of the screen to the day of the next tool."]
        )
        draft.tally.state(waits.measured, isSumOf: Array(parts[..<groups.count]))
        draft.tally.state(waits.notRecorded, isSumOf: Array(parts[groups.count...]))
    }

    // MARK: Children and repeats

    private mutating func addRepeats() {
        let byChild = Dictionary(grouping: answers.filter { $0.child != nil }) { $0.child }
        let groups = byChild.values
        let once = groups.count { $0.count == 1 }
        let repeated = groups.filter { $0.count > 1 }
        let counts = draft.addChildren(
            once: once,
            repeated: repeated.count,
            unnamed: unnamed
        )
        guard !repeated.isEmpty else { return }
        let pairs = repeated.compactMap(Self.firstAndLast)
        let directions = pairs.map { Direction(of: tool, from: $0.earlier, to: $0.later) }
        let none = repeated.count - pairs.count
        let unmoved = directions.count { $0 == .notComparable }
        let labels: [(label: String, count: Int)] = Direction.allCases.map { direction in
            (
                direction.label,
                directions.count { $0 == direction } + (direction == .notComparable ? none : 0)
            )
        }
        let parts = draft.addBreakdown(
            "repeats",
            "First and latest screen of the same child",
            by: "Change",
            labels,
            of: counts,
            column: "Children",
            totalLabel: "Children screened more than once",
            notes: [
                "Answer by answer, never by a total. Better: at least one answer is better and none is worse. Worse: the "
                    + "other way round. Mixed: some are better and some are worse. Same: none moved. Not comparable: no answer "
                    + "has a value both times, or it cannot be told which screen is the first or the latest."
            ]
        )
        let compared = draft.tally.count(pairs.count, within: counts)
        draft.tally.state(compared, isSumOf: Array(parts.dropLast()) + [draft.tally.rest(unmoved)])
        draft.addMovements(
            "repeat-items",
            "Which answers moved between the first and the latest screen",
            of: tool,
            pairs,
            together: compared,
            notes: ["Children with a first and a latest screen."]
        )
    }

    /// The earliest and the latest; `nil` where a day is missing, or two lie on the same first or last day.
    private static func firstAndLast(
        _ answers: [ReportedAnswers]
    ) -> (earlier: ReportedAnswers, later: ReportedAnswers)? {
        let dated = answers.compactMap { answers in answers.completed.map { (day: $0, answers: answers) } }
            .sorted { $0.day < $1.day }
        guard dated.count == answers.count, dated.count > 1, let first = dated.first, let last = dated.last,
            dated[1].day > first.day, dated[dated.count - 2].day < last.day
        else { return nil }
        return (first.answers, last.answers)
    }

    /// How the answers about a child moved together.
    private enum Direction: CaseIterable {
        case better, same, worse, mixed, notComparable

        var label: String {
            switch self {
            case .better: "Better"
            case .same: "Same"
            case .worse: "Worse"
            case .mixed: "Mixed"
            case .notComparable: "Not comparable"
            }
        }

        init(of tool: Tool, from earlier: ReportedAnswers, to later: ReportedAnswers) {
            let movements = Set(ItemMovement.items(of: tool).map { ItemMovement($0, from: earlier, to: later) })
            self =
                switch (movements.contains(.better), movements.contains(.worse)) {
                case (true, true): .mixed
                case (true, false): .better
                case (false, true): .worse
                case (false, false): movements.contains(.same) ? .same : .notComparable
                }
        }
    }
}

extension Score {
    /// The band at the better end; `nil` where there are no bands, or neither end is better.
    var bestBand: Band? {
        switch polarity {
        case .higherIsWorse: bands.min { $0.from < $1.from }
        case .higherIsBetter: bands.max { $0.from < $1.from }
        case .none: nil
        }
    }

    /// The items that it counts itself.
    var itemsCounted: [ItemID] {
        inputs.compactMap { input in
            if case .item(let id) = input.reference, !input.weight.isZero { id } else { nil }
        }
    }
}

extension ReportDraft {
    /// Adds how many children were screened once and more than once; returns the count of the latter.
    ///
    /// Whoever knows how many screens there are could work out how many children had several; so that sum is written
    /// down too: each of these children has two screens at least.
    mutating func addChildren(once: Int, repeated: Int, unnamed: CountID) -> CountID {
        let parts = [once, repeated].map { tally.count($0) }
        let children = tally.sum(of: parts)
        let severalTimes = tally.unseen(tally.value(total) - once - tally.value(unnamed))
        tally.state(total, isSumOf: [parts[0], unnamed, severalTimes])
        tally.slack(above: [parts[1], parts[1]], upTo: severalTimes)
        tables.append(
            Table(
                id: "children",
                caption: "Children",
                notes: ["Children whose name, label or number and date of birth are given."],
                rowHeading: "Children",
                columns: ["Count"],
                rows: [
                    Row(label: "Screened once", cells: [.share(parts[0], of: children)]),
                    Row(label: "Screened more than once", cells: [.share(parts[1], of: children)]),
                    Row(label: "Children together", cells: [.count(children)], isTotal: true),
                    Row(label: "Screens without name or date of birth", cells: [.share(unnamed, of: total)]),
                ]
            )
        )
        return parts[1]
    }

    /// Adds the tables of when and by whom a tool is used.
    mutating func addUse(_ answers: [ReportedAnswers], fields: [AboutField.Name], of tool: Tool) {
        addBreakdown(
            "month",
            "\(noun) by month of completion",
            by: "Month",
            CalendarMonth.groups(answers)
        )
        for name in fields {
            guard let field = tool.about.first(where: { $0.name == name }) else { continue }
            addBreakdown(
                name.rawValue,
                "\(noun) by \(name.reportWords)",
                by: name.reportWords.capitalisedFirst,
                AnswerGroups(answers, by: field).counts
            )
        }
    }
}

extension AboutField.Name {
    /// What a table calls the field.
    var reportWords: String {
        switch self {
        case .agency: "agency"
        case .setting: "level of help"
        case .respondent: "role"
        case .wave: "round"
        default: rawValue
        }
    }
}

extension ReportPart {
    /// A part of which nothing is shown, and why.
    init(withholding kind: ReportKind, of tool: Tool, _ reason: String) {
        self.init(
            tool: tool.id,
            version: tool.version,
            title: tool.title,
            total: .hidden,
            notes: ["\(reason): nothing more is shown. For use inside the agency, --show-small shows it."],
            tables: [],
            words: []
        )
    }

    init(_ draft: ReportDraft, of tool: Tool, _ answers: [ReportedAnswers], _ options: Report.Options) {
        let (total, tables) = draft.shownTables(options)
        let months = answers.compactMap { $0.completed.map(CalendarMonth.init) }
        self.init(
            tool: tool.id,
            version: tool.version,
            title: tool.title,
            total: total,
            from: months.min(),
            to: months.max(),
            notes: [],
            tables: tables,
            words: []
        )
    }
}

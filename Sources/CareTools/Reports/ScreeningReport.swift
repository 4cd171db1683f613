import CaseDates

/// How a tool that suggests next steps is used, and what followed.
struct ScreeningReport {
    private let answers: [ReportedAnswers]
    private let tool: Tool
    private let all: [ReportedAnswers]
    private let options: Report.Options
    private var draft: ReportDraft
    /// How many screens have a value for each form of neglect, and how many lie in each of its bands.
    private var forms: [(form: Score, valued: CountID, bands: [CountID])] = []
    /// How many screens suggest each step, by what was decided.
    private var suggested: [(code: String, counts: [CountID])] = []
    /// How many screens have no answer to an item that must be answered.
    private var blanks: [(item: ItemID, count: CountID)] = []

    init(_ answers: [ReportedAnswers], to tool: Tool, among all: [ReportedAnswers], _ options: Report.Options) {
        self.answers = answers
        self.tool = tool
        self.all = all
        self.options = options
        draft = ReportDraft(.screening, total: answers.count)
    }

    /// The part of the report; it may be asked once.
    var part: ReportPart {
        var making = self
        making.addTables()
        return ReportPart(making.draft, of: tool, answers, options)
    }

    private mutating func addTables() {
        draft.addUse(answers, fields: [.agency, .setting, .respondent], of: tool, options)
        let byChild = Dictionary(grouping: answers.filter { $0.child != nil }) { $0.child }.values
        let repeated = byChild.filter { $0.count > 1 }
        let (unnamed, several) = draft.addChildren(
            once: byChild.count { $0.count == 1 },
            repeated: repeated.count,
            unnamed: answers.count { $0.child == nil }
        )
        if let suggestions = tool.suggestions {
            addDecisions(suggestions)
            addForms()
            addAlerts()
            addNotKnown()
            addFollowed(suggestions)
        }
        addCompleteness()
        addNextTool(unnamed)
        if !repeated.isEmpty { draft.addRepeats(Array(repeated), of: several, to: tool) }
    }

    // MARK: How far

    private mutating func addCompleteness() {
        let complete = answers.count { $0.result.isComplete }
        draft.tally.beginDetail()
        let parts = draft.addBreakdown(
            "complete",
            "Complete or not",
            by: "State",
            [("Complete", complete), ("Not complete", answers.count - complete)],
            notes: ["Complete: everything that must be answered is, with the evidence that is asked for."]
        )
        for blank in blanks { draft.tally.slack(above: [blank.count], upTo: parts[1]) }
        let needed = Set(tool.scores.flatMap(\.itemsCounted)).union(tool.items.filter(\.isRequired).map(\.id))
        let shares = answers.map { answers in
            let asked = answers.result.shown.count { needed.contains($0.item) }
            return AnsweredShare(asked - answers.result.unanswered.count, of: asked)
        }
        draft.tally.beginDetail()
        let given = draft.addBreakdown(
            "answered",
            "How many of the needed answers are given",
            by: "Share",
            AnsweredShare.allCases.map { share in (share.label, shares.count { $0 == share }) },
            notes: ["Needed: what must be answered, and what a score counts. “Not known” is an answer here."]
        )
        let open = answers.filter { !$0.result.isComplete }
        guard !open.isEmpty else { return }
        let counts = tool.sections.map { section in
            open.count { answers in
                guard let first = answers.result.requiredUnanswered.first else { return false }
                return section.allItems.contains { $0.id == first.item }
            }
        }
        let elsewhere = open.count - counts.reduce(0, +)
        draft.tally.beginDetail()
        let stopped = draft.addBreakdown(
            "stopped",
            "Where those that are not complete have their first gap",
            by: "Part",
            zip(tool.sections.map(\.title), counts).map { ($0, $1) } + [
                ("Only evidence, or what stands above the questions, is missing", elsewhere)
            ],
            of: parts[1],
            totalLabel: "Not complete"
        )
        relateGaps(zip(tool.sections, stopped).map { ($0, $1) }, whereAllIsGiven: given[0])
    }

    /// Says that whoever has no answer to an item that must be answered has a gap, and the first in one of the sections.
    private mutating func relateGaps(_ gaps: [(section: Section, count: CountID)], whereAllIsGiven given: CountID) {
        let all = draft.tally.unseen(of: gaps.map(\.count))
        draft.tally.slack(above: [given, all], upTo: draft.total)
        for blank in blanks { draft.tally.slack(above: [blank.count], upTo: all) }
        for (section, count) in gaps {
            let counts = section.allItems.filter(\.isRequired).map { item in blanks.first { $0.item == item.id }?.count
            }
            let known = counts.compactMap(\.self)
            guard !known.isEmpty, known.count == counts.count else { continue }
            draft.tally.overlap(of: known, covering: count)
        }
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
        var kinds = Self.agreements.map { _ in [(row: Int, column: Int)]() }
        for row in rows.indices {
            for column in columns.indices { kinds[Self.agreement(row, column, steps, decided)].append((row, column)) }
        }
        draft.tally.beginDetail()
        let agreed = draft.addBreakdown(
            "agreement",
            "Decisions against suggestions",
            by: "Decision",
            zip(Self.agreements, kinds).map { label, places in
                (label, places.reduce(0) { $0 + values[$1.row][$1.column] })
            },
            notes: ["The steps are taken in the order of the tool, the one that goes furthest first."]
        )
        if let decision = suggestions.decision.flatMap(tool.item), decision.isRequired,
            answers.allSatisfy({ ($0.result.decision == nil) == isGap($0, decision) })
        {
            blanks.append((decision.id, agreed[4]))
        }
        draft.tally.beginDetail()
        let cells = draft.addMatrix(
            "decisions",
            "Suggested step against the worker's own decision",
            by: "Suggested",
            rows: rows,
            columns: columns.map { "Decided: \($0)" },
            values
        )
        suggested = zip(steps, cells).map { ($0.code, $1) }
        for (count, places) in zip(agreed, kinds) {
            draft.tally.state(count, isSumOf: places.map { cells[$0.row][$0.column] })
        }
    }

    /// Whether the lack of an answer to an item keeps a screen from being complete.
    private func isGap(_ answers: ReportedAnswers, _ item: Item) -> Bool {
        answers.result.requiredUnanswered.contains { $0.item == item.id }
    }

    private static let agreements = [
        "As suggested", "Further than suggested", "Less far than suggested",
        "Not comparable: no step suggested, or a decision that is none of the steps", "No decision recorded",
    ]

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
        draft.tally.beginDetail()
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
            self.forms.append((form, whole, bands))
            rows.append(
                ReportDraft.Row(
                    label: form.title,
                    cells: [.share(cell, of: whole)] + bands.map(ReportDraft.Cell.count) + [.count(none)]
                )
            )
        }
        draft.add(
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
        draft.tally.beginDetail()
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
            if let band = band(of: alert) { draft.tally.state(band, isSumOf: [count]) }
            rows.append(ReportDraft.Row(label: alert.title, cells: [.share(count, of: draft.total)]))
        }
        draft.tally.overlap(of: each, covering: any)
        for step in suggested
        where answers.allSatisfy({ $0.result.alerts.isEmpty || $0.result.suggestion?.code == step.code }) {
            // Where an alert suggests a step, so many screens suggest it at least; mostly nothing else does.
            let rest = draft.tally.slack(above: [any], upTo: draft.tally.unseen(of: step.counts))
            if draft.tally.value(rest) == 0 { draft.tally.state(any, isSumOf: step.counts) }
        }
        draft.add(
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

    /// The count of the band of a form in which just the screens lie that raise an alert; `nil` for none.
    private func band(of alert: Alert) -> CountID? {
        guard case .isAnswered(let item, _) = alert.condition else { return nil }
        return forms.lazy.filter { $0.form.itemsCounted == [item] }.flatMap { zip($0.form.bands, $0.bands) }
            .first { band, _ in
                answers.allSatisfy { answers in
                    let inBand = answers.result.scores.contains { $0.band == band && $0.score.itemsCounted == [item] }
                    return inBand == answers.result.alerts.contains { $0.id == alert.id }
                }
            }?.1
    }

    private mutating func addNotKnown() {
        let items = tool.sections.flatMap(\.itemsAskedOnce).filter { item in
            tool.scale(of: item)?.options.contains { $0.kind == .notKnown } ?? false
        }
        guard !items.isEmpty else { return }
        let standings: [ReportedAnswers.Standing] = [.notKnown, .blank, .answered, .notApplicable, .notAsked]
        draft.tally.beginDetail()
        let rows = items.map { item in
            let found = answers.map { $0.standing(of: item) }
            let parts = draft.tally.parts(
                standings.map { standing in found.count { $0 == standing } },
                of: draft.total
            )
            for form in forms where isValued(form.form, by: item) {
                draft.tally.state(form.valued, isSumOf: [parts[2]])
            }
            if item.isRequired, answers.allSatisfy({ ($0.standing(of: item) == .blank) == isGap($0, item) }) {
                blanks.append((item.id, parts[1]))
            }
            return ReportDraft.Row(
                label: item.text,
                cells: [.share(parts[0], of: draft.total)] + parts.dropFirst().map(ReportDraft.Cell.count)
            )
        }
        draft.add(
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
        var codes: [String?] = answers.map { _ in nil }
        var steps: [(code: String?, count: CountID)] = []
        if let item = suggestions.followed.flatMap(tool.item), let scale = tool.scale(of: item) {
            codes = answers.map { $0.codes(of: item.id).first }
            draft.tally.beginDetail()
            let counts = draft.addBreakdown(
                "followed",
                "What followed",
                by: "What followed",
                scale.options.map { option in (option.label, codes.count { $0 == option.code }) }
                    + [("Not recorded", codes.count { $0 == nil })]
            )
            steps = zip(scale.options.map(\.code) + [nil], counts).map { ($0, $1) }
        }
        guard let item = suggestions.followedOn.flatMap(tool.item) else { return }
        // A step may have a day where the day is asked for: not where nothing followed yet.
        let days = answers.map { $0.day(of: item.id) }
        let mayHaveDay = answers.indices.map { place in
            days[place] != nil || (codes[place] != nil && answers[place].standing(of: item) != .notAsked)
        }
        draft.tally.beginDetail()
        let whole = draft.tally.count(mayHaveDay.count { $0 }, within: draft.total)
        if !steps.isEmpty { relate(whole, to: steps, codes, mayHaveDay) }
        draft.addWaits(
            "followed-within",
            "How soon something followed",
            answers.indices.filter { mayHaveDay[$0] }.map { (answers[$0].completed, days[$0]) },
            of: whole,
            totalLabel: "\(draft.noun) after which something followed",
            notes: ["From the day of the screen to the day on which something followed."],
            options
        )
    }

    /// Says that what may have a day is the sum of the steps that may.
    private mutating func relate(
        _ whole: CountID,
        to steps: [(code: String?, count: CountID)],
        _ codes: [String?],
        _ mayHaveDay: [Bool]
    ) {
        var parts: [CountID] = []
        for step in steps {
            let places = codes.indices.filter { codes[$0] == step.code }
            let with = places.count { mayHaveDay[$0] }
            if with == places.count {
                parts.append(step.count)
            } else if with > 0 {
                let split = [with, places.count - with].map { draft.tally.rest($0) }
                draft.tally.state(step.count, isSumOf: split)
                parts.append(split[0])
            }
        }
        draft.tally.state(whole, isSumOf: parts)
    }

    private mutating func addNextTool(_ unnamed: CountID) {
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
        draft.tally.beginDetail()
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
        // Where every day is known, as the table of months says, nobody is without one.
        let isDated = answers.allSatisfy { $0.completed != nil }
        draft.tally.state(parts[groups.count + 1], isSumOf: [unnamed] + (isDated ? [] : [draft.tally.rest(undated)]))
        guard !titles.isEmpty else { return }
        draft.tally.beginDetail()
        let used = draft.tally.sum(of: Array(parts[..<groups.count]))
        draft.addWaits(
            "next-tool-within",
            "How soon the next tool was used",
            zip(answers, next).compactMap { screen, next in next.map { (screen.completed, $0.completed) } },
            of: used,
            totalLabel: "\(draft.noun) after which another tool was used",
            notes: ["From the day of the screen to the day of the next tool."],
            options
        )
    }
}

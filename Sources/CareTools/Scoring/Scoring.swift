/// Works out what answers to a tool come to.
///
/// The definition has no loops, which its reader sees to; so each question looks only at what is settled before it.
struct Scoring {
    private let tool: Tool
    private let response: Response
    private let layout: ToolLayout
    private let ageInMonths: Int?
    private var visibility: [AnswerKey: Bool] = [:]
    private var results: [ScoreID: ScoreResult] = [:]

    init(_ response: Response, to tool: Tool, _ layout: ToolLayout) {
        self.tool = tool
        self.response = response
        self.layout = layout
        ageInMonths = response.ageInMonths
    }

    /// What the answers come to.
    mutating func result() -> Result {
        let keys = layout.items.flatMap { layout.keys(of: $0, in: response) }
        let shown = keys.filter { isShown($0) }
        let scores = tool.scores.map { score($0) }
        let alerts = tool.alerts.filter { truth($0.condition, in: nil) == .yes }
        let suggestion = tool.suggestions?.steps.first { truth($0.condition, in: nil) == .yes }
        let needed = Set(
            tool.scores.flatMap { score in
                score.inputs.compactMap { input -> ItemID? in
                    if case .item(let id) = input.reference, !input.weight.isZero { id } else { nil }
                }
            }
        )
        let empty = shown.filter { response.answers[$0] == nil }
        return Result(
            tool: tool,
            response: response,
            scores: scores,
            alerts: alerts,
            suggestion: suggestion,
            unanswered: empty.filter { key in
                needed.contains(key.item) || layout.item(key.item)?.isRequired ?? false
            },
            requiredUnanswered: empty.filter { layout.item($0.item)?.isRequired ?? false },
            notKnown: shown.filter { optionKinds(at: $0).contains(.notKnown) },
            hidden: keys.filter { response.answers[$0] != nil && !shown.contains($0) },
            evidenceMissing: shown.filter { needsEvidence($0) && response.evidence[$0] == nil },
            contradicting: shown.filter { options(at: $0).count > 1 && options(at: $0).contains(where: \.standsAlone) },
            aboutMissing: tool.about.filter { $0.isRequired && response.about[$0.name] == nil }.map(\.name),
            shown: shown
        )
    }

    // MARK: Answers

    /// The chosen options.
    private func options(at key: AnswerKey) -> [Scale.Option] {
        guard case .codes(let codes)? = response.answers[key], let item = layout.item(key.item),
            let scale = tool.scale(of: item)
        else { return [] }
        return codes.compactMap(scale.option)
    }

    private func optionKinds(at key: AnswerKey) -> [Scale.Option.Kind] { options(at: key).map(\.kind) }

    private func needsEvidence(_ key: AnswerKey) -> Bool {
        layout.item(key.item)?.takesEvidence ?? false && options(at: key).contains(where: \.needsEvidence)
    }

    /// The value of an answer; `nil` where it has none.
    private func value(at key: AnswerKey) -> ExactNumber? {
        switch response.answers[key] {
        case .number(let number)?: number
        case .codes?: options(at: key).first?.value
        case .text?, .day?, .item?, nil: nil
        }
    }

    // MARK: What is shown

    private mutating func isShown(_ key: AnswerKey) -> Bool {
        if let known = visibility[key] { return known }
        guard let item = layout.item(key.item) else { return false }
        var conditions = layout.conditions(of: key.item)
        if let ages = item.ages { conditions.append(.age(ages)) }
        if let condition = item.condition { conditions.append(condition) }
        let isShown = conditions.allSatisfy { truth($0, in: key) == .yes }
        visibility[key] = isShown
        return isShown
    }

    private mutating func truth(_ condition: Condition, in key: AnswerKey?) -> Truth {
        switch condition {
        case .all(let conditions): return .all(conditions.map { truth($0, in: key) })
        case .any(let conditions): return .any(conditions.map { truth($0, in: key) })
        case .not(let condition): return !truth(condition, in: key)
        case .answered(let item):
            return .any(shownKeys(of: item, seenFrom: key).map { Truth(isAnswered($0)) })
        case .isAnswered(let item, let code):
            let truths = shownKeys(of: item, seenFrom: key).map { key -> Truth in
                guard case .codes(let codes)? = response.answers[key] else { return .open }
                if codes.contains(code) { return .yes }
                return optionKinds(at: key).contains(.notKnown) ? .open : .no
            }
            return truths.isEmpty ? .open : .any(truths)
        case .atLeast(.item(let item), let least):
            let truths = shownKeys(of: item, seenFrom: key).map { key in Truth(value(at: key).map { $0 >= least }) }
            return truths.isEmpty ? .open : .any(truths)
        case .atLeast(.score(let id), let least):
            guard let definition = tool.score(id) else { return .open }
            return Truth(score(definition).value.map { $0 >= least })
        case .age(let band): return Truth(band.holds(ageInMonths))
        }
    }

    // MARK: What a suggestion rests on

    /// What makes a condition hold, or with `isDenied` what makes it not hold.
    private mutating func grounds(of condition: Condition, isDenied: Bool = false) -> [Ground] {
        switch condition {
        case .all, .any:
            return branches(of: condition, isDenied: isDenied).flatMap { grounds(of: $0, isDenied: isDenied) }
        case .not(let condition): return grounds(of: condition, isDenied: !isDenied)
        case .answered(let item):
            return shownKeys(of: item, seenFrom: nil).filter { isDenied || isAnswered($0) }.map {
                .answer($0, code: nil)
            }
        case .isAnswered(let item, let code):
            return shownKeys(of: item, seenFrom: nil).compactMap { key in
                if isDenied { return .answer(key, code: nil) }
                return options(at: key).contains { $0.code == code } ? .answer(key, code: code) : nil
            }
        case .atLeast(.item(let item), let least):
            return shownKeys(of: item, seenFrom: nil)
                .filter { key in isDenied || value(at: key).map { $0 >= least } ?? false }
                .map { .answer($0, code: nil) }
        case .atLeast(.score(let id), _): return [.score(id)]
        case .age: return [.age]
        }
    }

    /// The parts of a condition that are as wanted; the condition itself where it has no parts.
    private mutating func branches(of condition: Condition, isDenied: Bool) -> [Condition] {
        switch condition {
        case .all(let parts), .any(let parts): parts.filter { truth($0, in: nil) == (isDenied ? .no : .yes) }
        case .not, .answered, .isAnswered, .atLeast, .age: [condition]
        }
    }

    /// What makes a condition hold: a list for each of the ways in which it does.
    mutating func waysThatHold(_ condition: Condition) -> [[Ground]] {
        let ways: [Condition] =
            if case .any = condition { branches(of: condition, isDenied: false) } else { [condition] }
        var found: [[Ground]] = []
        for way in ways {
            var seen: Set<Ground> = []
            let grounds = grounds(of: way).filter { seen.insert($0).inserted }
            if !grounds.isEmpty, !found.contains(grounds) { found.append(grounds) }
        }
        return found
    }

    private func isAnswered(_ key: AnswerKey) -> Bool {
        response.answers[key] != nil && !optionKinds(at: key).contains(.notKnown)
    }

    /// The answers to an item that are shown: that of the same instance where the item stands in the same section.
    private mutating func shownKeys(of item: ItemID, seenFrom key: AnswerKey?) -> [AnswerKey] {
        var keys = layout.keys(of: item, in: response)
        if let key, let section = layout.repeatedSection(of: item), section == layout.repeatedSection(of: key.item) {
            keys = keys.filter { $0.instance == key.instance }
        }
        return keys.filter { isShown($0) }
    }

    // MARK: Scores

    private mutating func score(_ definition: Score) -> ScoreResult {
        if let known = results[definition.id] { return known }
        let made = ScoreInputs(definition.inputs.flatMap { inputs($0, of: definition) })
        var result = made.result(of: definition)
        if definition.isOverridable, let override = response.overrides[definition.id] {
            result.override = override
            result.value = override.value
            result.reason = nil
        }
        result.band = result.value.flatMap(definition.band)
        results[definition.id] = result
        return result
    }

    private mutating func inputs(_ input: Score.Input, of score: Score) -> [ScoreInputs.Input] {
        // What is asked and not counted is counted nowhere.
        if input.weight.isZero { return [] }
        switch input.reference {
        case .item(let id): return itemInputs(id, input, of: score)
        case .score(let id):
            guard let definition = tool.score(id) else { return [] }
            let result = self.score(definition)
            guard result.applicable > 0 || result.value != nil else { return [] }
            return [
                ScoreInputs.Input(
                    value: result.value,
                    weight: input.weight,
                    range: nil,
                    counts: score.method.counted(result.value),
                    answered: result.answered,
                    applicable: result.applicable,
                    decidedBy: result.decidedBy,
                    decidingAnswers: result.override == nil ? result.decidingAnswers : [],
                    decidingOverrides: result.override == nil ? result.decidingOverrides : [id],
                    steps: layout.steps(below: definition, in: tool)
                )
            ]
        }
    }

    private mutating func itemInputs(_ id: ItemID, _ input: Score.Input, of score: Score) -> [ScoreInputs.Input] {
        guard let item = layout.item(id) else { return [] }
        let range = ValueRange(item, in: tool)
        return layout.keys(of: id, in: response).filter { isShown($0) }.compactMap { key in
            let chosen = options(at: key)
            let answers = chosen.filter { $0.kind == .answer }
            // What does not apply, and what has no value to count, is left out before anything is counted.
            if answers.isEmpty, chosen.contains(where: { $0.kind == .notApplicable }) { return nil }
            let isCounted = if case .countOfCodes = score.method { !answers.isEmpty } else { false }
            let values = answers.compactMap(\.value)
            if !answers.isEmpty, values.isEmpty, !isCounted { return nil }
            let hasSeveral = item.kind == .choices
            var value = hasSeveral ? Self.value(of: values, by: score.method) : value(at: key)
            if isCounted { value = value ?? 0 }
            if input.isReversed, let known = value, let range { value = range.lowest + range.highest - known }
            let counted =
                isCounted || hasSeveral
                ? answers.count { score.method.counts($0) } : score.method.counted(value)
            return ScoreInputs.Input(
                value: value,
                weight: input.weight,
                range: range,
                counts: counted,
                answered: value == nil ? 0 : 1,
                applicable: 1,
                decidedBy: [key],
                decidingAnswers: [key],
                decidingOverrides: [],
                steps: layout.steps(of: item, reversed: input.isReversed, in: tool)
            )
        }
    }

    /// What several answers to one item come to.
    private static func value(of values: [ExactNumber], by method: ScoreMethod) -> ExactNumber? {
        switch method {
        case .lowest: values.min()
        case .sum: values.isEmpty ? nil : values.reduce(0, +)
        case .highest, .countAtLeast, .countOfCodes, .mean, .modeWithCeiling, .weightedSum, .proratedSum,
            .shareOfMaximum, .shareOfRange, .spread:
            values.max()
        }
    }
}

extension Tool {
    /// Returns what answers to this tool come to.
    ///
    /// The answers must be held against this very definition before; what does not fit it counts as not answered.
    public func result(of response: Response) -> Result {
        var scoring = Scoring(response, to: self, ToolLayout(self))
        return scoring.result()
    }
}

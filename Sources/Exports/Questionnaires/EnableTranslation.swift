import CareTools

/// Turns single conditions into tests, and remembers whether any could not be asked.
struct EnableTranslation {
    let tool: Tool
    /// Whether everything could be asked so far.
    private(set) var isExact = true

    /// The question for the age, which a form cannot count by itself.
    static let ageQuestion = AboutField.ageInMonths.text

    init(tool: Tool) {
        self.tool = tool
    }

    /// What stands for a condition that a form cannot ask.
    mutating func notAsked() -> Enabling {
        isExact = false
        return .always
    }

    // MARK: Answers

    /// Whether an item is to be answered or not.
    ///
    /// Where it may be shown too often, it can have an answer that does not count, and a form cannot ask that it has none.
    mutating func answered(_ item: Item, is wanted: Bool, mayBeShownTooOften: Bool) -> Enabling {
        let notKnown = options(of: item).filter { $0.kind == .notKnown }
        if !wanted {
            if mayBeShownTooOften { return notAsked() }
            return .any([exists(item, false)] + notKnown.map { isCode(item, $0.code) })
        }
        if notKnown.isEmpty { return exists(item, true) }
        if item.kind == .choice { return isOne(item) { $0.kind != .notKnown } }
        return .all([exists(item, true)] + notKnown.map { isCode(item, $0.code, equal: false) })
    }

    mutating func isAnswered(_ item: Item, _ code: String, is wanted: Bool) -> Enabling {
        if wanted { return options(of: item).contains { $0.code == code } ? isCode(item, code) : .never }
        if item.kind == .choice { return isOne(item) { $0.code != code && $0.kind != .notKnown } }
        let others = options(of: item).filter { $0.code == code || $0.kind == .notKnown }
        return .all([exists(item, true)] + others.map { isCode(item, $0.code, equal: false) })
    }

    mutating func value(of item: Item, isAtLeast least: ExactNumber, is wanted: Bool) -> Enabling {
        value(of: ScoreInput(item: item, isReversed: false, mayBeShownTooOften: false), places: nil) { value in
            (value >= least) == wanted
        } number: {
            .compares(wanted ? .atLeast : .below, least, isWhole: false)
        }
    }

    mutating func age(_ band: AgeBand, is wanted: Bool) -> Enabling {
        func test(_ comparison: EnableTest.Comparison, _ months: Int) -> Enabling {
            .test(
                EnableTest(
                    question: Self.ageQuestion,
                    kind: .compares(comparison, ExactNumber(months), isWhole: true)
                )
            )
        }
        var tests: [Enabling] = []
        if let from = band.from { tests.append(test(wanted ? .atLeast : .below, from)) }
        if let to = band.to { tests.append(test(wanted ? .atMost : .above, to)) }
        if tests.isEmpty { return wanted ? .always : .never }
        return wanted ? .all(tests) : .any(tests)
    }

    // MARK: Scores

    /// An item that a score is made from.
    struct ScoreInput {
        let item: Item
        let isReversed: Bool
        let mayBeShownTooOften: Bool
    }

    /// Only the highest, the lowest and counts say something about each answer; anything else cannot be asked.
    mutating func score(
        _ score: Score,
        of inputs: [ScoreInput],
        isAtLeast least: ExactNumber,
        is wanted: Bool
    ) -> Enabling {
        let policy = score.missing
        if policy.refusesAny || policy.minimum > 1 || !policy.minimumShare.isZero { isExact = false }
        let calculated = calculated(score, of: inputs, isAtLeast: least, is: wanted)
        guard score.isOverridable else { return calculated }
        let question = "override.\(score.id.text)"
        return .any([
            .test(
                EnableTest(question: question, kind: .compares(wanted ? .atLeast : .below, least, isWhole: false))
            ),
            .all([.test(EnableTest(question: question, kind: .exists(false))), calculated]),
        ])
    }

    private mutating func calculated(
        _ score: Score,
        of inputs: [ScoreInput],
        isAtLeast least: ExactNumber,
        is wanted: Bool
    ) -> Enabling {
        switch score.method {
        case .highest: return extreme(score, of: inputs, isAtLeast: least, is: wanted, oneDecides: wanted)
        case .lowest: return extreme(score, of: inputs, isAtLeast: least, is: wanted, oneDecides: !wanted)
        case .modeWithCeiling(let ceiling, _):
            // A value above the ceiling decides; below it the most frequent one does, which no form can ask.
            return least > ceiling
                ? extreme(score, of: inputs, isAtLeast: least, is: wanted, oneDecides: wanted) : notAsked()
        case .countOfCodes(let codes):
            guard inputs.allSatisfy({ $0.item.kind == .choice }) else { return notAsked() }
            let counting = inputs.map { input in isOne(input.item) { $0.kind == .answer && codes.contains($0.code) } }
            let others = inputs.map { input in
                Enabling.any([
                    isOne(input.item) { $0.kind != .answer || !codes.contains($0.code) }, unanswered(input),
                ])
            }
            let some = inputs.map { input in isOne(input.item) { $0.kind == .answer } }
            return count(counting, others, some, isAtLeast: least, is: wanted)
        case .countAtLeast(let bound):
            let counting = inputs.map { value(of: $0, atLeast: bound, is: true, places: nil) }
            let others = inputs.map {
                Enabling.any([value(of: $0, atLeast: bound, is: false, places: nil), valueless($0)])
            }
            return count(counting, others, inputs.map { hasValue($0) }, isAtLeast: least, is: wanted)
        case .sum, .mean, .weightedSum, .proratedSum, .shareOfMaximum, .shareOfRange, .spread: return notAsked()
        }
    }

    /// The highest or lowest: one value decides, or all that there are must be on one side.
    private mutating func extreme(
        _ score: Score,
        of inputs: [ScoreInput],
        isAtLeast least: ExactNumber,
        is wanted: Bool,
        oneDecides: Bool
    ) -> Enabling {
        let places = score.rounding
        let sides = inputs.map { value(of: $0, atLeast: least, is: wanted, places: places) }
        if oneDecides { return .any(sides) }
        let all = zip(inputs, sides).map { input, side in Enabling.any([side, valueless(input)]) }
        return .all([.any(inputs.map { hasValue($0) })] + all)
    }

    /// How many count: one of every choice of so many that at least one counts where enough do.
    private mutating func count(
        _ counting: [Enabling],
        _ others: [Enabling],
        _ some: [Enabling],
        isAtLeast least: ExactNumber,
        is wanted: Bool
    ) -> Enabling {
        // The smallest whole number that is not below the bound.
        var needed = 0
        while needed <= counting.count, ExactNumber(needed) < least { needed += 1 }
        if needed == 0 { return wanted ? .any(some) : .never }
        if wanted { return atLeast(needed, of: counting) }
        return .all([.any(some), atLeast(counting.count - needed + 1, of: others)])
    }

    private mutating func atLeast(_ number: Int, of parts: [Enabling]) -> Enabling {
        if number <= 0 { return .always }
        if number > parts.count { return .never }
        guard let choices = Self.choices(of: parts.count - number + 1, from: parts) else { return notAsked() }
        return .all(choices.map(Enabling.any))
    }

    /// All choices of so many parts, in order; `nil` where they would be too many to ask.
    private static func choices(of number: Int, from parts: [Enabling]) -> [[Enabling]]? {
        var choices: [[Enabling]] = []
        var open: [(chosen: [Enabling], next: Int)] = [([], 0)]
        while let (chosen, next) = open.popLast() {
            if chosen.count == number {
                choices.append(chosen)
                guard choices.count <= Enabling.mostClauses else { return nil }
                continue
            }
            guard next < parts.count, parts.count - next >= number - chosen.count else { continue }
            open.append((chosen, next + 1))
            open.append((chosen + [parts[next]], next + 1))
        }
        return choices
    }

    // MARK: Values

    private mutating func value(
        of input: ScoreInput,
        atLeast least: ExactNumber,
        is wanted: Bool,
        places: Rounding?
    ) -> Enabling {
        value(of: input, places: places) { value in
            (value >= least) == wanted
        } number: {
            .compares(wanted ? .atLeast : .below, least, isWhole: false)
        }
    }

    private mutating func hasValue(_ input: ScoreInput) -> Enabling {
        value(of: input, places: nil) { _ in
            true
        } number: {
            .exists(true)
        }
    }

    /// The input has no value: nothing is answered, or an option without one.
    private mutating func valueless(_ input: ScoreInput) -> Enabling {
        .any([unanswered(input), isOne(input.item) { $0.value == nil }])
    }

    private mutating func unanswered(_ input: ScoreInput) -> Enabling {
        input.mayBeShownTooOften ? notAsked() : exists(input.item, false)
    }

    private mutating func value(
        of input: ScoreInput,
        places: Rounding?,
        holds: (ExactNumber) -> Bool,
        number: () -> EnableTest.Kind
    ) -> Enabling {
        let item = input.item
        switch item.kind {
        case .choice:
            let values = options(of: item).compactMap(\.value)
            guard let lowest = values.min(), let highest = values.max() else { return .never }
            return isOne(item) { option in
                guard var value = option.value else { return false }
                if input.isReversed { value = lowest + highest - value }
                return holds(places.map(value.rounded) ?? value)
            }
        case .number(_, _, let decimals):
            // A number that is rounded or turned round is not asked.
            if input.isReversed || decimals > places?.places ?? .max { return notAsked() }
            return .test(EnableTest(question: item.id.text, kind: number()))
        case .choices, .text, .day, .itemOfTool: return notAsked()
        }
    }

    // MARK: Tests

    private func options(of item: Item) -> [Scale.Option] { tool.scale(of: item)?.options ?? [] }

    private func exists(_ item: Item, _ wanted: Bool) -> Enabling {
        .test(EnableTest(question: item.id.text, kind: .exists(wanted)))
    }

    private func isCode(_ item: Item, _ code: String, equal: Bool = true) -> Enabling {
        let system = QuestionnaireJSON.system(of: item, in: tool)
        return .test(EnableTest(question: item.id.text, kind: .isCode(code, system: system, equal: equal)))
    }

    /// One of the options that fit is the answer.
    private func isOne(_ item: Item, where fits: (Scale.Option) -> Bool) -> Enabling {
        .any(options(of: item).filter(fits).map { isCode(item, $0.code) })
    }
}

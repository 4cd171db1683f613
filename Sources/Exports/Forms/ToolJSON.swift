import CareTools
import DataFormats

/// A tool as the script of its form reads it: all that scoring needs, with numbers as text so that none is rounded.
struct ToolJSON {
    private let tool: Tool
    private let counted: Set<ItemID>

    init(_ tool: Tool) {
        self.tool = tool
        counted = tool.countedItems
    }

    /// The definition.
    var value: JSONValue {
        var members: [JSONValue.Member] = [
            .init("id", .string(tool.id)),
            .init("version", .string(tool.version)),
            .init("title", .string(tool.title)),
            .init("subject", .string(tool.subject.rawValue)),
        ]
        if let ages = tool.ages { members.append(.init("ages", band(ages))) }
        members += [
            .init("about", .array(tool.about.map(field))),
            .init("scales", .array(tool.scales.map(scale))),
            .init("sections", .array(tool.sections.map(section))),
            .init("scores", .array(tool.scores.map(score))),
            .init("alerts", .array(tool.alerts.map(alert))),
        ]
        if let suggestions = tool.suggestions { members.append(.init("suggestions", steps(suggestions))) }
        return .object(members)
    }

    private func number(_ number: ExactNumber) -> JSONValue { .string(number.description) }

    private func band(_ band: AgeBand) -> JSONValue {
        .object([
            .init("from", .optional(band.from)), .init("to", .optional(band.to)), .init("words", .string(band.words)),
        ])
    }

    private func option(_ code: String, _ label: String) -> [JSONValue.Member] {
        [.init("code", .string(code)), .init("label", .string(label))]
    }

    private func field(_ field: AboutField) -> JSONValue {
        .object([
            .init("name", .string(field.name.rawValue)),
            .init("required", .bool(field.isRequired)),
            .init("isDay", .bool(field.name.isDay)),
            .init("options", field.options.map { .array($0.map { .object(option($0.code, $0.label)) }) } ?? .null),
        ])
    }

    private func scale(_ scale: Scale) -> JSONValue {
        .object([
            .init("id", .string(scale.id)),
            .init(
                "options",
                .array(
                    scale.options.map {
                        .object(
                            option($0.code, $0.label) + [
                                .init("value", .optional($0.value?.description)),
                                .init("kind", .string($0.kind.rawValue)),
                                .init("evidence", .bool($0.needsEvidence)),
                                .init("alone", .bool($0.standsAlone)),
                            ]
                        )
                    }
                )
            ),
        ])
    }

    // MARK: Sections

    private func section(_ section: Section) -> JSONValue {
        var members: [JSONValue.Member] = [.init("id", .string(section.id))]
        if let condition = section.condition { members.append(.init("when", self.condition(condition))) }
        if let repetition = section.repetition {
            members.append(
                .init(
                    "repeats",
                    .object([.init("label", .string(repetition.label)), .init("most", .number(repetition.most))])
                )
            )
        }
        members += [
            .init("items", .array(section.items.map(item))),
            .init("sections", .array(section.sections.map(self.section))),
        ]
        return .object(members)
    }

    private func item(_ item: Item) -> JSONValue {
        var members: [JSONValue.Member] = [.init("id", .string(item.id.text)), .init("text", .string(item.text))]
        switch item.kind {
        case .choice: members.append(.init("kind", .string("choice")))
        case .choices: members.append(.init("kind", .string("choices")))
        case .text: members.append(.init("kind", .string("text")))
        case .day(let mayLieAhead):
            members += [.init("kind", .string("day")), .init("ahead", .bool(mayLieAhead))]
        case .number(let from, let to, let places):
            members += [
                .init("kind", .string("number")), .init("from", number(from)), .init("to", number(to)),
                .init("places", .number(places)),
            ]
        case .itemOfTool: members.append(.init("kind", .string("item")))
        }
        if let scale = item.scale { members.append(.init("scale", .string(scale))) }
        members += [
            .init("required", .bool(item.isRequired)), .init("evidence", .bool(item.takesEvidence)),
            .init("counts", .bool(counted.contains(item.id))),
        ]
        if let ages = item.ages { members.append(.init("ages", band(ages))) }
        if let condition = item.condition { members.append(.init("when", self.condition(condition))) }
        return .object(members)
    }

    private func condition(_ condition: Condition) -> JSONValue {
        switch condition {
        case .all(let parts): .object([.init("all", .array(parts.map(self.condition)))])
        case .any(let parts): .object([.init("any", .array(parts.map(self.condition)))])
        case .not(let part): .object([.init("not", self.condition(part))])
        case .answered(let item): .object([.init("answered", .string(item.text))])
        case .isAnswered(let item, let code):
            .object([.init("is", .string(item.text)), .init("code", .string(code))])
        case .atLeast(let reference, let least):
            .object([named(reference), .init("atLeast", number(least))])
        case .age(let ages): .object([.init("age", band(ages))])
        }
    }

    private func named(_ reference: Reference) -> JSONValue.Member {
        switch reference {
        case .item(let id): .init("item", .string(id.text))
        case .score(let id): .init("score", .string(id.text))
        }
    }

    // MARK: Scores

    private func score(_ score: Score) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("id", .string(score.id.text)),
            .init("title", .string(score.title)),
            .init("method", method(score.method)),
            .init("polarity", .string(score.polarity.rawValue)),
            .init("inputs", .array(score.inputs.map(input))),
            .init(
                "missing",
                .object([
                    .init("refusesAny", .bool(score.missing.refusesAny)),
                    .init("minimum", .number(score.missing.minimum)),
                    .init("minimumShare", number(score.missing.minimumShare)),
                ])
            ),
            .init(
                "rounding",
                .object([
                    .init("places", .number(score.rounding.places)),
                    .init("mode", .string(score.rounding.mode.rawValue)),
                ])
            ),
            .init("overridable", .bool(score.isOverridable)),
            .init("codeWithoutScore", .optional(score.codeWithoutScore)),
            .init("rule", .string(score.rule)),
            .init("bands", .array(score.bands.map(band))),
        ]
        if score.isOverridable, score.bands.isEmpty, let reachable = tool.reachableValues(of: score) {
            members.append(.init("reachable", self.reachable(reachable)))
        }
        return .object(members)
    }

    private func method(_ method: ScoreMethod) -> JSONValue {
        let more: [JSONValue.Member] =
            switch method {
            case .modeWithCeiling(let ceiling, let ties):
                [.init("ceiling", number(ceiling)), .init("ties", .string(ties.rawValue))]
            case .countOfCodes(let codes): [.init("codes", .array(codes.map(JSONValue.string)))]
            case .countAtLeast(let least): [.init("least", number(least))]
            case .sum, .mean, .highest, .lowest, .weightedSum, .proratedSum, .shareOfMaximum, .shareOfRange, .spread:
                []
            }
        return .object([.init("name", .string(method.name))] + more)
    }

    private func input(_ input: Score.Input) -> JSONValue {
        .object([
            named(input.reference), .init("weight", number(input.weight)), .init("reversed", .bool(input.isReversed)),
        ])
    }

    private func band(_ band: Score.Band) -> JSONValue {
        .object([
            .init("from", number(band.from)), .init("to", number(band.to)), .init("label", .string(band.label)),
            .init("response", .string(band.response)),
        ])
    }

    /// The values that a person may put in the place of a score: each of them, or from where to where in which steps.
    private func reachable(_ values: ReachableValues) -> JSONValue {
        var listed = [values.lowest]
        while listed.count <= 1000, let last = listed.last, let next = values.first(.above, last) {
            listed.append(next)
        }
        guard listed.count > 1000 else { return .object([.init("values", .array(listed.map(number)))]) }
        return .object([
            .init("from", number(values.lowest)), .init("to", number(values.highest)),
            .init("step", number(listed[1] - listed[0])),
        ])
    }

    // MARK: Alerts and steps

    private func alert(_ alert: Alert) -> JSONValue {
        .object([
            .init("id", .string(alert.id)), .init("title", .string(alert.title)),
            .init("when", condition(alert.condition)),
        ])
    }

    private func steps(_ suggestions: Suggestions) -> JSONValue {
        .object([
            .init("decision", .optional(suggestions.decision?.text)),
            .init(
                "steps",
                .array(
                    suggestions.steps.map {
                        .object([
                            .init("code", .string($0.code)), .init("title", .string($0.title)),
                            .init("when", condition($0.condition)),
                        ])
                    }
                )
            ),
        ])
    }
}

extension Tool {
    /// The items that count in a score.
    fileprivate var countedItems: Set<ItemID> {
        Set(
            scores.flatMap(\.inputs).compactMap { input in
                if case .item(let id) = input.reference, !input.weight.isZero { id } else { nil }
            }
        )
    }
}

extension ScoreMethod {
    /// The name by which the script knows it.
    fileprivate var name: String {
        switch self {
        case .sum: "sum"
        case .mean: "mean"
        case .highest: "highest"
        case .lowest: "lowest"
        case .modeWithCeiling: "mode-with-ceiling"
        case .countOfCodes: "count-of-codes"
        case .countAtLeast: "count-at-least"
        case .weightedSum: "weighted-sum"
        case .proratedSum: "prorated-sum"
        case .shareOfMaximum: "share-of-maximum"
        case .shareOfRange: "share-of-range"
        case .spread: "spread"
        }
    }
}

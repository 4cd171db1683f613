import CareTools
import DataFormats

/// The machine form of a tool; the names of members are in order.
enum ToolJSON {
    /// What stands in the list of tools.
    static func summary(_ tool: CareTools.Tool) -> JSONValue { .sorted(identity(tool)) }

    /// All of a tool.
    static func whole(_ tool: CareTools.Tool) -> JSONValue {
        var members = identity(tool)
        members["about"] = .array(tool.about.map(field))
        members["alerts"] = .array(
            tool.alerts.map { alert in
                .sorted([
                    "condition": condition(alert.condition), "id": .string(alert.id), "text": texts(alert.text),
                    "title": .string(alert.title),
                ])
            }
        )
        members["derivedFrom"] = .array(
            tool.derivedFrom.map { other in
                .sorted([
                    "kind": .string(other.kind.rawValue), "name": .string(other.name),
                    "version": .string(other.version),
                ])
            }
        )
        members["followedBy"] = texts(tool.followedBy)
        members["instructions"] = texts(tool.instructions)
        members["language"] = .string(tool.language)
        members["licence"] = .string(tool.licence)
        members["purpose"] = texts(tool.purpose)
        members["reviewDays"] = .optional(tool.reviewDays)
        members["scales"] = .array(tool.scales.map(scale))
        members["scores"] = .array(tool.scores.map(score))
        members["sections"] = .array(tool.sections.map(section))
        members["sources"] = texts(tool.sources)
        members["steps"] = .array(
            (tool.suggestions?.steps ?? []).map { step in
                .sorted([
                    "code": .string(step.code), "condition": condition(step.condition), "rule": texts(step.rule),
                    "text": texts(step.text), "title": .string(step.title),
                ])
            }
        )
        return .sorted(members)
    }

    private static func identity(_ tool: CareTools.Tool) -> [String: JSONValue] {
        [
            "ages": ages(tool.ages), "id": .string(tool.id), "items": .number(tool.items.count),
            "status": .string(tool.status.rawValue), "subject": .string(tool.subject.rawValue),
            "title": .string(tool.title), "version": .string(tool.version),
        ]
    }

    private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private static func number(_ number: ExactNumber?) -> JSONValue {
        number.map { .decimal($0.description) } ?? .null
    }

    /// Ages in completed months, both included.
    private static func ages(_ band: AgeBand?) -> JSONValue {
        band.map { .sorted(["fromMonths": .optional($0.from), "toMonths": .optional($0.to)]) } ?? .null
    }

    private static func field(_ field: AboutField) -> JSONValue {
        .sorted([
            "label": .string(field.label), "name": .string(field.name.rawValue),
            "options": field.options.map { options in
                .array(options.map { .sorted(["code": .string($0.code), "label": .string($0.label)]) })
            } ?? .null, "required": .bool(field.isRequired),
        ])
    }

    private static func scale(_ scale: Scale) -> JSONValue {
        .sorted([
            "id": .string(scale.id),
            "options": .array(
                scale.options.map { option in
                    .sorted([
                        "alone": .bool(option.standsAlone), "code": .string(option.code),
                        "evidenceRequired": .bool(option.needsEvidence),
                        "kind": .string(option.kind.rawValue), "label": .string(option.label),
                        "value": number(option.value),
                    ])
                }
            ), "polarity": .string(scale.polarity.rawValue),
        ])
    }

    private static func section(_ section: Section) -> JSONValue {
        .sorted([
            "condition": section.condition.map(condition) ?? .null, "guidance": texts(section.guidance),
            "id": .string(section.id), "items": .array(section.items.map(item)),
            "repeats": section.repetition.map {
                .sorted(["label": .string($0.label), "most": .number($0.most)])
            } ?? .null, "sections": .array(section.sections.map(self.section)), "title": .string(section.title),
        ])
    }

    private static func item(_ item: Item) -> JSONValue {
        var members: [String: JSONValue] = [
            "ages": ages(item.ages),
            "anchors": .array(
                item.anchors.map { .sorted(["code": .string($0.code), "text": .string($0.text)]) }
            ), "condition": item.condition.map(condition) ?? .null, "evidence": .bool(item.takesEvidence),
            "form": .optional(item.form), "guidance": texts(item.guidance), "id": .string(item.id.text),
            "polarity": .string(item.polarity.rawValue),
            "prompts": .array(item.prompts.map { .sorted(["ages": ages($0.ages), "text": .string($0.text)]) }),
            "required": .bool(item.isRequired), "scale": .optional(item.scale), "text": .string(item.text),
        ]
        let type: String
        switch item.kind {
        case .choice: type = "choice"
        case .choices: type = "choices"
        case .text: type = "text"
        case .day(let mayLieAhead):
            type = "date"
            members["mayLieAhead"] = .bool(mayLieAhead)
        case .number(let from, let to, let places):
            type = "number"
            members["min"] = number(from)
            members["max"] = number(to)
            members["places"] = .number(places)
        case .itemOfTool: type = "item"
        }
        members["type"] = .string(type)
        return .sorted(members)
    }

    private static func score(_ score: Score) -> JSONValue {
        .sorted([
            "bands": .array(
                score.bands.map { band in
                    .sorted([
                        "from": number(band.from), "label": .string(band.label), "response": .string(band.response),
                        "to": number(band.to),
                    ])
                }
            ), "id": .string(score.id.text),
            "inputs": .array(
                score.inputs.map { input in
                    .sorted([
                        "ref": .string(input.reference.text), "reversed": .bool(input.isReversed),
                        "weight": number(input.weight),
                    ])
                }
            ), "level": .string(score.level.rawValue), "minimum": .number(score.missing.minimum),
            "minimumShare": number(score.missing.minimumShare), "notes": texts(score.notes),
            "overridable": .bool(score.isOverridable), "places": .number(score.rounding.places),
            "polarity": .string(score.polarity.rawValue), "refusesMissing": .bool(score.missing.refusesAny),
            "rounding": .string(score.rounding.mode.rawValue), "rule": .string(score.rule),
            "title": .string(score.title),
        ])
    }

    /// A condition as one member that is named as in a definition.
    private static func condition(_ condition: Condition) -> JSONValue {
        switch condition {
        case .all(let parts): .sorted(["all": .array(parts.map(self.condition))])
        case .any(let parts): .sorted(["any": .array(parts.map(self.condition))])
        case .not(let part): .sorted(["not": self.condition(part)])
        case .answered(let id): .sorted(["answered": .string(id.text)])
        case .isAnswered(let id, let code):
            .sorted(["is": .sorted(["code": .string(code), "ref": .string(id.text)])])
        case .atLeast(let reference, let least):
            .sorted(["atLeast": .sorted(["ref": .string(reference.text), "value": number(least)])])
        case .age(let band): .sorted(["age": ages(band)])
        }
    }
}

import CaseDates
public import CareTools  // It writes answers.
public import DataFormats  // It is a value of JSON.

/// Answers as a QuestionnaireResponse of FHIR R4.
///
/// Source: https://hl7.org/fhir/R4/questionnaireresponse.html
public struct QuestionnaireResponse: Sendable {
    private let response: Response
    private let tool: Tool

    /// What the address of a tool begins with; its identifier, a bar and its version follow.
    static let prefix = "urn:child-impact:tool:"

    /// Makes a response; the answers must be held against this very tool before.
    public init(_ response: Response, to tool: Tool) {
        self.response = response
        self.tool = tool
    }

    /// The resource as UTF-8, on one line.
    public var bytes: [UInt8] { Array((json.text + "\n").utf8) }

    /// The resource: only what is answered, the sections in the order of the tool, each instance of a repeated one apart.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("resourceType", .string("QuestionnaireResponse")),
            .init("questionnaire", .string("\(Self.prefix)\(tool.id)|\(tool.version)")),
            .init("status", .string(response.status.rawValue)),
        ]
        if let day = response.about[.completed] { members.append(.init("authored", .string(day))) }
        let items = [about].compactMap(\.self) + tool.sections.flatMap { groups($0, repeatedIn: nil) }
        let all = items + [overrides].compactMap(\.self)
        if !all.isEmpty { members.append(.init("item", .array(all))) }
        return .object(members)
    }

    private static func group(_ id: String, _ items: [JSONValue]) -> JSONValue {
        .object([.init("linkId", .string(id))] + (items.isEmpty ? [] : [.init("item", .array(items))]))
    }

    private static func item(_ id: String, _ values: [JSONValue.Member]) -> JSONValue {
        .object([.init("linkId", .string(id)), .init("answer", .array(values.map { .object([$0]) }))])
    }

    private func coding(_ scale: String, _ code: String, _ display: String?) -> JSONValue.Member {
        var members: [JSONValue.Member] = [
            .init("system", .string("\(Self.prefix)\(tool.id):\(scale)")), .init("code", .string(code)),
        ]
        if let display { members.append(.init("display", .string(display))) }
        return .init("valueCoding", .object(members))
    }

    // MARK: Groups

    private var about: JSONValue? {
        let items = tool.about.compactMap { field -> JSONValue? in
            guard let text = response.about[field.name] else { return nil }
            let id = field.name.item.text
            if let options = field.options {
                return Self.item(id, [coding(id, text, options.first { $0.code == text }?.label)])
            }
            return Self.item(id, [.init(field.name.isDay ? "valueDate" : "valueString", .string(text))])
        }
        return items.isEmpty ? nil : Self.group("about", items)
    }

    /// A section, or each instance of it; none where nothing of it is answered.
    private func groups(_ section: Section, repeatedIn instance: Int?) -> [JSONValue] {
        guard section.repetition != nil else {
            let items = items(section, instance)
            return items.isEmpty ? [] : [Self.group(section.id, items)]
        }
        // An instance without an answer is one all the same: it counts in what could have been answered.
        let count = response.instances[section.id] ?? 0
        return (0..<count).map { Self.group(section.id, items(section, $0 + 1)) }
    }

    private func items(_ section: Section, _ instance: Int?) -> [JSONValue] {
        section.items.flatMap { items($0, AnswerKey($0.id, instance: instance)) }
            + section.sections.flatMap { groups($0, repeatedIn: instance) }
    }

    private func items(_ item: Item, _ key: AnswerKey) -> [JSONValue] {
        var items: [JSONValue] = []
        if let answer = response.answers[key] { items.append(Self.item(item.id.text, values(answer, item))) }
        if let evidence = response.evidence[key] {
            items.append(Self.item(item.id.evidence.text, [.init("valueString", .string(evidence))]))
        }
        return items
    }

    private func values(_ answer: Answer, _ item: Item) -> [JSONValue.Member] {
        switch answer {
        case .codes(let codes):
            let scale = tool.scale(of: item)
            return codes.map { coding(item.scale ?? "", $0, scale?.option($0)?.label) }
        case .text(let text): return [.init("valueString", .string(text))]
        case .number(let number): return [.init("valueDecimal", .decimal(number.description))]
        case .day(let day): return [.init("valueDate", .string(day.description))]
        case .item(let id): return [coding("item", id.text, tool.item(id)?.text)]
        }
    }

    private var overrides: JSONValue? {
        let items = tool.scores.flatMap { score -> [JSONValue] in
            guard let override = response.overrides[score.id] else { return [] }
            let id = "override.\(score.id.text)"
            let value = Self.item(id, [.init("valueDecimal", .decimal(override.value.description))])
            guard let reason = override.reason else { return [value] }
            return [value, Self.item("\(id).reason", [.init("valueString", .string(reason))])]
        }
        return items.isEmpty ? nil : Self.group("overrides", items)
    }
}

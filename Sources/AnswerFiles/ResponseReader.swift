import CareTools
import DataFormats
import Diagnostics

/// Reads one QuestionnaireResponse.
///
/// Items are found by their `linkId` at any depth, in groups and below answers, as the programs that write them differ in
/// where they put an item.
struct ResponseReader {
    private let node: JSONNode
    private let path: String
    /// The beginning of the systems of the tool's own codes; `nil` where the answers name no tool.
    private let systems: String?
    private var entries: [AnswerSheet.Entry] = []
    /// Where codes of other systems stand.
    private var foreign: [Place] = []
    private var diagnostics: [Diagnostic] = []
    /// How many groups of an identifier there are so far.
    private var occurrences: [String: Int] = [:]

    init(_ node: JSONNode, path: String) {
        self.node = node
        self.path = path
        systems = Self.tool(node.member("questionnaire")?.string).id.map { QuestionnaireResponse.prefix + $0 + ":" }
    }

    /// The sheet; to be asked once.
    mutating func sheet() -> AnswerFile.Sheet {
        let status = status()
        read(list("item", of: node), in: [:])
        let (tool, version) = Self.tool(node.member("questionnaire")?.string)
        return AnswerFile.Sheet(
            answers: AnswerSheet(
                tool: tool,
                version: version,
                status: status,
                entries: entries,
                place: place(of: node)
            ),
            diagnostics: diagnostics + foreignCodes
        )
    }

    private func place(of node: JSONNode) -> Place { Place(path: path, line: node.line, column: node.column) }

    private mutating func status() -> AnswerSheet.Status {
        let written = node.member("status")
        if let status = written?.string.flatMap(AnswerSheet.Status.init) { return status }
        diagnostics.append(
            Diagnostic(
                id: "answers.status",
                severity: .warning,
                summary: "the answers do not say whether they are complete; they are read as being in progress",
                place: place(of: written ?? node)
            )
        )
        return .inProgress
    }

    /// The tool that an address names: `urn:child-impact:tool:ID|VERSION`, or any that ends in `Questionnaire/ID|VERSION`.
    static func tool(_ canonical: String?) -> (id: String?, version: String?) {
        guard let canonical, !canonical.isEmpty else { return (nil, nil) }
        let parts = canonical.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var version = parts.count == 2 ? parts[1] : nil
        if let text = version, let fragment = text.firstIndex(of: "#") { version = String(text[..<fragment]) }
        if version?.isEmpty ?? false { version = nil }
        if parts[0].hasPrefix(QuestionnaireResponse.prefix) {
            return (String(parts[0].dropFirst(QuestionnaireResponse.prefix.count)), version)
        }
        let path = parts[0].split(separator: "/").map(String.init)
        if path.count >= 2, path[path.count - 2] == "Questionnaire" { return (path[path.count - 1], version) }
        return (parts[0], version)
    }

    // MARK: Items

    private mutating func read(_ items: [JSONNode], in groups: [String: Int]) {
        for item in items {
            let answers = list("answer", of: item)
            let below = list("item", of: item)
            guard let id = item.member("linkId")?.string else {
                if !answers.isEmpty {
                    diagnostics.append(
                        Diagnostic(
                            id: "answers.item.noLink",
                            severity: .error,
                            summary: "an answer has no linkId that says what it answers; it is not used",
                            place: place(of: item)
                        )
                    )
                }
                read(below, in: groups)
                continue
            }
            guard !answers.isEmpty else {
                readGroup(id, below, in: groups, at: item)
                continue
            }
            add(id, answers.flatMap { values(of: $0) }, in: groups, at: item)
            read(below, in: groups)
            for answer in answers { read(list("item", of: answer), in: groups) }
        }
    }

    /// The objects of a list; what else stands there is said, as an answer may be lost with it.
    private mutating func list(_ name: String, of node: JSONNode) -> [JSONNode] {
        guard let member = node.member(name) else { return [] }
        guard case .array(let elements) = member.value else {
            reportShape("'\(name)' is no list; what stands in it is not used", at: member)
            return []
        }
        return elements.filter { element in
            if case .object = element.value { return true }
            reportShape("an element of '\(name)' is no object; it is not used", at: element)
            return false
        }
    }

    private mutating func reportShape(_ summary: String, at node: JSONNode) {
        diagnostics.append(
            Diagnostic(id: "answers.shape", severity: .error, summary: summary, place: place(of: node))
        )
    }

    private mutating func readGroup(_ id: String, _ below: [JSONNode], in groups: [String: Int], at item: JSONNode) {
        let number = (occurrences[id] ?? 0) + 1
        occurrences[id] = number
        var groups = groups
        groups[id] = number
        if below.isEmpty {
            add(id, [], in: groups, at: item)
        } else {
            read(below, in: groups)
        }
    }

    private mutating func add(
        _ id: String,
        _ values: [AnswerSheet.Value],
        in groups: [String: Int],
        at item: JSONNode
    ) {
        entries.append(AnswerSheet.Entry(id: id, groups: groups, values: values, place: place(of: item)))
    }

    // MARK: Values

    /// The values of one answer; several where it has several members of that kind.
    private mutating func values(of answer: JSONNode) -> [AnswerSheet.Value] {
        var values: [AnswerSheet.Value] = []
        for member in answer.members where member.name.hasPrefix("value") {
            if let value = Self.value(member) {
                values.append(value)
                checkSystem(of: member)
            } else {
                diagnostics.append(
                    Diagnostic(
                        id: "answers.value",
                        severity: .error,
                        summary: "an answer is empty or of a kind that is not read; it is not used",
                        place: place(of: member.node),
                        value: member.name
                    )
                )
            }
        }
        return values
    }

    /// A code means what its system says; one of another system may mean something else, and a person has to look.
    private mutating func checkSystem(of member: JSONNode.Member) {
        guard let systems, let node = member.node.member("system"), let system = node.string,
            !system.hasPrefix(systems)
        else { return }
        foreign.append(place(of: node))
    }

    /// Codes of other systems are one finding, however many there are.
    private var foreignCodes: [Diagnostic] {
        guard let first = foreign.first else { return [] }
        let (subject, rest) =
            foreign.count == 1
            ? ("an answer is", "it is read by its code")
            : ("\(foreign.count) answers are", "they are read by their codes")
        let summary = "\(subject) coded in a system that is not of this tool; \(rest) alone"
        return [Diagnostic(id: "answers.system", severity: .warning, summary: summary, place: first)]
    }

    private static func value(_ member: JSONNode.Member) -> AnswerSheet.Value? {
        switch member.name {
        case "valueCoding":
            if let code = member.node.member("code")?.string { return .code(code) }
            return member.node.member("display")?.string.map { .text($0) }
        case "valueDate", "valueDateTime", "valueInstant", "valueTime": return member.node.string.map { .day($0) }
        case "valueQuantity": return member.node.member("value").flatMap(number)
        case "valueInteger", "valueDecimal": return number(member.node)
        case "valueBoolean":
            if case .bool(let value) = member.node.value { return .text(value ? "true" : "false") }
            return nil
        case "valueString", "valueUri", "valueMarkdown": return member.node.string.map { .text($0) }
        default: return nil
        }
    }

    private static func number(_ node: JSONNode) -> AnswerSheet.Value? {
        switch node.value {
        case .number(let text): .number(text)
        case .string(let text): .text(text)
        case .null, .bool, .array, .object: nil
        }
    }
}

public import CareTools  // It writes a tool.
import DataFormats

/// A tool as a FHIR R4 Questionnaire, for forms of other makers.
///
/// Sections are groups and items are questions, with the identifiers of the tool as `linkId`. Codings stand in the system
/// `urn:child-impact:tool:ID:SCALE`, with the value of an option as its ordinal value. What only helps to answer
/// (guidance, prompts, what an option means) and what only holds a condition has a `linkId` with a slash in it, which no
/// identifier of a tool has; there is nothing to answer there.
///
/// Conditions become `enableWhen`. It knows no "not" and no nesting, so a condition becomes groups within groups, each of
/// which asks for one part of it. The age, which a form cannot count, is asked as `about.age-months`. Where a condition
/// looks at what a form cannot work out, the item is always shown, with a note that says for whom it is.
///
/// Source: https://hl7.org/fhir/R4/questionnaire.html
public enum QuestionnaireJSON {
    /// The canonical address of the Questionnaire of a tool.
    static func url(of tool: Tool) -> String { "urn:child-impact:tool:\(tool.id)" }

    /// The system of the codes of a scale, of a field above the questions, or of the items of the tool.
    static func system(of scale: String, in tool: Tool) -> String { "\(url(of: tool)):\(scale)" }

    /// The system of the codes of an item.
    static func system(of item: Item, in tool: Tool) -> String { system(of: item.scale ?? "item", in: tool) }

    /// Returns the Questionnaire as UTF-8 bytes, on one line; the same tool gives the same bytes.
    public static func bytes(of tool: Tool) -> [UInt8] {
        Array((json(of: tool).text + "\n").utf8)
    }

    private static func json(of tool: Tool) -> JSONValue {
        var items = QuestionnaireItems(tool)
        return .object(
            [
                .init("resourceType", .string("Questionnaire")),
                .init("language", .string(tool.language)),
                .init("url", .string(url(of: tool))),
                .init("version", .string(tool.version)),
                .init("name", .string(name(of: tool))),
                .init("title", .string(tool.title)),
                .init("status", .string(tool.status.rawValue)),
                tool.subject.resource.map { .init("subjectType", .array([.string($0)])) },
                text("description", origin(of: tool)),
                text("purpose", tool.purpose),
                text("copyright", [tool.licence].filter { !$0.isEmpty }),
                .init("item", .array(items.all())),
            ].compactMap(\.self)
        )
    }

    /// Paragraphs; FHIR allows no empty text.
    private static func text(_ name: String, _ paragraphs: [String]) -> JSONValue.Member? {
        paragraphs.isEmpty ? nil : .init(name, .string(paragraphs.joined(separator: "\n\n")))
    }

    /// Where the tool comes from; `derivedFrom` of FHIR could hold only the address of another Questionnaire.
    private static func origin(of tool: Tool) -> [String] {
        let derived = tool.derivedFrom.map { other in
            let name = other.version.isEmpty ? other.name : "\(other.name) \(other.version)"
            return switch other.kind {
            case .extends: "Extends \(name)."
            case .compliesWith: "Complies with \(name)."
            case .inspiredBy: "Inspired by \(name)."
            }
        }
        return derived + tool.sources.map { "Source: \($0)" }
    }

    /// The identifier as a name for programs: letters, figures and underlines, with a capital in front.
    private static func name(of tool: Tool) -> String {
        let words = tool.id.split { !$0.isLetter && !$0.isNumber }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isLetter ?? false ? name : "Tool\(name)"
    }
}

extension Tool.Subject {
    /// The kind of resource that stands for it; `nil` for a case, which FHIR has no one kind for.
    fileprivate var resource: String? {
        switch self {
        case .child, .unborn: "Patient"
        case .carer: "RelatedPerson"
        case .case: nil
        case .practitioner: "Practitioner"
        }
    }
}

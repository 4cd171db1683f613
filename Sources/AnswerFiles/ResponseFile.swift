import CareTools
import DataFormats
import Diagnostics

/// QuestionnaireResponses of FHIR R4 in JSON: one, a Bundle of them, or one on each line.
///
/// Source: https://hl7.org/fhir/R4/questionnaireresponse.html
struct ResponseFile {
    private(set) var sheets: [AnswerFile.Sheet] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var holdsAnswers: Bool
    private let path: String

    init(_ bytes: [UInt8], path: String) {
        self.path = path
        // Files of other kinds are large, and are passed over without reading them.
        holdsAnswers = Self.names("QuestionnaireResponse", in: bytes)
        guard holdsAnswers else { return }
        if Self.isLines(bytes) {
            for line in JSONLines(bytes) { add(line) }
        } else {
            add(Swift.Result { () throws(JSONFault) in try JSONNode(parsing: bytes) })
        }
        if sheets.isEmpty, diagnostics.isEmpty { holdsAnswers = false }
    }

    /// Whether the letters of a name stand in the bytes, in UTF-8 or UTF-16.
    private static func names(_ name: String, in bytes: [UInt8]) -> Bool {
        let sought = Array(name.utf8)
        var matched = 0
        for byte in bytes where byte != 0 {
            if byte == sought[matched] {
                matched += 1
                if matched == sought.count { return true }
            } else {
                matched = byte == sought[0] ? 1 : 0
            }
        }
        return false
    }

    /// Whether each line is a document: among the first lines at least one is a whole resource by itself.
    private static func isLines(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split(maxSplits: 16) { $0 == 0x0A || $0 == 0x0D }
        guard lines.count > 1 else { return false }
        return lines.prefix(16).contains { line in
            guard line.first == UInt8(ascii: "{"), let node = try? JSONNode(parsing: Array(line)) else { return false }
            return node.member("resourceType") != nil
        }
    }

    private mutating func add(_ document: Swift.Result<JSONNode, JSONFault>) {
        switch document {
        case .failure(let fault):
            diagnostics.append(
                Diagnostic(
                    id: "answers.json",
                    severity: .error,
                    summary: fault.message,
                    place: Place(path: path, line: fault.line, column: fault.column)
                )
            )
        case .success(let node): add(node)
        }
    }

    private mutating func add(_ node: JSONNode) {
        if case .array(let elements) = node.value {
            for element in elements { add(element) }
            return
        }
        switch node.member("resourceType")?.string {
        case "QuestionnaireResponse":
            var reader = ResponseReader(node, path: path)
            sheets.append(reader.sheet())
        case "Bundle":
            for entry in node.member("entry")?.elements ?? [] {
                if let resource = entry.member("resource") { add(resource) }
            }
        default: break
        }
    }
}

public import CareTools  // It holds sheets of answers.
import DataFormats
public import Diagnostics  // It says what cannot be read.

/// A file of saved answers: a FHIR QuestionnaireResponse, a Bundle or lines of them, or a table with a row for each.
public struct AnswerFile: Sendable {
    /// The sheets, in the order of the file.
    public let sheets: [Sheet]
    /// What is wrong with the file as a whole.
    public let diagnostics: [Diagnostic]
    /// Whether the file holds answers, or was meant to: one that does not may be any other paper of a case.
    public let holdsAnswers: Bool

    /// The answers of one person at one time, as the file has them.
    public struct Sheet: Sendable, Hashable {
        /// The answers.
        public var answers: AnswerSheet
        /// What of it cannot be read.
        public var diagnostics: [Diagnostic]
    }

    /// Finds a tool by its identifier and version, without a version the latest.
    ///
    /// `nil` for one that is not known.
    public typealias ToolLookup = (_ id: String, _ version: String?) -> Tool?

    /// Reads a file, whose kind shows in what it holds.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: How places in it name it.
    ///   - given: The tool that the answers are for where the file does not say, and whose items a table may head by
    ///     their words.
    ///   - tools: Finds the tool of each row of a table.
    public init(_ bytes: [UInt8], path: String, for given: Tool? = nil, tools: ToolLookup) {
        let first = bytes.first { $0 > 0x20 && $0 < 0x7F }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            let file = ResponseFile(bytes, path: path)
            (sheets, diagnostics, holdsAnswers) = (file.sheets, file.diagnostics, file.holdsAnswers)
        } else if bytes.isEmpty || bytes.starts(with: [0x50, 0x4B]) || Self.isBinary(bytes) {
            (sheets, diagnostics, holdsAnswers) = ([], [], false)
        } else {
            let table = AnswerTable(DecodedText(bytes), path: path, for: given, tools: tools)
            (sheets, diagnostics, holdsAnswers) = (table.sheets, table.diagnostics, table.holdsAnswers)
        }
    }

    /// Whether the beginning holds NULs without being UTF-16.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let beginning = Array(bytes.prefix(4096))
        guard beginning.contains(0) else { return false }
        switch DecodedText(beginning).encoding {
        case .utf16LittleEndian, .utf16BigEndian: return false
        case .utf8, .windows1252: return true
        }
    }
}

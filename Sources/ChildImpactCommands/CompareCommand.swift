import CareTools
import DataFormats
import Definitions
import Diagnostics
import Exports

/// `compare`: lays results of one tool side by side.
struct CompareCommand {
    private let files: CaseFiles
    private let named: [String]
    private let tool: String?
    private let settings: Settings
    private let output: ResultFile?

    init(_ arguments: Arguments, _ settings: Settings) throws {
        output = try ResultFile(arguments, kinds: [.html, .json], inputs: arguments.operands)
        files = try CaseFiles(arguments.operands)
        named = arguments.operands
        tool = arguments.value("tool")
        self.settings = settings
    }

    func run() throws -> Outcome {
        let shelf = try ToolShelf(settings.definitions)
        let given = try tool.map(shelf.tool(named:))
        let reading = AnswerReading(files, named: named, tools: shelf, given: given, asOf: settings.asOf)
        let results = reading.sheets.compactMap(\.result)
        let comparison: Comparison
        do throws(ComparisonFault) {
            comparison = try Comparison(results, asOf: settings.asOf)
        } catch {
            return refusal(error, reading)
        }
        var outcome = Outcome()
        let json = JSONValue.object(ComparisonJSON.members(comparison) + [findings(reading, [])]).text + "\n"
        if let output {
            try output.write(output.kind == .json ? Array(json.utf8) : try sheet(comparison))
            if !settings.isQuiet { outcome.output = output.path + "\n" }
        } else if !settings.isJSON {
            outcome.output = ComparisonText(comparison).text
        }
        if settings.isJSON { outcome.output = json }
        outcome.errors = AnswerLines(reading, paths: files.paths, settings).findings(files.diagnostics)
        outcome.exitCode = reading.exitCode(files.diagnostics)
        return outcome
    }

    private func sheet(_ comparison: Comparison) throws -> [UInt8] {
        ComparisonSheet(comparison, asOf: settings.asOf, style: try settings.definitions.resultStyle()).bytes
    }

    /// All findings as a member.
    private func findings(_ reading: AnswerReading, _ more: [Diagnostic]) -> JSONValue.Member {
        let all = files.diagnostics + reading.diagnostics + reading.sheets.flatMap(\.diagnostics) + more
        return .init("diagnostics", .array(all.map { ReadingJSON.diagnostic($0, files.paths, settings) }))
    }

    /// A run that compares nothing, and why.
    private func refusal(_ fault: ComparisonFault, _ reading: AnswerReading) -> Outcome {
        let finding = Diagnostic(id: fault.id, severity: .error, summary: fault.words)
        var outcome = Outcome()
        outcome.exitCode = .nothingUsable
        if settings.isJSON { outcome.output = JSONValue.object([findings(reading, [finding])]).text + "\n" }
        outcome.errors = AnswerLines(reading, paths: files.paths, settings).findings(
            files.diagnostics + (settings.isJSON ? [] : [finding])
        )
        return outcome
    }
}

extension ComparisonFault {
    /// The kind of finding.
    fileprivate var id: String {
        switch self {
        case .fewerThanTwo: "compare.fewerThanTwo"
        case .severalTools: "compare.severalTools"
        case .severalSubjects: "compare.severalSubjects"
        case .subjectNotSaid: "compare.subjectNotSaid"
        case .birthDoesNotFit: "compare.birthDoesNotFit"
        case .noDay: "compare.noDay"
        }
    }
}

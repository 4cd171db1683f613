import CareTools
import DataFormats
import Definitions
import Diagnostics
import Exports

/// `score`: scores saved answers, and says how each score came about.
struct ScoreCommand {
    private let files: CaseFiles
    private let named: [String]
    private let tool: String?
    private let settings: Settings
    private let output: ResultFile?

    init(_ arguments: Arguments, _ settings: Settings) throws {
        output = try ResultFile(arguments, kinds: [.html, .xml, .json], inputs: arguments.operands)
        files = try CaseFiles(arguments.operands)
        named = arguments.operands
        tool = arguments.value("tool")
        self.settings = settings
    }

    func run() throws -> Outcome {
        let shelf = try ToolShelf(settings.definitions)
        let reading = AnswerReading(
            files,
            named: named,
            tools: shelf,
            given: try tool.map(shelf.tool(named:)),
            asOf: settings.asOf
        )
        let lines = AnswerLines(reading, paths: files.paths, settings)
        var outcome = Outcome()
        if let output, reading.sheets.contains(where: { $0.result != nil }) {
            try output.write(try bytes(reading, lines, output.kind))
            if !settings.isJSON, !settings.isQuiet { outcome.output = output.path + "\n" }
        }
        if settings.isJSON {
            outcome.output = reading.sheets.map { lines.score($0) + "\n" }.joined()
        } else if output == nil {
            outcome.output = reading.sheets.compactMap { sheet in sheet.result.map { ScoreText(sheet, $0).text } }
                .joined(separator: "\n")
        }
        outcome.errors = lines.findings(files.diagnostics)
        // In a folder what holds no answers is passed over; that nothing does must be said.
        if reading.sheets.isEmpty, outcome.errors.isEmpty {
            outcome.errors = "child-impact: error: no file in \(named.joined(separator: ", ")) holds saved answers\n"
        }
        outcome.exitCode = reading.exitCode(files.diagnostics)
        return outcome
    }

    private func bytes(_ reading: AnswerReading, _ lines: AnswerLines, _ kind: ResultFile.Kind) throws -> [UInt8] {
        let results = reading.sheets.compactMap(\.result)
        switch kind {
        case .json: return Array(reading.sheets.map { lines.score($0) + "\n" }.joined().utf8)
        case .xml: return AssessmentXML.bytes(of: results, asOf: settings.asOf)
        case .html:
            guard results.count == 1, let result = results.first else {
                throw UsageError(
                    message: "a result sheet is of one person's answers, and \(results.count) were read; "
                        + "name one file, or write .xml or .json"
                )
            }
            return ResultSheet(result, asOf: settings.asOf, style: try settings.definitions.resultStyle()).bytes
        }
    }
}

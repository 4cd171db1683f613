import AnswerFiles
import CareTools
import DataFormats
import Diagnostics
import Exports

/// `score`: scores saved answers, and says how each score came about.
struct ScoreCommand {
    private let files: CaseFiles
    private let named: [String]
    private let tool: String?
    private let settings: Settings

    init(_ arguments: Arguments, _ settings: Settings) throws {
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
        var outcome = Outcome()
        let lines = AnswerLines(reading, paths: files.paths, settings)
        outcome.output = reading.sheets.map { lines.score($0) + "\n" }.joined()
        outcome.errors = lines.findings(files.diagnostics)
        outcome.exitCode = reading.exitCode(files.diagnostics)
        return outcome
    }
}

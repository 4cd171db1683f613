import DataFormats
import Diagnostics
import EventFiles

/// `check`: reads everything, reports every finding, writes nothing.
struct CheckCommand {
    private let files: CaseFiles
    private let settings: Settings

    init(_ arguments: Arguments, _ settings: Settings) throws {
        files = try CaseFiles(arguments.operands)
        self.settings = settings
    }

    func run() throws -> Outcome {
        let reading = CaseReading(checking: files.files, options: try settings.readOptions())
        let diagnostics = files.diagnostics + reading.diagnostics
        var outcome = Outcome()
        if settings.isJSON {
            outcome.output =
                JSONValue.sorted(ReadingJSON.members(reading, diagnostics, files.paths, settings)).text + "\n"
        } else {
            outcome.output = FileTable.text(reading) + CoverageTable.text(reading)
            outcome.errors = DiagnosticText.lines(
                diagnostics,
                paths: files.paths,
                showsValues: settings.showsValues,
                shown: settings.isQuiet ? [.error] : [.error, .warning, .note],
                most: 100,
                restIsIn: "all are in the result of --json"
            )
        }
        outcome.exitCode = reading.exitCode(diagnostics)
        return outcome
    }
}

extension CaseReading {
    /// How a run over these files ends: well, with some input not used, or with nothing that can be used.
    func exitCode(_ diagnostics: [Diagnostic]) -> ExitCode {
        if familyCount == 0 { return .nothingUsable }
        let isWhole =
            files.allSatisfy { $0.rejected == 0 && ($0.isUsed || $0.isOwn) }
            && !diagnostics.contains { $0.severity == .error }
        return isWhole ? .allUsed : .someNotUsed
    }
}

import CareTools
import DataFormats
import Definitions
import Diagnostics
import EventFiles
import Exports

/// `report`: counts saved screens, surveys or audits.
struct ReportCommand {
    private let kind: ReportKind
    private let files: CaseFiles
    private let named: [String]
    private let tool: String?
    private let options: Report.Options
    private let output: Output?
    private let settings: Settings

    /// A file to write.
    private struct Output {
        let folder: OutputFolder
        let name: String
        let form: Form
    }

    private enum Form: String, CaseIterable {
        case html, csv, json
    }

    init(_ arguments: Arguments, _ settings: Settings) throws {
        let known = ReportKind.allCases.map(\.rawValue)
        guard let word = arguments.operands.first else {
            throw UsageError(message: "no kind of report is named; it is one of \(known.joined(separator: ", "))")
        }
        guard let kind = ReportKind(rawValue: word) else {
            let near = nearestWords(to: word, in: known, most: 1)
            let hint = near.first.map { "did you mean '\($0)'?" } ?? "it is one of \(known.joined(separator: ", "))"
            throw UsageError(message: "there is no report '\(word)'; \(hint)")
        }
        self.kind = kind
        named = Array(arguments.operands.dropFirst())
        let form = try arguments.value("output").map(Self.form)
        let path = arguments.value("output")
        files = try CaseFiles(named) { form != nil && FileSystem.resolved($0) == path.map(FileSystem.resolved) }
        tool = arguments.value("tool")
        options = Report.Options(
            showsSmallCounts: arguments.has("show-small"),
            showsWords: arguments.has("show-values")
        )
        self.settings = settings
        if let path, let form {
            let parts = PathParts(path)
            output = Output(
                folder: OutputFolder(
                    parts.folder,
                    isForced: arguments.has("force"),
                    inputs: files.files.map { FileSystem.resolved($0.path) }
                ),
                name: parts.name,
                form: form
            )
        } else {
            output = nil
        }
    }

    private static func form(_ path: String) throws(UsageError) -> Form {
        guard let form = Form.allCases.first(where: { path.lowercased().hasSuffix(".\($0.rawValue)") }) else {
            throw UsageError(message: "the name of a report ends with .html, .csv or .json, not '\(path)'")
        }
        return form
    }

    func run() throws -> Outcome {
        let shelf = try ToolShelf(settings.definitions)
        let given = try tool.map(shelf.tool(named:))
        if let given, !kind.covers(given) {
            throw UsageError(message: "'\(given.id)' is no tool that 'report \(kind.rawValue)' is about")
        }
        let reading = AnswerReading(
            files,
            named: named,
            tools: shelf,
            given: given,
            refusesOthers: false,
            asOf: settings.asOf
        )
        let report = Report(
            kind,
            of: reading.sheets.compactMap(\.result),
            tool: given?.id,
            asOf: settings.asOf,
            options: options
        )
        let sources = ReportSources(reading, files.diagnostics)
        var outcome = Outcome()
        let lines = AnswerLines(reading, paths: files.paths, settings)
        // Which answers lack what would tell counts that are hidden: it is for whoever runs this, not in the report.
        outcome.errors = lines.findings(
            files.diagnostics,
            andOfResults: !settings.isJSON || !options.showsSmallCounts,
            restIsIn: "all are in the result of --json --show-small"
        )
        guard !report.parts.isEmpty else {
            outcome.errors += "child-impact: error: \(nothing(reading, given?.id))\n"
            outcome.exitCode = .nothingUsable
            return outcome
        }
        if let output { try write(report, sources, to: output) }
        if settings.isJSON {
            var members = ReportJSON.members(report, sources)
            if options.showsSmallCounts { members["diagnostics"] = .array(lines.allFindings(files.diagnostics)) }
            outcome.output = JSONValue.sorted(members).text + "\n"
        } else if let output {
            outcome.output = output.folder.path(of: output.name) + "\n"
        } else {
            outcome.output = ReportText(report, sources).text
        }
        outcome.exitCode = reading.exitCode(files.diagnostics)
        return outcome
    }

    private func nothing(_ reading: AnswerReading, _ tool: String?) -> String {
        let drafts = reading.sheets.compactMap(\.result).filter { result in
            result.response.status == .inProgress && kind.covers(result.tool)
                && (tool == nil || tool == result.tool.id)
        }
        guard drafts.isEmpty else { return "all answers are still in progress, and a report leaves them out" }
        return switch kind {
        case .screening: "there are no saved answers to \(tool ?? "a tool that suggests a next step")"
        case .survey: "there are no saved answers to \(tool ?? "a survey of practitioners")"
        case .audit: "there are no saved answers to \(tool ?? "an audit")"
        }
    }

    private func write(_ report: Report, _ sources: ReportSources, to output: Output) throws {
        let bytes: [UInt8] =
            switch output.form {
            case .html: ReportPage(report, sources, style: try settings.definitions.reportStyle()).bytes
            case .csv: ReportCSV.bytes(report)
            case .json: ReportJSON.bytes(report, sources)
            }
        try output.folder.checkWay(output.name)
        try output.folder.write([(output.name, bytes)])
    }
}

extension ReportSources {
    /// Counts what was read; reasons stand without the file that they are about.
    init(_ reading: AnswerReading, _ others: [Diagnostic]) {
        let refused = reading.sheets.filter { $0.result == nil }
        let errors = (others + reading.diagnostics + refused.flatMap(\.diagnostics)).filter { $0.severity == .error }
        let counts = Dictionary(errors.map { ($0.summary, 1) }, uniquingKeysWith: +)
        self.init(
            files: reading.files.count,
            used: reading.sheets.count { $0.result.map { $0.response.status != .inProgress } ?? false },
            refused: refused.count,
            reasons: counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { ReportSources.Reason(words: $0.key, count: $0.value) }
        )
    }
}

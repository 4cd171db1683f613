import CareTools
import DataFormats
import Diagnostics
import Exports

/// What was read from saved answers, as lines for machines and findings for people.
struct AnswerLines {
    private let reading: AnswerReading
    private let paths: [String: String]
    private let settings: Settings

    init(_ reading: AnswerReading, paths: [String: String], _ settings: Settings) {
        self.reading = reading
        self.paths = paths
        self.settings = settings
    }

    /// One result as JSON on one line: what the form writes too, then where it comes from.
    func score(_ sheet: AnswerReading.Sheet) -> String {
        var members = sheet.result.map(ResultJSON.members) ?? []
        members.append(.init("path", .string(sheet.path)))
        if let line = sheet.line { members.append(.init("line", .number(line))) }
        members.append(.init("status", .string(sheet.status.rawValue)))
        members.append(.init("diagnostics", .array(sheet.diagnostics.map(finding))))
        return JSONValue.object(members).text
    }

    private func finding(_ diagnostic: Diagnostic) -> JSONValue {
        ReadingJSON.diagnostic(diagnostic, paths, settings)
    }

    /// All findings, those of the results too, for machines.
    func allFindings(_ others: [Diagnostic]) -> [JSONValue] {
        (others + reading.diagnostics + reading.sheets.flatMap(\.diagnostics)).map(finding)
    }

    /// Findings as lines; those of the results only where they do not stand with them in the machine form.
    func findings(_ others: [Diagnostic]) -> String {
        findings(others, andOfResults: !settings.isJSON, restIsIn: "all are in the result of --json")
    }

    /// Findings that belong to no result, and those of the results where they are wanted, as lines.
    func findings(_ others: [Diagnostic], andOfResults hasThose: Bool, restIsIn rest: String) -> String {
        DiagnosticText.lines(
            others + reading.diagnostics + (hasThose ? reading.sheets.flatMap(\.diagnostics) : []),
            paths: paths,
            showsValues: settings.showsValues,
            shown: settings.isQuiet ? [.error] : [.error, .warning, .note],
            most: 100,
            restIsIn: rest
        )
    }
}

extension AnswerReading {
    /// How a run over these answers ends: well, with some input not used, or with nothing that can be used.
    func exitCode(_ others: [Diagnostic]) -> ExitCode {
        guard sheets.contains(where: { $0.result != nil }) else { return .nothingUsable }
        let all = others + diagnostics + sheets.flatMap(\.diagnostics)
        return all.contains { $0.severity == .error } ? .someNotUsed : .allUsed
    }
}

import DataFormats
import Diagnostics

/// Findings of a run that reads no events.
enum FindingsText {
    /// A run that did nothing, and why.
    static func failure(_ diagnostics: [Diagnostic], _ settings: Settings) -> Outcome {
        var outcome = Outcome()
        outcome.exitCode = .nothingUsable
        if settings.isJSON {
            outcome.output =
                JSONValue.sorted([
                    "diagnostics": .array(diagnostics.map { json($0, settings) }), "files": .array([]),
                    "outputs": .array([]),
                ]).text + "\n"
        } else {
            outcome.errors = DiagnosticText.lines(
                diagnostics,
                paths: [:],
                showsValues: settings.showsValues,
                shown: [.error, .warning],
                most: 100,
                restIsIn: "all are in the result of --json"
            )
        }
        return outcome
    }

    /// One finding for machines.
    static func json(_ diagnostic: Diagnostic, _ settings: Settings) -> JSONValue {
        var members: [String: JSONValue] = [
            "column": .optional(diagnostic.place?.column), "id": .string(diagnostic.id),
            "line": .optional(diagnostic.place?.line), "path": .optional(diagnostic.place?.path),
            "severity": .string(diagnostic.severity.rawValue), "summary": .string(diagnostic.summary),
        ]
        if let suggestion = diagnostic.suggestion { members["suggestion"] = .string(suggestion) }
        if settings.showsValues, let value = diagnostic.value { members["value"] = .string(value) }
        return .sorted(members)
    }
}

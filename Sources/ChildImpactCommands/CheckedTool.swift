import CareTools
import DataFormats
import Diagnostics

/// A definition that was checked.
struct CheckedTool {
    /// The file as the user named it; `nil` for a definition that is loaded.
    let path: String?
    /// The tool; `nil` where faults leave none.
    let tool: CareTools.Tool?
    /// The faults, in the order of the file.
    let diagnostics: [Diagnostic]

    /// The line that says that it is in order; `nil` where it is not.
    var line: String? {
        guard let tool, diagnostics.isEmpty else { return nil }
        let name = "\(tool.id) \(tool.version)"
        return path.map { "\($0): ok: \(name)\n" } ?? "\(name): ok\n"
    }

    var json: JSONValue {
        .sorted([
            "diagnostics": .array(
                diagnostics.map { fault in
                    .sorted([
                        "column": .optional(fault.place?.column),
                        "id": .string(fault.id),
                        "line": .optional(fault.place?.line),
                        "severity": .string(fault.severity.rawValue),
                        "suggestion": .optional(fault.suggestion),
                        "summary": .string(fault.summary),
                    ])
                }
            ),
            "id": .optional(tool?.id),
            "ok": .bool(diagnostics.isEmpty),
            "path": .optional(path),
            "version": .optional(tool?.version),
        ])
    }
}

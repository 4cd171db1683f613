import CaseDates
import DataFormats
import Diagnostics
import EventFiles
import ImpactChronology

/// The machine form of what was read; the names of members are in order.
enum ReadingJSON {
    /// The members that `build` and `check` share.
    static func members(
        _ reading: CaseReading,
        _ diagnostics: [Diagnostic],
        _ paths: [String: String],
        _ settings: Settings
    )
        -> [String: JSONValue]
    {
        [
            "diagnostics": .array(diagnostics.map { diagnostic($0, paths, settings) }),
            "events": .number(reading.files.reduce(0) { $0 + $1.events }),
            "files": .array(reading.files.map(file)),
            "merged": .number(reading.files.reduce(0) { $0 + $1.merged }),
            // Rows of different agencies are not compared yet; a nought would say that there are none.
            "possibleDuplicates": .null,
            "rejected": .number(reading.files.reduce(0) { $0 + $1.rejected }),
            "rows": .number(reading.files.reduce(0) { $0 + $1.rows }),
            "undated": .number(reading.undatedCount),
        ]
    }

    private static func file(_ file: FileReport) -> JSONValue {
        .sorted([
            "events": .number(file.events),
            "first": .optional(file.firstDay?.description),
            "format": .string(file.format),
            "last": .optional(file.lastDay?.description),
            "mapping": mapping(file.parts.first?.columns ?? []),
            "merged": .number(file.merged),
            "parts": .array(file.parts.filter { $0.name != nil }.map(part)),
            "path": .string(file.path),
            "rejected": .number(file.rejected),
            "rows": .number(file.rows),
            "table": .optional(file.kind?.rawValue),
            "unused": .array((file.parts.first?.unused ?? []).map { .string($0) }),
        ])
    }

    private static func part(_ part: PartReport) -> JSONValue {
        .sorted([
            "events": .number(part.events),
            "first": .optional(part.firstDay?.description),
            "last": .optional(part.lastDay?.description),
            "mapping": mapping(part.columns),
            "merged": .number(part.merged),
            "name": .optional(part.name),
            "note": .optional(part.note),
            "rejected": .number(part.rejected),
            "rows": .number(part.rows),
            "table": .optional(part.kind?.rawValue),
        ])
    }

    private static func mapping(_ columns: [(field: Field, heading: String)]) -> JSONValue {
        .array(
            columns.map { field, heading in
                .sorted(["field": .string(field.rawValue), "heading": .string(heading)])
            }
        )
    }

    private static func diagnostic(
        _ diagnostic: Diagnostic,
        _ paths: [String: String],
        _ settings: Settings
    ) -> JSONValue {
        let place = diagnostic.place
        var members: [String: JSONValue] = [
            "cell": .optional(place?.cell),
            "column": .optional(place?.column),
            "id": .string(diagnostic.id),
            "line": .optional(place?.line),
            "path": .optional(place.map { paths[$0.path] ?? $0.path }),
            "severity": .string(diagnostic.severity.rawValue),
            "summary": .string(diagnostic.summary),
        ]
        if let suggestion = diagnostic.suggestion { members["suggestion"] = .string(suggestion) }
        if settings.showsValues, let value = diagnostic.value { members["value"] = .string(value) }
        return .sorted(members)
    }
}

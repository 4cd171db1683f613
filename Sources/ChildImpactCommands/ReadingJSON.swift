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
            "conflicts": .number(reading.conflictCount),
            "diagnostics": .array(diagnostics.map { diagnostic($0, paths, settings) }),
            "events": .number(reading.files.reduce(0) { $0 + $1.events }),
            "files": .array(reading.files.map(file)),
            "merged": .number(reading.files.reduce(0) { $0 + $1.merged }),
            "gaps": .array(
                reading.chronologies.enumerated().flatMap { number, chronology in
                    chronology.gaps.map { gap($0, number + 1) }
                }
            ),
            "possibleDuplicates": .number(reading.duplicateCount),
            "rejected": .number(reading.files.reduce(0) { $0 + $1.rejected }),
            "rows": .number(reading.files.reduce(0) { $0 + $1.rows }),
            "sources": .array(
                reading.chronologies.enumerated().flatMap { number, chronology in
                    chronology.sources.map { source($0, chronology, number + 1) }
                }
            ),
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

    /// A family is known by its number in the order of the output, as its name is a name.
    private static func gap(_ gap: Gap, _ family: Int) -> JSONValue {
        .sorted([
            "agency": .optional(gap.agency),
            "coveredBy": .array(gap.coveredBy.map { .string($0) }),
            "days": .number(gap.days),
            "family": .number(family),
            "from": .string(gap.from.description),
            "mayHold": .number(gap.mayHold),
            "position": .string(gap.position.rawValue),
            "says": .string(gap.words),
            "to": .string(gap.to.description),
        ])
    }

    private static func source(_ source: Source, _ chronology: Chronology, _ family: Int) -> JSONValue {
        let coverage = Coverage(of: source, in: chronology)
        return .sorted([
            "agency": .string(source.agency),
            "coversFrom": .optional(source.coversFrom?.text),
            "coversTo": .optional(source.coversTo?.text),
            "currentAsOf": .optional(source.currentAsOf?.text),
            "events": .number(coverage.dated),
            "family": .number(family),
            "first": .optional(coverage.first?.value?.description),
            "last": .optional(coverage.last?.value?.description),
            "outside": .number(coverage.outside),
            "undated": .number(coverage.undated),
        ])
    }

    /// What changed, by the identifiers of accounts.
    static func changes(_ changes: ChronologyChanges) -> JSONValue {
        .sorted([
            "added": .array(changes.added.map { .string($0.id.text) }),
            "changed": .array(
                changes.changed.map {
                    .sorted(["after": .string($0.after.id.text), "before": .string($0.before.id.text)])
                }
            ),
            "gone": .array(changes.gone.map { .string($0.id.text) }),
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

    /// One finding, as `check --json` has it.
    static func diagnostic(
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

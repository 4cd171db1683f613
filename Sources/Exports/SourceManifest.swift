public import CaseDates  // The as-of date is a calendar day.
import DataFormats
public import ImpactChronology  // It lists the files of a chronology.

/// The files that a chronology was made from, each with its digest, as JSON.
public enum SourceManifest {
    /// Returns the file; anybody can check with `sha256sum` that a source is the one that was used.
    public static func bytes(of files: [FileAccount], asOf: CalendarDay) -> [UInt8] {
        let list = files.map { file in
            JSONValue.sorted([
                "events": .number(file.events), "format": .string(file.format), "merged": .number(file.merged),
                "name": .string(file.name), "rejected": .number(file.rejected), "rows": .number(file.rows),
                "sha256": .string(file.digest),
            ])
        }
        // The generator comes first: by it the file is known again as one of our own.
        let value = JSONValue.object([
            .init("generator", .string("child-impact")), .init("asOf", .string(asOf.description)),
            .init("files", .array(list)),
        ])
        return Array((value.text + "\n").utf8)
    }
}

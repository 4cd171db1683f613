public import CaseDates  // The as-of date is a calendar day.
import DataFormats
public import ImpactChronology  // It lists the files of a chronology.

/// The files that a chronology was made from, as JSON: each with its digest, its counts, and which column was read as
/// which field.
public enum SourceManifest {
    /// A column of a file and the field it was read as; without a field it is kept with each event as it is.
    public struct Column: Sendable, Hashable {
        let heading: String
        let field: String?
        let part: String?

        /// Makes a column.
        public init(heading: String, field: String?, part: String? = nil) {
            self.heading = heading
            self.field = field
            self.part = part
        }

        fileprivate var value: JSONValue {
            var members: [String: JSONValue] = ["field": .optional(field), "heading": .string(heading)]
            if let part { members["part"] = .string(part) }
            return .sorted(members)
        }
    }

    /// Returns the document; anybody can check with `sha256sum` that a file is the one that was used.
    public static func bytes(
        of files: [FileAccount],
        columns: [String: [Column]],
        asOf: CalendarDay
    ) -> [UInt8] {
        let list = files.map { file in
            let columns = (columns[file.name] ?? []).map { column in
                column.value
            }
            return JSONValue.sorted([
                "columns": .array(columns), "events": .number(file.events), "format": .string(file.format),
                "merged": .number(file.merged), "name": .string(file.name), "rejected": .number(file.rejected),
                "rows": .number(file.rows), "sha256": .string(file.digest),
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

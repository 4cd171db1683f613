import CaseDates
import EventFiles

/// A table of the files for the terminal: what each is, its sheets or lists, its rows, and which column was taken for
/// which field.
enum FileTable {
    static func text(_ reading: CaseReading) -> String {
        var rows = [
            ["file", "format", "sheet or list", "table", "rows", "events", "merged", "rejected", "first", "last"]
        ]
        for file in reading.files {
            let parts = file.parts.filter { $0.name != nil }
            guard parts.count > 1 || parts.contains(where: { $0.note != nil }) else {
                rows.append(line(file, part: parts.first?.name ?? "", kind: file.kind?.rawValue ?? ""))
                continue
            }
            // The file as a whole, then each of its parts.
            rows.append(line(file, part: "", kind: ""))
            for part in parts { rows.append(line(part)) }
        }
        let sums = [\FileReport.rows, \.events, \.merged, \.rejected].map { count in
            String(reading.files.reduce(0) { $0 + $1[keyPath: count] })
        }
        rows.append(["all", "", "", ""] + sums + ["", ""])
        return AlignedTable.text(rows, rightAligned: 4...7) + mappings(reading)
    }

    private static func line(_ file: FileReport, part: String, kind: String) -> [String] {
        let isOther = file.kind == .family || file.kind == .sources
        let counts = [file.rows, file.events, file.merged, file.rejected].map(String.init)
        return [file.name, file.format, part, kind]
            + (isOther && file.rows == 0 ? ["", "", "", ""] : counts)
            + [file.firstDay?.description ?? "", file.lastDay?.description ?? ""]
    }

    private static func line(_ part: PartReport) -> [String] {
        let counts = [part.rows, part.events, part.merged, part.rejected].map(String.init)
        return ["", "", part.name ?? "", part.kind?.rawValue ?? part.note ?? "no table"]
            + (part.rows == 0 ? ["", "", "", ""] : counts)
            + [part.firstDay?.description ?? "", part.lastDay?.description ?? ""]
    }

    private static func mappings(_ reading: CaseReading) -> String {
        var text = ""
        for file in reading.files {
            for part in file.parts where !part.columns.isEmpty {
                let used = part.columns.map { field, heading in
                    let name = heading.trimmingBlanks
                    return HeadingTable.folded(name) == HeadingTable.folded(field.rawValue)
                        ? field.rawValue : "\(field.rawValue) = '\(name)'"
                }
                let name = part.name.map { "\(file.name), \($0)" } ?? file.name
                text += "\n\(name): \(used.joined(separator: ", "))\n"
            }
        }
        return text
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

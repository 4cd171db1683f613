import CaseDates
import EventFiles

/// A table of the files for the terminal: what each is, its rows, and which column was taken for which field.
enum FileTable {
    static func text(_ reading: CaseReading) -> String {
        var rows = [["file", "table", "rows", "events", "merged", "rejected", "first", "last"]]
        for file in reading.files {
            let counts = [file.rows, file.events, file.merged, file.rejected].map(String.init)
            rows.append(
                [file.name, file.kind?.rawValue ?? file.format]
                    + (file.kind == .family || file.kind == .sources ? ["", "", "", ""] : counts)
                    + [file.firstDay?.description ?? "", file.lastDay?.description ?? ""]
            )
        }
        let sums = [\FileReport.rows, \.events, \.merged, \.rejected].map { count in
            String(reading.files.reduce(0) { $0 + $1[keyPath: count] })
        }
        rows.append(["all", ""] + sums + ["", ""])
        var text = aligned(rows)
        for file in reading.files {
            guard let mapping = file.mapping else { continue }
            let used = mapping.used.map { field, heading in
                let name = heading.trimmingBlanks
                return HeadingTable.folded(name) == HeadingTable.folded(field.rawValue)
                    ? field.rawValue : "\(field.rawValue) = '\(name)'"
            }
            text += "\n\(file.name): \(used.joined(separator: ", "))\n"
        }
        return text
    }

    private static func aligned(_ rows: [[String]]) -> String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return (2...5).contains(column) ? padding + cell : cell + padding
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
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

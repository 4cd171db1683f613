import CaseDates
import Diagnostics

/// Finds the table of an extract in the rows of a file or sheet, by its headings.
struct ExtractTableReader {
    /// What was found: the extract and its table, the row of the headings, and their columns.
    struct Match {
        let extract: Extract
        let table: ExtractTable
        let headingRow: Int
        let strength: Int
    }

    /// Returns the best match; the first definition on a tie.
    ///
    /// The headings may stand in any of the first rows, below titles.
    static func match(_ rows: [[TableCell]], in extracts: [Extract]) -> Match? {
        var best: Match?
        for (index, row) in rows.prefix(TableReader.mostTitleRows).enumerated()
        where row.count(where: { !$0.isBlank }) > 1 {
            let headings = row.map(\.text)
            for extract in extracts {
                for table in extract.tables {
                    guard let strength = table.strength(among: headings), strength > best?.strength ?? 0 else {
                        continue
                    }
                    best = Match(extract: extract, table: table, headingRow: index, strength: strength)
                }
            }
            if best != nil { break }
        }
        return best
    }

    /// Reads the rows below the headings of a match.
    static func read(
        _ rows: [[TableCell]],
        as match: Match,
        in file: SourceFile,
        part: TablePart?,
        dates: DateReader
    ) -> (rows: ExtractRows, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let headings = rows[match.headingRow]
        func place(_ cell: TableCell?) -> Place {
            TablePart.place(in: file, part, line: cell?.line, column: part?.naming == .sheet ? cell?.column : nil)
        }
        let titles = rows[..<match.headingRow].filter { !$0.allSatisfy(\.isBlank) }
        if !titles.isEmpty {
            diagnostics.append(
                Diagnostic(
                    id: "table.titleRows",
                    severity: .note,
                    summary: "the rows above the headings are titles and are not read",
                    place: place(headings.first)
                )
            )
        }
        var columns: [ExtractColumn?] = []
        var taken: Set<String> = []
        for heading in headings {
            var column = match.table.column(named: heading.text)
            // Of two columns with one name the first is read as the definition has it, the other is kept beside.
            if let known = column, !taken.insert(known.name).inserted { column = nil }
            columns.append(column)
        }
        let unknown = zip(headings, columns).filter { $1 == nil && !$0.isBlank }.map { "'\($0.0.trimmed)'" }
        if !unknown.isEmpty {
            diagnostics.append(
                Diagnostic(
                    id: "table.columns.unused",
                    severity: .note,
                    summary: "columns with no field are kept with each event: \(unknown.joined(separator: ", "))",
                    place: place(headings.first)
                )
            )
        }
        let notKept = columns.compactMap(\.self).filter { !$0.isKept }.map { "'\($0.name)'" }
        if !notKept.isEmpty {
            diagnostics.append(
                Diagnostic(
                    id: "table.columns.notKept",
                    severity: .note,
                    summary: "columns that the definition leaves out are not kept: \(notKept.joined(separator: ", "))",
                    place: place(headings.first)
                )
            )
        }
        var result = ExtractRows(match.table, of: match.extract, in: file, part: part, dates: dates)
        let body = rows[(match.headingRow + 1)...].filter { $0.contains(where: match.extract.isFilled) }
        let serials = columns.indices.filter { index in
            columns[index].map(match.table.isDate) ?? false && holdsSerials(index, body, match.extract, dates)
        }
        if !serials.isEmpty {
            let names = serials.map { "'\(headings[$0].trimmed)'" }.joined(separator: ", ")
            diagnostics.append(
                Diagnostic(
                    id: "table.serials",
                    severity: .note,
                    summary: "spreadsheet numbers are read as the days that they stand for: \(names)",
                    place: place(headings.first)
                )
            )
        }
        for row in body {
            // In a CSV file a cell too many has moved all cells behind it under other headings.
            if part == nil, row.count > headings.count, !row[headings.count...].allSatisfy(\.isBlank) {
                result.refuse(row, under: headings.map(\.trimmed))
                continue
            }
            var record = ExtractRecord(start: row.first ?? TableCell(text: ""))
            for (index, cell) in row.enumerated() {
                let cell = serials.contains(index) ? day(cell, dates) : cell
                if index < columns.count, let column = columns[index] {
                    record.add(cell, to: column)
                } else if !cell.isBlank {
                    record.add(cell, under: index < headings.count ? headings[index].trimmed : "")
                }
            }
            result.take(record)
        }
        return (result, diagnostics)
    }

    /// Whether every date in a column is a spreadsheet's number for a day.
    private static func holdsSerials(
        _ column: Int,
        _ rows: [[TableCell]],
        _ extract: Extract,
        _ dates: DateReader
    ) -> Bool {
        var hasAny = false
        for row in rows where column < row.count && extract.isFilled(row[column]) {
            guard (try? dates.readSerial(row[column].trimmed)) != nil else { return false }
            hasAny = true
        }
        return hasAny
    }

    /// A cell with the day that its number stands for.
    private static func day(_ cell: TableCell, _ dates: DateReader) -> TableCell {
        guard let date = try? dates.readSerial(cell.trimmed), let value = date.value else { return cell }
        let time = date.time.map { " \($0.description)" } ?? ""
        return TableCell(text: value.description + time, line: cell.line, column: cell.column)
    }
}

extension ExtractTable {
    /// Whether a column holds dates.
    fileprivate func isDate(_ column: ExtractColumn) -> Bool {
        [child.birth, child.expectedBirth, child.death].contains { $0?.name == column.name }
            || events.contains { $0.dateColumns.contains(column.name) }
    }
}

import DataFormats
import Diagnostics

/// Finds the table in the rows of a file: titles, headings, rows, headings again.
struct TableReader {
    let file: SourceFile
    let format: String
    let options: ReadOptions
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the rows are lines of prose: no heading is known, and the lines are not alike in their cells.
    private(set) var isProse = false

    /// How many rows at the top may be titles.
    static let mostTitleRows = 30

    init(file: SourceFile, format: String, options: ReadOptions) {
        self.file = file
        self.format = format
        self.options = options
    }

    /// Returns the table; `nil` when there is no row at all, or only prose.
    mutating func table(of rows: [[TableCell]]) -> Table? {
        guard let match = headingRow(in: rows) else { return nil }
        if match.match.count == 0, Self.isProse(rows) {
            isProse = true
            return nil
        }
        let headings = rows[match.index].map(\.text)
        let place = place(of: rows[match.index])
        if match.index > 0, rows[..<match.index].contains(where: { !$0.allSatisfy(\.isBlank) }) {
            note("table.titleRows", "the rows above the headings are titles and are not read", place)
        }
        let mapping: TableMapping?
        var fault: Diagnostic?
        switch match.match.mapping(at: place, in: options.headings) {
        case .success(let found): mapping = found
        case .failure(let faults):
            mapping = nil
            fault = faults.diagnostics.first
            diagnostics += faults.diagnostics
        }
        let body = self.body(of: rows[(match.index + 1)...], headings: headings, mapping: mapping)
        if let mapping, !mapping.unused.isEmpty {
            let names = mapping.unused.map { "'\($0.trimmed)'" }.joined(separator: ", ")
            note("table.columns.unused", "columns with no field are kept with each event: \(names)", place)
        }
        return Table(file: file, format: format, mapping: mapping, headings: headings, rows: body, fault: fault)
    }

    /// Whether fewer than seven in ten lines have the same number of cells, or most have only one.
    private static func isProse(_ rows: [[TableCell]]) -> Bool {
        let lengths = rows.filter { !$0.allSatisfy(\.isBlank) }.map(\.count)
        let alike = Dictionary(lengths.map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = alike.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return false }
        return most.key == 1 || most.value * 10 < lengths.count * 7
    }

    private func headingRow(in rows: [[TableCell]]) -> (index: Int, match: HeadingMatch)? {
        var best: (index: Int, match: HeadingMatch)?
        var seen = 0
        for (index, row) in rows.enumerated() where !row.allSatisfy(\.isBlank) {
            seen += 1
            if seen > Self.mostTitleRows { break }
            let match = Self.bestMatch(row.map(\.text), options)
            if let current = best, !match.isBetter(than: current.match) { continue }
            best = (index, match)
            // Rows below complete headings are data.
            if match.isComplete { break }
        }
        return best
    }

    /// The kind of table for which a row serves best as headings; events on a tie.
    static func bestMatch(_ headings: [String], _ options: ReadOptions) -> HeadingMatch {
        let folded = headings.map(HeadingTable.folded)
        let matches = TableKind.allCases.map { kind in
            HeadingMatch(headings, folded: folded, as: kind, in: options.headings, assigned: options.assigned)
        }
        return matches.dropFirst().reduce(matches[0]) { $1.isBetter(than: $0) ? $1 : $0 }
    }

    private mutating func body(
        of rows: ArraySlice<[TableCell]>,
        headings: [String],
        mapping: TableMapping?
    ) -> [Table.Row] {
        let folded = headings.map(HeadingTable.folded)
        var body: [Table.Row] = []
        body.reserveCapacity(rows.count)
        for row in rows where !row.allSatisfy(\.isBlank) {
            if isHeadingsAgain(row, folded) {
                note("table.headings.again", "the headings are repeated; the row is not an event", place(of: row))
            } else if let year = yearHeading(row, mapping) {
                note("table.yearHeading", "\(year) alone on a row gives the year to the rows below", place(of: row))
                body.append(.yearHeading(year))
            } else {
                body.append(.cells(row))
            }
        }
        return body
    }

    private func isHeadingsAgain(_ row: [TableCell], _ headings: [String]) -> Bool {
        guard let first = row.first(where: { !$0.isBlank }) else { return false }
        // Most rows are told apart by their first cell alone.
        guard headings.contains(HeadingTable.folded(first.text)) else { return false }
        let cells = row.map { HeadingTable.folded($0.text) }
        let alike = zip(cells, headings).count { $0 == $1 && !$0.isEmpty }
        // A cell that says anything else would be lost with the row.
        return alike >= 2 && alike == cells.count { !$0.isEmpty }
    }

    private func yearHeading(_ row: [TableCell], _ mapping: TableMapping?) -> Int? {
        guard let mapping, mapping.kind == .events, let date = mapping.columns[.date], date < row.count else {
            return nil
        }
        let filled = row.indices.filter { !row[$0].isBlank }
        guard filled.count == 1, filled[0] == date || filled[0] == 0 else { return nil }
        var text = row[filled[0]].trimmed
        if text.hasSuffix(":") { text.removeLast() }
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(text),
            (1900...2100).contains(year)
        else { return nil }
        return year
    }

    private func place(of row: [TableCell]) -> Place {
        Place(path: file.name, line: row.first?.line, column: nil, cell: row.first?.name)
    }

    private mutating func note(_ id: String, _ summary: String, _ place: Place) {
        diagnostics.append(Diagnostic(id: id, severity: .note, summary: summary, place: place))
    }
}

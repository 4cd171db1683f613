import CaseDates
import DataFormats
import Diagnostics

/// Finds the tables in the rows of a file: titles, headings, rows, headings again.
struct TableReader {
    let file: SourceFile
    let part: TablePart?
    let options: ReadOptions
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the rows are lines of prose: no heading is known, and the lines are not alike in their cells.
    private(set) var isProse = false

    /// How many rows at the top may be titles.
    static let mostTitleRows = 30

    init(file: SourceFile, part: TablePart? = nil, options: ReadOptions) {
        self.file = file
        self.part = part
        self.options = options
    }

    /// Returns the tables: one, and another from each row below that holds other headings and nothing else.
    ///
    /// None when there is no row at all, or only prose.
    mutating func tables(of rows: [[TableCell]]) -> [Table] {
        guard let match = headingRow(in: rows) else { return [] }
        if match.match.count == 0, Self.isProse(rows) {
            isProse = true
            return []
        }
        if !match.match.isComplete, rows[match.index].contains(where: holdsDay) { return [withoutHeadings(rows)] }
        var tables: [Table] = []
        var current = match.match
        var headingIndex = match.index
        var above = rows[..<match.index].filter { !$0.allSatisfy(\.isBlank) }
        while true {
            let folded = rows[headingIndex].map { HeadingTable.folded($0.text) }
            let next = rows.indices.first { index in
                index > headingIndex && isOtherHeadings(rows[index]) && !isHeadingsAgain(rows[index], folded)
            }
            tables.append(
                table(
                    current,
                    headings: rows[headingIndex],
                    rows: rows[(headingIndex + 1)..<(next ?? rows.count)],
                    above
                )
            )
            guard let next else { return tables }
            above = []
            headingIndex = next
            current = Self.bestMatch(rows[next].map(\.text), options)
            note(
                "table.another",
                "another table begins here; its columns are read by these headings",
                place(of: rows[next])
            )
        }
    }

    private mutating func table(
        _ match: HeadingMatch,
        headings row: [TableCell],
        rows: ArraySlice<[TableCell]>,
        _ above: [[TableCell]]
    ) -> Table {
        let headings = row.map(\.text)
        let place = place(of: row)
        let mapping: TableMapping?
        var fault: Diagnostic?
        switch match.mapping(at: place, in: options.headings) {
        case .success(let found): mapping = found
        case .failure(let faults):
            mapping = nil
            fault = faults.diagnostics.first
            diagnostics += faults.diagnostics
        }
        let misplaced = above.filter { isEvent($0, mapping) }
        if above.count > misplaced.count {
            note("table.titleRows", "the rows above the headings are titles and are not read", place)
        }
        let body = self.body(of: rows, headings: headings, mapping: mapping)
        if let mapping, !mapping.unused.isEmpty {
            let names = mapping.unused.map { "'\($0.trimmed)'" }.joined(separator: ", ")
            note("table.columns.unused", "columns with no field are kept with each event: \(names)", place)
        }
        return Table(
            file: file,
            part: part,
            mapping: mapping,
            headings: headings,
            rows: body,
            refused: misplaced.map { ($0, .aboveHeadings(self.place(of: $0))) },
            fault: fault
        )
    }

    private func holdsDay(_ cell: TableCell) -> Bool {
        guard cell.text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        return (try? options.dates.read(cell.text).precision) == .day
    }

    /// A table of which the likeliest headings are an event: every row is kept and none can be used.
    private mutating func withoutHeadings(_ rows: [[TableCell]]) -> Table {
        let filled = rows.filter { !$0.allSatisfy(\.isBlank) }
        let fault = Diagnostic(
            id: "table.headings.none",
            severity: .error,
            summary: "no row of headings is found",
            place: place(of: filled.first ?? []),
            suggestion: "put the names of the columns in the first row, such as Date and Event"
        )
        diagnostics.append(fault)
        return Table(
            file: file,
            part: part,
            mapping: nil,
            headings: [],
            rows: filled.map { .cells($0) },
            refused: [],
            fault: fault
        )
    }

    /// Whether a row above the headings holds a date in the column of dates, and more: it is no title.
    private func isEvent(_ row: [TableCell], _ mapping: TableMapping?) -> Bool {
        guard let mapping, mapping.kind == .events, let date = mapping.columns[.date], date < row.count,
            row.count(where: { !$0.isBlank }) > 1
        else { return false }
        return (try? options.dates.read(row[date].text).value) != nil
    }

    /// Whether a row is the headings of another table: complete ones, and every cell a known name.
    private func isOtherHeadings(_ row: [TableCell]) -> Bool {
        guard let first = row.first(where: { !$0.isBlank }), first.text.utf8.count < 60,
            let byte = first.text.utf8.first, !(0x30...0x39).contains(byte)
        else { return false }
        let name = HeadingTable.folded(first.text)
        // Most rows are told apart by their first cell alone.
        guard TableKind.allCases.contains(where: { options.headings.columns[$0]?.fields[name] != nil }) else {
            return false
        }
        let match = Self.bestMatch(row.map(\.text), options)
        return match.isComplete && match.count == row.count { !$0.isBlank }
    }

    /// Whether fewer than seven in ten lines have the same number of cells, or most have only one.
    private static func isProse(_ rows: [[TableCell]]) -> Bool {
        // A text in Markdown may hold a table, and no headings of events.
        if let first = rows.first(where: { !$0.allSatisfy(\.isBlank) })?.first?.text, first.hasPrefix("# ") {
            return true
        }
        let lengths = rows.filter { !$0.allSatisfy(\.isBlank) }.map(\.count)
        let alike = Dictionary(lengths.map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = alike.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return false }
        return most.key == 1 || most.value * 10 < lengths.count * 7
    }

    /// Whether a column holds dates in most of its rows, so that the rows may be events under names that are not known.
    static func holdsDates(_ rows: [[TableCell]], _ options: ReadOptions) -> Bool {
        let filled = rows.filter { !$0.allSatisfy(\.isBlank) }.prefix(200)
        guard filled.count > 1 else { return false }
        let width = filled.map(\.count).max() ?? 0
        return (0..<min(width, 30)).contains { column in
            let dates = filled.count { row in
                column < row.count && row[column].text.utf8.contains { (0x30...0x39).contains($0) }
                    && (try? options.dates.read(row[column].text).precision) == .day
            }
            return dates > 1 && dates * 2 >= filled.count
        }
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
            } else if ReadingMark.isExample(row) {
                note("table.row.example", "the example row is not read", place(of: row))
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
        guard let mapping, mapping.kind == .events, let date = mapping.columns[.date] else {
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
        let column = part?.naming == .sheet ? row.first?.column : nil
        return TablePart.place(in: file, part, line: row.first?.line, column: column)
    }

    private mutating func note(_ id: String, _ summary: String, _ place: Place) {
        diagnostics.append(Diagnostic(id: id, severity: .note, summary: summary, place: place))
    }
}

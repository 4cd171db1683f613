import CaseDates
import Diagnostics

/// Turns the records of one table of an extract into rows of events under the canonical headings.
struct ExtractRows {
    private let extract: Extract
    private let table: ExtractTable
    private let file: SourceFile
    private let part: TablePart?
    private let events: RecordEvents
    private let detailFields: [Field]
    private var otherHeadings: [String] = []
    private var rows: [[TableCell]] = []
    /// Whether any record was taken, whatever came of it.
    private(set) var hasRecords = false
    private var recordsOfNoEvents: [[TableCell]] = []
    private var refusedRows: [[TableCell]] = []
    private var refusedHeadings: [String] = []
    private(set) var children: [ExtractChild] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(
        _ table: ExtractTable,
        of extract: Extract,
        in file: SourceFile,
        part: TablePart?,
        year: Int? = nil,
        dates: DateReader
    ) {
        self.extract = extract
        self.table = table
        self.file = file
        self.part = part
        events = RecordEvents(extract: extract, table: table, year: year, dates: dates)
        let details = table.events.flatMap(\.details)
        detailFields = Field.allCases.filter { field in details.contains { $0.field == field } }
    }

    /// Takes one record: its child, and the events that it is.
    ///
    /// `id` is the cell of the child's identifier where the record itself does not hold it.
    mutating func take(_ record: ExtractRecord, child id: TableCell? = nil) {
        hasRecords = true
        let id = id ?? table.child.id.flatMap { record.filled($0.name, in: extract).first }
        if table.noEvents != nil { return takeWithoutEvents(record, child: id) }
        if let id { children.append(child(id, record)) }
        checkCodes(of: record)
        let made = events.made(of: record)
        // What tells only who the child is may be no event; anything more would be lost.
        if made.isEmpty, !events.unshown(record, besides: []).isEmpty { return takeWithoutEvents(record, child: id) }
        let shown = Set(made.flatMap { $0.shownColumns })
        for (index, event) in made.enumerated() {
            // The first event takes what no event shows, so that nothing of the record is lost.
            add(event, record, id, unshown: index == 0 ? events.unshown(record, besides: shown) : [])
        }
    }

    /// Refuses a row whose cells cannot be trusted to stand under their headings.
    mutating func refuse(_ row: [TableCell], under headings: [String]) {
        refusedHeadings = headings
        refusedRows.append(row)
        let place = TablePart.place(in: file, part, line: row.first?.line, column: row.first?.column)
        diagnostics.append(.rowTooLong(row.count, of: headings.count, place))
    }

    private mutating func takeWithoutEvents(_ record: ExtractRecord, child id: TableCell?) {
        let start = record.start
        var row = [TableCell(text: id?.trimmed ?? "", line: start.line, column: start.column)]
        for column in table.keptColumns {
            row.append(cell(record.filled(column.name, in: extract).map(\.trimmed).joined(separator: "; "), at: start))
        }
        row += Array(repeating: cell("", at: start), count: otherHeadings.count)
        addOthers(record.others.filter { extract.isFilled($0.cell) }, to: &row)
        // One finding says what holds for every row of the table.
        if recordsOfNoEvents.isEmpty || table.noEvents == nil { diagnostics.append(noEventsFault(start)) }
        recordsOfNoEvents.append(row)
    }

    private func noEventsFault(_ start: TableCell) -> Diagnostic {
        Diagnostic(
            id: table.noEvents == nil ? "extract.record.noEvent" : "extract.noEvents",
            severity: .error,
            summary: table.noEvents ?? "the record has no date of an event",
            place: TablePart.place(in: file, part, line: start.line, column: start.column)
        )
    }

    /// The tables with all rows taken so far.
    func tables() -> [Table] {
        var tables: [Table] = []
        if !rows.isEmpty {
            tables.append(
                Table(
                    file: file,
                    part: part,
                    mapping: mapping,
                    headings: headings,
                    rows: rows.map { .cells(Self.widened($0, to: headings.count)) },
                    refused: [],
                    fault: nil,
                    isExtract: true,
                    title: table.title,
                    usedColumns: usedColumns
                )
            )
        }
        if let first = recordsOfNoEvents.first?.first {
            let headings = [table.child.id?.name ?? ""] + table.keptColumns.map(\.name) + otherHeadings
            let rows = recordsOfNoEvents.map { Self.widened($0, to: headings.count) }
            tables.append(unusable(rows, under: headings, noEventsFault(first)))
        }
        if let first = refusedRows.first {
            let place = TablePart.place(in: file, part, line: first.first?.line, column: first.first?.column)
            let fault = Diagnostic.rowTooLong(first.count, of: refusedHeadings.count, place)
            tables.append(unusable(refusedRows, under: refusedHeadings, fault))
        }
        return tables
    }

    private func unusable(
        _ rows: [[TableCell]],
        under headings: [String],
        _ fault: Diagnostic
    ) -> Table {
        Table(
            file: file,
            part: part,
            mapping: nil,
            headings: headings,
            rows: rows.map { .cells($0) },
            refused: [],
            fault: fault,
            isExtract: true,
            title: table.title
        )
    }

    // MARK: The form of a row

    /// Which column is which field, for the report.
    private var usedColumns: [(field: Field, heading: String)] {
        var used: [(field: Field, heading: String)] = []
        func add(_ field: Field, _ heading: String?) {
            guard let heading, !used.contains(where: { $0.field == field && $0.heading == heading }) else { return }
            used.append((field, heading))
        }
        add(.child, table.child.id?.name)
        for event in table.events {
            switch event.when {
            case .column(let date, let end):
                add(.date, date)
                add(.endDate, end)
            case .changed(let from, let to):
                add(.event, from)
                add(.event, to)
            }
            for detail in event.details { add(detail.field ?? .event, detail.column) }
        }
        return used
    }

    /// How many headings that the definition does not know have a column of their own.
    static let mostOtherHeadings = 200
    /// The heading of the cells under all others.
    static let furtherHeading = "Further cells"

    private static let firstFields: [Field] = [.date, .endDate, .child, .agency, .source, .category, .event]

    private var fields: [Field] { Self.firstFields + detailFields.filter { !Self.firstFields.contains($0) } }

    private var headings: [String] { fields.map(\.rawValue) + otherHeadings }

    private var mapping: TableMapping {
        TableMapping(
            kind: .events,
            headings: headings,
            columns: Dictionary(fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        )
    }

    /// A row with blank cells under the headings that came up after it.
    private static func widened(_ row: [TableCell], to count: Int) -> [TableCell] {
        let missing = count - row.count
        return missing > 0 ? row + Array(repeating: TableCell(text: ""), count: missing) : row
    }

    // MARK: Rows of events

    private mutating func add(
        _ made: RecordEvents.Made,
        _ record: ExtractRecord,
        _ child: TableCell?,
        unshown: [(heading: String, cell: TableCell)]
    ) {
        let event = made.event
        let what = events.what(made, record)
        for (index, date) in (made.dates.isEmpty ? [record.start] : made.dates).enumerated() {
            var row = fields.map { field -> TableCell in
                switch field {
                case .date: date
                case .endDate: made.end ?? cell("", at: date)
                case .child: child ?? cell("", at: date)
                case .agency: cell(extract.agency, at: date)
                case .source: cell(extract.source, at: date)
                case .category: cell(event.category, at: date)
                case .event: cell(what, at: date)
                default: cell(events.text(of: field, event, record), at: date)
                }
            }
            row += Array(repeating: cell("", at: date), count: otherHeadings.count)
            if index == 0 { addOthers(unshown, to: &row) }
            rows.append(row)
        }
    }

    private func cell(_ text: String, at place: TableCell) -> TableCell {
        TableCell(text: text, line: place.line, column: place.column)
    }

    private mutating func addOthers(_ others: [(heading: String, cell: TableCell)], to row: inout [TableCell]) {
        let start = row.count - otherHeadings.count
        for (name, cell) in others {
            var (heading, cell) = (name, cell)
            // Every heading widens every row: a file in which each record has names of its own must not fill the memory.
            if otherHeadings.count >= Self.mostOtherHeadings, !otherHeadings.contains(name) {
                (heading, cell.text) = (Self.furtherHeading, "\(name): \(cell.text)")
            }
            if let index = otherHeadings.firstIndex(of: heading) {
                row[start + index].text += (row[start + index].text.isEmpty ? "" : "; ") + cell.text
            } else {
                otherHeadings.append(heading)
                row.append(cell)
            }
        }
    }

    // MARK: Codes

    private mutating func checkCodes(of record: ExtractRecord) {
        for column in table.allColumns {
            guard let list = column.list else { continue }
            for cell in record.filled(column.name, in: extract) {
                let place = TablePart.place(in: file, part, line: cell.line, column: cell.column)
                switch list.answer(to: cell.text, in: events.year) {
                case .code, .words: break
                case .codeOfOtherYears:
                    diagnostics.append(.codeOfOtherYears(cell.trimmed, column.name, events.year, place))
                case .unknown: diagnostics.append(.unknownCode(cell.trimmed, column.name, list, place))
                }
            }
        }
    }

    // MARK: The child

    private func child(_ id: TableCell, _ record: ExtractRecord) -> ExtractChild {
        func date(_ column: ExtractColumn?, isBirth: Bool = false) -> (text: String, place: Place)? {
            guard let cell = column.flatMap({ record.filled($0.name, in: extract).first }),
                events.givesDate(cell, isBirth: isBirth)
            else { return nil }
            return (cell.trimmed, TablePart.place(in: file, part, line: cell.line, column: cell.column))
        }
        return ExtractChild(
            id: id.trimmed,
            name: table.child.name.flatMap { record.filled($0.name, in: extract).first?.trimmed },
            birth: date(table.child.birth, isBirth: true),
            expectedBirth: date(table.child.expectedBirth),
            death: date(table.child.death)
        )
    }
}

extension ExtractTable {
    /// The columns that are kept, but for the child's identifier.
    fileprivate var keptColumns: [ExtractColumn] {
        var seen: Set<String> = [child.id?.name ?? ""]
        return allColumns.filter { $0.isKept && seen.insert($0.name).inserted }
    }
}

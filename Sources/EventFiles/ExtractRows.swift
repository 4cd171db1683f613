import Diagnostics

/// Turns the records of one table of an extract into rows of events under the canonical headings.
struct ExtractRows {
    private let extract: Extract
    private let table: ExtractTable
    private let file: SourceFile
    private let part: TablePart?
    /// The collection year; `nil` where the extract does not say.
    private let year: Int?
    private let detailFields: [Field]
    private let keptColumns: [ExtractColumn]
    private var otherHeadings: [String] = []
    private var rows: [[TableCell]] = []
    /// Whether no event of the record at hand was made yet: the first takes what no event shows.
    private var isFirstOfRecord = true
    private var recordsOfNoEvents: [[TableCell]] = []
    private(set) var children: [ExtractChild] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ table: ExtractTable, of extract: Extract, in file: SourceFile, part: TablePart?, year: Int? = nil) {
        self.extract = extract
        self.table = table
        self.file = file
        self.part = part
        self.year = year
        let details = table.events.flatMap(\.details)
        detailFields = Field.allCases.filter { field in details.contains { $0.field == field } }
        let used = Set(details.map(\.column) + table.events.flatMap(\.dateColumns))
        keptColumns = table.columns.filter { $0.isKept && !used.contains($0.name) }
    }

    /// Takes one record: its child, and the events that it is.
    ///
    /// `id` is the cell of the child's identifier where the record itself does not hold it.
    mutating func take(_ record: ExtractRecord, child id: TableCell? = nil) {
        let id = id ?? table.child.id.flatMap { record.filled($0.name, in: extract).first }
        if table.noEvents != nil {
            recordsOfNoEvents.append((record.cells.values.joined() + record.others.map(\.cell)).filter { !$0.isBlank })
            return
        }
        if let id { children.append(child(id, record)) }
        checkCodes(of: record)
        let met = table.events.filter { isMet($0.conditions, record) }
        isFirstOfRecord = true
        for event in met {
            // An event under a condition says what the plain one of its date says, and more.
            let isSaidBetter =
                event.conditions.isEmpty && met.contains { !$0.conditions.isEmpty && $0.when == event.when }
            if !isSaidBetter { take(event, of: record, child: id) }
        }
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
                    rows: rows.map { .cells(widened($0)) },
                    refused: [],
                    fault: nil,
                    isExtract: true,
                    title: table.title,
                    usedColumns: usedColumns
                )
            )
        }
        if let why = table.noEvents, !recordsOfNoEvents.isEmpty {
            let fault = Diagnostic(
                id: "extract.noEvents",
                severity: .error,
                summary: why,
                place: TablePart.place(in: file, part, line: nil, column: nil)
            )
            tables.append(
                Table(
                    file: file,
                    part: part,
                    mapping: nil,
                    headings: [],
                    rows: recordsOfNoEvents.map { .cells($0) },
                    refused: [],
                    fault: fault,
                    isExtract: true,
                    title: table.title
                )
            )
        }
        return tables
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

    private static let firstFields: [Field] = [.date, .endDate, .child, .agency, .source, .category, .event]

    private var fields: [Field] { Self.firstFields + detailFields.filter { !Self.firstFields.contains($0) } }

    private var headings: [String] { fields.map(\.rawValue) + keptColumns.map(\.name) + otherHeadings }

    private var mapping: TableMapping {
        TableMapping(
            kind: .events,
            headings: headings,
            columns: Dictionary(fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        )
    }

    /// A row with blank cells under the headings that came up after it.
    private func widened(_ row: [TableCell]) -> [TableCell] {
        let missing = headings.count - row.count
        return missing > 0 ? row + Array(repeating: TableCell(text: ""), count: missing) : row
    }

    // MARK: Events

    private mutating func take(_ event: ExtractEvent, of record: ExtractRecord, child: TableCell?) {
        switch event.when {
        case .column(let column, let end):
            let dates = record.filled(column, in: extract)
            let ends = end.map { record.filled($0, in: extract) } ?? []
            for date in dates { add(event, record, date: date, end: dates.count == 1 ? ends.first : nil, child) }
            if dates.isEmpty, event.isAlways { add(event, record, date: record.start, end: ends.first, child) }
        case .changed(let from, let to):
            guard let old = record.filled(from, in: extract).first, let new = record.filled(to, in: extract).first,
                HeadingTable.folded(old.text) != HeadingTable.folded(new.text)
            else { return }
            let change = ": \(words(old, from)) to \(words(new, to))"
            add(event, record, date: TableCell(text: "", line: new.line, column: new.column), end: nil, child, change)
        }
    }

    private func isMet(_ conditions: [ExtractEvent.Condition], _ record: ExtractRecord) -> Bool {
        Set(conditions.map(\.column)).allSatisfy { column in
            let cells = record.filled(column, in: extract)
            let list = list(of: column)
            return conditions.contains { condition in
                condition.column == column
                    && cells.contains { cell in
                        if HeadingTable.folded(cell.text) == HeadingTable.folded(condition.value) { return true }
                        return switch list?.answer(to: cell.text, in: year) {
                        case .code(let code), .codeOfOtherYears(let code), .words(let code):
                            code.value == condition.value || code.meaning == condition.value
                        case .unknown, nil: false
                        }
                    }
            }
        }
    }

    private mutating func add(
        _ event: ExtractEvent,
        _ record: ExtractRecord,
        date: TableCell,
        end: TableCell?,
        _ child: TableCell?,
        _ change: String = ""
    ) {
        func cell(_ text: String) -> TableCell { TableCell(text: text, line: date.line, column: date.column) }
        var what = event.what + change
        for detail in event.details {
            guard let label = detail.label else { continue }
            let values = record.filled(detail.column, in: extract).map { words($0, detail.column) }
            if !values.isEmpty { what += "; \(label): \(values.joined(separator: ", "))" }
        }
        var row = fields.map { field -> TableCell in
            switch field {
            case .date: return date
            case .endDate: return end ?? cell("")
            case .child: return child ?? cell("")
            case .agency: return cell(extract.agency)
            case .source: return cell(extract.source)
            case .category: return cell(event.category)
            case .event: return cell(what)
            default:
                let filling = event.details.filter { $0.field == field }
                let texts = filling.flatMap { detail in
                    record.filled(detail.column, in: extract).map { words($0, detail.column) }
                }
                return cell(texts.joined(separator: "; "))
            }
        }
        for column in keptColumns {
            let texts = isFirstOfRecord ? record.filled(column.name, in: extract).map { words($0, column.name) } : []
            row.append(cell(texts.joined(separator: "; ")))
        }
        row += Array(repeating: cell(""), count: otherHeadings.count)
        if isFirstOfRecord { addOthers(of: record, to: &row) }
        isFirstOfRecord = false
        rows.append(row)
    }

    private mutating func addOthers(of record: ExtractRecord, to row: inout [TableCell]) {
        let start = row.count - otherHeadings.count
        for (heading, cell) in record.others where extract.isFilled(cell) {
            if let index = otherHeadings.firstIndex(of: heading) {
                row[start + index].text += (row[start + index].text.isEmpty ? "" : "; ") + cell.text
            } else {
                otherHeadings.append(heading)
                row.append(cell)
            }
        }
    }

    // MARK: Words and codes

    private func list(of column: String) -> CodeList? {
        table.column(column)?.list
    }

    /// The text of a cell: a bare code with its meaning, anything else as it is written.
    private func words(_ cell: TableCell, _ column: String) -> String {
        let column = table.column(column)
        if column?.isJSON ?? false, let text = JSONCell.text(cell.text) { return text }
        guard let list = column?.list else { return cell.trimmed }
        return switch list.answer(to: cell.text, in: year) {
        case .code(let code), .codeOfOtherYears(let code):
            list.showsCode ? "\(code.meaning) (\(cell.trimmed))" : code.meaning
        case .words, .unknown: cell.trimmed
        }
    }

    private mutating func checkCodes(of record: ExtractRecord) {
        for column in table.allColumns {
            guard let list = column.list else { continue }
            for cell in record.filled(column.name, in: extract) {
                let place = TablePart.place(in: file, part, line: cell.line, column: cell.column)
                switch list.answer(to: cell.text, in: year) {
                case .code, .words: break
                case .codeOfOtherYears: diagnostics.append(.codeOfOtherYears(cell.trimmed, column.name, year, place))
                case .unknown: diagnostics.append(.unknownCode(cell.trimmed, column.name, list, place))
                }
            }
        }
    }

    // MARK: The child

    private func child(_ id: TableCell, _ record: ExtractRecord) -> ExtractChild {
        func date(_ column: ExtractColumn?) -> (text: String, place: Place)? {
            guard let cell = column.flatMap({ record.filled($0.name, in: extract).first }) else { return nil }
            return (cell.trimmed, TablePart.place(in: file, part, line: cell.line, column: cell.column))
        }
        return ExtractChild(
            id: id.trimmed,
            name: table.child.name.flatMap { record.filled($0.name, in: extract).first?.trimmed },
            birth: date(table.child.birth),
            expectedBirth: date(table.child.expectedBirth),
            death: date(table.child.death)
        )
    }
}

extension ExtractEvent {
    /// The columns of its dates.
    fileprivate var dateColumns: [String] {
        switch when {
        case .column(let date, let end): [date] + (end.map { [$0] } ?? [])
        case .changed(let from, let to): [from, to]
        }
    }
}

extension Diagnostic {
    static func unknownCode(_ code: String, _ column: String, _ list: CodeList, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "extract.code.unknown",
            severity: .warning,
            summary: "\(quoted(code)) under \(column) is not in the list of codes '\(list.id)'; it is kept as it is",
            place: place,
            value: code
        )
    }

    static func codeOfOtherYears(_ code: String, _ column: String, _ year: Int?, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "extract.code.year",
            severity: .note,
            summary: "the code \(quoted(code)) under \(column) is not one of \(year.map(String.init) ?? "this year")",
            place: place,
            value: code
        )
    }

    /// A code in quotes; what is no code is not quoted, as it may be what a record says.
    private static func quoted(_ code: String) -> String {
        let isCode =
            code.utf8.count <= 6
            && code.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
        return isCode ? "'\(code)'" : "what stands"
    }
}

import CaseDates
import Diagnostics

/// Turns the records of one table of an extract into rows of events under the canonical headings.
struct ExtractRows {
    private let extract: Extract
    private let table: ExtractTable
    private let file: SourceFile
    private let part: TablePart?
    /// The collection year; `nil` where the extract does not say.
    private let year: Int?
    private let dates: DateReader
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
        self.year = year
        self.dates = dates
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
        let made = eventsMade(of: record)
        // What tells only who the child is may be no event; anything more would be lost.
        if made.isEmpty, !unshown(record, besides: []).isEmpty { return takeWithoutEvents(record, child: id) }
        let shown = Set(made.flatMap { $0.shownColumns })
        for (index, event) in made.enumerated() {
            // The first event takes what no event shows, so that nothing of the record is lost.
            add(event, record, id, unshown: index == 0 ? unshown(record, besides: shown) : [])
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

    // MARK: Events

    /// An event that a record is, with its dates and what it shows.
    private struct Made {
        let event: ExtractEvent
        let dates: [TableCell]
        var end: TableCell?
        var change = ""
        let shownColumns: [String]
    }

    /// The events that a record is, in the order of the definition.
    private func eventsMade(of record: ExtractRecord) -> [Made] {
        var made: [Made] = []
        for event in table.events where isMet(event.conditions, record) {
            if let one = self.made(event, of: record) { made.append(one) }
        }
        let dated = made
        return made.filter { one in
            // An event under a condition says what the plain one of its date says, and more.
            if one.event.conditions.isEmpty,
                dated.contains(where: { !$0.event.conditions.isEmpty && $0.event.when == one.event.when })
            {
                return false
            }
            // A main event without a date is there so that no record vanishes. Where others tell of the record, and it has
            // nothing of its own to say, it would be an event that nobody recorded.
            guard one.dates.isEmpty, one.end == nil, case .column = one.event.when else { return true }
            let others = dated.filter { $0.event != one.event }
            let elsewhere = Set(others.flatMap(\.shownColumns))
            return others.isEmpty
                || one.shownColumns.contains { !elsewhere.contains($0) && !record.filled($0, in: extract).isEmpty }
        }
    }

    private func made(_ event: ExtractEvent, of record: ExtractRecord) -> Made? {
        let details = event.details.map(\.column)
        switch event.when {
        case .column(let column, let end):
            let written = record.filled(column, in: extract)
            let given = written.filter { givesDate($0) }
            guard !given.isEmpty || event.isAlways else { return nil }
            // The words in place of a date are kept with the event that is there all the same.
            let dates = given.isEmpty ? Array(written.prefix(1)) : given
            let last = end.flatMap { record.filled($0, in: extract).first { givesDate($0) } }
            let until = dates.count > 1 ? nil : last
            let shown = details + (dates.isEmpty ? [] : [column]) + (until == nil ? [] : [end].compactMap(\.self))
            return Made(event: event, dates: dates, end: until, shownColumns: shown)
        case .changed(let from, let to):
            guard let old = record.filled(from, in: extract).first, let new = record.filled(to, in: extract).first,
                code(old, from) != code(new, to)
            else { return nil }
            return Made(
                event: event,
                dates: [TableCell(text: "", line: new.line, column: new.column)],
                change: ": \(words(old, from)) to \(words(new, to))",
                shownColumns: details + [from, to]
            )
        }
    }

    /// Whether a cell gives a date, or words for one; a day or a mark that systems write for "no date" does not.
    ///
    /// One that cannot be read does: its row is rejected with its place.
    private func givesDate(_ cell: TableCell, isBirth: Bool = false) -> Bool {
        // A day with the time behind it, as most systems write it, need not be read to its end.
        if let day = try? dates.read(String(cell.text.prefix(10))), day.precision == .day { return true }
        guard let date = try? dates.read(cell.text, in: DateContext(isBirth: isBirth)), date.value == nil else {
            return true
        }
        if date.notes.contains(.fillDate) { return false }
        return date.isRelative || cell.text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    /// The columns that are filled and that no event of the record shows.
    private func unshown(_ record: ExtractRecord, besides shown: Set<String>) -> [(heading: String, cell: TableCell)] {
        let ofChild = Set(table.child.all.map(\.name))
        var rest: [(heading: String, cell: TableCell)] = []
        let unchanged = unchangedColumns(of: record)
        for column in table.columns
        where column.isKept && !shown.contains(column.name) && !ofChild.contains(column.name) {
            if unchanged.contains(column.name) { continue }
            let isDate = table.events.contains { $0.dateColumns.contains(column.name) }
            let cells = record.filled(column.name, in: extract).filter { !isDate || givesDate($0) }
            guard let first = cells.first else { continue }
            let text = cells.map { words($0, column.name) }.joined(separator: "; ")
            rest.append((column.name, TableCell(text: text, line: first.line, column: first.column)))
        }
        return rest + record.others.filter { extract.isFilled($0.cell) }
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

    /// The columns that only repeat what stands in the column that they may differ from.
    private func unchangedColumns(of record: ExtractRecord) -> Set<String> {
        Set(
            table.events.compactMap { event in
                guard case .changed(let from, let to) = event.when,
                    let old = record.filled(from, in: extract).first, let new = record.filled(to, in: extract).first,
                    code(old, from) == code(new, to)
                else { return nil }
                return to
            }
        )
    }

    private mutating func add(
        _ made: Made,
        _ record: ExtractRecord,
        _ child: TableCell?,
        unshown: [(heading: String, cell: TableCell)]
    ) {
        let event = made.event
        var what = event.what + made.change
        for detail in event.details {
            guard let label = detail.label else { continue }
            let values = record.filled(detail.column, in: extract).map { words($0, detail.column) }
            if !values.isEmpty { what += "; \(label): \(values.joined(separator: ", "))" }
        }
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
                default: cell(text(of: field, event, record), at: date)
                }
            }
            row += Array(repeating: cell("", at: date), count: otherHeadings.count)
            if index == 0 { addOthers(unshown, to: &row) }
            rows.append(row)
        }
    }

    private func text(of field: Field, _ event: ExtractEvent, _ record: ExtractRecord) -> String {
        let texts = event.details.filter { $0.field == field }.flatMap { detail in
            record.filled(detail.column, in: extract).map { words($0, detail.column) }
        }
        // Two tables number their rows from 1 each.
        return texts.map { field == .reference ? "\(table.id)/\($0)" : $0 }.joined(separator: "; ")
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

    // MARK: Words and codes

    private func list(of column: String) -> CodeList? {
        table.column(column)?.list
    }

    /// The code of a cell, however it is written; what is no code as it is compared.
    private func code(_ cell: TableCell, _ column: String) -> String {
        switch list(of: column)?.answer(to: cell.text, in: year) {
        case .code(let code), .codeOfOtherYears(let code), .words(let code): code.value
        case .unknown, nil: HeadingTable.folded(cell.text)
        }
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
        func date(_ column: ExtractColumn?, isBirth: Bool = false) -> (text: String, place: Place)? {
            guard let cell = column.flatMap({ record.filled($0.name, in: extract).first }),
                givesDate(cell, isBirth: isBirth)
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

extension ExtractEvent {
    /// The columns that give its date.
    var dateColumns: [String] {
        switch when {
        case .column(let date, let end): [date] + [end].compactMap(\.self)
        case .changed: []
        }
    }
}

extension ExtractTable {
    /// The columns that are kept, but for the child's identifier.
    fileprivate var keptColumns: [ExtractColumn] {
        var seen: Set<String> = [child.id?.name ?? ""]
        return allColumns.filter { $0.isKept && seen.insert($0.name).inserted }
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

    /// A code in quotes; what is no code is not quoted, as it may be what a record says, such as a first name.
    private static func quoted(_ code: String) -> String {
        let isPlain =
            code.utf8.count <= 6
            && code.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
        let isCode = isPlain && (code.utf8.count <= 2 || code.utf8.contains { (0x30...0x39).contains($0) })
        return isCode ? "'\(code)'" : "what stands"
    }
}

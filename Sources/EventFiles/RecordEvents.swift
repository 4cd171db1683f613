import CaseDates

/// The events that a record of one table of an extract is, in the words of its lists of codes.
struct RecordEvents {
    let extract: Extract
    let table: ExtractTable
    /// The collection year; `nil` where the extract does not say.
    let year: Int?
    let dates: DateReader

    /// An event that a record is, with its dates and what it shows.
    struct Made {
        let event: ExtractEvent
        let dates: [TableCell]
        var end: TableCell?
        var change = ""
        let shownColumns: [String]
    }

    /// The events that a record is, in the order of the definition.
    func made(of record: ExtractRecord) -> [Made] {
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
    func givesDate(_ cell: TableCell, isBirth: Bool = false) -> Bool {
        // A day with the time behind it, as most systems write it, need not be read to its end.
        if let day = try? dates.read(String(cell.text.prefix(10))), day.precision == .day { return true }
        guard let date = try? dates.read(cell.text, in: DateContext(isBirth: isBirth)), date.value == nil else {
            return true
        }
        if date.notes.contains(.fillDate) { return false }
        return date.isRelative || cell.text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    /// The columns that are filled and that no event of the record shows.
    func unshown(_ record: ExtractRecord, besides shown: Set<String>) -> [(heading: String, cell: TableCell)] {
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
    func words(_ cell: TableCell, _ column: String) -> String {
        let column = table.column(column)
        if column?.isJSON ?? false, let text = JSONCell.text(cell.text) { return text }
        guard let list = column?.list else { return cell.trimmed }
        return switch list.answer(to: cell.text, in: year) {
        case .code(let code), .codeOfOtherYears(let code):
            list.showsCode ? "\(code.meaning) (\(cell.trimmed))" : code.meaning
        case .words, .unknown: cell.trimmed
        }
    }

    /// What happened, with the details that the definition gives a label.
    func what(_ made: Made, _ record: ExtractRecord) -> String {
        var what = made.event.what + made.change
        for detail in made.event.details {
            guard let label = detail.label else { continue }
            let values = record.filled(detail.column, in: extract).map { words($0, detail.column) }
            if !values.isEmpty { what += "; \(label): \(values.joined(separator: ", "))" }
        }
        return what
    }

    /// What a field other than the event itself holds.
    func text(of field: Field, _ event: ExtractEvent, _ record: ExtractRecord) -> String {
        let texts = event.details.filter { $0.field == field }.flatMap { detail in
            record.filled(detail.column, in: extract).map { words($0, detail.column) }
        }
        // Two tables number their rows from 1 each.
        return texts.map { field == .reference ? "\(table.id)/\($0)" : $0 }.joined(separator: "; ")
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

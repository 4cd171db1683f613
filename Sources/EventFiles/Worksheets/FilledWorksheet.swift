import DataFormats
import Diagnostics
import ImpactChronology

/// A worksheet as a worker has filled it in, before it is known to which events it belongs.
struct FilledWorksheet {
    /// The row of one account.
    struct Row {
        let id: EventID
        let place: Place
        /// The cells to fill, blank ones left out.
        var cells: [WorksheetField: Cell]
        /// Whether a cell that is fixed was changed.
        var isFixedChanged = false
        /// The cells that held something when the worksheet was made, with whether they hold the same now.
        var before: [WorksheetField: Bool] = [:]
    }

    /// One cell that holds something.
    struct Cell {
        let text: String
        let place: Place
    }

    /// One answered pair.
    struct Pair {
        let first: EventID
        let second: EventID
        /// The answer; `nil` where there is none.
        let answer: Cell?
        /// The answer that the pair had when the worksheet was made.
        let before: Bool?
        let place: Place
    }

    /// The name of the file.
    let path: String
    /// The one child for whom it is; `nil` where it is for all.
    private(set) var child: PersonID?
    /// The name of the family, as the worksheet has it.
    private(set) var family: String?
    /// The identifiers of the children of the family, as the worksheet has them.
    private(set) var children: Set<PersonID> = []
    /// Whether the sheet of events could be read.
    private(set) var hasEvents = false
    private(set) var rows: [Row] = []
    /// The accounts for which it had rows when it was made.
    private(set) var listed: [EventID] = []
    private(set) var pairs: [Pair] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let file: SourceFile

    /// Whether a workbook is a worksheet.
    static func isWorksheet(_ workbook: Workbook) -> Bool {
        workbook.sheets.contains { sheet in
            sheet.rows.first?.cells.first?.text == WorksheetForm.mark
                || sheet.name == WorksheetForm.rows
                    && sheet.rows.first.map { $0.cells.map(\.text) == WorksheetForm.rowColumns } ?? false
        }
    }

    /// How much it held when it was made; of two worksheets the one that held more was made later.
    var knownBefore: Int { rows.reduce(0) { $0 + $1.before.count } + pairs.count { $0.before != nil } }

    /// Whether it can be a worksheet of a family: neither its name nor its children say that it is another's.
    func isOf(_ other: Family) -> Bool {
        if let family, let name = other.name, HeadingTable.folded(family) != HeadingTable.folded(name) { return false }
        let others = Set(other.people.filter(\.isChild).map(\.id))
        return children.isEmpty || others.isEmpty || !children.isDisjoint(with: others)
    }

    init(_ workbook: Workbook, in file: SourceFile) {
        self.file = file
        path = file.name
        var made: [EventID: (fixed: String, filled: [String])] = [:]
        for (index, sheet) in workbook.sheets.enumerated() {
            let part = TablePart(number: index + 1, name: sheet.name, naming: .sheet)
            if sheet.rows.first?.cells.first?.text == WorksheetForm.mark { readAbout(sheet) }
            switch sheet.name {
            case WorksheetForm.events: readEvents(sheet, part)
            case WorksheetForm.pairs: readPairs(sheet, part)
            case WorksheetForm.rows: made = readRows(sheet)
            default: break
            }
        }
        for name in [WorksheetForm.events, WorksheetForm.rows]
        where !workbook.sheets.contains(where: { $0.name == name }) {
            find(
                "worksheet.sheet.missing",
                name == WorksheetForm.events
                    ? "the sheet '\(name)' is missing; nothing that was added to events is used"
                    : "the sheet '\(name)' is missing; lost rows and changed cells cannot be seen",
                Place(path: file.name),
                "give the sheet its name again"
            )
        }
        for index in rows.indices { compare(index, with: made[rows[index].id]) }
        refuseTwins()
    }

    private mutating func find(_ id: String, _ summary: String, _ place: Place?, _ suggestion: String? = nil) {
        diagnostics.append(
            Diagnostic(id: id, severity: .error, summary: summary, place: place, suggestion: suggestion)
        )
    }

    // MARK: Sheets

    private mutating func readAbout(_ sheet: Worksheet) {
        for cell in sheet.rows.flatMap(\.cells) {
            func value(_ mark: String) -> String? {
                cell.text.hasPrefix(mark) ? String(cell.text.dropFirst(mark.count)).nonBlank : nil
            }
            if let id = value(WorksheetForm.child) { child = PersonID(id) }
            if let name = value(WorksheetForm.family) { family = name }
            if let ids = value(WorksheetForm.children) {
                children = Set(ids.split(separator: ";").compactMap { String($0).nonBlank.map(PersonID.init) })
            }
        }
    }

    /// The headings of a sheet with their columns, and the rows below; `nil`, with a finding, where one is missing.
    private mutating func table(
        _ sheet: Worksheet,
        _ part: TablePart,
        needs headings: [String]
    ) -> (columns: [String: Int], rows: ArraySlice<WorksheetRow>)? {
        let head = sheet.rows.firstIndex { row in row.cells.contains { $0.text == headings.first } }
        var columns: [String: Int] = [:]
        for cell in head.map({ sheet.rows[$0].cells }) ?? [] where columns[cell.text] == nil {
            columns[cell.text.trimmed] = cell.column
        }
        guard let head, let missing = headings.first(where: { columns[$0] == nil }) else {
            if let head { return (columns, sheet.rows[(head + 1)...]) }
            find(
                "worksheet.headings",
                "the sheet has no heading '\(headings.first ?? "")'; nothing in it is used",
                TablePart.place(in: file, part, line: nil, column: nil)
            )
            return nil
        }
        find(
            "worksheet.headings",
            "the sheet has no heading '\(missing)'; nothing in it is used",
            TablePart.place(in: file, part, line: sheet.rows[head].number, column: nil)
        )
        return nil
    }

    private mutating func readEvents(_ sheet: Worksheet, _ part: TablePart) {
        let needed = [WorksheetForm.id] + WorksheetForm.fixed + WorksheetField.allCases.map(\.rawValue)
        guard let (columns, body) = table(sheet, part, needs: needed) else { return }
        hasEvents = true
        for row in body {
            guard let id = columns[WorksheetForm.id].flatMap({ row[$0] })?.nonBlank else {
                let isFilled = WorksheetField.allCases.contains { columns[$0.rawValue].flatMap { row[$0] } != nil }
                if isFilled {
                    find(
                        "worksheet.id.missing",
                        "the row has no identifier; nothing in it is used",
                        TablePart.place(in: file, part, line: row.number, column: nil)
                    )
                }
                continue
            }
            var cells: [WorksheetField: Cell] = [:]
            for field in WorksheetField.allCases {
                guard let column = columns[field.rawValue], let text = row[column]?.nonBlank else { continue }
                let place = TablePart.place(in: file, part, line: row.number, column: column)
                cells[field] = Cell(text: text, place: place)
            }
            let fixed = ([WorksheetForm.id] + WorksheetForm.fixed).map { columns[$0].flatMap { row[$0] } ?? "" }
            let place = TablePart.place(in: file, part, line: row.number, column: nil)
            rows.append(Row(id: EventID(id), place: place, cells: cells))
            fixedCells[rows.count - 1] = fixed
        }
    }

    /// The fixed cells of each row, until they are compared.
    private var fixedCells: [Int: [String]] = [:]

    private mutating func readPairs(_ sheet: Worksheet, _ part: TablePart) {
        let needed = [WorksheetForm.first, WorksheetForm.second, WorksheetForm.answer]
        guard !sheet.rows.isEmpty, let (columns, body) = table(sheet, part, needs: needed) else { return }
        for row in body {
            guard let column = columns[WorksheetForm.answer] else { continue }
            let place = TablePart.place(in: file, part, line: row.number, column: column)
            let answer = row[column]?.nonBlank.map { Cell(text: $0, place: place) }
            let why = columns[WorksheetForm.fixedOfPair[2]].flatMap { row[$0] } ?? ""
            let before: Bool? =
                why.hasPrefix(WorksheetForm.answered) ? why.hasSuffix("yes") : nil
            if answer == nil, before == nil { continue }
            guard let first = columns[WorksheetForm.first].flatMap({ row[$0] })?.nonBlank,
                let second = columns[WorksheetForm.second].flatMap({ row[$0] })?.nonBlank
            else {
                find("worksheet.id.missing", "the answer stands at no pair; it is not used", place)
                continue
            }
            pairs.append(
                Pair(first: EventID(first), second: EventID(second), answer: answer, before: before, place: place)
            )
        }
    }

    private mutating func readRows(_ sheet: Worksheet) -> [EventID: (fixed: String, filled: [String])] {
        var made: [EventID: (fixed: String, filled: [String])] = [:]
        for row in sheet.rows.dropFirst() {
            guard let id = row[1]?.nonBlank, let fixed = row[2]?.nonBlank else { continue }
            let filled = (row[3] ?? "").split(separator: " ").map(String.init)
            if made.updateValue((fixed, filled), forKey: EventID(id)) == nil { listed.append(EventID(id)) }
        }
        return made
    }

    // MARK: What was changed

    private mutating func compare(_ index: Int, with made: (fixed: String, filled: [String])?) {
        guard let made else { return }
        rows[index].isFixedChanged = Self.digest(fixedCells[index] ?? []) != made.fixed
        for (field, digest) in zip(WorksheetField.allCases, made.filled) where digest != "-" {
            rows[index].before[field] = rows[index].cells[field].map { Self.digest([$0.text]) } == digest
        }
    }

    private static func digest(_ cells: [String]) -> String {
        String(SHA256(of: Array(WorksheetForm.comparable(cells).utf8)).hexadecimal.prefix(16))
    }

    /// Leaves out rows that share an identifier, as nobody can tell which is meant.
    private mutating func refuseTwins() {
        var seen: [EventID: Int] = [:]
        for row in rows { seen[row.id, default: 0] += 1 }
        for row in rows where seen[row.id, default: 0] > 1 {
            find(
                "worksheet.id.twice",
                "several rows have this identifier; none of them is used",
                row.place,
                "keep one row for each event"
            )
        }
        rows.removeAll { seen[$0.id, default: 0] > 1 }
        refused = Set(seen.filter { $0.value > 1 }.keys)
    }

    /// The identifiers of several rows, which are not missing but not used.
    private(set) var refused: Set<EventID> = []
}

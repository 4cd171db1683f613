import CareTools
import DataFormats
import Diagnostics

/// A table of answers: a row for each respondent, and a column for each item.
struct AnswerTable {
    private(set) var sheets: [AnswerFile.Sheet] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var holdsAnswers = false
    private let path: String
    private let given: Tool?
    private let headings: [CSVCell]
    private var columns: [String: AnswerColumns] = [:]
    private let toolColumn: Int?
    private let versionColumn: Int?
    private let statusColumn: Int?

    init(_ text: DecodedText, path: String, for given: Tool?, tools: AnswerFile.ToolLookup) {
        self.path = path
        self.given = given
        var reader = CSVReader(text.utf8)
        headings = reader.next()?.cells ?? []
        let names = headings.map { AnswerColumns.folded($0.text) }
        toolColumn = names.firstIndex(of: "tool")
        versionColumn = names.firstIndex(of: "version")
        statusColumn = names.firstIndex(of: "status")
        guard given != nil || toolColumn != nil || looksLikeAnswers else { return }
        var used: [AnswerColumns] = []
        while let record = reader.next() {
            if !record.isBlank { add(record, tools, &used) }
        }
        guard !sheets.isEmpty || !looksLikeAnswers else {
            holdsAnswers = true
            diagnostics = [
                finding("answers.none", .error, "the table has headings and no row of answers", at: headings.first)
            ]
            return
        }
        // A table with a heading such as Tool may be about anything.
        holdsAnswers = used.contains { !$0.isEmpty } || looksLikeAnswers
        guard holdsAnswers else {
            (sheets, diagnostics) = ([], [])
            return
        }
        if text.faultsReplaced > 0 {
            diagnostics.append(
                finding(
                    "answers.text",
                    .warning,
                    "some bytes are no text; \(text.faultsReplaced) characters stand as U+FFFD"
                )
            )
        }
        report(used)
    }

    /// Whether a heading can only be that of a table of answers.
    private var looksLikeAnswers: Bool {
        headings.contains { $0.text.hasPrefix("about.") || $0.text.hasPrefix("override.") }
    }

    private func finding(_ id: String, _ severity: Severity, _ summary: String, at cell: CSVCell? = nil) -> Diagnostic {
        Diagnostic(
            id: id,
            severity: severity,
            summary: summary,
            place: Place(path: path, line: cell?.line, column: cell?.column)
        )
    }

    // MARK: Rows

    private mutating func add(_ record: CSVRecord, _ tools: AnswerFile.ToolLookup, _ used: inout [AnswerColumns]) {
        func cell(_ column: Int?) -> String? {
            guard let column, column < record.cells.count else { return nil }
            let text = AnswerColumns.trimmed(record.cells[column].text)
            return text.isEmpty ? nil : text
        }
        let place = Place(path: path, line: record.line)
        let id = cell(toolColumn) ?? given?.id
        let version = cell(versionColumn) ?? (id == given?.id ? given?.version : nil)
        let status = cell(statusColumn)
        var sheet = AnswerSheet(
            tool: id,
            version: version,
            status: status.flatMap { AnswerSheet.Status(rawValue: $0.lowercased()) } ?? .completed,
            entries: [],
            place: place
        )
        var found: [Diagnostic] = []
        if status != nil, AnswerSheet.Status(rawValue: status?.lowercased() ?? "") == nil {
            found.append(
                Diagnostic(
                    id: "answers.status",
                    severity: .warning,
                    summary: "the status is none that is known; the answers are read as being in progress",
                    place: place
                )
            )
            sheet.status = .inProgress
        }
        if let id, let columns = columns(for: id, version, tools, &used) {
            sheet.entries = columns.entries(of: record, headings, path: path)
        }
        found += faults(of: record)
        sheets.append(AnswerFile.Sheet(answers: sheet, diagnostics: found))
    }

    private mutating func columns(
        for id: String,
        _ version: String?,
        _ tools: AnswerFile.ToolLookup,
        _ used: inout [AnswerColumns]
    ) -> AnswerColumns? {
        let key = "\(id)|\(version ?? "")"
        if let known = columns[key] { return known }
        let tool = given?.id == id && (version == nil || given?.version == version) ? given : tools(id, version)
        guard let tool else { return nil }
        let made = AnswerColumns(headings, of: tool, passing: [toolColumn, versionColumn, statusColumn])
        columns[key] = made
        used.append(made)
        return made
    }

    private func faults(of record: CSVRecord) -> [Diagnostic] {
        var found = record.faults.map { fault in
            switch fault {
            case .unclosedQuote(let line, let column):
                Diagnostic(
                    id: "answers.quote",
                    severity: .warning,
                    summary: "a quote is opened and never closed; the row is read as if it were text",
                    place: Place(path: path, line: line, column: column)
                )
            case .textAfterQuote(let line, let column):
                Diagnostic(
                    id: "answers.quote",
                    severity: .warning,
                    summary: "text stands behind a closing quote; it is kept",
                    place: Place(path: path, line: line, column: column)
                )
            }
        }
        let beyond = record.cells.dropFirst(headings.count).first { !AnswerColumns.trimmed($0.text).isEmpty }
        if let beyond {
            found.append(
                finding("answers.cells", .error, "the row has more cells than headings; those are not used", at: beyond)
            )
        }
        if record.cells.count < headings.count {
            found.append(
                Diagnostic(
                    id: "answers.cells",
                    severity: .warning,
                    summary: "the row has fewer cells than headings; what is not there counts as not answered",
                    place: Place(path: path, line: record.line)
                )
            )
        }
        return found
    }

    // MARK: Columns

    private mutating func report(_ used: [AnswerColumns]) {
        if toolColumn == nil, given == nil {
            diagnostics.append(
                finding(
                    "answers.column.missing",
                    .error,
                    "the table has no column Tool that says which tool the answers are for; name it with --tool",
                    at: headings.first
                )
            )
            sheets = []
            return
        }
        for columns in used where !columns.missing.isEmpty {
            diagnostics.append(
                finding(
                    "answers.column.missing",
                    .error,
                    "the table has no column for \(columns.missing.joined(separator: ", ")) of \(columns.tool.id)",
                    at: headings.first
                )
            )
        }
        let unknown = headings.enumerated().filter { index, _ in
            !used.isEmpty && used.allSatisfy { $0.isUnknown(index) }
        }
        for (index, heading) in unknown { reportUnknown(heading, number: index + 1, used) }
        let names = Set(unknown.map(\.element.text))
        guard !names.isEmpty else { return }
        // What no tool of the table knows is said once, for the column.
        for index in sheets.indices { sheets[index].answers.entries.removeAll { names.contains($0.id) } }
    }

    private mutating func reportUnknown(_ heading: CSVCell, number: Int, _ used: [AnswerColumns]) {
        guard !AnswerColumns.trimmed(heading.text).isEmpty else { return }
        let near = nearestWords(to: heading.text, in: used.flatMap(\.known)).map { "'\($0)'" }
        let quoted = near.isEmpty ? nil : WrittenID(heading.text).heading
        var found = finding(
            "answers.item.unknown",
            .error,
            (quoted.map { "the column '\($0)'" } ?? "the heading of column \(number)")
                + " is no item of \(used.map(\.tool.id).joined(separator: ", ")); it is not used",
            at: heading
        )
        if quoted == nil { found.value = heading.text }
        if !near.isEmpty { found.suggestion = "did you mean \(near.joined(separator: " or "))?" }
        diagnostics.append(found)
    }
}

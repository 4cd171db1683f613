import AnswerFiles
import CareTools
import CaseDates
import DataFormats
import Diagnostics
import ImpactChronology

/// Saved answers to tools as rows of events: one for each tool that was completed.
///
/// A draft is no event yet, and what practitioners say of their own work is none of a family's.
struct ToolAnswerTable {
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the file holds answers at all.
    let holdsAnswers: Bool
    private let file: SourceFile
    private let asOf: CalendarDay
    private let tools: [Tool]
    private var readers: [String: AnswerReader] = [:]
    private var rows: [Table.Row] = []
    private var refused: [(cells: [TableCell], reason: Diagnostic)] = []
    private var answers: [Place: ToolAnswers] = [:]

    private static let fields: [Field] = [
        .date, .child, .agency, .source, .directness, .category, .event, .outcome, .decision, .reference,
    ]

    /// Reads the answers of a file.
    init(_ bytes: [UInt8], in file: SourceFile, options: ReadOptions) {
        let tools = options.tools.value
        let read = AnswerFile(bytes, path: file.name) { id, version in
            tools.tool(id, version: version)
        }
        self.file = file
        self.tools = tools
        asOf = options.dates.asOf
        holdsAnswers = read.holdsAnswers
        guard holdsAnswers else { return }
        diagnostics = read.diagnostics
        let category = options.categories.value.category(of: EventCategory.Code(system: "tool", value: "completed"))?
            .label
        for sheet in read.sheets { add(sheet, category) }
    }

    /// The rows; `nil` where there are none.
    var table: Table? {
        guard !rows.isEmpty || !refused.isEmpty else { return nil }
        let headings = Self.fields.map(\.rawValue)
        var table = Table(
            file: file,
            part: nil,
            mapping: TableMapping(
                kind: .events,
                headings: headings,
                columns: Dictionary(Self.fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            ),
            headings: headings,
            rows: rows,
            refused: refused,
            fault: nil
        )
        table.toolAnswers = answers
        return table
    }

    private mutating func add(_ sheet: AnswerFile.Sheet, _ category: String?) {
        let place = sheet.answers.place
        switch sheet.answers.status {
        case .inProgress, .stopped:
            let tool = tools.first { $0.id == sheet.answers.tool }.map { " of '\($0.id)'" } ?? ""
            return find("answers.draft", .note, "a draft\(tool), which is no event", place)
        case .completed, .amended, .enteredInError: break
        }
        let id = sheet.answers.tool ?? ""
        guard let tool = tools.tool(id, version: sheet.answers.version) else {
            guard tools.contains(where: { $0.id == id }) else {
                return refuse(sheet, "answers.tool.unknown", "there is no definition of the tool of the saved answers")
            }
            let version = sheet.answers.version.flatMap { WrittenID($0).version }.map { "version \($0)" }
            let summary = "there is no definition of \(version ?? "the version that is named") of '\(id)'"
            return refuse(sheet, "answers.version.other", summary)
        }
        guard tool.subject != .practitioner else {
            return find(
                "answers.practitioner",
                .note,
                "'\(id)' is about practitioners; 'report survey' counts it",
                place
            )
        }
        diagnostics += sheet.diagnostics
        let key = "\(tool.id)|\(tool.version)"
        let reader = readers[key] ?? AnswerReader(tool, asOf: asOf)
        readers[key] = reader
        let resolved = reader.read(sheet.answers)
        diagnostics += resolved.diagnostics
        guard sheet.answers.status != .enteredInError else {
            return refuse(sheet, "answers.notFact", "the answers themselves say that they are entered in error")
        }
        guard let result = resolved.result else {
            return refuse(sheet, "answers.unusable", "the answers cannot be used")
        }
        let text = QuestionnaireResponse(result.response, to: tool).json.text
        let digest = SHA256(of: Array(text.utf8)).hexadecimal.prefix(16)
        let row = cells(CompletedTool(result), category, reference: "\(tool.id)/\(tool.version)/\(digest)", place)
        let rowPlace = TablePart.place(in: file, nil, line: row.first?.line, column: row.first?.column)
        rows.append(.cells(row))
        answers[rowPlace] = ToolAnswers(tool: tool.id, version: tool.version, text: text)
    }

    private func cells(
        _ completed: CompletedTool,
        _ category: String?,
        reference: String,
        _ place: Place
    ) -> [TableCell] {
        Self.fields.map { field in
            let text: String? =
                switch field {
                case .date: completed.words(of: .completed)
                // What is about the case is about the whole family, whoever stands above its questions.
                case .child:
                    completed.result.tool.subject == .case
                        ? nil : completed.words(of: .child) ?? completed.words(of: .carer)
                case .agency: completed.words(of: .agency) ?? "Agency not named"
                case .source: completed.source
                case .category: category
                case .event: completed.event
                case .outcome: completed.outcome
                case .decision: completed.decision
                case .reference: reference
                default: nil
                }
            return TableCell(text: text ?? "", line: place.line, column: place.column)
        }
    }

    private mutating func refuse(_ sheet: AnswerFile.Sheet, _ id: String, _ summary: String) {
        let place = sheet.answers.place
        func value(_ name: AboutField.Name) -> String? {
            sheet.answers.entries.first { $0.id == name.item.text }?.values.first?.text
        }
        let cells = Self.fields.map { field -> TableCell in
            let text: String? =
                switch field {
                case .date: value(.completed)
                case .child: value(.child)
                case .agency: value(.agency)
                case .event: "Saved answers to the tool '\(sheet.answers.tool ?? "")'"
                default: nil
                }
            return TableCell(text: text ?? "", line: place.line, column: place.column)
        }
        let reason = Diagnostic(id: id, severity: .error, summary: summary, place: place)
        refused.append((cells, reason))
    }

    private mutating func find(_ id: String, _ severity: Severity, _ summary: String, _ place: Place) {
        diagnostics.append(Diagnostic(id: id, severity: severity, summary: summary, place: place))
    }
}

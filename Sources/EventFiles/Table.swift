import Diagnostics
import ImpactChronology

/// The rows of one table under its headings, as they stand in the file.
struct Table: Sendable {
    /// What one row is.
    enum Row: Sendable {
        case cells([TableCell])
        /// A year alone on a row of an events table: it holds for the rows below.
        case yearHeading(Int)
    }

    let file: SourceFile
    /// The sheet or table of the file; `nil` where the file is one table.
    let part: TablePart?
    /// The mapping; `nil` where the headings do not make a table that can be used, and every row is rejected.
    let mapping: TableMapping?
    /// The headings as they are written.
    let headings: [String]
    let rows: [Row]
    /// Rows that cannot be used whatever they say, each with the reason.
    let refused: [(cells: [TableCell], reason: Diagnostic)]
    /// The one error that rejects every row, when there is no mapping.
    let fault: Diagnostic?
    /// Whether the rows were made from a return or extract, in which a child is its identifier and no row is about a
    /// whole family.
    var isExtract = false
    /// The name of the list, where an extract has several.
    var title: String?
    /// Which column of the file is which field, where the rows were made from it.
    var usedColumns: [(field: Field, heading: String)]?

    /// The answers to tools, by the place of the row that tells of them, where the rows were made from such answers.
    var toolAnswers: [Place: ToolAnswers] = [:]

    /// The place of a row or of one of its cells.
    func place(_ cells: [TableCell], column: Int? = nil) -> Place {
        let cell = column.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? cells.first
        return TablePart.place(in: file, part, line: cell?.line, column: cell?.column)
    }

    /// Whether a row has more cells than there are headings, so that none of them can be trusted.
    func isTooLong(_ cells: [TableCell]) -> Bool {
        cells.count > headings.count && !cells[headings.count...].allSatisfy(\.isBlank)
    }

    /// The columns of dates in which every cell that is not blank is a spreadsheet's number for a day.
    var serialFields: Set<Field> {
        guard let mapping else { return [] }
        let fields: [Field] = [
            .date, .endDate, .decisionDate, .recorded, .birth, .expectedBirth, .death, .coversFrom, .coversTo,
            .currentAsOf,
        ]
        return Set(fields.filter { field in mapping.columns[field].map(holdsOnlySerials) ?? false })
    }

    private func holdsOnlySerials(_ column: Int) -> Bool {
        var hasAny = false
        for case .cells(let cells) in rows where column < cells.count && !cells[column].isBlank && !isTooLong(cells) {
            let digits = cells[column].trimmed.utf8
            let whole = digits.prefix { (0x30...0x39).contains($0) }
            let rest = digits.dropFirst(whole.count)
            guard whole.count == 5, rest.isEmpty || rest.first == UInt8(ascii: "."),
                rest.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
            else { return false }
            hasAny = true
        }
        return hasAny
    }

    /// The number of rows that count: all but year headings.
    var count: Int {
        refused.count + rows.count { if case .cells = $0 { true } else { false } }
    }
}

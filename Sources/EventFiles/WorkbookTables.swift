import DataFormats
import Diagnostics

/// The sheets of a workbook as rows of cells.
struct WorkbookTables {
    private(set) var sheets: [(part: TablePart, rows: [[TableCell]])] = []
    /// The sheets that say of themselves that they hold no records.
    private(set) var notRead: [TablePart] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let file: SourceFile

    /// The most cells that the rows of a workbook may have, blank ones between others counted.
    private static let mostCells = 1_000_000

    init(_ workbook: Workbook, in file: SourceFile) {
        self.file = file
        var cells = 0
        for finding in workbook.findings { diagnostics.append(.workbook(finding.kind, Place(path: file.name))) }
        for (index, plain) in workbook.sheets.enumerated() {
            let sheet = plain.filled()
            let part = TablePart(number: index + 1, name: sheet.name, naming: .sheet)
            if sheet.rows.first.map({ ReadingMark.isNotRead([Self.cells(of: $0)]) }) ?? false {
                find("table.notRead", .note, "the sheet says that it holds no records; it is not read", part, nil)
                notRead.append(part)
                continue
            }
            report(sheet, part)
            var rows: [[TableCell]] = []
            for row in sheet.rows {
                let width = row.cells.last?.column ?? 0
                cells += width
                guard cells <= Self.mostCells else {
                    find(
                        "workbook.tooLarge",
                        .error,
                        "the sheet goes on over too many blank cells; what follows is not read",
                        part,
                        row.number
                    )
                    break
                }
                rows.append(Self.cells(of: row))
            }
            sheets.append((part, rows))
        }
    }

    /// The cells of a row, with blank ones where the row has none.
    private static func cells(of row: WorksheetRow) -> [TableCell] {
        var cells: [TableCell] = []
        cells.reserveCapacity(row.cells.last?.column ?? 0)
        for cell in row.cells {
            while cells.count + 1 < cell.column {
                cells.append(TableCell(text: "", line: row.number, column: cells.count + 1))
            }
            // The mark by which people show that they are not sure of a date.
            let text = cell.isYearShown ? cell.text : "?" + cell.text
            cells.append(TableCell(text: text, line: row.number, column: cell.column))
        }
        return cells
    }

    private mutating func report(_ sheet: Worksheet, _ part: TablePart) {
        if sheet.isHidden { find("workbook.sheet.hidden", .note, "the sheet is hidden; it is read", part, nil) }
        for finding in sheet.findings {
            let place = TablePart.place(in: file, part, line: finding.reference?.row, column: finding.reference?.column)
            diagnostics.append(.workbook(finding.kind, place))
        }
    }

    private mutating func find(_ id: String, _ severity: Severity, _ summary: String, _ part: TablePart, _ row: Int?) {
        let place = TablePart.place(in: file, part, line: row, column: nil)
        diagnostics.append(Diagnostic(id: id, severity: severity, summary: summary, place: place))
    }
}

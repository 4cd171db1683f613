import DataFormats
import Testing

/// A workbook as somebody has worked on it: its sheets as rows of texts, written anew.
struct EditedWorkbook {
    var sheets: [(name: String, rows: [[String]])] = []

    init(_ bytes: [UInt8]) throws {
        for sheet in try Workbook(try ZipArchive(bytes)).sheets {
            var rows: [[String]] = []
            for row in sheet.rows {
                while rows.count + 1 < row.number { rows.append([]) }
                rows.append((1...(row.cells.last?.column ?? 1)).map { row[$0] ?? "" })
            }
            sheets.append((sheet.name, rows))
        }
    }

    /// Changes the rows below the headings of a sheet, each as a dictionary by heading.
    mutating func edit(_ name: String, _ change: (inout [[String: String]]) -> Void) throws {
        let index = try #require(sheets.firstIndex { $0.name == name })
        let headings = try #require(sheets[index].rows.first)
        var rows = sheets[index].rows.dropFirst().map { row in
            Dictionary(zip(headings, row), uniquingKeysWith: { first, _ in first })
        }
        change(&rows)
        sheets[index].rows = [headings] + rows.map { row in headings.map { row[$0] ?? "" } }
    }

    func bytes() throws -> [UInt8] {
        let plans = sheets.map { sheet in
            let width = sheet.rows.map(\.count).max() ?? 1
            let headings = (0..<width).map { column in
                ColumnPlan(sheet.rows.first.flatMap { column < $0.count ? $0[column] : nil } ?? " ")
            }
            return SheetPlan(name: sheet.name, columns: headings, rows: sheet.rows.dropFirst().map { RowPlan($0) })
        }
        let day = WorkbookPlan.Day(year: 2026, month: 3, day: 31)
        return try WorkbookPlan(sheets: plans, title: "x", author: "x", created: day).written().bytes
    }
}

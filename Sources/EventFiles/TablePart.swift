import DataFormats
import Diagnostics

/// A sheet of a workbook, a table of a document, or another part of a file that holds several.
struct TablePart: Sendable, Hashable {
    /// How a cell of the part is named.
    enum Naming: Sendable, Hashable {
        /// `Events!C14`.
        case sheet
        /// `table 2 row 7`.
        case table
        /// `paragraph 12`.
        case paragraphs
        /// By line alone.
        case lines
    }

    /// The number in the file, from 1.
    let number: Int
    /// The name by which reports speak of it.
    let name: String
    let naming: Naming

    /// The place of a cell in a file or in a part of it.
    static func place(in file: SourceFile, _ part: TablePart?, line: Int?, column: Int?) -> Place {
        guard let part else { return Place(path: file.name, line: line, column: column) }
        let cell: String? =
            switch part.naming {
            case .sheet:
                line.map { row in
                    "\(part.name)!\(CellReference(column: column ?? 1, row: row)?.description ?? "\(row)")"
                } ?? part.name
            case .table: line.map { "\(part.name) row \($0)" } ?? part.name
            case .paragraphs: line.map { "paragraph \($0)" }
            case .lines: nil
            }
        return Place(path: file.name, part: part.number, line: line, column: column, cell: cell)
    }
}

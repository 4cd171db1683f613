/// One row of an extract, or one element of its XML form, with its cells by column.
struct ExtractRecord {
    /// The cells of each column, by its name in the definition; a leaf element may be repeated.
    private(set) var cells: [String: [TableCell]] = [:]
    /// The cells under headings that the definition does not know.
    private(set) var others: [(heading: String, cell: TableCell)] = []
    /// A blank cell at the place of the record.
    let start: TableCell

    init(start: TableCell) {
        self.start = TableCell(text: "", line: start.line, column: start.column)
    }

    mutating func add(_ cell: TableCell, to column: ExtractColumn) {
        cells[column.name, default: []].append(cell)
    }

    mutating func add(_ cell: TableCell, under heading: String) {
        others.append((heading, cell))
    }

    /// The cells of a column that say something.
    func filled(_ column: String, in extract: Extract) -> [TableCell] {
        (cells[column] ?? []).filter { extract.isFilled($0) }
    }
}

extension Extract {
    /// Whether a cell says something.
    func isFilled(_ cell: TableCell) -> Bool {
        !cell.isBlank && !noValues.contains(HeadingTable.folded(cell.text))
    }
}

/// A table of a Word document while it is read.
struct WordTableContent {
    /// How a cell is merged with those above and below.
    enum Merge {
        case begins
        case goesOn
    }

    /// A cell while it is read.
    struct Cell {
        var columns = 1
        var merge: Merge?
        var isDeleted = false
        var paragraphs: [String] = []
        /// A paragraph that goes on in the next.
        var joined: WordParagraphText?

        mutating func add(_ paragraph: WordParagraphText) {
            if joined == nil { joined = paragraph } else { joined?.join(paragraph) }
            if joined?.isJoinedToNext == false { endJoined() }
        }

        /// Ends a paragraph that nothing follows in which it could go on.
        mutating func endJoined() {
            if let joined { paragraphs.append(joined.text) }
            joined = nil
        }
    }

    /// A row while it is read.
    struct Row {
        var columnsBefore = 0
        var columnsAfter = 0
        var isHeading = false
        var isDeleted = false
        var cells: [Cell] = []

        /// How many columns of the grid it reaches.
        var width: Int { cells.reduce(columnsBefore + columnsAfter) { $0 + $1.columns } }
    }

    let number: Int
    let depth: Int
    /// The row that is open.
    var row: Row?
    /// The cell that is open.
    var cell: Cell?
    private var rows: [WordRow] = []
    private var rowCount = 0
    /// The texts of the merged cells of the row above, by their first columns.
    private var merged: [Int: String] = [:]

    init(number: Int, depth: Int) {
        self.number = number
        self.depth = depth
    }

    var table: WordTable { WordTable(number: number, depth: depth, rows: rows) }

    mutating func beginRow() {
        row = Row()
        rowCount += 1
    }

    mutating func endCell() {
        guard var ended = cell else { return }
        cell = nil
        ended.endJoined()
        if !ended.isDeleted { row?.cells.append(ended) }
    }

    mutating func endRow() {
        guard let ended = row else { return }
        row = nil
        if !ended.isDeleted { rows.append(placed(ended)) }
    }

    /// Puts the cells of a row into the columns of the grid.
    private mutating func placed(_ row: Row) -> WordRow {
        var cells: [WordCell] = []
        cells.reserveCapacity(row.width)
        func fillUp(_ count: Int) {
            for _ in 0..<count { cells.append(WordCell(column: cells.count + 1, text: "", isFilledFromAbove: false)) }
        }
        fillUp(row.columnsBefore)
        var below: [Int: String] = [:]
        for cell in row.cells {
            let column = cells.count + 1
            var text = WordParagraphText.trimmed(cell.paragraphs.joined(separator: "\n"))
            // Word hides what stands in a cell merged with the one above; it is still not lost here.
            let above = cell.merge == .goesOn && text.isEmpty ? merged[column] : nil
            text = above ?? text
            if cell.merge != nil { below[column] = text }
            cells.append(WordCell(column: column, text: text, isFilledFromAbove: above != nil))
            fillUp(cell.columns - 1)
        }
        fillUp(row.columnsAfter)
        merged = below
        return WordRow(number: rowCount, isHeading: row.isHeading, cells: cells)
    }
}

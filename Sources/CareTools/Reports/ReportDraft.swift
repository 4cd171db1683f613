import CaseDates

/// A part of a report while it is made: its tables hold counts of a tally, and what is hidden is not settled.
struct ReportDraft {
    /// What stands in a cell.
    enum Cell {
        case none
        case count(CountID)
        case share(CountID, of: CountID)
        case words(String)
        /// Words that tell something of counts, and stand only where all of these are shown.
        case wordsBeside([CountID], String)
    }

    struct Row {
        let label: String
        let cells: [Cell]
        var isTotal = false
    }

    struct Table {
        let id: String
        let caption: String
        var notes: [String] = []
        let rowHeading: String
        let columns: [String]
        var rows: [Row]
        /// Whether the rows with the highest first counts come first; hidden ones keep their order behind them.
        var isRanked = false
        /// The detail that it belongs to; it stands only where that is not withheld.
        fileprivate(set) var detail: Int?
    }

    var tally = Tally()
    private(set) var tables: [Table] = []
    let noun: String
    /// All sets of answers.
    let total: CountID

    init(_ kind: ReportKind, total: Int) {
        noun = kind.noun.many.capitalisedFirst
        self.total = tally.count(total)
    }

    /// Adds a table of the counts that were added since the last detail began.
    mutating func add(_ table: Table) {
        tables.append(table)
        tables[tables.count - 1].detail = tally.detail
    }

    /// Adds rows to the table that was added last.
    mutating func add(_ rows: [Row]) { tables[tables.count - 1].rows += rows }

    /// Adds a table of one column whose rows together are a whole.
    @discardableResult
    mutating func addBreakdown(
        _ id: String,
        _ caption: String,
        by rowHeading: String,
        _ groups: [(label: String, count: Int)],
        of whole: CountID? = nil,
        column: String? = nil,
        totalLabel: String = "Together",
        notes: [String] = []
    ) -> [CountID] {
        let whole = whole ?? total
        let parts = tally.parts(groups.map(\.count), of: whole)
        let rows = zip(groups, parts).map { Row(label: $0.label, cells: [.share($1, of: whole)]) }
        let sum = Row(label: totalLabel, cells: [.count(whole)], isTotal: true)
        add(
            Table(
                id: id,
                caption: caption,
                notes: notes,
                rowHeading: rowHeading,
                columns: [column ?? noun],
                rows: rows + [sum]
            )
        )
        return parts
    }

    /// Adds a table of rows and columns that together are the whole; returns the counts, row by row.
    @discardableResult
    mutating func addMatrix(
        _ id: String,
        _ caption: String,
        by rowHeading: String,
        rows: [String],
        columns: [String],
        columnTotals: [CountID]? = nil,
        whole: CountID? = nil,
        notes: [String] = [],
        _ values: [[Int]]
    ) -> [[CountID]] {
        let whole = whole ?? total
        let cells = values.map { $0.map { tally.count($0) } }
        let rowTotals = cells.map { tally.sum(of: $0) }
        tally.state(whole, isSumOf: rowTotals)
        let ofColumns = columns.indices.map { column in cells.map { $0[column] } }
        let totals: [CountID]
        if let columnTotals {
            totals = columnTotals
            for (total, parts) in zip(totals, ofColumns) { tally.state(total, isSumOf: parts) }
        } else {
            totals = ofColumns.map { tally.sum(of: $0) }
            tally.state(whole, isSumOf: totals)
        }
        let body = zip(rows, zip(cells, rowTotals)).map { label, counts in
            Row(label: label, cells: counts.0.map(Cell.count) + [.share(counts.1, of: whole)])
        }
        let sum = Row(label: "Together", cells: totals.map(Cell.count) + [.count(whole)], isTotal: true)
        add(
            Table(
                id: id,
                caption: caption,
                notes: notes,
                rowHeading: rowHeading,
                columns: columns + ["Together"],
                rows: body + [sum]
            )
        )
        return cells
    }

    /// The tables as they are shown, and the captions of those that are left out.
    func shownTables(
        _ options: Report.Options
    ) -> (total: ShownCount, tables: [ReportTable], withheld: [String]) {
        let suppression = options.showsSmallCounts ? nil : Suppression(tally)
        func shown(_ id: CountID) -> ShownCount {
            suppression?.hides(id) ?? false ? .hidden : .number(tally.value(id))
        }
        func cell(_ cell: Cell) -> ReportCell {
            switch cell {
            case .none: .none
            case .words(let words): .words(words)
            case .wordsBeside(let ids, let words):
                ids.contains { shown($0) == .hidden } ? .count(.hidden) : .words(words)
            case .count(let id): .count(shown(id))
            case .share(let part, let whole): .share(shown(part), of: shown(whole))
            }
        }
        func isWithheld(_ table: Table) -> Bool {
            table.detail.map { suppression?.withheld.contains($0) ?? false } ?? false
        }
        let withheld = tables.filter(isWithheld).map(\.caption)
        let tables = tables.filter { !isWithheld($0) }.map { table in
            var rows = table.rows.map { row in
                ReportTable.Row(label: row.label, cells: row.cells.map(cell), isTotal: row.isTotal)
            }
            if table.isRanked { rows = Self.ranked(rows) }
            return ReportTable(
                id: table.id,
                caption: table.caption,
                notes: table.notes,
                rowHeading: table.rowHeading,
                columns: table.columns,
                rows: rows
            )
        }
        return (shown(total), tables, withheld)
    }

    /// Ranks by what is shown: the order must not tell what is hidden.
    private static func ranked(_ rows: [ReportTable.Row]) -> [ReportTable.Row] {
        func rank(_ row: ReportTable.Row) -> Int {
            switch row.cells.first {
            case .share(let part, _)?, .count(let part)?: part.number.map { $0 == 0 ? -1 : $0 } ?? 0
            case .words?, .some(.none), nil: 0
            }
        }
        return rows.enumerated().sorted { first, second in
            let ranks = (rank(first.element), rank(second.element))
            return ranks.0 == ranks.1 ? first.offset < second.offset : ranks.0 > ranks.1
        }.map(\.element)
    }
}

extension String {
    /// The text with a capital at its beginning.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

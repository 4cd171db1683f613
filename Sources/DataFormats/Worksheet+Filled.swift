extension Worksheet {
    /// The most cells of a sheet that are filled.
    public static let mostFilledCells = 10_000

    /// Returns the sheet with the first cell of each merged range brought down into the rows below it.
    ///
    /// A date that is merged over three rows is the date of each. Only rows that hold something are filled, and only in
    /// the first column of the range; a cell that holds something keeps it. Filled cells say so
    /// (``WorksheetCell/isFilled``), and there is a finding for each range.
    public func filled() -> Worksheet {
        var sheet = self
        var work = FillingWork()
        for range in mergedRanges where range.last.row > range.first.row {
            sheet.fill(range, work: &work)
        }
        return sheet
    }

    /// What may still be done; hostile ranges lie over each other, so that looking is counted too.
    private struct FillingWork {
        var cells = Worksheet.mostFilledCells
        var looks = 1_000_000
    }

    private mutating func fill(_ range: CellRange, work: inout FillingWork) {
        guard let first = cell(range.first) else { return }
        var hasFilled = false
        var index = position(of: range.first.row + 1)
        while index < rows.count, rows[index].number <= range.last.row {
            guard work.cells > 0, work.looks > 0 else {
                findings.append(WorkbookFinding(.mergedRangeNotFilled(range), range.first))
                return
            }
            work.looks -= 1
            if fill(rowAt: index, with: first) {
                work.cells -= 1
                hasFilled = true
            }
            index += 1
        }
        if hasFilled { findings.append(WorkbookFinding(.mergedRangeFilled(range), range.first)) }
    }

    private mutating func fill(rowAt index: Int, with first: WorksheetCell) -> Bool {
        let place = rows[index].position(of: first.column)
        if place < rows[index].cells.count, rows[index].cells[place].column == first.column { return false }
        let filled = WorksheetCell(
            column: first.column,
            text: first.text,
            isFilled: true,
            isYearShown: first.isYearShown
        )
        rows[index].cells.insert(filled, at: place)
        return true
    }
}

/// One row of a table, its cells asked for by field.
struct RowCells {
    let cells: [TableCell]
    let mapping: TableMapping

    /// The text of a field without white space around it; `nil` when it is blank or there is no such column.
    subscript(field: Field) -> String? {
        guard let column = mapping.columns[field], column < cells.count else { return nil }
        return cells[column].text.nonBlank
    }

    /// The text of a field as it is written; `nil` when there is no such column or the row is too short.
    func raw(_ field: Field) -> String? {
        guard let column = mapping.columns[field], column < cells.count else { return nil }
        return cells[column].text
    }
}

/// One cell of a worksheet that holds something.
public struct WorksheetCell: Sendable, Hashable {
    /// What the cell holds, as text: dates as `2019-03-12`, times as `14:30`, booleans as `TRUE` and `FALSE`.
    public let text: String
    /// Whether the text stands in the first cell of a merged range and was brought down here.
    public let isFilled: Bool
    /// Whether the cell shows the year of its date, where it holds one.
    ///
    /// A year that no one sees may be the one in which somebody typed the day.
    public let isYearShown: Bool
    private let storedColumn: UInt16

    /// The column, from 1.
    public var column: Int { Int(storedColumn) }

    /// Makes a cell; a column that no worksheet has counts as the nearest one.
    init(column: Int, text: String, isFilled: Bool = false, isYearShown: Bool = true) {
        storedColumn = UInt16(clamping: column)
        self.text = text
        self.isFilled = isFilled
        self.isYearShown = isYearShown
    }
}

/// One row of a sheet to be written.
public struct RowPlan: Sendable, Hashable {
    /// The texts, from the first column; those that are left out are blank.
    public var cells: [String]
    /// Whether the row only shows how to fill in the others: it is in italics, and no list offers what it holds.
    public var isExample: Bool

    /// Makes a row.
    public init(_ cells: [String], isExample: Bool = false) {
        self.cells = cells
        self.isExample = isExample
    }
}

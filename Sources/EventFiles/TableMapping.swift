/// Which column of a table is which field.
public struct TableMapping: Sendable, Hashable {
    /// The kind of table.
    public let kind: TableKind
    /// The headings as they are written, in order.
    public let headings: [String]
    /// The column of each field.
    public let columns: [Field: Int]

    /// Pairs of field and heading in the order of the columns, for the report.
    public var used: [(field: Field, heading: String)] {
        columns.sorted { $0.value < $1.value }.map { ($0.key, headings[$0.value]) }
    }

    /// The headings of the columns that no field takes, in order.
    public var unused: [String] {
        let taken = Set(columns.values)
        return headings.indices.filter { !taken.contains($0) && !headings[$0].trimmed.isEmpty }.map { headings[$0] }
    }
}

/// Where a tool writes down targets: a repeated section with an item for each column.
///
/// Source of the columns: https://docsbay.net/ws-lscb-gcp-tool
public struct TargetTable: Sendable, Hashable {
    /// The repeated section.
    public var section: String
    /// The item of the tool that is targeted.
    public var item: ItemID
    /// The value now.
    public var current: ItemID
    /// The value that is aimed at.
    public var target: ItemID
    /// The day by which.
    public var by: ItemID
    /// The value at the review.
    public var actual: ItemID

    /// Makes a table.
    public init(section: String, item: ItemID, current: ItemID, target: ItemID, by: ItemID, actual: ItemID) {
        self.section = section
        self.item = item
        self.current = current
        self.target = target
        self.by = by
        self.actual = actual
    }
}

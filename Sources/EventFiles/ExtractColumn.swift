/// A column of an extract, or a leaf element of its XML form.
public struct ExtractColumn: Sendable, Hashable {
    /// The name by which events and details speak of it.
    public let name: String
    /// All its names, folded as headings are.
    public let names: Set<String>
    /// Whether the table is known by it.
    public let isKnownBy: Bool
    /// The codes of its cells.
    public let list: CodeList?
    /// Whether a cell that no event uses is kept with the main event.
    public let isKept: Bool
    /// Whether its cells hold JSON.
    public let isJSON: Bool
    /// The first and last collection years in which it is part of the return; `nil` where that is not known.
    public let from: Int?
    /// The last collection year in which it is part of the return.
    public let to: Int?

    /// Makes a column.
    public init(
        name: String,
        also: [String] = [],
        isKnownBy: Bool = false,
        list: CodeList? = nil,
        isKept: Bool = true,
        isJSON: Bool = false,
        from: Int? = nil,
        to: Int? = nil
    ) {
        self.name = name
        names = Set(([name] + also).map(HeadingTable.folded))
        self.isKnownBy = isKnownBy
        self.list = list
        self.isKept = isKept
        self.isJSON = isJSON
        self.from = from
        self.to = to
    }
}

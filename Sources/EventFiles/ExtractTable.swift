/// One table of an extract, or one element of its XML form.
public struct ExtractTable: Sendable {
    /// The name in the definition.
    public let id: String
    /// What it is.
    public let title: String
    /// The path of its element below the child's, in the XML form; `nil` where it has none.
    public let element: [String]?
    /// The columns by which a child is known.
    public let child: ExtractChildColumns
    /// The other columns.
    public let columns: [ExtractColumn]
    /// The events that a row can be.
    public let events: [ExtractEvent]
    /// Why no row can be an event; `nil` where rows can.
    public let noEvents: String?
    /// All columns, those of the child first.
    let allColumns: [ExtractColumn]
    private var positionsByName: [String: Int] = [:]
    private var positionsByHeading: [String: Int] = [:]

    /// Makes a table.
    public init(
        id: String,
        title: String,
        element: [String]? = nil,
        child: ExtractChildColumns,
        columns: [ExtractColumn],
        events: [ExtractEvent],
        noEvents: String? = nil
    ) {
        self.id = id
        self.title = title
        self.element = element
        self.child = child
        self.columns = columns
        self.events = events
        self.noEvents = noEvents
        allColumns = child.all + columns
        for (index, column) in allColumns.enumerated() {
            positionsByName[column.name] = positionsByName[column.name] ?? index
            for heading in column.names { positionsByHeading[heading] = positionsByHeading[heading] ?? index }
        }
    }

    /// Returns the column that a heading names.
    func column(named heading: String) -> ExtractColumn? {
        positionsByHeading[HeadingTable.folded(heading)].map { allColumns[$0] }
    }

    /// Returns the column of a name in the definition.
    func column(_ name: String) -> ExtractColumn? {
        positionsByName[name].map { allColumns[$0] }
    }

    /// How many headings the table knows, where they hold the child's identifier and every column by which the table is
    /// known; `nil` where they do not.
    func strength(among headings: [String]) -> Int? {
        let folded = Set(headings.map(HeadingTable.folded))
        let needed = columns.filter(\.isKnownBy)
        guard !needed.isEmpty, needed.allSatisfy({ !$0.names.isDisjoint(with: folded) }),
            noEvents != nil || child.id.map({ !$0.names.isDisjoint(with: folded) }) ?? false
        else { return nil }
        return needed.count * 1000 + allColumns.count { !$0.names.isDisjoint(with: folded) }
    }
}

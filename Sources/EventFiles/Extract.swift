/// What a statutory return or a standard extract holds: its tables, and which events their rows are.
///
/// It is data; `Definitions` reads it from `tools-definitions/extracts/`.
public struct Extract: Sendable {
    /// The name by which `--format` and reports speak of it.
    public let id: String
    /// What it is.
    public let title: String
    /// The agency whose record it is.
    public let agency: String
    /// The source that its events name.
    public let source: String
    /// The root element of its XML form; `nil` where it has none.
    public let root: String?
    /// The element of one child in the XML form.
    public let record: String?
    /// Cells that say nothing, folded as headings are.
    public let noValues: Set<String>
    /// The tables.
    public let tables: [ExtractTable]

    /// Makes an extract.
    public init(
        id: String,
        title: String,
        agency: String,
        source: String,
        root: String? = nil,
        record: String? = nil,
        noValues: Set<String> = [],
        tables: [ExtractTable]
    ) {
        self.id = id
        self.title = title
        self.agency = agency
        self.source = source
        self.root = root
        self.record = record
        self.noValues = noValues
        self.tables = tables
    }
}

public import CareTools  // The tools whose answers are read.
public import CaseDates  // The date reader holds the as-of date and the named dates.
public import DataFormats  // The encoding may be given.
public import ImpactChronology  // The categories of events.

/// How the files of a case are to be read.
public struct ReadOptions: Sendable {
    /// The reader of dates.
    public var dates: DateReader
    /// The names of headings.
    public var headings: HeadingTable
    /// Columns that the user assigned to fields, by heading; several where files name them differently.
    public var assigned: [Field: [String]]
    /// The encoding of text files; `nil` to find it.
    public var encoding: TextEncoding?
    /// The format of all files; `nil` to find it.
    public var format: EventFileFormat?
    /// Whether paragraphs of documents that begin with a date are read as events.
    public var readsDatedParagraphs: Bool
    /// A schema to check the XML forms of returns against, beside reading them.
    public var schema: [UInt8]?
    /// The forms of statutory returns and extracts.
    public var extracts: Deferred<[Extract]>
    /// The categories of events.
    public var categories: Deferred<EventCategories>
    /// The tools whose saved answers are read.
    public var tools: Deferred<[Tool]>
    /// How accounts of several sources are compared; `nil` compares nothing.
    public var comparison: Deferred<ComparisonRules?>

    /// Makes options.
    public init(
        dates: DateReader,
        headings: HeadingTable,
        assigned: [Field: [String]] = [:],
        encoding: TextEncoding? = nil,
        format: EventFileFormat? = nil,
        readsDatedParagraphs: Bool = false,
        schema: [UInt8]? = nil,
        extracts: Deferred<[Extract]> = Deferred { [] },
        categories: Deferred<EventCategories> = Deferred { EventCategories([]) },
        tools: Deferred<[Tool]> = Deferred { [] },
        comparison: Deferred<ComparisonRules?> = Deferred { nil }
    ) {
        self.dates = dates
        self.headings = headings
        self.assigned = assigned
        self.encoding = encoding
        self.format = format
        self.readsDatedParagraphs = readsDatedParagraphs
        self.schema = schema
        self.extracts = extracts
        self.categories = categories
        self.tools = tools
        self.comparison = comparison
    }
}

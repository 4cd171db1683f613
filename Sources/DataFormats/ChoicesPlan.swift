/// What the cells of a column choose from: some words, and what stands in a column of another sheet.
public struct ChoicesPlan: Sendable, Hashable {
    /// A column of a sheet of the same plan.
    public struct Column: Sendable, Hashable {
        /// The name of the sheet.
        public let sheet: String
        /// The heading of the column.
        public let heading: String

        /// Names a column.
        public init(sheet: String, heading: String) {
            self.sheet = sheet
            self.heading = heading
        }
    }

    /// The words that are offered first.
    public var words: [String]
    /// The column whose cells are offered after them, whatever is in it by then.
    public var column: Column?
    /// Whether another text is refused; if not, it is only asked about.
    public var isStrict: Bool
    /// What is said to another text, at most 255 characters; the spreadsheet's own words when blank.
    public var message: String

    /// Makes a list.
    public init(_ words: [String], column: Column? = nil, isStrict: Bool = false, message: String = "") {
        self.words = words
        self.column = column
        self.isStrict = isStrict
        self.message = message
    }
}

/// What a report was made from.
public struct ReportSources: Sendable, Hashable {
    /// How many files hold answers.
    public var files: Int
    /// How many sets of answers were read and used.
    public var used: Int
    /// How many sets of answers could not be used.
    public var refused: Int
    /// Why answers and files could not be used, and how often, in the order of the words; no file is named.
    public var reasons: [Reason]

    /// One reason.
    public struct Reason: Sendable, Hashable {
        /// The reason.
        public var words: String
        /// How often.
        public var count: Int

        /// Makes a reason.
        public init(words: String, count: Int) {
            self.words = words
            self.count = count
        }
    }

    /// Makes an account of sources.
    public init(files: Int, used: Int, refused: Int, reasons: [Reason]) {
        self.files = files
        self.used = used
        self.refused = refused
        self.reasons = reasons
    }
}

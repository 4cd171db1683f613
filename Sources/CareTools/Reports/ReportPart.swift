/// The part of a report that is about one version of one tool.
public struct ReportPart: Sendable, Hashable {
    /// The identifier of the tool.
    public var tool: String
    /// Its version.
    public var version: String
    /// Its title.
    public var title: String
    /// How many sets of answers it counts.
    public var total: ShownCount
    /// The month of the earliest completion; `nil` where no day is known.
    ///
    /// A day would point at one set of answers.
    public var from: CalendarMonth?
    /// The month of the latest completion; `nil` where no day is known.
    public var to: CalendarMonth?
    /// What was left out and why, and how the counts are to be read, a sentence each.
    public var notes: [String]
    /// The tables, in order.
    public var tables: [ReportTable]
    /// What was written in answer to open questions, where it was asked for.
    public var words: [Words]

    /// Whether nothing of it is shown, because so few answers are counted that noughts alone would tell them.
    public var isWithheld: Bool { tables.isEmpty }

    /// What was written in answer to one question, in alphabetical order, with nothing that tells by whom.
    public struct Words: Sendable, Hashable {
        /// The question.
        public var question: String
        /// The answers.
        public var answers: [String]
    }
}

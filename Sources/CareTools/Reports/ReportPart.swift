public import CaseDates  // It says which period is covered.

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
    /// The earliest day of completion; `nil` where none is known.
    public var from: CalendarDay?
    /// The latest day of completion; `nil` where none is known.
    public var to: CalendarDay?
    /// What was left out and why, and how the counts are to be read, a sentence each.
    public var notes: [String]
    /// The tables, in order.
    public var tables: [ReportTable]
    /// What was written in answer to open questions, where it was asked for.
    public var words: [Words]

    /// What was written in answer to one question, in alphabetical order, with nothing that tells by whom.
    public struct Words: Sendable, Hashable {
        /// The question.
        public var question: String
        /// The answers.
        public var answers: [String]
    }
}

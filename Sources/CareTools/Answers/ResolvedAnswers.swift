public import CaseDates  // Nothing may lie after a day.
public import Diagnostics  // It says what does not fit.

/// Answers of a file, held against a tool: what fits is used, and what does not is said.
public struct ResolvedAnswers: Sendable, Hashable {
    /// What the answers that fit come to; `nil` where they are for another tool or version, or not to be used.
    public let result: Result?
    /// What does not fit, in the order of the file, then what is found when all of it is put together.
    public let diagnostics: [Diagnostic]

    /// The answers that fit.
    public var response: Response? { result?.response }

    init(result: Result?, diagnostics: [Diagnostic]) {
        self.result = result
        self.diagnostics = diagnostics
    }

    /// Holds a sheet against a tool; for many sheets make an ``AnswerReader`` once.
    ///
    /// - Parameters:
    ///   - sheet: The answers.
    ///   - tool: The tool.
    ///   - asOf: The day after which nothing can have happened.
    public init(_ sheet: AnswerSheet, tool: Tool, asOf: CalendarDay) {
        self = AnswerReader(tool, asOf: asOf).read(sheet)
    }
}

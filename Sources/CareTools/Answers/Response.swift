public import CaseDates  // What stands above the questions has days.
import Diagnostics

/// Answers that fit a tool: who, when, and what was answered.
public struct Response: Sendable, Hashable {
    /// The tool.
    public var tool: String
    /// Its version.
    public var version: String
    /// How far the answers are.
    public var status: AnswerSheet.Status
    /// What stands above the questions; days as ISO 8601, choices by code.
    public var about: [AboutField.Name: String]
    /// The answers, also those to items that are not shown.
    public var answers: [AnswerKey: Answer]
    /// What was written as evidence beside answers.
    public var evidence: [AnswerKey: String]
    /// How many instances of each repeated section there are.
    public var instances: [String: Int]
    /// What persons put beside scores.
    public var overrides: [ScoreID: Override]

    /// Makes an empty response.
    public init(to tool: Tool, status: AnswerSheet.Status = .inProgress) {
        self.tool = tool.id
        version = tool.version
        self.status = status
        about = [:]
        answers = [:]
        evidence = [:]
        instances = [:]
        overrides = [:]
    }

    /// A day from above the questions; `nil` where it is not given.
    public func day(_ name: AboutField.Name) -> CalendarDay? { about[name].flatMap(CalendarDay.init(iso:)) }

    /// The child's age in completed months on the day of completion; `nil` where either day is not known, and before
    /// birth.
    ///
    /// A month is complete on the same day of the next month; where that month has no such day, on the first of the
    /// month after.
    public var ageInMonths: Int? {
        guard let born = day(.born), let day = day(.completed), day >= born else { return nil }
        let (fromYear, fromMonth, fromDay) = born.parts
        let (year, month, dayOfMonth) = day.parts
        return (year - fromYear) * 12 + month - fromMonth - (dayOfMonth < fromDay ? 1 : 0)
    }
}

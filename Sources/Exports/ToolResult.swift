public import CareTools  // It holds a result.
public import ImpactChronology  // It names an event.

/// The result of a tool that an event of the chronology tells of.
public struct ToolResult: Sendable {
    /// The event.
    public let event: EventID
    /// The result.
    public let result: Result

    /// Joins a result to its event.
    public init(event: EventID, result: Result) {
        self.event = event
        self.result = result
    }
}

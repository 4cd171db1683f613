public import CaseDates  // A decision has a date.

/// What a manager or a meeting decided because of an event.
public struct Decision: Sendable, Hashable {
    /// The decision; blank when only its date is given.
    public var text: String
    /// When it was made; `nil` when that is not given.
    public var date: EventDate?

    /// Makes a decision.
    public init(text: String, date: EventDate?) {
        self.text = text
        self.date = date
    }
}

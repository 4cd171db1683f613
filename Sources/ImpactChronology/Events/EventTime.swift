public import CaseDates  // A time of day is a value of that module.

/// The time of day of an event as it was written.
public struct EventTime: Sendable, Hashable {
    /// The words of the source.
    public var text: String
    /// What they were read as; `nil` for words such as "after school".
    public var time: TimeOfDay?

    /// Makes a time.
    public init(text: String, time: TimeOfDay?) {
        self.text = text
        self.time = time
    }
}

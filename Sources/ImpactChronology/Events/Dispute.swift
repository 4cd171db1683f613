/// Whether someone disputes an event.
public enum Dispute: Sendable, Hashable {
    /// The source says nothing about it.
    case notStated
    /// The source says that nobody does.
    case undisputed
    /// Someone does, in the words of the source, such as "Yes, by mother".
    case disputed(String)
}

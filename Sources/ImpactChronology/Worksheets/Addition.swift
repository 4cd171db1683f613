public import Diagnostics  // An addition keeps the place that it was read from.

/// What a worker added to an event in a worksheet; the words of the sources stay as they are.
public struct Addition: Sendable, Hashable {
    /// What was added.
    public enum Statement: Sendable, Hashable {
        /// What the event meant for a child, or for all whom it is about.
        case impact(Impact)
        /// What a child said or showed.
        case voice(Voice)
        /// How much it matters.
        case significance(String)
        /// Whether it is a strength or a concern.
        case bearing(Bearing)
        /// Whether someone disputes it.
        case dispute(Dispute)
        /// What was decided.
        case decision(Decision)
    }

    /// What was added.
    public var statement: Statement
    /// The cell that it was read from.
    public var place: Place

    /// Makes an addition.
    public init(_ statement: Statement, place: Place) {
        self.statement = statement
        self.place = place
    }
}

public import CaseDates  // Coverage is given in event dates.

/// An agency that gave events, and what its records cover.
public struct Source: Sendable, Hashable {
    /// The agency as the events name it.
    public var agency: String
    /// The name to print; the agency's own where the sources table gives none.
    public var label: String
    /// The first day that the records cover; `nil` where it is not stated.
    public var coversFrom: EventDate?
    /// The last day that the records cover; `nil` where it is not stated.
    public var coversTo: EventDate?
    /// The day on which the records were taken out; `nil` where it is not stated.
    public var currentAsOf: EventDate?
    /// Whether the sources table names it; otherwise only the events do.
    public var isStated: Bool

    /// Makes a source.
    public init(
        agency: String,
        label: String? = nil,
        coversFrom: EventDate? = nil,
        coversTo: EventDate? = nil,
        currentAsOf: EventDate? = nil,
        isStated: Bool
    ) {
        self.agency = agency
        self.label = label ?? agency
        self.coversFrom = coversFrom
        self.coversTo = coversTo
        self.currentAsOf = currentAsOf
        self.isStated = isStated
    }

    /// Whether the records are said to begin wholly after they end, so that neither day can be relied on.
    public var isReversed: Bool {
        guard let from = coversFrom?.earliest, let to = coversTo?.latest else { return false }
        return from > to
    }
}

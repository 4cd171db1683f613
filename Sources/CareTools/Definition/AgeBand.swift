/// Ages from one to another, both counted in completed months.
///
/// "From 0 to 4" in years holds a child until the day before the fifth birthday: months 0 to 59.
public struct AgeBand: Sendable, Hashable {
    /// The fewest completed months; `nil` from birth on, and before it.
    public var from: Int?
    /// The most completed months; `nil` without an end.
    public var to: Int?

    /// Makes a band.
    public init(from: Int?, to: Int?) {
        self.from = from
        self.to = to
    }

    /// Whether an age in completed months lies in the band; one that is not known is in no band that has an end.
    public func holds(_ months: Int?) -> Bool? {
        if from == nil, to == nil { return true }
        guard let months else { return nil }
        return months >= (from ?? .min) && months <= (to ?? .max)
    }

    /// The band in words, such as "0 to 4 years", "from 11 years", "6 to 17 months".
    public var words: String {
        switch (from, to) {
        case (nil, nil): "any age"
        case (nil, 11?), (0?, 11?): "under 1 year"
        case (let from?, nil): "from " + Self.words(from)
        case (nil, let to?): "up to " + Self.last(to)
        case (let from?, let to?):
            from % 12 == 0 && to % 12 == 11
                ? from / 12 == to / 12 ? Self.words(from) : "\(from / 12) to \(Self.last(to))"
                : "\(Self.words(from)) to \(Self.last(to))"
        }
    }

    private static func words(_ months: Int) -> String {
        months % 12 == 0 ? count(months / 12, "year") : count(months, "month")
    }

    private static func last(_ months: Int) -> String {
        months % 12 == 11 ? count(months / 12, "year") : count(months, "month")
    }

    private static func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
}

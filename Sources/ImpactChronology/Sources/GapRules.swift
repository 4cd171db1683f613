/// From how many days on a time without events is named.
public struct GapRules: Sendable, Hashable {
    /// The days without an event from any source that are still no gap.
    public var days: Int
    /// The days without an event from one source that are still no gap.
    public var sourceDays: Int
    /// The widest date, in days, that is taken to fill its days; a wider one may lie anywhere in them.
    public var widestDate: Int

    /// Makes the rules.
    public init(days: Int, sourceDays: Int, widestDate: Int) {
        self.days = days
        self.sourceDays = sourceDays
        self.widestDate = widestDate
    }
}

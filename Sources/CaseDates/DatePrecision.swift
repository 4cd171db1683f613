/// How fine a date is, as it was written.
public enum DatePrecision: String, Sendable, Hashable, CaseIterable {
    /// One day.
    case day
    /// A span of days with two ends, one of which may be open; also a list of days and a decade.
    case range
    /// One month.
    case month
    /// One season.
    case season
    /// One year.
    case year
    /// Counted from something else: the row above, a birth, a pregnancy.
    case relative
    /// No date was given.
    case none
}

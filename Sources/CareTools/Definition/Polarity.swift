/// Which end of a scale is the better one.
public enum Polarity: String, Sendable, Hashable, CaseIterable {
    /// A higher value is worse, as in graded care.
    case higherIsWorse = "higher-is-worse"
    /// A higher value is better, as on a ladder of progress.
    case higherIsBetter = "higher-is-better"
    /// Neither is better; change has no direction.
    case none
}

/// The rule by which a score is made.
public enum ScoreMethod: Sendable, Hashable {
    /// The sum of the values.
    case sum
    /// The mean of the values, by weight.
    case mean
    /// The highest value; where a higher one is worse, the worst decides.
    case highest
    /// The lowest value.
    case lowest
    /// The value that occurs most often, unless one is above the ceiling: then the highest.
    ///
    /// A generic rule. It is not monotone, whatever the tie policy: one worse item can lower it.
    case modeWithCeiling(ceiling: ExactNumber, ties: Ties)
    /// How many answers have one of these codes.
    case countOfCodes([String])
    /// How many values are at least this.
    case countAtLeast(ExactNumber)
    /// The sum of the values, each times its weight.
    case weightedSum
    /// The mean by weight of what is answered, times the weights of all that apply.
    case proratedSum
    /// The weighted sum as a percentage of the highest that the same answers could have reached.
    case shareOfMaximum
    /// The same, between the lowest and the highest that the same answers could have reached.
    case shareOfRange
    /// How far apart the highest and the lowest value are.
    case spread

    /// Whether a count counts an option.
    func counts(_ option: Scale.Option) -> Bool {
        if case .countOfCodes(let codes) = self { return codes.contains(option.code) }
        return option.value.map(counts) ?? false
    }

    /// Whether a count counts a value.
    func counts(_ value: ExactNumber) -> Bool {
        if case .countAtLeast(let least) = self { return value >= least }
        return false
    }

    /// How much a count counts of one value, or of none.
    func counted(_ value: ExactNumber?) -> Int { value.map(counts) ?? false ? 1 : 0 }

    /// What decides where several values occur equally often.
    public enum Ties: String, Sendable, Hashable, CaseIterable {
        /// The highest of them.
        case highestMode = "highest-mode"
        /// The highest of all values.
        case highest
        /// The one nearest to the mean of all values; of two as near, the higher.
        case nearestMean = "nearest-mean"
    }
}

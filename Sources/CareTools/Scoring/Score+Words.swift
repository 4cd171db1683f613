extension Score {
    /// The rule in words, as it is printed beside the score.
    public var rule: String {
        switch method {
        case .sum: "the sum of the values"
        case .mean: weighted ? "the mean of the values, by weight" : "the mean of the values"
        case .highest: polarity == .higherIsWorse ? "the highest value, which is the worst" : "the highest value"
        case .lowest: polarity == .higherIsBetter ? "the lowest value, which is the worst" : "the lowest value"
        case .modeWithCeiling(let ceiling, let ties):
            "any value above \(ceiling) decides, the highest of them; else the value that occurs most often; "
                + "of values that occur as often, \(ties.words)"
        case .countOfCodes(let codes): "how many answers are \(codes.joined(separator: " or "))"
        case .countAtLeast(let least): "how many values are \(least) or more"
        case .weightedSum: "the sum of each value times its weight"
        case .proratedSum:
            weighted
                ? "prorated: the mean of what is answered, by weight, times the weights of all that applies"
                : "prorated: the mean of what is answered, times the number that applies"
        case .shareOfMaximum: "the sum as a percentage of the most that the same answers could reach"
        case .shareOfRange:
            "the sum as a percentage of the way from the least to the most that the same answers could reach"
        case .spread: "the highest value less the lowest"
        }
    }

    private var weighted: Bool { inputs.contains { $0.weight != 1 } }
}

extension ScoreMethod.Ties {
    fileprivate var words: String {
        switch self {
        case .highestMode: "the highest of them"
        case .highest: "the highest of all"
        case .nearestMean: "the one nearest to the mean"
        }
    }
}

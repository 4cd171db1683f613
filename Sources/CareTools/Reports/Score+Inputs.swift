extension Score {
    /// The band at the better end; `nil` where there are no bands, or neither end is better.
    var bestBand: Band? {
        switch polarity {
        case .higherIsWorse: bands.min { $0.from < $1.from }
        case .higherIsBetter: bands.max { $0.from < $1.from }
        case .none: nil
        }
    }

    /// The items that it counts itself.
    var itemsCounted: [ItemID] {
        inputs.compactMap { input in
            if case .item(let id) = input.reference, !input.weight.isZero { id } else { nil }
        }
    }
}

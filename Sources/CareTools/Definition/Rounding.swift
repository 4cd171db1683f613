/// How a value is rounded to decimal places.
public struct Rounding: Sendable, Hashable {
    /// How many places stand behind the point at most; 0 to 6.
    public var places: Int
    /// Which neighbour is taken.
    public var mode: Mode

    /// Makes a rule; without arguments two places, halves away from zero.
    public init(places: Int = 2, mode: Mode = .halfUp) {
        self.places = places
        self.mode = mode
    }

    /// Which neighbour is taken.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// The nearest; a half goes away from zero.
        case halfUp = "half-up"
        /// The nearest; a half goes to the even figure.
        case halfEven = "half-even"
        /// The higher.
        case up
        /// The lower.
        case down
    }
}

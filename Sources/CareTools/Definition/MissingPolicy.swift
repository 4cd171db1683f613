/// What a score does where inputs have no value.
///
/// What does not apply is left out before anything is counted. Nothing is ever put in the place of what is missing.
public struct MissingPolicy: Sendable, Hashable {
    /// Whether one missing input is enough for no score.
    public var refusesAny: Bool
    /// How many inputs must have a value; at least 1.
    public var minimum: Int
    /// Which share of the inputs that apply must have a value; 0 where none is asked.
    public var minimumShare: ExactNumber

    /// Makes a policy; without arguments one answer is enough.
    public init(refusesAny: Bool = false, minimum: Int = 1, minimumShare: ExactNumber = 0) {
        self.refusesAny = refusesAny
        self.minimum = minimum
        self.minimumShare = minimumShare
    }
}

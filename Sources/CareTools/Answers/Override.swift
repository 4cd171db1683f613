/// A value that a person put beside a score.
public struct Override: Sendable, Hashable {
    /// The value.
    public var value: ExactNumber
    /// The reason; `nil` where none is given.
    public var reason: String?

    /// Makes an override.
    public init(value: ExactNumber, reason: String?) {
        self.value = value
        self.reason = reason
    }
}

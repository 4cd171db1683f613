/// When a child was born, is expected, and died, as far as it is known.
public struct Birth: Sendable, Hashable {
    /// The date of birth; `nil` before birth, after a stillbirth, and when it is not known.
    public var born: EventDate?
    /// The expected date of birth.
    public var expected: EventDate?
    /// The date of death.
    public var died: EventDate?

    /// Makes the dates of a life.
    public init(born: EventDate? = nil, expected: EventDate? = nil, died: EventDate? = nil) {
        self.born = born
        self.expected = expected
        self.died = died
    }
}

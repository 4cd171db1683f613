/// How sure the writer was of a date.
public struct Doubt: Sendable, Hashable {
    /// The writer was not sure: a question mark, "probably", "possibly".
    public var isUncertain: Bool
    /// The writer meant "about": "c.", "circa", "approx".
    public var isApproximate: Bool

    /// No doubt was written.
    public static let none = Doubt(isUncertain: false, isApproximate: false)

    /// Makes the marks.
    public init(isUncertain: Bool, isApproximate: Bool) {
        self.isUncertain = isUncertain
        self.isApproximate = isApproximate
    }

    /// Whether any doubt was written.
    public var isPresent: Bool { isUncertain || isApproximate }

    /// The mark that EDTF puts behind the date: `?`, `~`, `%` for both, or nothing.
    var edtf: String {
        switch (isUncertain, isApproximate) {
        case (false, false): ""
        case (true, false): "?"
        case (false, true): "~"
        case (true, true): "%"
        }
    }

    /// Returns the marks of both.
    func joined(with other: Doubt) -> Doubt {
        Doubt(
            isUncertain: isUncertain || other.isUncertain,
            isApproximate: isApproximate || other.isApproximate
        )
    }
}

/// A count as a reader sees it.
public enum ShownCount: Sendable, Hashable {
    /// The count.
    case number(Int)
    /// It is 1 to 5, or a count of 1 to 5 could be worked out from it.
    case hidden

    /// The count; `nil` where it is hidden.
    public var number: Int? {
        switch self {
        case .number(let number): number
        case .hidden: nil
        }
    }
}

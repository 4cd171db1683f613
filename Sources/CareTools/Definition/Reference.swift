/// What a condition or a score looks at.
public enum Reference: Sendable, Hashable {
    /// The answer to an item.
    case item(ItemID)
    /// A score.
    case score(ScoreID)

    /// The identifier as it is written.
    public var text: String {
        switch self {
        case .item(let id): id.text
        case .score(let id): id.text
        }
    }
}

/// What stands in one cell of a report.
public enum ReportCell: Sendable, Hashable {
    /// Nothing belongs here.
    case none
    /// A count.
    case count(ShownCount)
    /// A count and the whole that it is a part of.
    case share(ShownCount, of: ShownCount)
    /// Words.
    case words(String)

    /// The share in percent; `nil` where a count is hidden, and of nothing.
    public var percentage: Percentage? {
        guard case .share(.number(let part), of: .number(let whole)) = self else { return nil }
        return Percentage(part, of: whole)
    }

    /// Whether its count is hidden; that the whole is, says nothing of the count.
    public var isHidden: Bool {
        switch self {
        case .none, .words: false
        case .count(let count), .share(let count, of: _): count == .hidden
        }
    }

    /// The cell in words: `12`, `12 of 14 (85.7%)`, `0 of 0`, `c of 14`.
    public var text: String {
        switch self {
        case .none: return ""
        case .words(let words): return words
        case .count(let count): return Self.text(count)
        case .share(let part, let whole):
            let share = percentage.map { " (\($0)%)" } ?? ""
            return "\(Self.text(part)) of \(Self.text(whole))\(share)"
        }
    }

    private static func text(_ count: ShownCount) -> String { count.number.map(String.init) ?? "c" }
}

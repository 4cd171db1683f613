/// What another version of a tool calls the items and scores of this one.
struct IdentifierMapping {
    private enum Rule {
        case identical
        case pairs([String: String])
        case none
    }

    private let rule: Rule
    private let isSameTool: Bool

    /// Makes a mapping; one between two tools, or to a version that the tool does not name, maps nothing.
    init(from tool: Tool, to other: Tool) {
        isSameTool = tool.id == other.id
        if tool.id != other.id {
            rule = .none
        } else if tool.version == other.version {
            rule = .identical
        } else if let version = tool.comparable.first(where: { $0.version == other.version }) {
            rule =
                version.pairs.map { pairs in
                    .pairs(Dictionary(pairs.map { ($0.now, $0.then) }, uniquingKeysWith: { first, _ in first }))
                } ?? .identical
        } else if let version = other.comparable.first(where: { $0.version == tool.version }) {
            // The older definition was used later; it is the newer one that says how the two compare.
            rule =
                version.pairs.map { pairs in
                    .pairs(Dictionary(pairs.map { ($0.then, $0.now) }, uniquingKeysWith: { first, _ in first }))
                } ?? .identical
        } else {
            rule = .none
        }
    }

    /// The identifier in the other version; `nil` where it has none.
    func then(_ now: String) -> String? {
        switch rule {
        case .identical: now
        case .pairs(let pairs): pairs[now]
        case .none: nil
        }
    }

    /// What has the same identifier in the other version, while nothing says that it is the same; `nil` where the rule
    /// says what it is, and between two tools.
    func namesake(_ now: String) -> String? {
        switch rule {
        case .identical: nil
        case .pairs(let pairs): pairs[now] == nil && !pairs.values.contains(now) ? now : nil
        case .none: isSameTool ? now : nil
        }
    }
}

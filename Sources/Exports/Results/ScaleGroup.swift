import CareTools

/// Scores that have one scale, and so stand in one picture.
struct ScaleGroup {
    let lowest: ExactNumber
    let highest: ExactNumber
    let polarity: Polarity
    private(set) var rows: [ScoreOrder.Row]
    /// The score at the top, where the group is one part of a longer one.
    private(set) var part: String?

    /// The most rows of one picture: more leave the rest of a printed page blank before it.
    private static let most = 12

    /// "1 to 5", or "1 to 5: Physical care" for a part.
    var title: String { "\(lowest) to \(highest)\(part.map { ": \($0)" } ?? "")" }

    /// The group, or where it is long a part for each score at the top with those below it.
    private var parts: [ScaleGroup] {
        guard rows.count > Self.most, rows.contains(where: { $0.depth > 0 }) else { return [self] }
        var parts: [ScaleGroup] = []
        for row in rows {
            if row.depth == 0 || parts.isEmpty {
                parts.append(
                    ScaleGroup(lowest: lowest, highest: highest, polarity: polarity, rows: [], part: row.score.title)
                )
            }
            parts[parts.count - 1].rows.append(row)
        }
        return parts
    }

    /// The groups of a tool, in the order of their first score; scores that can have one value only are left out.
    static func groups(of tool: Tool) -> [ScaleGroup] {
        var groups: [ScaleGroup] = []
        for row in ScoreOrder(tool).rows {
            guard let values = tool.reachableValues(of: row.score), values.lowest < values.highest else { continue }
            let place = groups.firstIndex {
                $0.lowest == values.lowest && $0.highest == values.highest && $0.polarity == row.score.polarity
            }
            if let place {
                groups[place].rows.append(row)
            } else {
                groups.append(
                    ScaleGroup(
                        lowest: values.lowest,
                        highest: values.highest,
                        polarity: row.score.polarity,
                        rows: [row]
                    )
                )
            }
        }
        return groups.flatMap(\.parts)
    }
}

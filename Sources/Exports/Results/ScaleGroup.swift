import CareTools

/// Scores that have one scale, and so stand in one picture.
struct ScaleGroup {
    let lowest: ExactNumber
    let highest: ExactNumber
    let polarity: Polarity
    private(set) var rows: [ScoreOrder.Row]

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
        return groups
    }
}

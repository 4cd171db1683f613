import CareTools
import DataFormats

/// The way of each score from the first to the latest reading, on its scale.
struct ChangePictures {
    private let comparison: Comparison
    private let latest: Result
    private let words: ToolWords

    init(_ comparison: Comparison, _ latest: Result, _ words: ToolWords) {
        self.comparison = comparison
        self.latest = latest
        self.words = words
    }

    /// The pictures with what their marks mean; nothing for a tool without scores.
    var nodes: [HTMLNode] {
        let groups = ScaleGroup.groups(of: latest.tool)
        guard !groups.isEmpty else { return [] }
        let legend =
            "An open circle is the first reading, a diamond the latest, a small dot one between; a thick line is the way from "
            + "first to latest. A ring around a diamond is no change. The tables below have the same numbers in words."
        let pictures = groups.enumerated().compactMap { index, group in picture(group, number: index + 1)?.node }
        return pictures.isEmpty ? [] : pictures + [.element(.p, ["class": "legend"], .text(legend))]
    }

    private func picture(_ group: ScaleGroup, number: Int) -> ScalePicture? {
        let title = { (id: ItemID) in words.title(of: AnswerKey(id)) }
        let rows = group.rows.compactMap { row in
            comparison.scores.first { $0.reference == .score(row.score.id) && !$0.isNoNews }.map { (row, $0) }
        }
        guard !rows.isEmpty else { return nil }
        let said = rows.map { _, change in
            let values = change.readings.map { $0.value?.description ?? "no value" }.joined(separator: ", then ")
            return "\(change.title): \(values); \(change.words(title))."
        }
        return ScalePicture(
            id: "change\(number)",
            title: "Change on the scale from \(group.title)",
            description: "\(said.joined(separator: " ")) The tables that follow have the same numbers.",
            lowest: group.lowest,
            highest: group.highest,
            polarity: group.polarity,
            rows: rows.map { row, change in
                ScalePicture.Row(
                    label: change.title,
                    depth: row.depth,
                    marks: marks(change),
                    words: "\(change.direction.sign) \(change.direction.words)"
                )
            }
        )
    }

    /// The way where both ends have a value; else what there is, without a way.
    private func marks(_ change: Change) -> [ScalePicture.Mark] {
        if change.direction == .notComparable {
            guard change.readings.first?.value == nil || change.readings.last?.value == nil else { return [] }
            if let last = change.readings.last?.value { return [.value(last)] }
            return change.readings.first?.value.map { [.first($0)] } ?? []
        }
        return [.way(change.readings.compactMap(\.value))]
    }
}

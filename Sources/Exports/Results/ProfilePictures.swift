import CareTools
import DataFormats

/// The profile of a result: a picture for each scale that its scores have.
struct ProfilePictures {
    private let result: Result
    private let words: ToolWords
    private let idPrefix: String

    /// Makes the pictures of a result; a paper with several gives each a prefix of its own for its identifiers.
    init(_ result: Result, _ words: ToolWords, idPrefix: String = "profile") {
        self.result = result
        self.words = words
        self.idPrefix = idPrefix
    }

    /// The pictures with what their marks mean; nothing for a tool without scores.
    var nodes: [HTMLNode] {
        let groups = ScaleGroup.groups(of: result.tool)
        guard !groups.isEmpty else { return [] }
        return groups.enumerated().map { index, group in picture(group, number: index + 1).node }
            + [.element(.p, ["class": "legend"], .text(legend))]
    }

    private var legend: String {
        var text = "A diamond is the score."
        if result.scores.contains(where: { $0.override != nil }) {
            text += " Where a person put another value in its place, the open diamond is what the rule gives."
        }
        if result.scores.contains(where: { !$0.score.itemInputs.isEmpty }) {
            text += " Circles are the answers; full ones decide. The table below has the same numbers in words."
        }
        return text
    }

    private func picture(_ group: ScaleGroup, number: Int) -> ScalePicture {
        let rows = group.rows.compactMap { row in result.score(row.score.id).map { (row, $0) } }
        let answers = eachAnswer(group, rows.map(\.1))
        let said =
            (rows.map { "\($0.1.score.title): \(ResultWords.value($0.1))." }
            + answers.map { "\($0.label): \($0.words)." }).joined(separator: " ")
        return ScalePicture(
            id: "\(idPrefix)\(number)",
            title: "Profile on the scale from \(group.title)",
            description: "\(said) The table that follows has the same numbers.",
            lowest: group.lowest,
            highest: group.highest,
            polarity: group.polarity,
            rows: rows.map { row, score in
                ScalePicture.Row(
                    label: score.score.title,
                    depth: row.depth,
                    marks: marks(score) + (answers.isEmpty ? self.answers(score, group) : []),
                    words: ResultWords.shortValue(score)
                )
            } + answers
        )
    }

    /// A row for each answer where several people give one each: who gave which is what such a tool is for.
    private func eachAnswer(_ group: ScaleGroup, _ scores: [ScoreResult]) -> [ScalePicture.Row] {
        let scores = scores.filter(hasAnswersOnItsScale)
        let inputs = Set(scores.flatMap(\.score.itemInputs))
        let keys = result.shown.filter { inputs.contains($0.item) }
        guard keys.contains(where: { $0.instance != nil }) else { return [] }
        return keys.compactMap { key in
            guard let value = result.value(of: key), group.lowest <= value, value <= group.highest else { return nil }
            return ScalePicture.Row(
                label: words.title(of: key, in: result.response, .byChoiceOrWords),
                depth: 1,
                marks: [.answer(value, isDeciding: scores.contains { $0.decidedBy.contains(key) })],
                words: value.description
            )
        }
    }

    /// Whether the answers that a score is made from have values of the same scale.
    private func hasAnswersOnItsScale(_ score: ScoreResult) -> Bool {
        !score.score.inputs.contains(where: \.isReversed) && score.score.method.hasValuesOfItsInputs
    }

    private func marks(_ score: ScoreResult) -> [ScalePicture.Mark] {
        guard let value = score.value else { return [] }
        guard score.override != nil, let calculated = score.calculated, calculated != value else {
            return [.value(value)]
        }
        return [.replaced(calculated, by: value)]
    }

    /// The answers that the score is made from, where they have values of the same scale.
    private func answers(_ score: ScoreResult, _ group: ScaleGroup) -> [ScalePicture.Mark] {
        let inputs = Set(score.score.itemInputs)
        guard !inputs.isEmpty, hasAnswersOnItsScale(score) else { return [] }
        var counts: [ExactNumber: (count: Int, isDeciding: Bool)] = [:]
        for key in result.shown where inputs.contains(key.item) {
            guard let value = result.value(of: key), group.lowest <= value, value <= group.highest else { continue }
            let known = counts[value] ?? (0, false)
            counts[value] = (known.count + 1, known.isDeciding || score.decidedBy.contains(key))
        }
        return counts.sorted { $0.key < $1.key }.map {
            .answers($0.key, count: $0.value.count, isDeciding: $0.value.isDeciding)
        }
    }
}

extension ScoreMethod {
    /// Whether its value lies among those of its inputs, so that both can stand on one scale.
    fileprivate var hasValuesOfItsInputs: Bool {
        switch self {
        case .highest, .lowest, .modeWithCeiling, .mean: true
        case .sum, .countOfCodes, .countAtLeast, .weightedSum, .proratedSum, .shareOfMaximum, .shareOfRange, .spread:
            false
        }
    }
}

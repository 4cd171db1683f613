public import CareTools  // It puts into words what a result's suggestion rests on.
import DataFormats

/// What led to the suggested step, in words: only what holds, with the answers as they were given.
public struct SuggestionGrounds: Sendable {
    private let result: Result
    private let words: ToolWords

    /// Makes the words of a result.
    public init(_ result: Result) {
        self.result = result
        words = ToolWords(result.tool)
    }

    /// A line for each way in which the condition of the step holds; none has words that someone wrote.
    public var lines: [String] { result.grounds.map { $0.map(line).joined(separator: "; and ") } }

    /// The lines as a list under their heading; nothing where there is none.
    var nodes: [HTMLNode] {
        let lines = lines
        guard !lines.isEmpty else { return [] }
        let heading = lines.count == 1 ? "Suggested because of:" : "Suggested because of each of these:"
        return [
            .element(.p, [:], .text(heading)),
            .element(.ul, ["class": "grounds"], lines.map { .element(.li, [:], .text($0)) }),
        ]
    }

    private func line(_ ground: Ground) -> String {
        switch ground {
        case .answer(let key, let code): "\(asked(key)) \(answer(key, code))"
        case .score(let id): result.score(id).map(score) ?? id.text
        case .age: "Age: \(result.response.ageInMonths.map(AboutFacts.age) ?? "not known")"
        }
    }

    private func title(_ key: AnswerKey) -> String { words.title(of: key, in: result.response, .byChoice) }

    private func asked(_ key: AnswerKey) -> String {
        let title = self.title(key)
        return title.hasSuffix("?") ? title : title + ":"
    }

    private func answer(_ key: AnswerKey, _ code: String?) -> String {
        switch result.response.answers[key] {
        case .codes(let codes)?: words.text(of: .codes(code.map { [$0] } ?? codes), to: key.item)
        case .number(let number)?: number.description
        case .text?, .day?, .item?: "answered"
        case nil: "not answered"
        }
    }

    private func score(_ score: ScoreResult) -> String {
        let value = "\(score.score.title): \(ResultWords.shortValue(score))"
        guard score.override == nil, let deciding = ResultWords.deciding(score, in: result, title) else {
            return value
        }
        return "\(value) (\(deciding))"
    }
}

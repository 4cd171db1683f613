/// A tool that was completed, in the words of an event: what came out, without what was answered.
public struct CompletedTool: Sendable {
    /// The result.
    public let result: Result

    /// Makes the words of a result.
    public init(_ result: Result) {
        self.result = result
    }

    /// What a field above the questions says, in the words of its option where it has options; `nil` where it is blank.
    public func words(of name: AboutField.Name) -> String? {
        result.response.about[name].map { text in
            result.tool.about.first { $0.name == name }?.options?.first { $0.code == text }?.label ?? text
        }
    }

    /// The document that the event is known from, such as "Neglect screen 1.0, by Health visitor".
    public var source: String {
        let role = words(of: .respondent)
        return "\(result.tool.title) \(result.tool.version)" + (role.map { ", by \($0)" } ?? "")
    }

    /// What happened: that it was completed, the alerts, the scores of areas and forms, and the step that is suggested.
    public var event: String {
        var sentences = ["\(result.tool.title) completed\(result.isComplete ? "" : " in part")."]
        if !result.alerts.isEmpty {
            sentences.append("Alerts: \(result.alerts.map(\.title).joined(separator: "; ")).")
        }
        let scores = result.scores.filter { [.area, .form].contains($0.score.level) }
        if !scores.isEmpty { sentences.append(scores.map(Self.words).joined(separator: "; ") + ".") }
        if let step = result.suggestion { sentences.append("Suggested: \(step.title).") }
        let gaps = result.notKnown.count + result.unanswered.count
        if gaps > 0 { sentences.append("Not known or not answered: \(gaps).") }
        return sentences.joined(separator: " ")
    }

    /// The worker's own decision in words; `nil` where none is recorded.
    public var decision: String? {
        guard let code = result.decision, let item = result.tool.suggestions?.decision else { return nil }
        return label(code, of: item)
    }

    /// What followed, in words; `nil` where nothing is recorded.
    public var outcome: String? {
        guard let item = result.tool.suggestions?.followed, result.shown.contains(AnswerKey(item)),
            case .codes(let codes)? = result.response.answers[AnswerKey(item)]
        else { return nil }
        return codes.map { label($0, of: item) }.joined(separator: "; ")
    }

    private func label(_ code: String, of id: ItemID) -> String {
        result.tool.item(id).flatMap(result.tool.scale)?.option(code)?.label ?? code
    }

    private static func words(_ score: ScoreResult) -> String {
        guard let value = score.value else { return "\(score.score.title): no score" }
        let band = score.band.map { " (\($0.label))" } ?? ""
        return "\(score.score.title): \(value)\(band)"
    }
}

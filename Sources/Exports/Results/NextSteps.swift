import CareTools
import DataFormats

/// The alerts, and the step that is suggested beside the worker's own decision.
struct NextSteps {
    private let result: Result

    init(_ result: Result) {
        self.result = result
    }

    /// Both, the alerts first.
    var nodes: [HTMLNode] { alerts + steps }

    private var alerts: [HTMLNode] {
        guard !result.alerts.isEmpty else { return [] }
        let each = result.alerts.flatMap { alert in
            [HTMLNode.element(.h3, [:], .text(alert.title))] + Self.paragraphs(alert.text)
        }
        return [
            .element(
                .section,
                ["class": "alerts"],
                [.element(.h2, [:], "Act on this now, whatever the scores say")] + each
            )
        ]
    }

    private var steps: [HTMLNode] {
        guard let suggestions = result.tool.suggestions else { return [] }
        let suggested: [HTMLNode] =
            result.suggestion.map { [Self.step($0.title)] + Self.paragraphs($0.text) + SuggestionGrounds(result).nodes }
            ?? [Self.step("No step is suggested"), .element(.p, [:], "Something is not known yet that decides it.")]
        var boxes = [Self.box("Suggested next step", suggested)]
        if suggestions.decision != nil { boxes.append(Self.box("The worker's own decision", decision)) }
        return [
            .element(
                .section,
                ["class": "steps"],
                .element(.h2, [:], "Next step"),
                .element(.div, ["class": "next"], boxes)
            )
        ]
    }

    private var decision: [HTMLNode] {
        guard let title = ResultWords.decision(result) else { return [Self.step("Not recorded")] }
        guard result.decision != result.suggestion?.code else { return [Self.step(title)] }
        return [Self.step(title), .element(.p, [:], "It differs from what is suggested. Both stand.")]
    }

    private static func box(_ heading: String, _ content: [HTMLNode]) -> HTMLNode {
        .element(.div, [:], [.element(.h3, [:], .text(heading))] + content)
    }

    private static func step(_ words: String) -> HTMLNode { .element(.p, ["class": "step"], .text(words)) }

    private static func paragraphs(_ texts: [String]) -> [HTMLNode] { texts.map { .element(.p, [:], .text($0)) } }
}

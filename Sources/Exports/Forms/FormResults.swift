import CareTools
import DataFormats

/// What answers come to, as a form shows it: the script fills it in, and on paper it says how to do so by hand.
struct FormResults {
    private let tool: Tool
    private let sections: FormSections

    init(_ tool: Tool, _ sections: FormSections) {
        self.tool = tool
        self.sections = sections
    }

    /// Alerts, next steps, scores and what is not known yet.
    var node: HTMLNode {
        .element(
            .section,
            ["class": "part results", "id": "results", "aria-labelledby": "results-h"],
            [.element(.h2, ["id": "results-h"], "What the answers come to")] + alerts + steps + scores + unknown
        )
    }

    private var alerts: [HTMLNode] {
        guard !tool.alerts.isEmpty else { return [.element(.div, ["id": "alerts", "hidden": ""])] }
        let nodes = tool.alerts.enumerated().map { index, alert in
            HTMLNode.element(
                .div,
                ["class": "alert", "id": "alert-\(index + 1)", "data-alert": alert.id],
                [.element(.h4, [:], .text(alert.title))] + alert.text.map { .element(.p, [:], .text($0)) }
                    + [.element(.p, ["class": "only"], .text("If \(sections.words(alert.condition))."))]
            )
        }
        return [
            .element(
                .div,
                ["id": "alerts"],
                [.element(.h3, [:], "Act on this, whatever the scores say")] + nodes
            )
        ]
    }

    private var steps: [HTMLNode] {
        guard let suggestions = tool.suggestions else { return [] }
        let nodes = suggestions.steps.map { step in
            HTMLNode.element(
                .div,
                ["class": "step", "data-step": step.code],
                [.element(.h4, [:], .text(step.title))] + (step.text + step.rule).map { .element(.p, [:], .text($0)) }
            )
        }
        return [
            .element(.h3, [:], "Suggested next step"),
            .element(.p, ["class": "only"], "The first of these that holds is suggested. The decision is yours."),
        ] + nodes + [
            .element(
                .p,
                ["id": "no-step", "hidden": ""],
                "No step is suggested: something that it would rest on is not known yet."
            )
        ]
    }

    // MARK: Scores

    private var scores: [HTMLNode] {
        guard !tool.scores.isEmpty else { return [] }
        return [.element(.h3, [:], "Scores")] + tool.scores.enumerated().map { score($1, number: $0 + 1) }
    }

    private func score(_ score: Score, number: Int) -> HTMLNode {
        .element(
            .div,
            ["class": "score \(score.level.rawValue)", "data-score": score.id.text],
            [
                .element(.h4, [:], .text(score.title)),
                .element(
                    .p,
                    ["class": "result"],
                    .element(.strong, ["data-value": ""], "……"),
                    " ",
                    .element(.span, ["data-band": ""])
                ),
                .element(
                    .p,
                    ["class": "basis"],
                    .element(.span, ["data-basis": ""]),
                    " ",
                    .element(.span, ["data-deciding": ""])
                ),
                .element(.p, ["class": "warning", "data-warning": "", "hidden": ""]),
                .element(.p, ["data-response": "", "hidden": ""]),
                explanation(of: score),
            ] + (score.isOverridable ? [override(score, number)] : [])
        )
    }

    private func explanation(of score: Score) -> HTMLNode {
        let inputs = score.inputs.map { input -> String in
            let name =
                switch input.reference {
                case .item(let id): tool.item(id)?.text ?? id.text
                case .score(let id): tool.score(id)?.title ?? id.text
                }
            let weight = input.weight == 1 ? "" : ", weight \(input.weight)"
            return name + weight + (input.isReversed ? ", turned round" : "")
        }
        let bands = score.bands.map { band in
            band.from == band.to ? "\(band.from): \(band.label)" : "\(band.from) to \(band.to): \(band.label)"
        }
        return .element(
            .details,
            [:],
            [
                .element(
                    .summary,
                    [:],
                    "How it is worked out",
                    .element(.span, ["class": "unseen"], .text(": \(score.title)"))
                ),
                .element(.p, [:], .text("Rule: \(score.rule).")),
                .element(.p, [:], "Made from:"), list(inputs),
            ] + (bands.isEmpty ? [] : [.element(.p, [:], "What the values mean:"), list(bands)])
                + score.notes.map { .element(.p, [:], .text($0)) }
        )
    }

    private func list(_ lines: [String]) -> HTMLNode { .element(.ul, [:], lines.map { .element(.li, [:], .text($0)) }) }

    private func override(_ score: Score, _ number: Int) -> HTMLNode {
        let id = "o\(number)"
        let hidden = HTMLNode.element(.span, ["class": "unseen"], .text(" – \(score.title)"))
        return .element(
            .details,
            ["class": "override", "data-override": score.id.text, "data-kind": "number"],
            .element(.summary, [:], "If you see it otherwise", hidden),
            .element(
                .p,
                [:],
                .element(.label, ["for": "\(id)-a"], "Your own value", hidden),
                .element(
                    .input,
                    [
                        "type": "text", "inputmode": "decimal", "class": "short", "id": "\(id)-a", "data-control": "",
                        "aria-describedby": "\(id)-x",
                    ]
                )
            ),
            .element(.p, ["class": "error", "id": "\(id)-x", "data-error": "", "hidden": ""]),
            .element(
                .div,
                ["data-beside": ""],
                .element(.label, ["for": "\(id)-e"], "Why", hidden),
                .element(.textarea, ["id": "\(id)-e", "rows": "1"])
            ),
            .element(.span, ["data-words": "", "hidden": ""], .text("Your own value of “\(score.title)”"))
        )
    }

    // MARK: What is not known

    private var unknown: [HTMLNode] {
        [
            .element(.h3, [:], "What we do not know yet"),
            .element(
                .p,
                ["id": "nothing-unknown", "hidden": ""],
                "Everything that this form needs is answered and known."
            ),
            gap("unknown-answers", "Answered with “not known”"),
            gap("unanswered", "Not answered yet"),
            gap("evidence-missing", "Answers without what they rest on"),
            gap("contradicting", "Answers that contradict themselves: one option excludes the others"),
            gap(
                "hidden-answers",
                "Kept and not counted, because the question is not asked with the answers as they are"
            ),
        ]
    }

    private func gap(_ id: String, _ title: String) -> HTMLNode {
        .element(.div, ["id": id, "class": "gap", "hidden": ""], .element(.h4, [:], .text(title)), .element(.ul))
    }
}

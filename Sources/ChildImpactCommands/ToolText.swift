import CareTools
import Exports

/// A tool as text for a terminal.
struct ToolText {
    private let tool: CareTools.Tool

    init(_ tool: CareTools.Tool) {
        self.tool = tool
    }

    /// All that the tool asks and works out.
    var text: String {
        let parts = [
            head, paragraphs("Purpose", tool.purpose), paragraphs("How to use it", tool.instructions), about,
            tool.sections.map { section($0, level: 0) }.joined(separator: "\n"), scales, scores, alerts, steps,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var head: String {
        var text = "\(tool.title) (\(tool.id) \(tool.version), \(tool.status.rawValue))\n"
        var facts = ["about: \(tool.subject.words)"]
        if let ages = tool.ages { facts.append("ages: \(ages.words)") }
        if let days = tool.reviewDays { facts.append("to be done again after \(days) days") }
        text += WrappedText.lines(facts.joined(separator: "; "), indent: 2, hanging: 4)
        text += WrappedText.lines("licence: \(tool.licence)", indent: 2, hanging: 4)
        for other in tool.derivedFrom {
            text += WrappedText.lines("\(other.kind.rawValue): \(other.name) \(other.version)", indent: 2, hanging: 4)
        }
        for source in tool.sources { text += WrappedText.lines("source: \(source)", indent: 2, hanging: 4) }
        for other in tool.followedBy { text += "  followed by: \(other)\n" }
        return text
    }

    private func paragraphs(_ heading: String, _ texts: [String]) -> String {
        texts.isEmpty ? "" : "\(heading)\n" + texts.map { WrappedText.lines($0, indent: 2) }.joined()
    }

    private var about: String {
        "Above the questions\n"
            + tool.about.map { field in
                let options = field.options.map {
                    ": " + $0.map { "\($0.code) \"\($0.label)\"" }.joined(separator: ", ")
                }
                let needed = field.isRequired ? " (needed)" : ""
                return WrappedText.lines(
                    "\(field.name.item.text): \(field.label)\(needed)\(options ?? "")",
                    indent: 2,
                    hanging: 6
                )
            }.joined()
    }

    // MARK: Sections

    private func section(_ section: Section, level: Int) -> String {
        let indent = level * 2
        var text = WrappedText.lines("\(section.title) [\(section.id)]", indent: indent)
        if let repetition = section.repetition {
            text += WrappedText.lines(
                "once for each \(repetition.label), \(repetition.most) at most",
                indent: indent + 2
            )
        }
        text += condition(section.condition, indent + 2)
        for paragraph in section.guidance { text += WrappedText.lines(paragraph, indent: indent + 2) }
        text += section.items.map { item($0, indent + 2) }.joined()
        return text + section.sections.map { self.section($0, level: level + 1) }.joined()
    }

    private func condition(_ condition: Condition?, _ indent: Int) -> String {
        condition.map {
            WrappedText.lines("when \(tool.words(for: $0))", indent: indent, hanging: indent + 2)
        } ?? ""
    }

    private func item(_ item: Item, _ indent: Int) -> String {
        var facts = [kind(of: item)]
        if item.isRequired { facts.append("needed") }
        if item.takesEvidence { facts.append("evidence") }
        if let form = item.form { facts.append("form: \(form)") }
        if let ages = item.ages { facts.append("ages: \(ages.words)") }
        var text = WrappedText.lines(
            "\(item.id.text): \(item.text) (\(facts.joined(separator: "; ")))",
            indent: indent,
            hanging: indent + 4
        )
        text += condition(item.condition, indent + 4)
        for paragraph in item.guidance { text += WrappedText.lines(paragraph, indent: indent + 4) }
        for prompt in item.prompts {
            let ages = prompt.ages.map { "\($0.words): " } ?? ""
            text += WrappedText.lines("- \(ages)\(prompt.text)", indent: indent + 4, hanging: indent + 6)
        }
        for anchor in item.anchors {
            text += WrappedText.lines("\(anchor.code) = \(anchor.text)", indent: indent + 4, hanging: indent + 8)
        }
        return text
    }

    private func kind(of item: Item) -> String {
        switch item.kind {
        case .choice: "one of \(item.scale ?? "")"
        case .choices: "any of \(item.scale ?? "")"
        case .text: "text"
        case .day(let mayLieAhead): mayLieAhead ? "date, also one that lies ahead" : "date"
        case .number(let from, let to, let places):
            "number from \(from) to \(to)" + (places == 0 ? "" : ", \(places) places at most")
        case .itemOfTool: "an item of this tool"
        }
    }

    // MARK: Answers and scores

    private var scales: String {
        guard !tool.scales.isEmpty else { return "" }
        return "Answers\n"
            + tool.scales.map { scale in
                "  \(scale.id) (\(scale.polarity.words))\n"
                    + scale.options.map { option in
                        var facts = option.value.map { ["value \($0)"] } ?? []
                        switch option.kind {
                        case .answer: break
                        case .notKnown: facts.append("a gap, never scored")
                        case .notApplicable: facts.append("left out of scores")
                        }
                        if option.needsEvidence { facts.append("needs evidence") }
                        if option.standsAlone { facts.append("stands alone") }
                        let more = facts.isEmpty ? "" : " (\(facts.joined(separator: "; ")))"
                        return WrappedText.lines("\(option.code): \(option.label)\(more)", indent: 6, hanging: 10)
                    }.joined()
            }.joined()
    }

    private var scores: String {
        guard !tool.scores.isEmpty else { return "" }
        return "Scores\n" + tool.scores.map(score).joined()
    }

    private func score(_ score: Score) -> String {
        var text = WrappedText.lines("\(score.id.text): \(score.title): \(score.rule)", indent: 2, hanging: 6)
        let inputs = score.inputs.map { input in
            let weight = input.weight == 1 ? "" : " times \(input.weight)"
            return input.reference.text + weight + (input.isReversed ? " reversed" : "")
        }
        text += WrappedText.lines("of \(inputs.joined(separator: ", "))", indent: 6, hanging: 8)
        text += WrappedText.lines(
            "\(score.polarity.words); \(score.missing.words); \(score.rounding.words)",
            indent: 6,
            hanging: 8
        )
        if score.isOverridable { text += "      a person may put another value beside it, with a reason\n" }
        for band in score.bands {
            let range = band.from == band.to ? "\(band.from)" : "\(band.from) to \(band.to)"
            let response = band.response.isEmpty ? "" : ": \(band.response)"
            text += WrappedText.lines("\(range): \(band.label)\(response)", indent: 6, hanging: 10)
        }
        for note in score.notes { text += WrappedText.lines(note, indent: 6) }
        return text
    }

    private var alerts: String {
        guard !tool.alerts.isEmpty else { return "" }
        return "Alerts\n"
            + tool.alerts.map { alert in
                WrappedText.lines("\(alert.id): \(alert.title)", indent: 2, hanging: 6) + condition(alert.condition, 6)
                    + alert.text.map { WrappedText.lines($0, indent: 6) }.joined()
            }.joined()
    }

    private var steps: String {
        guard let suggestions = tool.suggestions else { return "" }
        return "Next steps, of which the first that fits is suggested\n"
            + suggestions.steps.map { step in
                WrappedText.lines("\(step.code): \(step.title)", indent: 2, hanging: 6) + condition(step.condition, 6)
                    + (step.text + step.rule).map { WrappedText.lines($0, indent: 6) }.joined()
            }.joined()
    }
}

extension CareTools.Tool.Subject {
    fileprivate var words: String {
        switch self {
        case .child: "a child"
        case .unborn: "a child that is expected"
        case .carer: "a parent or carer"
        case .case: "the work on a case"
        case .practitioner: "a practitioner"
        }
    }
}

extension Polarity {
    fileprivate var words: String {
        switch self {
        case .higherIsWorse: "higher is worse"
        case .higherIsBetter: "higher is better"
        case .none: "neither end is better"
        }
    }
}

extension Rounding {
    fileprivate var words: String {
        let places = places == 0 ? "to whole numbers" : "to \(places) decimal \(places == 1 ? "place" : "places")"
        let mode =
            switch mode {
            case .halfUp: "halves away from 0"
            case .halfEven: "halves to the even figure"
            case .up: "up"
            case .down: "down"
            }
        return "rounded \(places), \(mode)"
    }
}

extension MissingPolicy {
    fileprivate var words: String {
        if refusesAny { return "no score when one is missing" }
        let share = minimumShare.isZero ? "" : " and \(minimumShare * 100)% of what applies"
        return "at least \(minimum) answered\(share)"
    }
}

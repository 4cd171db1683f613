public import CareTools  // It shows a comparison.
public import CaseDates  // It is made as of a day.
import DataFormats

/// A comparison as a paper: one HTML file that needs nothing else, for A4 print first.
public struct ComparisonSheet: Sendable {
    private let comparison: Comparison
    private let style: String
    private let asOf: CalendarDay

    /// Makes a sheet.
    ///
    /// - Parameters:
    ///   - comparison: What it shows.
    ///   - asOf: The day on which a target that was not reviewed may be overdue.
    ///   - style: The style sheet; it is put inside the paper.
    public init(_ comparison: Comparison, asOf: CalendarDay, style: String) {
        self.comparison = comparison
        self.style = style
        self.asOf = asOf
    }

    /// The paper as UTF-8 bytes.
    public var bytes: [UInt8] {
        let title = comparison.latest?.tool.title ?? ""
        let days = [comparison.days.first, comparison.days.last].compactMap { $0?.description }
        return Page(
            title: "\(title): comparison",
            kind: "comparison",
            marking: ResultSheet.marking,
            heading: title,
            style: style,
            rules: CaseStyle.edges(marking: ResultSheet.marking, left: "\(title), \(days.joined(separator: " to "))"),
            main: [heading(title)] + notes + content + targets
        ).bytes
    }

    private func section(_ heading: String, _ kind: String, _ nodes: [HTMLNode]) -> [HTMLNode] {
        nodes.isEmpty ? [] : [.element(.section, ["class": kind], [.element(.h2, [:], .text(heading))] + nodes)]
    }

    private func heading(_ title: String) -> HTMLNode {
        let words = comparison.latest.map { ToolWords($0.tool) }
        return .group([
            .element(.h1, [:], .text("\(title): comparison")),
            words.map { AboutFacts(comparison.isFollowOn ? [] : comparison.results, $0).node } ?? .group([]),
            readings, nextSteps,
        ])
    }

    /// When, by whom and how completely each was answered.
    private var readings: HTMLNode {
        let headings = ["Day", "Answered by", "Tool", "Complete"] + (suggests ? [] : ["Alerts"])
        let rows = zip(comparison.days, comparison.results).map { day, result -> [HTMLNode] in
            let words = ToolWords(result.tool)
            let who = result.tool.about.filter { $0.name == .respondent || $0.name == .rater }
                .compactMap { words.text(of: $0, in: result.response) }
            return [
                .element(.th, ["scope": "row"], AboutFacts.day(day.description)),
                .element(
                    .td,
                    [:],
                    who.isEmpty ? [.text("not said")] : [RecordText.record(who.joined(separator: ", "))]
                ),
                .element(.td, [:], .text("\(result.tool.id) \(result.tool.version)")),
                .element(.td, [:], .text(result.isComplete ? "yes" : "no")),
            ] + (suggests ? [] : [.element(.td, [:], alerts(result))])
        }
        return ResultTable(kind: "readings", caption: "What is laid side by side", headings: headings, rows: rows).node
    }

    /// Whether any of the results can suggest a step; alerts then stand beside it.
    private var suggests: Bool { comparison.results.contains { $0.tool.suggestions != nil } }

    /// What each raised, suggested and came to.
    private var nextSteps: HTMLNode {
        guard suggests else { return .group([]) }
        return ResultTable(
            kind: "readings",
            caption: "Alerts, and the step that was suggested and decided",
            headings: ["Day", "Alerts", "Suggested", "Decided"],
            rows: zip(comparison.days, comparison.results).map { day, result in
                [
                    .element(.th, ["scope": "row"], AboutFacts.day(day.description)),
                    .element(.td, [:], alerts(result)),
                ] + steps(result)
            }
        ).node
    }

    /// What must be acted on, with what to do.
    private func alerts(_ result: Result) -> [HTMLNode] {
        guard !result.alerts.isEmpty else { return [.text("none")] }
        return result.alerts.flatMap { alert -> [HTMLNode] in
            [.element(.strong, ["class": "part"], .text("Act now: \(alert.title)"))]
                + alert.text.map { .element(.span, ["class": "anchor"], .text($0)) }
        }
    }

    /// The cells of the suggested step, with what led to it, and of the worker's own decision.
    private func steps(_ result: Result) -> [HTMLNode] {
        guard let suggestions = result.tool.suggestions else { return [.element(.td), .element(.td)] }
        let grounds = SuggestionGrounds(result).lines.map { line in
            HTMLNode.element(.span, ["class": "anchor"], .text("because of \(line)"))
        }
        let decision = suggestions.decision == nil ? "" : ResultWords.decision(result) ?? "not recorded"
        return [
            .element(.td, [:], [.text(result.suggestion?.title ?? "nothing")] + grounds),
            .element(.td, [:], .text(decision)),
        ]
    }

    private var notes: [HTMLNode] {
        let first =
            "Each line says only which of two values is the better one, first to latest. Nothing is averaged, and whether a "
            + "difference is more than chance is not said."
        return [.element(.p, [:], .text(first))]
            + (comparison.notes.isEmpty
                ? []
                : [
                    .element(
                        .ul,
                        ["class": "warning"],
                        comparison.notes.map { .element(.li, [:], .text($0.beginningWithCapital)) }
                    )
                ])
    }

    // MARK: Changes

    private var content: [HTMLNode] {
        guard let latest = comparison.latest else { return [] }
        if comparison.isFollowOn { return sideBySide }
        let words = ToolWords(latest.tool)
        let tables = ChangeTables(comparison, latest, words)
        return section("From first to latest", "profile", ChangePictures(comparison, latest, words).nodes)
            + section("Scores", "results", tables.scores) + section("Answers", "given", tables.items)
    }

    /// The profiles of two tools, one after the other.
    private var sideBySide: [HTMLNode] {
        zip(comparison.days, comparison.results).enumerated().flatMap { index, reading in
            let (day, result) = reading
            let words = ToolWords(result.tool)
            return section(
                "\(result.tool.title), \(DateText.words(day))",
                "profile",
                [AboutFacts([result], words).node]
                    + ProfilePictures(result, words, idPrefix: "reading\(index + 1)-profile").nodes
                    + ScoreTable(result, words).nodes
                    + ScoreTable(result, words).responses
            )
        }
    }

    // MARK: Targets

    private var targets: [HTMLNode] {
        guard !comparison.targets.isEmpty else { return [] }
        let headings = [
            "What is to get better", "Recorded on", "At the start", "Aimed at", "By", "At the review", "So far",
            "In the latest",
        ]
        let rows = comparison.targets.map { set -> [HTMLNode] in
            func cell(_ number: ExactNumber?) -> HTMLNode { .element(.td, [:], .text(number?.description ?? "")) }
            let target = set.target
            return [
                .element(.th, ["scope": "row"], .text(set.title)),
                .element(.td, [:], recorded(set)),
                cell(target.current),
                cell(target.target),
                .element(.td, [:], target.by.map { [AboutFacts.day($0.description)] } ?? []),
                cell(target.actual),
                .element(.td, ["class": "state"], .text(target.state.words)),
                cell(set.latest),
            ]
        }
        return section(
            "Targets",
            "targets",
            [
                ResultTable(
                    kind: "target-list",
                    caption: "Targets, as of \(DateText.words(asOf))",
                    headings: headings,
                    rows: rows
                ).node
            ]
        )
    }

    /// Where a target stands: in an earlier result first, or in one alone.
    private func recorded(_ set: Comparison.SetTarget) -> [HTMLNode] {
        let day = AboutFacts.day(set.day.description)
        guard let first = set.firstDay else { return [day] }
        return [.text("first "), AboutFacts.day(first.description), .text(", last "), day]
    }
}

extension String {
    /// The text as a sentence begins.
    fileprivate var beginningWithCapital: String { prefix(1).uppercased() + dropFirst() }
}

public import CareTools  // It shows a result.
public import CaseDates  // It is made as of a day.
import DataFormats

/// The result of one tool as a paper: one HTML file that needs nothing else, for A4 print first.
///
/// What must be acted on stands first, then the step that is suggested beside the worker's own decision, the profile, and
/// everything that it rests on.
public struct ResultSheet: Sendable {
    private let result: Result
    private let words: ToolWords
    private let style: String
    private let asOf: CalendarDay

    /// The protective marking of papers about a child.
    static let marking = "OFFICIAL-SENSITIVE"

    /// Makes a sheet.
    ///
    /// - Parameters:
    ///   - result: What it shows.
    ///   - asOf: The day on which a target that was not reviewed may be overdue.
    ///   - style: The style sheet; it is put inside the paper.
    public init(_ result: Result, asOf: CalendarDay, style: String) {
        self.result = result
        words = ToolWords(result.tool)
        self.style = style
        self.asOf = asOf
    }

    /// The paper as UTF-8 bytes.
    public var bytes: [UInt8] {
        let tool = result.tool
        return Page(
            title: "\(tool.title): result",
            kind: "result",
            marking: Self.marking,
            heading: tool.title,
            style: style,
            rules: CaseStyle.edges(marking: Self.marking, left: "\(tool.title), \(completed)"),
            main: [facts] + NextSteps(result).nodes + profile + targets + gaps + answers + method + signatures
        ).bytes
    }

    private var completed: String { result.response.about[.completed] ?? "day not given" }

    private func section(_ heading: String, _ kind: String, _ nodes: [HTMLNode]) -> [HTMLNode] {
        nodes.isEmpty ? [] : [.element(.section, ["class": kind], [.element(.h2, [:], .text(heading))] + nodes)]
    }

    // MARK: Parts

    private var facts: HTMLNode {
        .group([
            .element(.h1, [:], .text("\(result.tool.title): result")),
            AboutFacts([result], words).node,
            .element(.p, [:], .text(state)),
            outside,
        ])
    }

    /// A warning where the tool is not for a child of this age.
    private var outside: HTMLNode {
        guard result.isOutsideAges, let ages = result.tool.ages else { return .group([]) }
        let text =
            "The tool is for \(ages.words), and the dates above say that the child was of another age. Check the dates."
        return .element(.p, ["class": "warning"], .element(.strong, [:], .text(text)))
    }

    /// How far the answers are, in one sentence.
    private var state: String {
        result.response.status == .inProgress ? "A draft: not marked as completed. \(completeness)" : completeness
    }

    private var completeness: String {
        let lacking = result.requiredUnanswered.count + result.evidenceMissing.count + result.aboutMissing.count
        if result.isComplete { return "Everything that must be answered is answered." }
        var parts: [String] = []
        if lacking > 0 {
            parts.append(
                "\(RecordText.count(lacking, "thing")) that must be given \(lacking == 1 ? "is" : "are") missing"
            )
        }
        let contradicting = result.contradicting.count
        if contradicting > 0 {
            let verb = contradicting == 1 ? "contradicts itself" : "contradict themselves"
            parts.append("\(RecordText.count(contradicting, "answer")) \(verb)")
        }
        return "Not complete: \(parts.joined(separator: "; "))."
    }

    private var profile: [HTMLNode] {
        section("Profile", "profile", ProfilePictures(result, words).nodes)
            + section("Scores", "results", ScoreTable(result, words).nodes + ScoreTable(result, words).responses)
    }

    private var answers: [HTMLNode] { section("Answers", "given", AnswerTables(result, words).nodes) }

    private var gaps: [HTMLNode] {
        section("What is not known yet", "gaps", GapLists(result, words).nodes)
            + section("Answered, and not asked as things stand", "hidden", AnswerTables(result, words).hidden)
    }

    private var targets: [HTMLNode] { section("Targets", "targets", TargetSection(result, words, asOf: asOf).nodes) }

    private var method: [HTMLNode] {
        section("How the scores are made", "method", MethodSection(result.tool).rules)
            + section("About this tool", "about-tool", MethodSection(result.tool).sources)
    }

    /// Room to sign by hand, unless the tool has a place for it or is about a practitioner.
    private var signatures: [HTMLNode] {
        guard result.tool.subject != .practitioner, !result.tool.sections.contains(where: { $0.id == "sign" }) else {
            return []
        }
        let rows = ["Worker", "Parent or carer", "Child or young person, if they wish", "Manager"].map { name in
            HTMLNode.element(
                .tr,
                [:],
                .element(.th, ["scope": "row"], .text(name)),
                .element(.td),
                .element(.td)
            )
        }
        return section(
            "Views and signatures",
            "signed",
            [
                .element(
                    .table,
                    ["class": "signatures"],
                    .element(.caption, [:], "A signature says that it was read and talked about, not that all agree."),
                    .element(
                        .thead,
                        [:],
                        .element(
                            .tr,
                            [:],
                            .element(.th, ["scope": "col"], "Who"),
                            .element(.th, ["scope": "col"], "What they say about it"),
                            .element(.th, ["scope": "col"], "Signature and date")
                        )
                    ),
                    .element(.tbody, [:], rows)
                )
            ]
        )
    }
}

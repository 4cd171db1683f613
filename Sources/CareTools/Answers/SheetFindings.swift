import CaseDates
import Diagnostics

/// What is found when all answers of a sheet are put together.
struct SheetFindings {
    private let result: Result
    private let place: Place
    private let places: [AnswerKey: Place]

    /// Makes findings for the sheet at a place, whose answers stand at the others.
    init(_ result: Result, at place: Place, _ places: [AnswerKey: Place]) {
        self.result = result
        self.place = place
        self.places = places
    }

    var diagnostics: [Diagnostic] { about + hidden + evidence + contradicting + incomplete }

    private func finding(
        _ id: String,
        _ severity: Severity,
        _ summary: String,
        at key: AnswerKey? = nil
    ) -> Diagnostic {
        Diagnostic(id: id, severity: severity, summary: summary, place: key.flatMap { places[$0] } ?? place)
    }

    private func finding(
        _ id: String,
        _ severity: Severity,
        _ summary: String,
        at name: AboutField.Name
    ) -> Diagnostic {
        finding(id, severity, summary, at: AnswerKey(name.item))
    }

    private var about: [Diagnostic] {
        let (response, tool) = (result.response, result.tool)
        var found: [Diagnostic] = []
        let completed = response.day(.completed)
        if let from = response.day(.from), let completed, from > completed {
            found.append(finding("answers.dates.reversed", .error, "about.from lies after about.completed", at: .from))
        }
        if let born = response.day(.born), let completed, born > completed, tool.subject != .unborn {
            found.append(finding("answers.born.later", .error, "about.born lies after about.completed", at: .born))
        }
        if let ages = tool.ages, ages.holds(response.ageInMonths) == false {
            found.append(
                finding(
                    "answers.age.outside",
                    .error,
                    "the child's age on the day of completion lies outside \(ages.words), for which the tool is made",
                    at: .born
                )
            )
        }
        if !result.aboutMissing.isEmpty {
            let names = result.aboutMissing.map(\.item.text).joined(separator: ", ")
            found.append(
                finding("answers.about.missing", .warning, "not given above the questions, and needed: \(names)")
            )
        }
        return found
    }

    private var hidden: [Diagnostic] {
        result.hidden.map {
            finding(
                "answers.hidden",
                .warning,
                "\($0.text) is answered and not asked with the other answers as they are; it is kept and not scored",
                at: $0
            )
        }
    }

    private var evidence: [Diagnostic] {
        let items = Dictionary(
            result.tool.items.map { ($0.id, $0.takesEvidence) },
            uniquingKeysWith: { first, _ in first }
        )
        return result.response.evidence.keys.filter { items[$0.item] == false }.map(\.text).sorted().map {
            finding(
                "answers.evidence.notAsked",
                .warning,
                "evidence stands beside \($0), which asks for none; it is kept"
            )
        }
    }

    private var contradicting: [Diagnostic] {
        result.contradicting.map {
            finding(
                "answers.contradicting",
                .warning,
                "\($0.text) holds an option that excludes the others, and others beside it; all are kept",
                at: $0
            )
        }
    }

    /// What claims to be done and is not.
    private var incomplete: [Diagnostic] {
        guard result.response.status == .completed || result.response.status == .amended else { return [] }
        let keys =
            (result.requiredUnanswered
            + result.evidenceMissing.map { AnswerKey($0.item.evidence, instance: $0.instance) })
            .map(\.text)
        guard !keys.isEmpty else { return [] }
        return [
            finding(
                "answers.incomplete",
                .warning,
                "the answers stand as completed and lack \(keys.joined(separator: ", "))"
            )
        ]
    }
}

extension ItemID {
    /// The item that holds the evidence beside this one in saved answers.
    public var evidence: ItemID { ItemID("\(text).evidence") }
}

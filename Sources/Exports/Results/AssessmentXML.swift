public import CareTools  // It writes results.
public import CaseDates  // It is made as of a day.
import DataFormats

/// Results as XML, in the namespace `urn:child-impact:assessment:1`.
///
/// They keep every answer with its evidence, what a person put in the place of a score, and for each score its rule in
/// words and the answers that decide. The schema with its documentation is `exports/schema/assessment.xsd`.
public enum AssessmentXML {
    /// The namespace of every element.
    public static let namespace = "urn:child-impact:assessment:1"

    /// Writes the document; the same results give the same bytes.
    ///
    /// - Parameters:
    ///   - results: What it holds, in order.
    ///   - asOf: The day on which a target that was not reviewed may be overdue.
    /// - Returns: The document as UTF-8.
    public static func bytes(of results: [Result], asOf: CalendarDay) -> [UInt8] {
        XMLWriter.document { writer in
            writer.element(
                "assessments",
                ["xmlns": namespace, "as-of": asOf.description, "generator": "child-impact"]
            ) {
                for result in results { write(result, asOf: asOf, to: writer) }
            }
        }
    }

    private static func write(_ result: Result, asOf: CalendarDay, to writer: XMLWriter) {
        let words = ToolWords(result.tool)
        writer.element(
            "assessment",
            [
                "tool": result.tool.id, "version": result.tool.version, "title": result.tool.title,
                "subject": result.tool.subject.rawValue, "status": result.response.status.rawValue,
                "complete": result.isComplete ? "true" : "false",
                "age-in-months": result.response.ageInMonths.map(String.init),
            ]
        ) {
            writer.element("licence", text: result.tool.licence)
            for source in result.tool.sources { writer.element("source", text: source) }
            for field in result.tool.about { write(field, of: result, words, to: writer) }
            for alert in result.alerts { writer.element("alert", ["id": alert.id], text: alert.title) }
            writeSteps(result, to: writer)
            for score in result.scores { write(score, to: writer) }
            for key in order(result) { write(key, of: result, words, to: writer) }
            for key in result.unanswered { writer.element("unanswered", key.attributes) }
            for name in result.aboutMissing { writer.element("unanswered", ["item": name.item.text]) }
            for target in result.targets(asOf: asOf) { write(target, to: writer) }
        }
    }

    private static func write(
        _ field: AboutField,
        of result: Result,
        _ words: ToolWords,
        to writer: XMLWriter
    ) {
        guard let text = words.text(of: field, in: result.response) else { return }
        let code = field.options == nil ? nil : result.response.about[field.name]
        writer.element("about", ["name": field.name.rawValue, "label": field.label, "code": code], text: text)
    }

    private static func writeSteps(_ result: Result, to writer: XMLWriter) {
        guard let suggestions = result.tool.suggestions else { return }
        if let step = result.suggestion { writer.element("suggestion", ["code": step.code], text: step.title) }
        if let code = result.decision {
            let title = suggestions.steps.first { $0.code == code }?.title
            writer.element("decision", ["code": code], text: title ?? code)
        }
    }

    private static func write(_ result: ScoreResult, to writer: XMLWriter) {
        writer.element(
            "score",
            [
                "id": result.score.id.text, "title": result.score.title, "level": result.score.level.rawValue,
                "polarity": result.score.polarity.rawValue, "value": result.value?.description,
                "calculated": result.calculated?.description, "answered": "\(result.answered)",
                "applicable": "\(result.applicable)", "band": result.band?.label,
                "code-without-score": result.value == nil ? result.score.codeWithoutScore : nil,
            ]
        ) {
            writer.element("rule", text: result.score.rule)
            if result.value == nil { writer.element("reason", text: result.reason) }
            if let override = result.override {
                writer.element("override", ["value": override.value.description], text: override.reason ?? "")
            }
            for key in result.decidedBy { writer.element("decided-by", key.attributes) }
            writer.element("warning", text: result.warning)
        }
    }

    /// All answers and pieces of evidence, in the order of the tool, also those that are not shown.
    private static func order(_ result: Result) -> [AnswerKey] {
        let response = result.response
        let places = Dictionary(
            result.tool.items.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return Set(response.answers.keys).union(response.evidence.keys).sorted {
            (places[$0.item] ?? .max, $0.instance ?? 0) < (places[$1.item] ?? .max, $1.instance ?? 0)
        }
    }

    private static func write(
        _ key: AnswerKey,
        of result: Result,
        _ words: ToolWords,
        to writer: XMLWriter
    ) {
        let answer = result.response.answers[key]
        let isNotKnown = result.notKnown.contains(key)
        writer.element(
            "answer",
            [
                "item": key.item.text, "instance": key.instance.map(String.init),
                "value": result.value(of: key)?.description, "not-known": isNotKnown ? "true" : nil,
                "contradicting": result.contradicting.contains(key) ? "true" : nil,
                "shown": result.shown.contains(key) ? nil : "false",
            ]
        ) {
            writer.element("question", text: words.item(key.item)?.text)
            if let answer { write(answer, to: key.item, words, to: writer) }
            writer.element("evidence", text: result.response.evidence[key])
            if result.evidenceMissing.contains(key) { writer.element("evidence-missing") }
        }
    }

    private static func write(_ answer: Answer, to item: ItemID, _ words: ToolWords, to writer: XMLWriter) {
        switch answer {
        case .codes(let codes):
            for code in codes {
                writer.element("choice", ["code": code], text: words.text(of: .codes([code]), to: item))
            }
        case .text(let text): writer.element("text", text: text)
        case .number(let number): writer.element("number", text: number.description)
        case .day(let day): writer.element("day", text: day.description)
        case .item(let id): writer.element("item", text: id.text)
        }
    }

    private static func write(_ target: Target, to writer: XMLWriter) {
        writer.element(
            "target",
            [
                "number": "\(target.instance)", "item": target.item?.text, "current": target.current?.description,
                "target": target.target?.description, "by": target.by?.description,
                "actual": target.actual?.description, "state": target.state.rawValue,
            ]
        )
    }
}

extension AnswerKey {
    /// The attributes that name an answer.
    fileprivate var attributes: KeyValuePairs<String, String?> {
        ["item": item.text, "instance": instance.map(String.init)]
    }
}

public import CaseDates  // Nothing may lie after a day.
import Diagnostics

/// Holds sheets of answers against one tool.
///
/// Nothing is guessed: an answer that is none of the options, a second answer where one is allowed, an impossible day or
/// a number out of its range is reported and not used, and all else is.
public struct AnswerReader: Sendable {
    /// The tool.
    public let tool: Tool
    let asOf: CalendarDay
    let layout: ToolLayout
    private let scales: [String: OptionWords]
    private let fields: [String: AboutField]
    private let fieldOptions: [String: OptionWords]
    private let scores: [String: Score]
    private let reachable: [ScoreID: ReachableValues]
    private let repeated: [String: Section.Repetition]
    private let sections: Set<String>

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - asOf: The day after which nothing can have happened.
    public init(_ tool: Tool, asOf: CalendarDay) {
        self.tool = tool
        self.asOf = asOf
        layout = ToolLayout(tool)
        scales = Dictionary(
            tool.scales.map { ($0.id, OptionWords($0.options.map { ($0.code, $0.label) })) },
            uniquingKeysWith: { first, _ in first }
        )
        fields = Dictionary(tool.about.map { ($0.name.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        fieldOptions = fields.compactMapValues { field in
            field.options.map { OptionWords($0.map { ($0.code, $0.label) }) }
        }
        scores = Dictionary(tool.scores.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
        reachable = Dictionary(
            tool.scores.filter(\.isOverridable).compactMap { score in
                tool.reachableValues(of: score).map { (score.id, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        let all = tool.sections.flatMap(\.withAllBelow)
        sections = Set(all.map(\.id))
        repeated = Dictionary(
            all.compactMap { section in section.repetition.map { (section.id, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Holds one sheet against the tool, and scores what fits.
    public func read(_ sheet: AnswerSheet) -> ResolvedAnswers {
        if let refusal = refusal(of: sheet) { return ResolvedAnswers(result: nil, diagnostics: [refusal]) }
        var reading = SheetReading(sheet, by: self)
        let response = reading.response()
        var scoring = Scoring(response, to: tool, layout)
        let result = scoring.result()
        return ResolvedAnswers(
            result: result,
            diagnostics: reading.diagnostics + SheetFindings(result, at: sheet.place, reading.places).diagnostics
        )
    }

    /// Why nothing of a sheet is used; `nil` where it is.
    private func refusal(of sheet: AnswerSheet) -> Diagnostic? {
        if let other = sheet.tool, other != tool.id {
            let quoted = WrittenID(other).identifier
            return Diagnostic(
                id: "answers.tool.other",
                severity: .error,
                summary: quoted.map { "the answers are for the tool '\($0)', not for \(tool.id)" }
                    ?? "what stands in the place of the tool is no identifier; the answers are not for \(tool.id)",
                place: sheet.place,
                value: quoted == nil ? other : nil
            )
        }
        if let other = sheet.version, other != tool.version {
            let quoted = WrittenID(other).version
            return Diagnostic(
                id: "answers.version.other",
                severity: .error,
                summary: quoted.map {
                    "the answers are for version \($0) of \(tool.id), and the definition is version \(tool.version)"
                } ?? "what stands in the place of the version of \(tool.id) is none",
                place: sheet.place,
                value: quoted == nil ? other : nil
            )
        }
        if sheet.status == .enteredInError {
            return Diagnostic(
                id: "answers.enteredInError",
                severity: .warning,
                summary: "the answers were marked as entered in error and are not used",
                place: sheet.place
            )
        }
        if let count = foreign(sheet) {
            return Diagnostic(
                id: "answers.tool.other",
                severity: .error,
                summary: "none of the \(count) answers is to an item of \(tool.id) \(tool.version); they are not used",
                place: sheet.place,
                suggestion: "look which tool they are for"
            )
        }
        return nil
    }

    /// How many answers there are where none is to an item of the tool; `nil` where one is, or where they are few.
    private func foreign(_ sheet: AnswerSheet) -> Int? {
        let answers = sheet.entries.filter { entry in
            !entry.values.isEmpty && !["about.", "override."].contains { entry.id.hasPrefix($0) }
                && !entry.id.hasSuffix(".evidence")
        }
        let isForeign = answers.count > 2 && answers.allSatisfy { layout.item(ItemID($0.id)) == nil }
        return isForeign ? answers.count : nil
    }

    // MARK: What the sheet may name

    func field(_ name: String) -> AboutField? { fields[name] }

    func score(_ id: String) -> Score? { scores[id] }

    /// Whether a person may put a value in the place of a score.
    func canHave(_ score: Score, _ value: ExactNumber) -> Bool {
        score.bands.isEmpty ? reachable[score.id]?.holds(value) ?? false : score.band(of: value) != nil
    }

    func options(of item: Item) -> OptionWords? { item.scale.flatMap { scales[$0] } }

    func options(of field: AboutField) -> OptionWords? { fieldOptions[field.name.rawValue] }

    func repetition(of section: String) -> Section.Repetition? { repeated[section] }

    func isSection(_ id: String) -> Bool { sections.contains(id) }

    /// The identifiers that stand nearest to one that the tool does not have.
    func nearest(to id: String) -> [String] {
        let known =
            id.hasPrefix("about.")
            ? tool.about.map(\.name.item.text)
            : id.hasPrefix("override.") ? tool.scores.map { "override.\($0.id.text)" } : layout.items.map(\.text)
        return nearestWords(to: id, in: known)
    }
}

extension Section {
    /// The section and those in it, in order.
    var withAllBelow: [Section] { [self] + sections.flatMap(\.withAllBelow) }
}

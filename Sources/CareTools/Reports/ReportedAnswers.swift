import CaseDates

/// One set of answers as reports look at it.
struct ReportedAnswers: Sendable {
    let result: Result
    private let shown: Set<AnswerKey>

    init(_ result: Result) {
        self.result = result
        shown = Set(result.shown)
    }

    var tool: Tool { result.tool }

    var completed: CalendarDay? { result.response.day(.completed) }

    /// What stands above the questions; `nil` where it is blank.
    func field(_ name: AboutField.Name) -> String? {
        result.response.about[name].flatMap { FoldedText($0).isBlank ? nil : $0 }
    }

    /// How an item stands.
    enum Standing: Sendable, Hashable {
        /// It is not shown.
        case notAsked
        /// It is shown and has no answer.
        case blank
        case notKnown
        case notApplicable
        case answered
    }

    func standing(of item: Item, instance: Int? = nil) -> Standing {
        let key = AnswerKey(item.id, instance: instance)
        guard shown.contains(key) else { return .notAsked }
        switch result.response.answers[key] {
        case nil: return .blank
        case .codes(let codes)?:
            let kinds = codes.compactMap { tool.scale(of: item)?.option($0)?.kind }
            if kinds.contains(.answer) { return .answered }
            return kinds.contains(.notKnown) ? .notKnown : kinds.contains(.notApplicable) ? .notApplicable : .blank
        case .text?, .number?, .day?, .item?: return .answered
        }
    }

    /// The answer to an item that is shown.
    func answer(to item: ItemID, instance: Int? = nil) -> Answer? {
        let key = AnswerKey(item, instance: instance)
        return shown.contains(key) ? result.response.answers[key] : nil
    }

    /// The codes that are chosen for an item that is shown.
    func codes(of item: ItemID, instance: Int? = nil) -> [String] {
        guard case .codes(let codes)? = answer(to: item, instance: instance) else { return [] }
        return codes
    }

    func day(of item: ItemID, instance: Int? = nil) -> CalendarDay? {
        guard case .day(let day)? = answer(to: item, instance: instance) else { return nil }
        return day
    }

    func words(of item: ItemID, instance: Int? = nil) -> String? {
        guard case .text(let text)? = answer(to: item, instance: instance) else { return nil }
        return text
    }

    /// The value of an answer; `nil` where it has none.
    func value(of item: Item) -> ExactNumber? {
        switch answer(to: item.id) {
        case .number(let number)?: number
        case .codes(let codes)?: codes.first.flatMap { tool.scale(of: item)?.option($0)?.value }
        case .text?, .day?, .item?, nil: nil
        }
    }

    /// By what two sets of answers are told to be about one child: the name, number or label, and the date of birth;
    /// `nil` where either is not given.
    var child: ChildKey? {
        guard let name = field(.child), let born = result.response.day(.born) else { return nil }
        return ChildKey(name: FoldedText(name), born: born)
    }

    /// A child, to pair answers; it never stands in a report.
    struct ChildKey: Hashable {
        let name: FoldedText
        let born: CalendarDay
    }

    /// Returns the answers without those that are the very same as others, and how many these were.
    ///
    /// Answers without any name, number or code may be alike by chance and are all kept.
    static func withoutCopies(_ answers: [ReportedAnswers]) -> (kept: [ReportedAnswers], copies: Int) {
        var seen: Set<Response> = []
        let kept = answers.filter { answers in
            let hasOwner = [.child, .case, .link].contains { answers.field($0) != nil }
            return !hasOwner || seen.insert(answers.result.response).inserted
        }
        return (kept, answers.count - kept.count)
    }
}

public import CaseDates  // Targets may be overdue on a day.

/// Results of one tool and one subject, laid side by side in the order of their days.
///
/// Every score and item is better, the same, worse, or not comparable, and then it says why. Nothing is averaged, and a
/// score that looks better while an answer below it is worse is never called an improvement.
public struct Comparison: Sendable {
    /// The results, the earliest first; those of one day in the order given, but for a tool before the one that it goes on
    /// to.
    public let results: [Result]
    /// The days of the results.
    public let days: [CalendarDay]
    /// Whether the first tool only goes on to the latest, so that nothing of them is compared.
    public let isFollowOn: Bool
    /// The scores, in the order of the latest definition.
    public let scores: [Change]
    /// The items that have values or codes, in the order of the latest definition.
    public let items: [Change]
    /// The targets that were set, the earliest result first.
    public let targets: [SetTarget]
    /// What must be known before the rest is read.
    public let notes: [String]

    /// A target, and where it stands.
    public struct SetTarget: Sendable, Hashable {
        /// The day of the latest result that holds it.
        ///
        /// When it was set is not known from that.
        public var day: CalendarDay
        /// The day of the first result that holds it, where that is an earlier one.
        public var firstDay: CalendarDay?
        /// The target.
        public var target: Target
        /// What its item is called in the tool that holds it; "Target 1" where none is named.
        public var title: String
        /// The value of its item in the latest result, where that is a later one and the definitions say what the item is
        /// called there.
        public var latest: ExactNumber?
    }

    /// Lays results side by side.
    ///
    /// - Parameters:
    ///   - results: At least two, in any order.
    ///   - asOf: The day on which a target that was not reviewed may be overdue.
    /// - Throws: ``ComparisonFault`` where they do not belong together.
    public init(_ results: [Result], asOf: CalendarDay) throws(ComparisonFault) {
        guard results.count >= 2, let first = results.first else { throw .fewerThanTwo }
        let dated = results.compactMap { result in result.response.day(.completed).map { (day: $0, result: result) } }
        guard dated.count == results.count else { throw .noDay }
        let ids = Set(results.map(\.tool.id))
        let ordered = dated.enumerated().map { offset, reading in
            let goesOn = reading.result.tool.followedBy.contains { ids.contains($0) }
            return (place: (reading.day, goesOn ? 0 : 1, offset), reading: reading)
        }.sorted { $0.place < $1.place }.map(\.reading)
        self.results = ordered.map(\.result)
        days = ordered.map(\.day)
        isFollowOn = try Self.followOn(self.results)
        try Self.checkSubject(self.results)
        try Self.checkBirths(self.results)
        let making = ChangeMaking(self.results, days: days, latest: self.results.last ?? first)
        items = making.items
        scores = making.scores(over: items)
        notes = ComparisonNotes(self.results, days: days, isFollowOn: isFollowOn).notes
        targets = Self.targets(ordered, asOf: asOf)
    }

    /// The latest result.
    public var latest: Result? { results.last }

    /// Whether the tools differ, where one goes on from the other.
    ///
    /// - Throws: ``ComparisonFault`` where none does.
    private static func followOn(_ results: [Result]) throws(ComparisonFault) -> Bool {
        var ids: [String] = []
        for result in results where !ids.contains(result.tool.id) { ids.append(result.tool.id) }
        if ids.count == 1 { return false }
        guard ids.count == 2, let first = results.first, first.tool.followedBy.contains(ids[1]),
            results.drop(while: { $0.tool.id == ids[0] }).allSatisfy({ $0.tool.id == ids[1] })
        else { throw .severalTools(ids.sorted()) }
        return true
    }

    /// Checks that all results are about the same child, carer, case or person.
    private static func checkSubject(_ results: [Result]) throws(ComparisonFault) {
        switch results.first?.tool.subject {
        case .practitioner: try check([.link], of: results)
        case .case: try check([.case, .child], of: results)
        case .child, .unborn, .carer, nil:
            // A child that was not born yet had no name to go by, so between before and after birth only the carer is.
            try check([.carer], of: results)
            for isUnborn in [true, false] {
                try check([.child, .born, .carer], of: results.filter { ($0.tool.subject == .unborn) == isUnborn })
            }
        }
    }

    private static func check(_ names: [AboutField.Name], of results: [Result]) throws(ComparisonFault) {
        for name in names {
            let asked = results.filter { result in result.tool.about.contains { $0.name == name } }
            let values = asked.map { $0.response.folded(name) }
            let known = Set(values.compactMap(\.self))
            if known.count > 1 { throw .severalSubjects(name) }
            if known.count == 1, values.contains(nil), name != .born { throw .subjectNotSaid(name) }
        }
    }

    /// Checks that one child can be meant by all dates of birth and expected dates of birth.
    private static func checkBirths(_ results: [Result]) throws(ComparisonFault) {
        let births = results.compactMap(\.possibleBirth)
        guard let earliest = births.map(\.lowerBound).max(), let latest = births.map(\.upperBound).min() else { return }
        if earliest > latest { throw .birthDoesNotFit }
    }

    private static func targets(_ ordered: [(day: CalendarDay, result: Result)], asOf: CalendarDay) -> [SetTarget] {
        guard let latest = ordered.last else { return [] }
        let all = ordered.map { $0.result.targets(asOf: asOf) }
        return ordered.enumerated().flatMap { index, reading in
            let (day, result) = reading
            let words = ToolWords(result.tool)
            let names = ordered.map { IdentifierMapping(from: result.tool, to: $0.result.tool) }
            func holds(_ other: Int, _ target: Target) -> Bool {
                let item = target.item.flatMap { names[other].then($0.text) }.map { ItemID($0) }
                return all[other].contains { $0.isSame(as: target, item: item) }
            }
            // A target that a later result takes over is told of there.
            return all[index].filter { target in !all.indices.contains { $0 > index && holds($0, target) } }
                .map { target in
                    let item = target.item.flatMap { names.last?.then($0.text) }
                    let first = all.indices.first { holds($0, target) }.map { ordered[$0].day }
                    return SetTarget(
                        day: day,
                        firstDay: first.flatMap { $0 < day ? $0 : nil },
                        target: target,
                        title: target.item.map { words.title(of: AnswerKey($0)) } ?? "Target \(target.instance)",
                        latest: day < latest.day ? item.flatMap { latest.result.value(of: AnswerKey(ItemID($0))) } : nil
                    )
                }
        }
    }
}

extension Result {
    /// The days on which the child can have been born; `nil` where nothing says.
    ///
    /// A birth lies at most 20 weeks before the expected date and at most 4 weeks after it. Where a profile from before
    /// birth has no expected date, the birth lies at most 44 weeks after the day of the profile, and at most 20 weeks
    /// before it, as its last part is about the first months.
    fileprivate var possibleBirth: ClosedRange<CalendarDay>? {
        if let born = response.day(.born) { return born...born }
        if let expected = response.day(.expected) {
            return expected.adding(days: -20 * 7)...expected.adding(days: 4 * 7)
        }
        guard tool.subject == .unborn, let completed = response.day(.completed) else { return nil }
        return completed.adding(days: -20 * 7)...completed.adding(days: 44 * 7)
    }
}

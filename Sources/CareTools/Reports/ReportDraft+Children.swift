extension ReportDraft {
    /// Adds how many children were screened once and more than once; returns how many screens name no child, and how many
    /// children were screened more than once.
    ///
    /// Whoever knows how many screens there are could work out how many children had several; so that sum is written
    /// down too: each of these children has two screens at least.
    mutating func addChildren(once: Int, repeated: Int, unnamed: Int) -> (unnamed: CountID, repeated: CountID) {
        tally.beginDetail()
        let unnamed = tally.count(unnamed)
        let parts = [once, repeated].map { tally.count($0) }
        let children = tally.sum(of: parts)
        let severalTimes = tally.unseen(tally.value(total) - once - tally.value(unnamed))
        tally.state(total, isSumOf: [parts[0], unnamed, severalTimes])
        tally.slack(above: [parts[1], parts[1]], upTo: severalTimes)
        add(
            Table(
                id: "children",
                caption: "Children",
                notes: ["Children whose name, label or number and date of birth are given."],
                rowHeading: "Children",
                columns: ["Count"],
                rows: [
                    Row(label: "Screened once", cells: [.share(parts[0], of: children)]),
                    Row(label: "Screened more than once", cells: [.share(parts[1], of: children)]),
                    Row(label: "Children together", cells: [.count(children)], isTotal: true),
                    Row(label: "Screens without name or date of birth", cells: [.share(unnamed, of: total)]),
                ]
            )
        )
        return (unnamed, parts[1])
    }

    /// Adds how the answers moved for the children who were screened more than once.
    ///
    /// - Parameters:
    ///   - repeated: The screens of each of these children.
    ///   - counts: How many they are.
    ///   - tool: The tool.
    mutating func addRepeats(_ repeated: [[ReportedAnswers]], of counts: CountID, to tool: Tool) {
        let pairs = repeated.compactMap(Self.firstAndLast)
        let directions = pairs.map { Direction(of: tool, from: $0.earlier, to: $0.later) }
        let none = repeated.count - pairs.count
        let unmoved = directions.count { $0 == .notComparable }
        let labels: [(label: String, count: Int)] = Direction.allCases.map { direction in
            (
                direction.label,
                directions.count { $0 == direction } + (direction == .notComparable ? none : 0)
            )
        }
        tally.beginDetail()
        let parts = addBreakdown(
            "repeats",
            "First and latest screen of the same child",
            by: "Change",
            labels,
            of: counts,
            column: "Children",
            totalLabel: "Children screened more than once",
            notes: [
                "Answer by answer, never by a total. Better: at least one answer is better and none is worse. Worse: the "
                    + "other way round. Mixed: some are better and some are worse. Same: none moved. Not comparable: no answer "
                    + "has a value both times, or it cannot be told which screen is the first or the latest."
            ]
        )
        let compared = tally.count(pairs.count, within: counts)
        let still = tally.rest(unmoved)
        tally.state(compared, isSumOf: Array(parts.dropLast()) + [still])
        let moved = addMovements(
            "repeat-items",
            "Which answers moved between the first and the latest screen",
            of: tool,
            pairs,
            together: compared,
            notes: ["Children with a first and a latest screen."]
        )
        relate(moved, better: parts[0], worse: parts[2], mixed: parts[3], still: still)
    }

    /// Says that a child is better in an answer just where it is better or mixed, and likewise worse.
    private mutating func relate(
        _ moved: [[CountID]],
        better: CountID,
        worse: CountID,
        mixed: CountID,
        still: CountID
    ) {
        guard !moved.isEmpty else { return }
        for (movement, direction) in [(ItemMovement.better, better), (.worse, worse)] {
            guard let place = ItemMovement.allCases.firstIndex(of: movement) else { continue }
            let children = tally.unseen(of: [direction, mixed])
            for counts in moved { tally.slack(above: [counts[place]], upTo: children) }
            tally.overlap(of: moved.map { $0[place] }, covering: children)
        }
        for counts in moved { tally.slack(above: [still], upTo: counts[counts.count - 1]) }
    }

    /// The earliest and the latest; `nil` where a day is missing, or two lie on the same first or last day.
    private static func firstAndLast(
        _ answers: [ReportedAnswers]
    ) -> (earlier: ReportedAnswers, later: ReportedAnswers)? {
        let dated = answers.compactMap { answers in answers.completed.map { (day: $0, answers: answers) } }
            .sorted { $0.day < $1.day }
        guard dated.count == answers.count, dated.count > 1, let first = dated.first, let last = dated.last,
            dated[1].day > first.day, dated[dated.count - 2].day < last.day
        else { return nil }
        return (first.answers, last.answers)
    }

    /// How the answers about a child moved together.
    private enum Direction: CaseIterable {
        case better, same, worse, mixed, notComparable

        var label: String {
            switch self {
            case .better: "Better"
            case .same: "Same"
            case .worse: "Worse"
            case .mixed: "Mixed"
            case .notComparable: "Not comparable"
            }
        }

        init(of tool: Tool, from earlier: ReportedAnswers, to later: ReportedAnswers) {
            let movements = Set(ItemMovement.items(of: tool).map { ItemMovement($0, from: earlier, to: later) })
            self =
                switch (movements.contains(.better), movements.contains(.worse)) {
                case (true, true): .mixed
                case (true, false): .better
                case (false, true): .worse
                case (false, false): movements.contains(.same) ? .same : .notComparable
                }
        }
    }
}

import CaseDates

extension ReportDraft {
    /// Adds how long it took from one day to another, over the answers that are a whole.
    mutating func addWaits(
        _ id: String,
        _ caption: String,
        _ days: [(CalendarDay?, CalendarDay?)],
        of whole: CountID,
        totalLabel: String,
        notes: [String],
        _ options: Report.Options
    ) {
        let waits = days.map { Wait(from: $0.0, to: $0.1) }
        let parts = addBreakdown(
            id,
            caption,
            by: "How soon",
            Wait.allCases.map { wait in (wait.label, waits.count { $0 == wait }) },
            of: whole,
            totalLabel: totalLabel,
            notes: notes
        )
        let lengths = days.compactMap { first, second -> Int? in
            guard let first, let second, second >= first else { return nil }
            return second.number - first.number
        }.sorted()
        let lengthParts = zip(Wait.allCases, parts).filter { $0.0.isMeasured }.map(\.1)
        let measured = tally.sum(of: lengthParts)
        let enough = options.showsSmallCounts ? 1 : SizeClass.smallCounts.upperBound + 1
        // Where it lies between two rows that are hidden, half of all would lie on each side.
        let median =
            lengths.count >= enough
            ? Cell.wordsBeside(lengthParts + [measured], Self.median(lengths))
            : .words("Too few for a median")
        add([
            Row(label: "With a number of days", cells: [.share(measured, of: whole)], isTotal: true),
            Row(label: "Median of these", cells: [median], isTotal: true),
        ])
    }

    private static func median(_ sorted: [Int]) -> String {
        let sum = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        let days = sum % 2 == 0 ? "\(sum / 2)" : "\(sum / 2).5"
        return days == "1" ? "1 day" : "\(days) days"
    }
}

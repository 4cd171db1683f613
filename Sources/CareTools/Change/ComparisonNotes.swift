import CaseDates

/// What must be known before a comparison is read: other raters, other versions, gaps, one day.
struct ComparisonNotes {
    private let results: [Result]
    private let days: [CalendarDay]
    private let isFollowOn: Bool

    init(_ results: [Result], days: [CalendarDay], isFollowOn: Bool) {
        self.results = results
        self.days = days
        self.isFollowOn = isFollowOn
    }

    /// The notes; none holds a name.
    var notes: [String] { followOn + unsaid + versions + raters + sameDay + incomplete }

    private var followOn: [String] {
        guard isFollowOn, let first = results.first, let last = results.last else { return [] }
        return [
            "\(first.tool.id) goes on to \(last.tool.id), which asks other things: they stand side by side, and are not "
                + "compared"
        ] + otherName
    }

    /// A child who was not born yet may have had no name; the dates are checked before.
    private var otherName: [String] {
        let names = Set(results.compactMap { $0.response.folded(.child) })
        return names.count > 1
            ? ["the child is not named alike in all results: check that they are about one child"] : []
    }

    /// What differs is refused before; here nothing is there that could differ.
    private var unsaid: [String] {
        let isPerson = results.first?.tool.subject == .practitioner
        // A carer may have several children.
        let isCarerEnough = results.count { $0.tool.subject == .child } < 2
        let names: [AboutField.Name] = isPerson ? [.link] : [.child, .case] + (isCarerEnough ? [.carer] : [])
        let isSaid = names.contains { name in results.allSatisfy { $0.response.folded(name) != nil } }
        let haveBirths = results.allSatisfy { ($0.response.day(.born) ?? $0.response.day(.expected)) != nil }
        guard !isSaid, isPerson || !haveBirths else { return [] }
        return ["nothing says whether the results are about the same \(isPerson ? "person" : "child")"]
    }

    private var versions: [String] {
        let tools = results.map { "\($0.tool.id) \($0.tool.version)" }
        guard !isFollowOn, Set(tools).count > 1, let latest = results.last else { return [] }
        let other = results.map(\.tool).filter { tool in
            tool.version != latest.tool.version
                && !latest.tool.comparable.contains { $0.version == tool.version }
                && !tool.comparable.contains { $0.version == latest.tool.version }
        }.map(\.version)
        guard let version = other.first else {
            return ["the results are of several versions; only what the definition calls the same is compared"]
        }
        return [
            "nothing says how version \(version) compares with version \(latest.tool.version); they are not compared"
        ]
    }

    private var raters: [String] {
        var notes: [String] = []
        if Set(results.map { $0.response.about[.respondent] }).count > 1 {
            notes.append("the answers were not all given in the same role: a difference may lie in who answered")
        }
        if Set(results.map { $0.response.folded(.rater) }).count > 1 {
            notes.append("the answers were not all given by the same person: a difference may lie in who answered")
        }
        return notes
    }

    private var sameDay: [String] {
        guard let first = days.first, let last = days.last, first == last else { return [] }
        return ["all results are of one day: what differs is no change in time"]
    }

    private var incomplete: [String] {
        let open = zip(days, results).filter { !$0.1.isComplete }.map(\.0.description)
        guard !open.isEmpty else { return [] }
        return ["not complete: \(open.joined(separator: ", "))"]
    }
}

import CaseDates
import DataFormats
import ImpactChronology

/// What the document holds, in a few sentences with their counts.
struct SummarySection {
    let nodes: [HTMLNode]

    init(_ chronology: Chronology, shown: [Event], undated: [Event]) {
        let account = chronology.account
        let total = shown.count + undated.count
        var sentences: [String] = []
        let years = shown.compactMap { DateText.year($0.date) }
        var span = ""
        if let start = years.min(), let end = years.max() {
            span = start == end ? ", all of \(start)" : ", the first of \(start) and the last of \(end)"
        }
        let agencies = Set((shown + undated).flatMap { $0.tellings.map(\.agency) })
        let sources = chronology.sources.count { agencies.contains($0.agency) }
        sentences.append(
            "This paper shows \(RecordText.count(total, "event")) from \(RecordText.count(sources, "source")): "
                + "\(shown.count) with a date\(span), and \(undated.count) without one."
        )
        let known = Set(chronology.allEvents.flatMap { $0.tellings.map(\.agency) })
        let silent = chronology.sources.filter { !known.contains($0.agency) }
        if !silent.isEmpty {
            sentences.append("There is no event from \(RecordText.list(silent.map(\.label))).")
        }
        let unused = chronology.files.filter(\.cameToNothing)
        if !unused.isEmpty {
            sentences.append("Nothing could be used of \(RecordText.list(unused.map(\.name))).")
        }
        sentences.append(
            "\(RecordText.count(account.rows, "row")) of records \(account.rows == 1 ? "was" : "were") read: "
                + "\(account.events) became events, \(account.merged) \(account.merged == 1 ? "was" : "were") joined with "
                + "an event that was already there, and \(account.rejected) could not be used."
        )
        let all = shown + undated
        let strengths = all.count { $0.statedBearing == .strength }
        let concerns = all.count { $0.statedBearing == .concern }
        let mixed = all.count { $0.statedBearing == .mixed }
        let rest = all.count - strengths - concerns - mixed
        let disputed = all.count { !$0.statedDisputes.isEmpty }
        sentences.append(
            "The sources mark \(strengths) as strengths, \(concerns) as concerns and \(mixed) as both; for \(rest) they do "
                + "not say. \(disputed == 0 ? "None is" : disputed == 1 ? "One is" : "\(disputed) are") marked as disputed."
        )
        sentences += Self.additions(all)
        let doubtful = shown.count {
            $0.date.doubt.isPresent || $0.date.isRelative || $0.date.precision != .day
                || $0.date.notes.contains(where: \.isAssumption)
        }
        sentences.append(
            "\(doubtful) of the \(shown.count) dated events \(doubtful == 1 ? "has a date that is" : "have dates that are") "
                + "not sure, not exact, longer than a day, or partly assumed; the date column says how."
        )
        sentences.append(Self.links(chronology))
        nodes = sentences.map { .element(.p, [:], .text($0)) }
    }

    /// What the worker added beside impacts and voices, which the sources must not be taken to say; nothing where there
    /// is none.
    private static func additions(_ events: [Event]) -> [String] {
        func sum(_ count: (Event) -> Int) -> Int { events.reduce(0) { $0 + count($1) } }
        let counts = [
            (sum { $0.addedBearings.count }, "mark of strength or concern", "marks of strength or concern"),
            (sum { $0.addedSignificances.count }, "mark of significance", "marks of significance"),
            (sum { $0.addedDisputes.count }, "dispute", "disputes"),
            (sum { $0.addedDecisions.count }, "decision", "decisions"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { RecordText.count($0.0, $0.1, $0.2) }
        return parts.isEmpty ? [] : ["In worksheets the worker added \(RecordText.list(parts)); no source says these."]
    }

    /// What stands in the sections on links and gaps, in one sentence.
    private static func links(_ chronology: Chronology) -> String {
        let groups = chronology.duplicates.count
        let conflicts = chronology.conflicts.count
        let gaps = chronology.gaps.count
        return
            "\(groups == 0 ? "No accounts" : RecordText.count(groups, "group") + " of accounts") of different sources may tell of one "
            + "event; linked accounts differ in \(conflicts == 0 ? "no point" : RecordText.count(conflicts, "point")); "
            + "\(gaps == 0 ? "no time" : RecordText.count(gaps, "time")) without events "
            + "\(gaps < 2 ? "is" : "are") long enough to be named."
    }
}

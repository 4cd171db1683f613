import CaseDates
import ImpactChronology

/// What changed since an earlier chronology, for the terminal, without a word of any record.
enum ChangesText {
    /// Returns the counts, then a line for each account: what became of it, its date, its agency, its identifier.
    static func text(_ changes: ChronologyChanges) -> String {
        let rows =
            changes.added.map { row("added", $0) } + changes.changed.map { row("changed", $0.after) }
            + changes.gone.map { row("gone", $0) }
        return
            "since the earlier chronology: \(changes.added.count) added, \(changes.changed.count) changed, \(changes.gone.count) gone\n"
            + AlignedTable.text(rows)
    }

    private static func row(_ kind: String, _ event: Event) -> [String] {
        let date = event.date.value?.description ?? "undated"
        return ["  " + kind, date, event.agency, event.id.text].map(DiagnosticText.visible)
    }
}

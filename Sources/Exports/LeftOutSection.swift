import DataFormats
import Diagnostics
import ImpactChronology

/// What the document does not show, and where it is.
struct LeftOutSection {
    let nodes: [HTMLNode]

    init(
        _ chronology: Chronology,
        shown: [Event],
        undatedShown: [Event],
        columns: [DocumentProfile.Column.Field]
    ) {
        var items: [String] = []
        let rejected = chronology.rejected.count
        items.append(
            rejected == 0
                ? "No row was rejected."
                : "\(RecordText.count(rejected, "row")) could not be used; \(rejected == 1 ? "it stands" : "they stand") whole in "
                    + "rejected.csv: \(Self.reasons(chronology.rejected))."
        )
        let merged = chronology.account.merged
        if merged > 0 {
            items.append(
                "\(RecordText.count(merged, "row")) said the same as another row of the same agency, or gave the same event "
                    + "for another child; each is joined with its event, which keeps every place."
            )
        }
        let outside = chronology.events.count + chronology.undated.count - shown.count - undatedShown.count
        if outside > 0 {
            items.append(
                "\(RecordText.count(outside, "event")) lie outside the child or the dates that were asked for."
            )
        }
        let all = shown + undatedShown
        for (field, words, count) in [
            (DocumentProfile.Column.Field.context, "the context", all.count { $0.context != nil }),
            (.impact, "the impact on the child", all.count { !$0.impacts.isEmpty }),
            (.impact, "the child's words", all.count { !$0.voices.isEmpty }),
            (.response, "the response", all.count { $0.response != nil }),
        ] where count > 0 && !columns.contains(field) {
            items.append("This paper leaves out \(words), which \(count) of its events \(count == 1 ? "has" : "have").")
        }
        let hidden = [
            ("the category", all.count { $0.category != nil }),
            ("the significance", all.count { $0.standingSignificance != nil }),
        ]
        for (words, count) in hidden where count > 0 {
            items.append(
                "No paper shows \(words), which \(RecordText.count(count, "event")) \(count == 1 ? "has" : "have")."
            )
        }
        let additional = all.count { !$0.additional.isEmpty }
        if additional > 0 {
            items.append(
                "\(RecordText.count(additional, "event")) \(additional == 1 ? "has" : "have") cells of other columns, which no paper shows."
            )
        }
        items.append("Everything is in chronology.xml.")
        nodes = [.element(.ul, [:], items.map { .element(.li, [:], .text($0)) })]
    }

    /// "1 whose date is not in the calendar, 1 whose child is not in the family table".
    private static func reasons(_ rows: [RejectedRow]) -> String {
        var counts: [(words: String, count: Int)] = []
        for row in rows {
            let words = words(row.reason.id)
            if let index = counts.firstIndex(where: { $0.words == words }) {
                counts[index].count += 1
            } else {
                counts.append((words, 1))
            }
        }
        return RecordText.list(
            counts.sorted { ($1.count, $0.words) < ($0.count, $1.words) }.map { "\($0.count) \($0.words)" }
        )
    }

    private static func words(_ id: String) -> String {
        switch id {
        case "event.date.impossible": "with a date that is not in the calendar"
        case "event.date.american": "with a date that works only with the month first"
        case "event.date.reversed": "with an end before the start"
        case "event.date.noYear", "event.date.noCentury": "with a date that lacks its year"
        case "event.date.unreadable": "with a date that cannot be read"
        case "event.child.unknown": "about a child who is not in the family table"
        case "event.what.missing": "that does not say what happened"
        case "event.family.missing": "that names no family"
        case "event.child.several": "about a child whose name is that of several people"
        case "table.row.aboveHeadings": "that stand above the headings"
        case "table.row.tooLong": "with more cells than headings"
        default: "in a table whose columns are not known"
        }
    }
}

import CaseDates
import EventFiles
import ImpactChronology

/// What the sources of a case cover, where nothing is recorded, and what is linked, for the terminal.
enum CoverageTable {
    /// Returns the tables of one family, or the counts of several.
    static func text(_ reading: CaseReading) -> String {
        let links =
            "\npossible duplicates: \(reading.duplicateCount) groups; points in which linked accounts differ: \(reading.conflictCount)\n"
        guard reading.chronologies.count == 1, let chronology = reading.chronologies.first else { return links }
        var rows = [["source", "covers from", "to", "current as of", "first event", "last event", "dated", "undated"]]
        for source in chronology.sources {
            let coverage = Coverage(of: source, in: chronology)
            rows.append([
                source.label, source.coversFrom?.text ?? "not stated", source.coversTo?.text ?? "not stated",
                source.currentAsOf?.text ?? "not stated", edtf(coverage.first), edtf(coverage.last),
                String(coverage.dated), String(coverage.undated),
            ])
        }
        var gaps = [["no event from", "to", "days", "records of", "what can be said"]]
        for gap in chronology.gaps {
            gaps.append([
                gap.from.description, gap.to.description, String(gap.days), gap.agency ?? "all", words(gap),
            ])
        }
        return "\n" + AlignedTable.text(rows, rightAligned: 6...7)
            + (gaps.count == 1 ? "" : "\n" + AlignedTable.text(gaps, rightAligned: 2...2)) + links
    }

    private static func words(_ gap: Gap) -> String {
        var words = gap.words
        if gap.agency == nil, !gap.coveredBy.isEmpty {
            let together = gap.coveredBy.count > 1 ? " between them" : ""
            words += " (covered by \(gap.coveredBy.joined(separator: ", "))\(together))"
        }
        if gap.mayHold > 0 {
            words += "; \(gap.mayHold) event\(gap.mayHold == 1 ? "" : "s") without an exact date may lie in it"
        }
        return words
    }

    private static func edtf(_ date: EventDate?) -> String { date?.value?.description ?? "none" }
}

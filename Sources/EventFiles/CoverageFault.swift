import CaseDates
import Diagnostics
import ImpactChronology

/// What cannot be right, or is missing, in what the records of a source are said to cover.
enum CoverageFault: CaseIterable {
    case reversed, takenInFuture, noEnd

    /// Returns the faults of one row of the sources table.
    static func found(in source: Source, asOf: CalendarDay) -> [CoverageFault] {
        allCases.filter { $0.isFound(in: source, asOf) }
    }

    private func isFound(in source: Source, _ asOf: CalendarDay) -> Bool {
        switch self {
        case .reversed: source.isReversed
        case .takenInFuture: source.currentAsOf?.earliest.map { $0 > asOf } ?? false
        // A cell that holds no date has its own finding.
        case .noEnd: source.coversFrom?.latest != nil && source.coversTo == nil && source.currentAsOf == nil
        }
    }

    /// The column in which it stands.
    var field: Field {
        switch self {
        case .reversed, .noEnd: .coversFrom
        case .takenInFuture: .currentAsOf
        }
    }

    func diagnostic(_ place: Place) -> Diagnostic {
        switch self {
        case .reversed:
            Diagnostic(
                id: "sources.covers.reversed",
                severity: .warning,
                summary: "Covers from is after Covers to; neither is used for what the records cover",
                place: place
            )
        case .takenInFuture:
            Diagnostic(
                id: "sources.current.future",
                severity: .warning,
                summary: "Current as of is after the day of the chronology",
                place: place,
                suggestion: "write the day on which the records were taken out"
            )
        case .noEnd:
            Diagnostic(
                id: "sources.covers.noEnd",
                severity: .warning,
                summary:
                    "Covers from has neither Covers to nor Current as of; the records are taken to end with their last event",
                place: place,
                suggestion: "write the day on which the records were taken out under Current as of"
            )
        }
    }
}

import DataFormats
import Diagnostics

extension Diagnostic {
    /// Says what was found in a workbook: an error where something was lost, else a warning or a note.
    static func workbook(_ finding: WorkbookFinding.Kind, _ place: Place) -> Diagnostic {
        let (id, severity, summary) = words(of: finding)
        return Diagnostic(
            id: "workbook.\(id)",
            severity: severity,
            summary: summary,
            place: place,
            suggestion: suggestion(for: finding)
        )
    }

    private static func suggestion(for finding: WorkbookFinding.Kind) -> String? {
        if case .partUnreadable(_, let fault) = finding { fault.suggestion } else { nil }
    }

    private static func words(of finding: WorkbookFinding.Kind) -> (id: String, Severity, String) {
        switch finding {
        case .errorValue(let value): ("errorValue", .note, "the cell shows \(value); it is taken as blank")
        case .sharedStringOutOfRange:
            ("sharedString", .error, "the cell points at a text that the workbook does not have; it is taken as blank")
        case .dayThatNeverWas:
            ("dayThatNeverWas", .warning, "the cell is 29 February 1900, which never was; its number is kept")
        case .dateOutOfRange:
            ("dateOutOfRange", .warning, "the cell is no date that a workbook can hold; its number is kept")
        case .dayNotShown:
            ("dayNotShown", .note, "the cell shows no day; the day that it holds is read, and may be nobody's")
        case .yearNotShown:
            (
                "yearNotShown", .warning,
                "the cell shows no year; the date is read as not sure, as its year may be that of typing"
            )
        case .valueUnreadable: ("value", .warning, "the cell is not what its type says; it is kept as it is written")
        case .unknownCellType: ("cellType", .warning, "the cell is of an unknown type; it is kept as it is written")
        case .badReference:
            (
                "reference", .warning,
                "the place of the row, cell or merged range is none, or contradicts where it stands"
            )
        case .cellRepeated: ("cellRepeated", .warning, "the cell stands twice; the later is read")
        case .outOfOrder: ("outOfOrder", .note, "the row or cell stands out of order; it is put in its place")
        case .formulaWithoutValue:
            ("formula", .error, "the formula was never worked out; open the workbook, save it, and read it again")
        case .controlCharacters: ("controls", .warning, "control characters are shown as U+FFFD")
        case .notAWorksheet(let kind): ("notAWorksheet", .note, "the sheet is a \(kind) and is not read")
        case .commentsNotRead: ("comments", .note, "the comments on the sheet are not read")
        case .shapesNotRead: ("shapes", .warning, "the text boxes and shapes on the sheet are not read")
        case .partMissing(let part): ("partMissing", .error, "the \(part.rawValue) part of the workbook is missing")
        case .partBroken(let part, let fault):
            ("partBroken", .error, "the \(part.rawValue) part is damaged; what stands before is used: \(fault.message)")
        case .partUnreadable(let part, let fault):
            ("partUnreadable", .error, "the \(part.rawValue) part cannot be read: \(fault.message)")
        case .partRepeated: ("partRepeated", .error, "a second sheet has the same content part; it is left out")
        case .tooManyCells:
            ("tooManyCells", .error, "the workbook has too many cells; the rest of the sheet is not read")
        case .tooManyMergedRanges:
            ("tooManyMerged", .warning, "the sheet has too many merged ranges; some are not kept")
        case .mergedRangeFilled(let range):
            ("merged", .note, "cells merged over rows (\(range)) are read on each of them")
        case .mergedRangeNotFilled(let range):
            (
                "mergedNotFilled", .error,
                "cells merged over rows (\(range)) are not read on each of them: there are too many"
            )
        case .moreFindings(let count): ("more", .warning, "\(count) more findings of this kind are not listed")
        }
    }
}

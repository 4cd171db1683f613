import CaseDates
import Diagnostics

/// The findings on rows, each with its words.
extension Diagnostic {
    static func date(_ fault: DateFault, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: fault.kind.rawValue,
            severity: .error,
            summary: fault.summary,
            place: place,
            value: fault.text
        )
    }

    static func dateNote(_ note: DateNote, on date: EventDate, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "event.date.\(note.rawValue)",
            severity: note.isAssumption ? .warning : .note,
            summary: note.isAssumption && date.value != nil
                ? "read as \(date.value?.description ?? ""): \(note.words)" : note.words,
            place: place,
            value: date.text
        )
    }

    static func rowTooLong(_ count: Int, of headings: Int, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "table.row.tooLong",
            severity: .error,
            summary:
                "the row has \(count) cells under \(headings) headings; a separator inside a cell may lack its quotes",
            place: place
        )
    }

    static func partOfExample(_ place: Place) -> Diagnostic {
        Diagnostic(
            id: "table.row.partOfExample",
            severity: .error,
            summary: "the event still holds the words of the example; the row is not used",
            place: place,
            suggestion: "write what happened in place of them, or delete the row"
        )
    }

    static func aboveHeadings(_ place: Place) -> Diagnostic {
        Diagnostic(
            id: "table.row.aboveHeadings",
            severity: .error,
            summary: "the row stands above the headings and looks like an event",
            place: place,
            suggestion: "move it below them"
        )
    }

    static func rowTooShort(_ count: Int, of headings: Int, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "table.row.short",
            severity: .warning,
            summary: "the row has \(count) of \(headings) cells; the others are taken as blank",
            place: place
        )
    }

    static func noEvent(_ place: Place) -> Diagnostic {
        Diagnostic(
            id: "event.what.missing",
            severity: .error,
            summary: "the row does not say what happened",
            place: place
        )
    }

    static func unknownChild(_ name: String, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "event.child.unknown",
            severity: .error,
            summary: "the child is not in the family table",
            place: place,
            suggestion: "correct the name, or add it to the family table under Also known as",
            value: name
        )
    }

    static func childOfSeveral(_ name: String, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "event.child.several",
            severity: .error,
            summary: "the name is that of more than one person in the family table",
            place: place,
            suggestion: "write the identifier or the whole name",
            value: name
        )
    }

    static func noFamily(_ place: Place) -> Diagnostic {
        Diagnostic(
            id: "event.family.missing",
            severity: .error,
            summary: "the row names no family, and the input holds several",
            place: place
        )
    }

    static func noIdentifier(_ place: Place) -> Diagnostic {
        Diagnostic(
            id: "event.child.noIdentifier",
            severity: .error,
            summary: "the record has no identifier of a child",
            place: place
        )
    }

    static func unknownWord(_ word: String, for field: Field, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "event.word.unknown",
            severity: .warning,
            summary: "the word under \(field.rawValue) is not one that is known; it is kept as it is",
            place: place,
            value: word
        )
    }

    static func otherDate(_ fault: DateFault, under field: Field, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "date.other.unreadable",
            severity: .warning,
            summary: "\(fault.summary); \(field.rawValue) is kept as it is written",
            place: place,
            value: fault.text
        )
    }
}

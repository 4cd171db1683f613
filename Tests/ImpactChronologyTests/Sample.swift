import CaseDates
import Diagnostics
import ImpactChronology
import Testing

// All people, agencies and events in these tests are invented.

/// Returns an event date for EDTF text; a blank text gives no date.
func date(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> EventDate {
    guard !text.isEmpty else { return EventDate(text: "", value: nil) }
    let value: EDTF = try #require(EDTF(text), sourceLocation: sourceLocation)
    return EventDate(text: text, value: value)
}

/// Returns an event of a school, read from a line of a file.
func event(
    _ edtf: String,
    _ what: String = "fell",
    agency: String = "School",
    time: String? = nil,
    sequence: String? = nil,
    people: [String] = [],
    impacts: [Impact] = [],
    file: String = "a.csv",
    line: Int = 2,
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Event {
    var event = Event(
        id: EventID(""),
        date: try date(edtf, sourceLocation: sourceLocation),
        time: time.map { EventTime(text: $0, time: TimeOfDay(text: $0)) },
        sequence: sequence,
        people: people.map { PersonID($0) },
        agency: agency,
        what: what,
        impacts: impacts,
        readFrom: [Place(path: file, line: line, column: 1)]
    )
    event.id = EventID(event.content)
    return event
}

/// Returns the chronology of rows; the files are those that the rows name.
func chronology(
    _ rows: [Event],
    family: Family = Family(name: nil, people: []),
    sources: [Source] = [],
    rejected: [RejectedRow] = []
) throws -> Chronology {
    let places = rows.flatMap(\.readFrom) + rejected.compactMap(\.reason.place)
    let names = Set(places.map(\.path)).sorted()
    return Chronology(
        family: family,
        sources: sources,
        rows: rows,
        files: names.map { FileAccount(name: $0, format: "csv", digest: "") },
        rejected: rejected,
        asOf: try #require(CalendarDay(year: 2026, month: 3, day: 31))
    )
}

/// Two children and their mother.
let quills = Family(
    name: "Quill",
    people: [
        Person(id: PersonID("C1"), name: "Ella Quill", isChild: true),
        Person(id: PersonID("C2"), name: "Noah Quill", isChild: true),
        Person(id: PersonID("C3"), name: "Mia Quill", isChild: true),
        Person(id: PersonID("A1"), name: "Ann Quill", role: "mother", isChild: false),
    ]
)

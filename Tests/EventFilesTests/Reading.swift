import CaseDates
import DataFormats
import Definitions
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

// All people, agencies and events in these tests are invented. Narrative cells hold the marker "zz", so that a message
// that quotes one is found out.

/// The built-in definitions, read once.
private let builtIn = Result {
    let source = DefinitionSource()
    let asOf = try #require(CalendarDay(year: 2026, month: 3, day: 31))
    let (extracts, categories, comparison, tools) = (
        try source.extracts(), try source.eventCategories(), try source.comparisonRules(), try source.tools()
    )
    return ReadOptions(
        dates: DateReader(asOf: asOf, names: try source.dateNames()),
        headings: try source.headings(),
        extracts: Deferred { extracts },
        categories: Deferred { categories },
        tools: Deferred { tools },
        comparison: Deferred { comparison }
    )
}

/// Reads files given as name and text, as on 31 March 2026, and checks what must hold of every reading.
func read(
    _ files: KeyValuePairs<String, String>,
    assigned: [Field: String] = [:],
    encoding: TextEncoding? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> CaseReading {
    try read(
        files.map { SourceFile(path: $0.key, name: $0.key, bytes: Array($0.value.utf8)) },
        assigned: assigned,
        encoding: encoding,
        sourceLocation: sourceLocation
    )
}

/// Reads files and checks what must hold of every reading.
func read(
    _ files: [SourceFile],
    assigned: [Field: String] = [:],
    encoding: TextEncoding? = nil,
    readsDatedParagraphs: Bool = false,
    format: EventFileFormat? = nil,
    schema: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> CaseReading {
    var options = try builtIn.get()
    options.assigned = assigned.mapValues { [$0] }
    options.encoding = encoding
    options.readsDatedParagraphs = readsDatedParagraphs
    options.format = format
    options.schema = schema.map { Array($0.utf8) }
    let reading = CaseReading(of: files, options: options)
    expectEveryRowIsAccountedFor(reading, sourceLocation)
    expectMessagesArePrivate(reading, sourceLocation)
    return reading
}

private func expectEveryRowIsAccountedFor(_ reading: CaseReading, _ sourceLocation: SourceLocation) {
    for file in reading.files {
        #expect(file.rows == file.events + file.merged + file.rejected, "\(file.name)", sourceLocation: sourceLocation)
    }
    let events = reading.chronologies.flatMap(\.allEvents)
    let rejected = reading.chronologies.flatMap(\.rejected) + reading.rejectedElsewhere
    let places = events.flatMap(\.readFrom) + rejected.compactMap(\.reason.place)
    #expect(reading.files.reduce(0) { $0 + $1.rows } == places.count, sourceLocation: sourceLocation)
    #expect(reading.files.reduce(0) { $0 + $1.events } == events.count, sourceLocation: sourceLocation)
    #expect(reading.files.reduce(0) { $0 + $1.rejected } == rejected.count, sourceLocation: sourceLocation)
    #expect(
        Set(places.map { "\($0.path):\($0.part ?? 0):\($0.line ?? 0):\($0.column ?? 0)" }).count == places.count,
        "a row is in one place",
        sourceLocation: sourceLocation
    )
    for chronology in reading.chronologies {
        #expect(chronology.account.isBalanced, sourceLocation: sourceLocation)
        #expect(chronology.files.allSatisfy { $0.isBalanced }, sourceLocation: sourceLocation)
        #expect(
            Set(chronology.allEvents.map(\.id)).count == chronology.allEvents.count,
            "an identifier names one event",
            sourceLocation: sourceLocation
        )
    }
}

/// No summary and no suggestion holds a name or a narrative.
private func expectMessagesArePrivate(_ reading: CaseReading, _ sourceLocation: SourceLocation) {
    var secrets: Set<String> = ["zz"]
    for chronology in reading.chronologies {
        for person in chronology.family.people {
            secrets.formUnion([person.id.text, person.name, person.label ?? ""] + person.alsoKnownAs)
        }
        for event in chronology.allEvents {
            secrets.insert(event.what)
            secrets.formUnion(event.impacts.map(\.text) + event.voices.map(\.words))
        }
    }
    let rejected = reading.chronologies.flatMap(\.rejected) + reading.rejectedElsewhere
    for cell in rejected.flatMap(\.cells) where ["Child", "Event"].contains(cell.heading) { secrets.insert(cell.text) }
    // Ten thousand bad rows have one message.
    for shown in Set(reading.diagnostics.map { $0.summary + "; " + ($0.suggestion ?? "") }) {
        for secret in secrets where secret.utf8.count > 1 && shown.contains(secret) {
            Issue.record("a message quotes '\(secret)': \(shown)", sourceLocation: sourceLocation)
        }
    }
}

/// What was found, and where.
struct Found: Hashable, CustomTestStringConvertible {
    var id: String
    var line: Int?
    var column: Int?

    init(_ id: String, _ line: Int? = nil, _ column: Int? = nil) {
        self.id = id
        self.line = line
        self.column = column
    }

    var testDescription: String { "\(id) at \(line ?? 0):\(column ?? 0)" }
}

extension CaseReading {
    /// The findings, without those that say only which agency or role is taken for want of a column.
    var found: [Found] {
        diagnostics.filter { !["table.agency.fromFile", "family.role.none"].contains($0.id) }
            .map { Found($0.id, $0.place?.line, $0.place?.column) }
    }

    /// The one chronology of the reading.
    func chronology(sourceLocation: SourceLocation = #_sourceLocation) throws -> Chronology {
        try #require(chronologies.count == 1, sourceLocation: sourceLocation)
        return chronologies[0]
    }

    /// The events of the one chronology, those with a date first.
    func events(sourceLocation: SourceLocation = #_sourceLocation) throws -> [Event] {
        try chronology(sourceLocation: sourceLocation).allEvents
    }

    /// The one event of the reading.
    func event(sourceLocation: SourceLocation = #_sourceLocation) throws -> Event {
        let events = try events(sourceLocation: sourceLocation)
        try #require(events.count == 1, sourceLocation: sourceLocation)
        return events[0]
    }

    /// The file of a name.
    func file(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> FileReport {
        try #require(files.first { $0.name == name }, sourceLocation: sourceLocation)
    }

    /// The one rejected row.
    func rejectedRow(sourceLocation: SourceLocation = #_sourceLocation) throws -> RejectedRow {
        let rows = chronologies.flatMap(\.rejected) + rejectedElsewhere
        try #require(rows.count == 1, sourceLocation: sourceLocation)
        return rows[0]
    }
}

extension Event {
    /// The date as EDTF; blank where there is none.
    var edtf: String { date.value?.description ?? "" }

    /// The identifiers of the people.
    var names: [String] { people.map(\.text) }

    /// The impacts as "child/domain: text".
    var impactTexts: [String] {
        impacts.map { "\($0.child?.text ?? "all")/\($0.domain.rawValue): \($0.text)" }
    }
}

/// The built-in rules by which accounts are compared.
func builtInComparison() throws -> ComparisonRules {
    try #require(try builtIn.get().comparison.value)
}

import CaseDates
import DataFormats
import Diagnostics
import ImpactChronology

/// Turns the rows of one events table into events, one for each row, and the rows that cannot be used.
struct EventRows {

    private let table: Table
    private let mapping: TableMapping
    private let options: ReadOptions
    private let cases: CasePeople
    private let serials: Set<Field>
    private let unusedColumns: [(column: Int, heading: String)]
    /// What the Child cells say that were met already, by family: most rows repeat a few.
    private var meanings: [String?: [String: PersonIndex.Meaning]] = [:]
    private var headingYear: Int?
    private var rowAbove: EventDate?
    private var directlyAbove: EventDate?

    private(set) var events: [(family: String?, event: Event)] = []
    private(set) var rejected: [(family: String?, row: RejectedRow)] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the table; `cases` knows the families and their people.
    init(_ table: Table, mapping: TableMapping, options: ReadOptions, cases: CasePeople) {
        self.table = table
        self.mapping = mapping
        self.options = options
        self.cases = cases
        serials = table.serialFields
        let used = Set(mapping.columns.values)
        unusedColumns = mapping.headings.enumerated().filter { !used.contains($0.offset) }.map {
            ($0.offset, $0.element.trimmed)
        }
        if mapping.columns[.agency] == nil {
            diagnostics.append(
                Diagnostic(
                    id: "table.agency.fromFile",
                    severity: .note,
                    summary:
                        "no column for Agency; the events are shown as from '\(table.file.stem)', the name of the file",
                    place: Place(path: table.file.name)
                )
            )
        }
        let childCount = cases.mostChildren
        if mapping.columns[.child] == nil, !table.isExtract, childCount > 1, table.count > 0 {
            diagnostics.append(
                Diagnostic(
                    id: "table.child.none",
                    severity: .warning,
                    summary: "no column says which child; the events of this file are shown as the whole family's",
                    place: Place(path: table.file.name),
                    suggestion: "if there is one, name it with --map \"Child=HEADING\""
                )
            )
        }
        for (cells, reason) in table.refused { reject(cells, family: nil, reason) }
        for row in table.rows {
            switch row {
            case .yearHeading(let year): (headingYear, directlyAbove) = (year, nil)
            case .cells(let cells): read(cells)
            }
        }
    }

    // MARK: One row

    private mutating func read(_ cells: [TableCell]) {
        let row = RowCells(cells: cells, mapping: mapping)
        let place = table.place(cells)
        let headings = mapping.headings.count
        if table.isTooLong(cells) {
            directlyAbove = nil
            return reject(cells, family: nil, .rowTooLong(cells.count, of: headings, place))
        }
        let family: String?
        let people: PersonIndex.Meaning
        switch self.family(of: row) {
        case .success(let found): (family, people) = found
        case .failure(let refusal):
            directlyAbove = nil
            return reject(cells, family: nil, refusal.reason(at: place))
        }
        let date: EventDate
        do throws(DateFault) {
            date = try self.date(of: row, people: people, family: family)
        } catch {
            directlyAbove = nil
            return reject(cells, family: family, .date(error, table.place(cells, column: mapping.columns[.date])))
        }
        if date.isDated { rowAbove = date }
        directlyAbove = date
        let lasting: EventDate
        do throws(DateFault) {
            lasting = try self.lasting(date, row)
        } catch {
            return reject(cells, family: family, .date(error, table.place(cells, column: mapping.columns[.endDate])))
        }
        guard let what = row[.event] else {
            return reject(cells, family: family, .noEvent(table.place(cells, column: mapping.columns[.event])))
        }
        guard !ReadingMark.isExample(what) else {
            return reject(cells, family: family, .partOfExample(table.place(cells, column: mapping.columns[.event])))
        }
        let childPlace = table.place(cells, column: mapping.columns[.child])
        switch people {
        case .unknown(let name): return reject(cells, family: family, .unknownChild(name, childPlace))
        case .several(let name): return reject(cells, family: family, .childOfSeveral(name, childPlace))
        case .people, .everyone: break
        }
        // In a sheet or a Word table blank cells at the end are nothing that was lost.
        if cells.count < headings, table.part == nil {
            diagnostics.append(.rowTooShort(cells.count, of: headings, place))
        }
        let datePlace = table.place(cells, column: mapping.columns[.date])
        for note in lasting.notes { diagnostics.append(.dateNote(note, on: lasting, datePlace)) }
        events.append((family, event(row, what: what, date: lasting, people: people, family: family)))
    }

    /// Why a row has no family.
    private enum FamilyRefusal: Error {
        case noFamily
        case noIdentifier

        func reason(at place: Place) -> Diagnostic {
            switch self {
            case .noFamily: .noFamily(place)
            case .noIdentifier: .noIdentifier(place)
            }
        }
    }

    /// The family of a row, and the people that it is about.
    ///
    /// The child of an extract is an identifier, and no row of it is about a whole family.
    private mutating func family(
        of row: RowCells
    ) -> Result<(family: String?, people: PersonIndex.Meaning), FamilyRefusal> {
        if table.isExtract {
            guard let (family, person) = row[.child].flatMap({ cases.child($0) }) else {
                return .failure(.noIdentifier)
            }
            return .success((family, .people([person])))
        }
        // Answers to a tool name a child and no family.
        if !table.toolAnswers.isEmpty, cases.statedCount > 1 {
            guard let (family, person) = row[.child].flatMap({ cases.child($0) }) else { return .failure(.noFamily) }
            return .success((family, .people([person])))
        }
        guard case .known(let key) = cases.family(named: row[.family]) else { return .failure(.noFamily) }
        return .success((key, meaning(of: row[.child] ?? "", in: key)))
    }

    private mutating func reject(_ cells: [TableCell], family: String?, _ reason: Diagnostic) {
        diagnostics.append(reason)
        rejected.append((family, RejectedRow(reason: reason, cells: table.cells(cells))))
    }

    private mutating func meaning(of cell: String, in family: String?) -> PersonIndex.Meaning {
        if let known = meanings[family]?[cell] { return known }
        let meaning = cases.people(of: family).meaning(of: cell)
        meanings[family, default: [:]][cell] = meaning
        return meaning
    }

    // MARK: Dates

    private func date(
        of row: RowCells,
        people: PersonIndex.Meaning,
        family: String?
    ) throws(DateFault) -> EventDate {
        let text = row.raw(.date) ?? ""
        var context = DateContext(rowAbove: rowAbove, headingYear: headingYear)
        context.directlyAbove = directlyAbove
        if case .people(let ids) = people, ids.count == 1 { context.birth = cases.person(ids[0], of: family)?.birth }
        return try read(text, under: .date, in: context)
    }

    private func read(_ text: String, under field: Field, in context: DateContext) throws(DateFault) -> EventDate {
        if serials.contains(field), let number = text.nonBlank { return try options.dates.readSerial(number) }
        return try options.dates.read(text, in: context)
    }

    private func lasting(_ date: EventDate, _ row: RowCells) throws(DateFault) -> EventDate {
        guard let text = row.raw(.endDate), text.nonBlank != nil else { return date }
        let end = try read(text, under: .endDate, in: DateContext(rowAbove: date, isEnd: true))
        // An end that is not known says no more than a blank one, and keeps its words.
        return try date.lasting(until: end.withoutNotes([.openStart]))
    }

    private mutating func otherDate(_ field: Field, _ row: RowCells, near date: EventDate) -> EventDate? {
        guard let text = row.raw(field), text.nonBlank != nil else { return nil }
        do throws(DateFault) {
            return try read(text, under: field, in: DateContext(rowAbove: date))
        } catch {
            diagnostics.append(
                .otherDate(error, under: field, table.place(row.cells, column: mapping.columns[field]))
            )
            return EventDate(text: text, value: nil, notes: [.notRead])
        }
    }

    // MARK: The event

    private mutating func event(
        _ row: RowCells,
        what: String,
        date: EventDate,
        people: PersonIndex.Meaning,
        family: String?
    ) -> Event {
        var ids: [PersonID] = []
        if case .people(let named) = people { ids = named }
        let children = ids.filter { cases.person($0, of: family)?.isChild ?? false }
        let only = children.count == 1 ? children[0] : nil
        var additional: [AdditionalCell] = []
        for (column, heading) in unusedColumns where column < row.cells.count {
            if let text = row.cells[column].text.nonBlank {
                additional.append(AdditionalCell(heading: heading, text: text))
            }
        }
        var impacts: [Impact] = []
        for (field, domain) in Self.impactFields {
            for (child, text) in perChild(row[field], only: only, ids, family) {
                impacts.append(Impact(child: child, domain: domain, text: text))
            }
        }
        let voices = perChild(row[.voice], only: only, ids, family).map { Voice(child: $0, words: $1) }
        let decision = row[.decision]
        let decisionDate = otherDate(.decisionDate, row, near: date)
        let recorded = otherDate(.recorded, row, near: date)
        let directness = word(.directness, row, Directness.init(rawValue:), &additional)
        let bearing = word(.bearing, row, Bearing.init(rawValue:), &additional)
        let reference = row[.reference]
        let agency = row[.agency] ?? table.file.stem
        var event = Event(
            id: EventID(""),
            date: date,
            time: row[.time].map { EventTime(text: $0, time: options.dates.readTime($0)) },
            sequence: row[.sequence],
            people: ids,
            agency: agency,
            source: row[.source],
            directness: directness,
            category: row[.category],
            what: what,
            context: row[.context],
            impacts: impacts,
            voices: voices,
            response: row[.response],
            outcome: row[.outcome],
            decision: decision == nil && decisionDate == nil ? nil : Decision(text: decision ?? "", date: decisionDate),
            significance: row[.significance],
            bearing: bearing,
            dispute: dispute(row),
            reference: reference,
            recorded: recorded,
            additional: additional,
            readFrom: [table.place(row.cells)]
        )
        if !table.toolAnswers.isEmpty { event.toolAnswers = table.toolAnswers[table.place(row.cells)] }
        // Named by the agency as it stands here, so that no other file can change the name.
        event.id = reference.map { EventID("\(HeadingTable.folded(agency))/\($0)") } ?? event.contentID
        event.agency = cases.agency(named: agency)
        if event.category == nil { event.suggestedCategory = options.categories.value.suggestion(for: what)?.label }
        return event
    }

    private static let impactFields: [(Field, Impact.Domain)] = [
        (.impact, .general), (.physicalImpact, .physical), (.emotionalImpact, .emotional),
        (.psychologicalImpact, .psychological), (.socialImpact, .social),
    ]

    /// Splits a cell of which every line begins with the name of a child of the row and a colon; else the whole cell is
    /// for the one child of the row, or for all.
    private func perChild(
        _ cell: String?,
        only: PersonID?,
        _ ids: [PersonID],
        _ family: String?
    ) -> [(PersonID?, String)] {
        guard let cell else { return [] }
        guard cell.utf8.contains(UInt8(ascii: ":")) else { return [(only, cell)] }
        var parts: [(PersonID?, String)] = []
        for line in cell.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":"),
                let child = cases.people(of: family).person(named: String(line[..<colon]).trimmed),
                cases.person(child, of: family)?.isChild ?? false, ids.isEmpty || ids.contains(child),
                let text = String(line[line.index(after: colon)...]).nonBlank
            else { return [(only, cell)] }
            parts.append((child, text))
        }
        return parts
    }

    private mutating func word<Value>(
        _ field: Field,
        _ row: RowCells,
        _ make: (String) -> Value?,
        _ additional: inout [AdditionalCell]
    ) -> Value? {
        guard let text = row[field] else { return nil }
        let folded = HeadingTable.folded(text)
        if let value = (options.headings.words[field]?[folded]).flatMap(make) { return value }
        diagnostics.append(.unknownWord(text, for: field, table.place(row.cells, column: mapping.columns[field])))
        additional.append(AdditionalCell(heading: field.rawValue, text: text))
        return nil
    }

    private func dispute(_ row: RowCells) -> Dispute {
        guard let text = row[.disputed] else { return .notStated }
        return switch options.headings.words[.disputed]?[HeadingTable.folded(text)] {
        case "yes": .disputed("")
        case "no": .undisputed
        case "not stated": .notStated
        default: .disputed(text)
        }
    }
}

extension Table {
    /// The cells of a row with their headings, blank where there are more cells than headings.
    func cells(_ cells: [TableCell]) -> [AdditionalCell] {
        cells.enumerated().map { index, cell in
            AdditionalCell(heading: index < headings.count ? headings[index].trimmed : "", text: cell.text)
        }
    }
}

extension Event {
    /// The identifier of an event without a reference of its own: the first 16 figures of the digest of its content.
    var contentID: EventID {
        EventID("e" + SHA256(of: Array(content.utf8)).hexadecimal.prefix(16))
    }
}

extension EventDate {
    fileprivate func withoutNotes(_ unwanted: [DateNote]) -> EventDate {
        EventDate(
            text: text,
            endText: endText,
            value: value,
            isRelative: isRelative,
            isInherited: isInherited,
            time: time,
            notes: notes.filter { !unwanted.contains($0) }
        )
    }
}

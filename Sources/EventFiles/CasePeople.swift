import CaseDates
import Diagnostics
import ImpactChronology

/// Who is who in all the families of the input, worked out before any event is read.
struct CasePeople {
    /// What the Family cell of a row says.
    enum FamilyAnswer {
        /// The key of the family; `nil` where no family is named anywhere.
        case known(String?)
        case missing
    }

    /// The families by key, with their names as written; one without a name has the key `nil`.
    private(set) var families: [(key: String?, family: Family)] = []
    private(set) var sources: [Source] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var positions: [String?: Int] = [:]
    private var indexes: [PersonIndex] = []
    private var agencies: [String: String] = [:]
    /// The columns of numbers for days in the table that is being read.
    private var serials: Set<Field> = []
    private let options: ReadOptions

    /// How many families the tables and earlier chronologies name; those of extracts alone come behind them.
    private(set) var statedCount = 0
    /// The first family that knows a name, and the person whose name it is there.
    private var owners: [String: (position: Int, person: PersonID)] = [:]
    /// The family and person of each child of an extract, by identifier.
    private var extractChildren: [String: (family: String?, person: PersonID)] = [:]
    /// How many children of extracts no family knows, and so have one of their own.
    private var ownFamilyCount = 0

    /// Works out the families.
    ///
    /// - Parameters:
    ///   - tables: All tables of the input.
    ///   - children: The children of extracts. One whom a family table knows, by identifier or other name, is of that
    ///     family; any other is a family of its own.
    ///   - earlier: Chronologies that were made before and are read again.
    ///   - options: How dates and words are read.
    init(
        _ tables: [Table],
        children: [ExtractChild] = [],
        earlier: [EarlierChronology] = [],
        options: ReadOptions
    ) {
        self.options = options
        var names: [String: String] = [:]
        for table in tables {
            guard let column = table.mapping?.columns[.family] else { continue }
            for case .cells(let cells) in table.rows where column < cells.count && !table.isTooLong(cells) {
                guard let name = cells[column].text.nonBlank else { continue }
                let key = HeadingTable.folded(name)
                if names[key] == nil { names[key] = name }
            }
        }
        for name in earlier.compactMap(\.chronology.family.name) where names[HeadingTable.folded(name)] == nil {
            names[HeadingTable.folded(name)] = name
        }
        for (key, name) in names.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            addFamily(key, Family(name: name, people: []))
        }
        if families.isEmpty { addFamily(nil, Family(name: nil, people: [])) }
        statedCount = families.count
        for table in tables where table.mapping?.kind == .family { readPeople(table) }
        for table in tables where table.mapping?.kind == .sources { readSources(table) }
        for chronology in earlier { take(chronology) }
        statedCount = families.count
        let isFamilyStated = families.contains { $0.key != nil || !$0.family.people.isEmpty }
        let events = tables.filter { $0.mapping?.kind == .events }
        for table in events { readAgencies(table) }
        for table in events where !table.isExtract && agencies[HeadingTable.folded(table.file.stem)] == nil {
            agencies[HeadingTable.folded(table.file.stem)] = table.file.stem
        }
        addChildrenOfEvents(tables)
        indexes = families.map { PersonIndex($0.family.people, headings: options.headings) }
        take(children)
        if isFamilyStated, ownFamilyCount > 0 { diagnostics.append(.ownFamilies(ownFamilyCount)) }
    }

    private mutating func addFamily(_ key: String?, _ family: Family) {
        positions[key] = families.count
        families.append((key, family))
    }

    /// Returns the family that a row names; a row that names none belongs to the only one there is.
    func family(named name: String?) -> FamilyAnswer {
        if let name { return .known(HeadingTable.folded(name)) }
        return statedCount == 1 ? .known(families[0].key) : .missing
    }

    func people(of family: String?) -> PersonIndex {
        indexes[positions[family] ?? 0]
    }

    func person(_ id: PersonID, of family: String?) -> Person? {
        families[positions[family] ?? 0].family.person(id)
    }

    /// The number of children in the family that has the most.
    var mostChildren: Int { families.map { $0.family.people.count(where: \.isChild) }.max() ?? 0 }

    /// The agency as the sources table or the first event spells it.
    func agency(named name: String) -> String {
        agencies[HeadingTable.folded(name)] ?? name
    }

    /// The family and the person of a child of an extract; `nil` where the identifier is unknown.
    func child(_ id: String) -> (family: String?, person: PersonID)? {
        extractChildren[HeadingTable.folded(id)]
    }

    // MARK: Earlier chronologies

    /// The family of an earlier chronology: the one of its name, else the only one there is.
    func family(of earlier: EarlierChronology) -> String? {
        if let name = earlier.chronology.family.name { return HeadingTable.folded(name) }
        return positions[nil] != nil || statedCount > 1 ? nil : families[0].key
    }

    /// Takes the people and sources that the tables do not have.
    private mutating func take(_ earlier: EarlierChronology) {
        let key =
            earlier.chronology.family.name.map(HeadingTable.folded) ?? (families.count == 1 ? families[0].key : nil)
        if positions[key] == nil { addFamily(key, Family(name: nil, people: [])) }
        let position = positions[key] ?? 0
        for person in earlier.chronology.family.people where families[position].family.person(person.id) == nil {
            families[position].family.people.append(person)
        }
        for source in earlier.chronology.sources where agencies[HeadingTable.folded(source.agency)] == nil {
            agencies[HeadingTable.folded(source.agency)] = source.agency
            if source.isStated { sources.append(source) }
        }
    }

    // MARK: Children of extracts

    /// Notes who is meant by each name, so that no child has to be looked for in every family.
    private mutating func addOwners(of position: Int) {
        for (name, person) in indexes[position].owners where owners[name] == nil { owners[name] = (position, person) }
    }

    private mutating func take(_ children: [ExtractChild]) {
        if !children.isEmpty {
            for position in indexes.indices { addOwners(of: position) }
        }
        var order: [String] = []
        var whole: [String: ExtractChild] = [:]
        for child in children {
            let key = HeadingTable.folded(child.id)
            guard var known = whole[key] else {
                order.append(key)
                whole[key] = child
                continue
            }
            if let birth = child.birth, let other = known.birth, !isSameDay(birth.text, other.text) {
                differ(birth.place)
            }
            known.name = known.name ?? child.name
            known.alsoKnownAs += child.alsoKnownAs.filter { !known.alsoKnownAs.contains($0) }
            known.birth = known.birth ?? child.birth
            known.expectedBirth = known.expectedBirth ?? child.expectedBirth
            known.death = known.death ?? child.death
            whole[key] = known
        }
        for key in order.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            if let child = whole[key] { place(child, key) }
        }
    }

    /// Whether two texts are one date of birth; two that cannot be read are compared as they are written.
    private func isSameDay(_ text: String, _ other: String) -> Bool {
        if text == other { return true }
        let context = DateContext(isBirth: true)
        guard let day = try? options.dates.read(text, in: context).value,
            let otherDay = try? options.dates.read(other, in: context).value
        else { return false }
        return day == otherDay
    }

    /// The birth of a child of an extract.
    ///
    /// Some have one column for the date of birth and the expected date.
    private mutating func birth(_ child: ExtractChild) -> Birth {
        let isToCome = child.birth.flatMap { birth in
            (try? options.dates.read(birth.text, in: DateContext(isBirth: true)))?.earliest.map {
                $0 > options.dates.asOf
            }
        }
        guard isToCome ?? false else {
            return Birth(
                born: date(child.birth, under: .birth),
                expected: date(child.expectedBirth, under: .expectedBirth),
                died: date(child.death, under: .death)
            )
        }
        diagnostics.append(
            Diagnostic(
                id: "extract.birth.toCome",
                severity: .warning,
                summary: "the date of birth lies after the as-of date; it is taken as the expected date of birth",
                place: child.birth?.place
            )
        )
        return Birth(
            expected: date(child.expectedBirth ?? child.birth, under: .expectedBirth),
            died: date(child.death, under: .death)
        )
    }

    private mutating func place(_ child: ExtractChild, _ key: String) {
        let birth = birth(child)
        let found = ([child.id] + child.alsoKnownAs).compactMap { owners[HeadingTable.folded($0)] }
        if let (position, id) = found.min(by: { $0.position < $1.position }) {
            extractChildren[key] = (families[position].key, id)
            return complete(id, of: position, with: birth, child)
        }
        let id = PersonID(child.id)
        ownFamilyCount += 1
        // A table may name a family as the extract names the child; the child is then of that family.
        let family = positions[key] == nil ? key : "\(key) (extract)"
        addFamily(
            family,
            Family(
                name: child.id,
                people: [
                    Person(
                        id: id,
                        name: child.name ?? "",
                        isChild: true,
                        birth: birth,
                        alsoKnownAs: child.alsoKnownAs
                    )
                ]
            )
        )
        indexes.append(PersonIndex(families[families.count - 1].family.people, headings: options.headings))
        addOwners(of: families.count - 1)
        extractChildren[key] = (family, id)
    }

    /// Gives a person of the family table the dates that the table does not have.
    private mutating func complete(_ id: PersonID, of position: Int, with birth: Birth, _ child: ExtractChild) {
        guard let index = families[position].family.people.firstIndex(where: { $0.id == id }) else { return }
        let known = families[position].family.people[index].birth
        if let born = birth.born?.value, let other = known.born?.value, born != other { differ(child.birth?.place) }
        families[position].family.people[index].birth = Birth(
            born: known.born ?? birth.born,
            expected: known.expected ?? birth.expected,
            died: known.died ?? birth.died
        )
    }

    private mutating func differ(_ place: Place?) {
        diagnostics.append(
            Diagnostic(
                id: "extract.birth.differs",
                severity: .warning,
                summary:
                    "the date of birth is not the one that stands elsewhere; the first, or that of the family table, is used",
                place: place
            )
        )
    }

    private mutating func date(_ written: (text: String, place: Place)?, under field: Field) -> EventDate? {
        guard let (text, place) = written else { return nil }
        return date(text, under: field, isSerial: false, place)
    }

    // MARK: The family table

    private mutating func readPeople(_ table: Table) {
        guard let mapping = table.mapping else { return }
        let hasRoles = mapping.columns[.role] != nil
        serials = table.serialFields
        if !hasRoles {
            diagnostics.append(
                Diagnostic(
                    id: "family.role.none",
                    severity: .note,
                    summary: "no column for Role; everyone in the table is taken as a child",
                    place: Place(path: table.file.name)
                )
            )
        }
        for case .cells(let cells) in table.rows {
            let row = RowCells(cells: cells, mapping: mapping)
            let place = table.place(cells)
            if table.isTooLong(cells) {
                diagnostics.append(.rowTooLong(cells.count, of: mapping.headings.count, place))
                continue
            }
            guard case .known(let key) = family(named: row[.family]), let position = positions[key] else {
                diagnostics.append(.noFamily(place))
                continue
            }
            let name = row[.name] ?? ""
            guard let id = row[.id] ?? row[.name] ?? row[.label] else {
                diagnostics.append(
                    Diagnostic(
                        id: "family.name.missing",
                        severity: .error,
                        summary: "the person has no name, label or identifier",
                        place: place
                    )
                )
                continue
            }
            let personID = PersonID(id)
            if families[position].family.person(personID) != nil {
                diagnostics.append(
                    Diagnostic(
                        id: "family.id.twice",
                        severity: .error,
                        summary: "the identifier is given to two people; the second is not used",
                        place: place,
                        value: id
                    )
                )
                continue
            }
            let role = row[.role] ?? ""
            let birth = Birth(
                born: date(.birth, row, table),
                expected: date(.expectedBirth, row, table),
                died: date(.death, row, table)
            )
            let isChild = hasRoles ? isChild(role, birth, table.place(cells, column: mapping.columns[.role])) : true
            families[position].family.people.append(
                Person(
                    id: personID,
                    name: name,
                    role: role,
                    isChild: isChild,
                    birth: birth,
                    alsoKnownAs: (row[.alsoKnownAs] ?? "").split(whereSeparator: { ";\n|".contains($0) })
                        .compactMap { String($0).nonBlank },
                    label: row[.label]
                )
            )
        }
    }

    /// Whether a role is a child's.
    ///
    /// Where the word is not known, someone who is unborn or under 18 is taken as a child, and the person is told of
    /// either choice.
    private mutating func isChild(_ role: String, _ birth: Birth, _ place: Place) -> Bool {
        if let known = options.headings.words[.role]?[HeadingTable.folded(role)] { return known == "child" }
        let asOf = options.dates.asOf
        let isYoung = (birth.born?.latest ?? birth.expected?.latest).map { $0 > asOf.adding(months: -18 * 12) } ?? false
        diagnostics.append(
            Diagnostic(
                id: "family.role.unknown",
                severity: .warning,
                summary: isYoung
                    ? "the role does not say whether this is a child; by the date of birth the person is taken as one"
                    : "the role does not say whether this is a child; the person is taken as an adult",
                place: place,
                suggestion: "write 'child' as the role of each child",
                value: role
            )
        )
        return isYoung
    }

    private mutating func date(_ field: Field, _ row: RowCells, _ table: Table) -> EventDate? {
        guard let text = row.raw(field), text.nonBlank != nil else { return nil }
        let place = table.place(row.cells, column: row.mapping.columns[field])
        return date(text, under: field, isSerial: serials.contains(field), place)
    }

    private mutating func date(_ text: String, under field: Field, isSerial: Bool, _ place: Place) -> EventDate? {
        do throws(DateFault) {
            let date =
                isSerial
                ? try options.dates.readSerial(text.trimmed)
                : try options.dates.read(text, in: DateContext(isBirth: field == .birth))
            for note in date.notes where note != .inFuture || field == .birth || field == .death {
                diagnostics.append(.dateNote(note, on: date, place))
            }
            return EventDate(
                text: date.text,
                value: date.value,
                isRelative: date.isRelative,
                notes: date.notes.filter { $0 != .inFuture }
            )
        } catch {
            diagnostics.append(.otherDate(error, under: field, place))
            return EventDate(text: text, value: nil, notes: [.notRead])
        }
    }

    // MARK: The sources table and the agencies

    private mutating func readSources(_ table: Table) {
        guard let mapping = table.mapping else { return }
        serials = table.serialFields
        for case .cells(let cells) in table.rows {
            let row = RowCells(cells: cells, mapping: mapping)
            if table.isTooLong(cells) {
                diagnostics.append(.rowTooLong(cells.count, of: mapping.headings.count, table.place(cells)))
                continue
            }
            guard let agency = row[.agency] else {
                diagnostics.append(
                    Diagnostic(
                        id: "sources.agency.missing",
                        severity: .error,
                        summary: "the source has no agency",
                        place: table.place(cells)
                    )
                )
                continue
            }
            let key = HeadingTable.folded(agency)
            guard agencies[key] == nil else {
                diagnostics.append(
                    Diagnostic(
                        id: "sources.agency.twice",
                        severity: .error,
                        summary: "the agency stands twice in the sources table; the second row is not used",
                        place: table.place(cells)
                    )
                )
                continue
            }
            agencies[key] = agency
            if let label = row[.label], agencies[HeadingTable.folded(label)] == nil {
                agencies[HeadingTable.folded(label)] = agency
            }
            sources.append(
                Source(
                    agency: agency,
                    label: row[.label],
                    coversFrom: date(.coversFrom, row, table),
                    coversTo: date(.coversTo, row, table),
                    currentAsOf: date(.currentAsOf, row, table),
                    isStated: true
                )
            )
        }
    }

    /// Takes the first spelling of each agency, so that "POLICE" and "Police" are one.
    private mutating func readAgencies(_ table: Table) {
        guard let column = table.mapping?.columns[.agency] else { return }
        var previous = ""
        for case .cells(let cells) in table.rows where column < cells.count && cells[column].text != previous {
            previous = cells[column].text
            guard let name = previous.nonBlank else { continue }
            let key = HeadingTable.folded(name)
            if agencies[key] == nil { agencies[key] = name }
        }
    }

    // MARK: Children without a family table

    /// Where a family has nobody from a family table, the children are those whom its events name.
    private mutating func addChildrenOfEvents(_ tables: [Table]) {
        let unlisted = families.indices.filter { families[$0].family.people.isEmpty }
        guard !unlisted.isEmpty else { return }
        let everyone = options.headings.words[.child] ?? [:]
        var cellsOfFamily: [Int: [String]] = [:]
        var seen: Set<[String]> = []
        for table in tables {
            guard let mapping = table.mapping, mapping.kind == .events, mapping.columns[.child] != nil, !table.isExtract
            else { continue }
            for case .cells(let cells) in table.rows where !table.isTooLong(cells) {
                let row = RowCells(cells: cells, mapping: mapping)
                guard let child = row[.child], !seen.contains([row[.family] ?? "", child]),
                    everyone[HeadingTable.folded(child)] == nil,
                    case .known(let key) = family(named: row[.family]), let position = positions[key],
                    unlisted.contains(position), isUsable(row, table)
                else { continue }
                seen.insert([row[.family] ?? "", child])
                cellsOfFamily[position, default: []].append(child)
            }
        }
        for position in unlisted {
            let names = Self.children(in: cellsOfFamily[position] ?? []).filter {
                everyone[HeadingTable.folded($0)] == nil
            }
            families[position].family.people = names.map { Person(id: PersonID($0), name: $0, isChild: true) }
        }
    }

    /// Whether a row says what happened and has no impossible or unreadable date: a line of totals makes no child.
    private func isUsable(_ row: RowCells, _ table: Table) -> Bool {
        guard row[.event] != nil else { return false }
        if table.serialFields.contains(.date) { return true }
        do throws(DateFault) {
            _ = try options.dates.read(row.raw(.date) ?? "")
            return true
        } catch {
            return error.kind == .noYear
        }
    }

    /// The names in the Child cells, each once, by name.
    ///
    /// A comma parts two names only where each of them also stands alone somewhere; else it may be a surname before a
    /// first name.
    private static func children(in cells: [String]) -> [String] {
        var names: [String: String] = [:]
        var withCommas: [String] = []
        for cell in cells {
            for name in PersonIndex.names(in: cell, splitsCommas: false) {
                if name.contains(",") {
                    withCommas.append(name)
                } else if names[HeadingTable.folded(name)] == nil {
                    names[HeadingTable.folded(name)] = name
                }
            }
        }
        for cell in withCommas {
            let parts = PersonIndex.names(in: cell, splitsCommas: true)
            if !parts.allSatisfy({ names[HeadingTable.folded($0)] != nil }), names[HeadingTable.folded(cell)] == nil {
                names[HeadingTable.folded(cell)] = cell
            }
        }
        return names.values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension Diagnostic {
    fileprivate static func ownFamilies(_ count: Int) -> Diagnostic {
        Diagnostic(
            id: "extract.child.ownFamily",
            severity: .warning,
            summary: count == 1
                ? "1 child of extracts is in no family table and has a chronology of its own"
                : "\(count) children of extracts are in no family table; each has a chronology of its own",
            suggestion: "put the child's number into Id or Also known as of the family table"
        )
    }
}

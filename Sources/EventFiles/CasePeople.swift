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

    init(_ tables: [Table], options: ReadOptions) {
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
        for (key, name) in names.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            addFamily(key, Family(name: name, people: []))
        }
        if families.isEmpty { addFamily(nil, Family(name: nil, people: [])) }
        for table in tables where table.mapping?.kind == .family { readPeople(table) }
        for table in tables where table.mapping?.kind == .sources { readSources(table) }
        let events = tables.filter { $0.mapping?.kind == .events }
        for table in events { readAgencies(table) }
        for table in events where agencies[HeadingTable.folded(table.file.stem)] == nil {
            agencies[HeadingTable.folded(table.file.stem)] = table.file.stem
        }
        addChildrenOfEvents(tables)
        indexes = families.map { PersonIndex($0.family.people, headings: options.headings) }
    }

    private mutating func addFamily(_ key: String?, _ family: Family) {
        positions[key] = families.count
        families.append((key, family))
    }

    /// Returns the family that a row names; a row that names none belongs to the only one there is.
    func family(named name: String?) -> FamilyAnswer {
        if let name { return .known(HeadingTable.folded(name)) }
        return families.count == 1 ? .known(families[0].key) : .missing
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
        do throws(DateFault) {
            let date =
                serials.contains(field)
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
            guard let mapping = table.mapping, mapping.kind == .events, mapping.columns[.child] != nil else { continue }
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

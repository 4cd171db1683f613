import CaseDates
import Diagnostics
import ImpactChronology

/// The family and sources tables.
extension CasePeople {
    mutating func readPeople(_ table: Table) {
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
                leaveOut(.rowTooLong(cells.count, of: mapping.headings.count, place))
                continue
            }
            guard case .known(let key) = family(named: row[.family]), let position = positions[key] else {
                leaveOut(.noFamily(place))
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
                leaveOut(
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

    /// Says that a person of a table is not used.
    private mutating func leaveOut(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        peopleLeftOut.append(diagnostic)
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

    mutating func date(_ text: String, under field: Field, isSerial: Bool, _ place: Place) -> EventDate? {
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

    mutating func readSources(_ table: Table) {
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
            let source = Source(
                agency: agency,
                label: row[.label],
                coversFrom: date(.coversFrom, row, table),
                coversTo: date(.coversTo, row, table),
                currentAsOf: date(.currentAsOf, row, table),
                isStated: true
            )
            diagnostics += CoverageFault.found(in: source, asOf: options.dates.asOf).map { fault in
                fault.diagnostic(table.place(cells, column: mapping.columns[fault.field]))
            }
            sources.append(source)
        }
    }
}

import CaseDates
import Diagnostics
import ImpactChronology

/// Who is who in all the families of the input, worked out before any event is read.
///
/// It is filled while it is made, by the parts of it in `CasePeople+Tables.swift` and `CasePeople+Extracts.swift`, and
/// never changed after.
struct CasePeople {
    /// What the Family cell of a row says.
    enum FamilyAnswer {
        /// The key of the family; `nil` where no family is named anywhere.
        case known(String?)
        case missing
    }

    /// The families by key, with their names as written; one without a name has the key `nil`.
    var families: [(key: String?, family: Family)] = []
    /// Why people of the tables are not used.
    var peopleLeftOut: [Diagnostic] = []
    var sources: [Source] = []
    var diagnostics: [Diagnostic] = []
    var positions: [String?: Int] = [:]
    var indexes: [PersonIndex] = []
    var agencies: [String: String] = [:]
    /// The columns of numbers for days in the table that is being read.
    var serials: Set<Field> = []
    let options: ReadOptions

    /// How many families the tables and earlier chronologies name; those of extracts alone come behind them.
    private(set) var statedCount = 0
    /// The first family that knows a name, and the person whose name it is there.
    var owners: [String: (position: Int, person: PersonID)] = [:]
    /// The family and person of each child of an extract, by identifier.
    var extractChildren: [String: (family: String?, person: PersonID)] = [:]
    /// How many children of extracts no family knows, and so have one of their own.
    var ownFamilyCount = 0

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

    mutating func addFamily(_ key: String?, _ family: Family) {
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

    // MARK: Agencies

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

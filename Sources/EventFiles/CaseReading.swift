import CaseDates
import DataFormats
public import Diagnostics  // The findings are its result.
public import ImpactChronology  // The chronologies are its result.

/// Everything that the files of a case, or of a caseload, hold: a chronology for each family, and every finding.
public struct CaseReading: Sendable {
    /// The chronologies of the families that have at least one event, by the name of the family.
    public private(set) var chronologies: [Chronology] = []
    /// The families of the tables and files, in the order of their names; also those without any event.
    public private(set) var families: [Family] = []
    /// Why people whom a family table lists are in no family: whoever hides names must know that some are missing.
    public private(set) var peopleLeftOut: [Diagnostic] = []
    /// The files, in the order of their names.
    public private(set) var files: [FileReport] = []
    /// The findings: file by file, in the order of the lines.
    public private(set) var diagnostics: [Diagnostic] = []
    /// Rejected rows that belong to no chronology: those without a family where there are several, and all of them
    /// where no row could be used.
    public private(set) var rejectedElsewhere: [RejectedRow] = []
    /// How many families have at least one event; their chronologies are not kept where a file is only checked.
    public private(set) var familyCount = 0
    /// How many events have no date.
    public private(set) var undatedCount = 0
    /// How many groups of accounts may tell of one event.
    public private(set) var duplicateCount = 0
    /// In how many points linked accounts differ.
    public private(set) var conflictCount = 0

    /// Reads the files of a case.
    ///
    /// The order in which they are given makes no difference. Nothing is thrown: what cannot be read is a finding, and
    /// the rest is used.
    public init(of files: [SourceFile], options: ReadOptions) {
        let files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var tables: [Table] = []
        var usedAssignments: Set<Field> = []
        var rejectedLists: [SourceFile] = []
        var children: [ExtractChild] = []
        var earlier: [EarlierChronology] = []
        var worksheets: [FilledWorksheet] = []
        // The rules of comparison are long; they are made ready while the files are read.
        let readers = sideBySide(files.count + 1) { index -> FileReader? in
            if index < files.count { return FileReader(files[index], options: options) }
            _ = options.comparison.value
            return nil
        }.compactMap(\.self)
        let digests = Dictionary(
            readers.map { ($0.file.name, $0.report.digest) },
            uniquingKeysWith: { first, _ in first }
        )
        for reader in readers {
            self.files.append(reader.report)
            diagnostics += reader.diagnostics
            if reader.isRejectedList { rejectedLists.append(reader.file) }
            children += reader.children
            if let worksheet = reader.worksheet { worksheets.append(worksheet) }
            if let chronology = reader.chronology {
                let rows = EarlierChronology(chronology, name: reader.file.name, digests: digests)
                diagnostics += rows.diagnostics
                self.files[self.files.count - 1].rows = rows.rowCount
                earlier.append(rows)
            }
            tables += reader.tables
            for table in reader.tables where !table.isExtract {
                let headings = table.headings.map(HeadingTable.folded)
                for (field, names) in options.assigned
                where names.contains(where: { !HeadingMatch.columns(named: $0, in: headings).isEmpty }) {
                    usedAssignments.insert(field)
                }
            }
        }
        for field in Field.allCases where options.assigned[field] != nil && !usedAssignments.contains(field) {
            diagnostics.append(
                Diagnostic(
                    id: "table.map.unused",
                    severity: .warning,
                    summary:
                        "no file has the column '\((options.assigned[field] ?? []).joined(separator: "' or '"))' that --map gives for \(field.rawValue)"
                )
            )
        }
        assemble(tables, children, earlier, worksheets, rejectedLists, options)
    }

    /// Makes the chronologies of all tables, and counts what became of each row.
    private mutating func assemble(
        _ tables: [Table],
        _ children: [ExtractChild],
        _ earlier: [EarlierChronology],
        _ worksheets: [FilledWorksheet],
        _ rejectedLists: [SourceFile],
        _ options: ReadOptions
    ) {
        let cases = CasePeople(tables, children: children, earlier: earlier, options: options)
        diagnostics += cases.diagnostics
        families = cases.families.map(\.family)
        peopleLeftOut = cases.peopleLeftOut
        for file in rejectedLists { lookForMendedRows(file, options, cases) }
        if earlier.isEmpty { findStrangers(among: tables) }
        var events: [String?: [Event]] = [:]
        var rejected: [String?: [RejectedRow]] = [:]
        var homeless: [RejectedRow] = []
        let usable = tables.filter { $0.mapping?.kind == .events }
        let rowsOfTables = sideBySide(usable.count) { index in
            usable[index].mapping.map { EventRows(usable[index], mapping: $0, options: options, cases: cases) }
        }
        for table in tables {
            // Without a column for the date or the event nothing can be used; every row is kept as rejected.
            guard table.mapping == nil, let fault = table.fault else { continue }
            for case .cells(let cells) in table.rows {
                var reason = fault
                reason.place = table.place(cells)
                homeless.append(RejectedRow(reason: reason, cells: table.cells(cells)))
            }
        }
        for case let rows? in rowsOfTables {
            diagnostics += rows.diagnostics
            for (family, event) in rows.events { events[family, default: []].append(event) }
            for (family, row) in rows.rejected {
                if family == nil, cases.statedCount > 1 {
                    homeless.append(row)
                } else {
                    rejected[family ?? cases.families[0].key, default: []].append(row)
                }
            }
        }
        for earlier in earlier {
            let family = cases.family(of: earlier)
            events[family, default: []] += earlier.events
            rejected[family, default: []] += earlier.rejected
        }
        if cases.statedCount == 1 {
            rejected[cases.families[0].key, default: []] += homeless
            homeless = []
        }
        makeChronologies(cases, earlier, worksheets, events: events, rejected: rejected, options: options)
        rejectedElsewhere += homeless
        count(earlier)
        familyCount = chronologies.count
        undatedCount = chronologies.reduce(0) { $0 + $1.undated.count }
        for chronology in chronologies where chronology.notCompared > 0 {
            diagnostics.append(
                Diagnostic(
                    id: "links.notCompared",
                    severity: .warning,
                    summary:
                        "\(chronology.notCompared) pairs of accounts near in time are not compared, as too many lie within a few days"
                )
            )
        }
        duplicateCount = chronologies.reduce(0) { $0 + $1.duplicates.count }
        conflictCount = chronologies.reduce(0) { $0 + $1.conflicts.count }
        sortDiagnostics()
    }

    // MARK: Answers of several children

    /// Says so where answers to tools name several children and no family table says that they are one family.
    private mutating func findStrangers(among tables: [Table]) {
        guard !tables.contains(where: { $0.mapping?.kind == .family }) else { return }
        let names = tables.filter { !$0.toolAnswers.isEmpty }.flatMap { table in
            table.rows.compactMap { row -> String? in
                guard case .cells(let cells) = row, let column = table.mapping?.columns[.child] else { return nil }
                return cells[column].isBlank ? nil : HeadingTable.folded(cells[column].text)
            }
        }
        let count = Set(names).count
        guard count > 1 else { return }
        diagnostics.append(
            Diagnostic(
                id: "answers.children.several",
                severity: .warning,
                summary:
                    "saved answers are about \(count) children, and no family table says that they are one family; all are read as one",
                suggestion: "build each family by itself, or add a family table"
            )
        )
    }

    // MARK: Lists of rejected rows

    /// Says so where rows of `rejected.csv` could be used by now: the list itself is no source, as its rows also stand
    /// in the files that they come from.
    private mutating func lookForMendedRows(_ file: SourceFile, _ options: ReadOptions, _ cases: CasePeople) {
        let (rows, _) = CSVTables.rows(of: file, options: options)
        var reader = TableReader(file: file, options: options)
        var count = 0
        for table in reader.tables(of: rows) {
            guard let mapping = table.mapping, mapping.kind == .events else { continue }
            count += EventRows(table, mapping: mapping, options: options, cases: cases).events.count
        }
        guard count > 0 else { return }
        diagnostics.append(
            Diagnostic(
                id: "file.rejected.mended",
                severity: .error,
                summary:
                    "\(count) row\(count == 1 ? "" : "s") of this list could be used now, but the list is no source",
                place: Place(path: file.name),
                suggestion: "mend rows in the files that they come from"
            )
        )
    }

    // MARK: Chronologies

    private mutating func makeChronologies(
        _ cases: CasePeople,
        _ earlier: [EarlierChronology],
        _ worksheets: [FilledWorksheet],
        events: [String?: [Event]],
        rejected: [String?: [RejectedRow]],
        options: ReadOptions
    ) {
        let chronologyFiles = Set(earlier.map(\.name))
        let accounts =
            files.filter { !$0.isOwn && !$0.digest.isEmpty && !chronologyFiles.contains($0.name) }.map {
                FileAccount(name: $0.name, format: $0.format, digest: $0.digest, isUsed: $0.isUsed)
            } + earlier.flatMap(\.files)
        var families: [AppliedWorksheets.Accounts] = []
        for (key, family) in cases.families {
            guard let rows = events[key], !rows.isEmpty else {
                rejectedElsewhere += rejected[key] ?? []
                continue
            }
            families.append((key, family, settlingIdentifiers(rows, of: family)))
        }
        let applied = AppliedWorksheets(
            worksheets,
            to: families,
            earlier: families.map { family in
                earlier.filter { cases.family(of: $0) == family.key }.flatMap(\.answers)
            },
            indexes: families.map { cases.people(of: $0.key) },
            options: options
        )
        diagnostics += applied.diagnostics
        let isOnly = cases.statedCount == 1
        for ((key, family, rows), answers) in zip(applied.families, applied.answers) {
            let refused = rejected[key] ?? []
            // In a caseload a chronology names the files that gave it rows, and no others.
            let places =
                rows.flatMap(\.readFrom) + rows.flatMap(\.additions).map(\.place) + answers.map(\.place)
                + refused.compactMap(\.reason.place)
            let used = Set(places.map(\.path))
            chronologies.append(
                Chronology(
                    family: family,
                    sources: cases.sources,
                    rows: rows,
                    files: accounts.filter { isOnly && key == cases.families[0].key || used.contains($0.name) },
                    rejected: refused,
                    asOf: options.dates.asOf,
                    answers: answers,
                    rules: options.comparison.value
                )
            )
        }
    }

    /// Sees to it that rows share an identifier only where they are one event.
    ///
    /// Where one reference stands on rows that say different things, it names none of them: they are named by digest.
    /// Rows that say the same are one event when they are the same throughout, or when each is about other children.
    /// Else, as where one child is given two impacts, or one row names a child and another nobody or an adult, all are
    /// kept apart.
    private mutating func settlingIdentifiers(_ rows: [Event], of family: Family) -> [Event] {
        var groups: [EventID: [Int]] = [:]
        for (index, row) in rows.enumerated() { groups[row.id, default: []].append(index) }
        guard groups.count < rows.count else { return rows }
        var rows = rows
        for index in rows.indices {
            guard let group = groups[rows[index].id], group.count > 1, group[0] == index else { continue }
            if group.contains(where: { rows[$0].content != rows[group[0]].content }) {
                for member in group { rename(&rows[member], "reference.shared", to: rows[member].contentID) }
            }
        }
        groups = [:]
        for (index, row) in rows.enumerated() { groups[row.id, default: []].append(index) }
        for index in rows.indices {
            guard let group = groups[rows[index].id], group.count > 1, group[0] == index else { continue }
            let details = Dictionary(
                group.map { (rows[$0].details, rows[$0].people) },
                uniquingKeysWith: { first, _ in first }
            )
            let people = details.values.flatMap(\.self)
            let areApart =
                Set(people).count == people.count
                && details.values.allSatisfy { $0.contains { family.person($0)?.isChild ?? false } }
            guard details.count > 1, !areApart else { continue }
            for member in group {
                let digest = SHA256(of: Array(rows[member].details.utf8)).hexadecimal.prefix(8)
                rename(&rows[member], "details.differ", to: EventID("\(rows[member].id.text)-\(digest)"))
            }
        }
        return rows
    }

    private mutating func rename(_ row: inout Event, _ kind: String, to id: EventID) {
        let summary =
            kind == "reference.shared"
            ? "the reference also stands on a row that says something else; both rows are kept"
            : "another row says the same with other children, impact or words; both rows are kept"
        row.id = id
        diagnostics.append(
            Diagnostic(id: "event.\(kind)", severity: .warning, summary: summary, place: row.readFrom.first)
        )
    }

    // MARK: Counts

    private mutating func count(_ earlier: [EarlierChronology]) {
        var positions: [String: Int] = [:]
        for (index, file) in files.enumerated() { positions[file.name] = index }
        // The rows of an earlier chronology are its own, whatever files it read them from.
        for chronology in earlier {
            for file in chronology.files { positions[file.name] = positions[chronology.name] }
        }
        for chronology in chronologies {
            for event in chronology.allEvents {
                for (index, place) in event.allPlaces.enumerated() {
                    guard let position = positions[place.path] else { continue }
                    files[position].count(event, at: place, isFirst: index == 0)
                }
            }
        }
        for row in chronologies.flatMap(\.rejected) + rejectedElsewhere {
            guard let place = row.reason.place, let position = positions[place.path] else { continue }
            files[position].countRejected(at: place)
        }
    }

    private mutating func sortDiagnostics() {
        diagnostics = diagnostics.enumerated().sorted { first, second in
            guard let place = first.element.place, let other = second.element.place else {
                return first.element.place == nil && second.element.place != nil
                    || (first.element.place == nil) == (second.element.place == nil) && first.offset < second.offset
            }
            return place.isBefore(other) || !other.isBefore(place) && first.offset < second.offset
        }.map(\.element)
    }
}

// MARK: Returns of any size

extension CaseReading {
    /// How many children of a large return are read at once.
    private static let batch = 500
    /// How many findings of each severity are kept of a large return.
    private static let mostFindings = 1000

    /// Reads files to check them, without keeping the chronologies of a large return.
    ///
    /// One XML file that is too large to be in memory is read as a stream: a few hundred children at a time, so that
    /// the memory does not grow with the file. What is counted is the same. Any other input is read as a whole.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - options: How they are to be read.
    ///   - largest: The size in bytes above which a return is read as a stream.
    public init(
        checking files: [SourceFile],
        options: ReadOptions,
        inMemoryUpTo largest: Int = SourceFile.largestInMemory
    ) {
        guard files.count == 1, let file = files.first, file.source.count > largest,
            options.format == nil || options.format == .xml, let head = file.source.bytes(in: 0..<65_536),
            FileFormat(head) == .events(.xml), let root = try? XMLStream.root(of: head).name,
            let extract = options.extracts.value.first(where: { $0.root == root }),
            let digest = SHA256(of: file.source)
        else {
            self.init(of: files, options: options)
            return
        }
        self.init(file, format: extract.id, digest: digest.hexadecimal)
        self.files[0].isUsed = true
        stream(file, as: extract, options)
        self.files[0].parts.sort { $0.number < $1.number }
        sortDiagnostics()
    }

    private init(_ file: SourceFile, format: String, digest: String = "") {
        files = [FileReport(file: file, digest: digest)]
        files[0].format = format
    }

    private mutating func stream(_ file: SourceFile, as extract: Extract, _ options: ReadOptions) {
        // The rows of a child that stands twice are compared with each other, wherever they stand.
        let repeated = ExtractXML.repeatedChildren(of: extract, in: file, dates: options.dates)
        var first = ExtractXML(extract, in: file, dates: options.dates)
        var kept: [Severity: Int] = [:]
        var left = 0
        let take = { (reader: inout ExtractXML, reading: inout CaseReading, isAgain: Bool) in
            let part = CaseReading(reader, of: file, as: extract, isAgain: isAgain, options)
            reader.removeRows()
            reading.files[0].add(part.files[0])
            reading.familyCount += part.familyCount
            reading.undatedCount += part.undatedCount
            reading.duplicateCount += part.duplicateCount
            reading.conflictCount += part.conflictCount
            for diagnostic in part.diagnostics {
                kept[diagnostic.severity, default: 0] += 1
                let isKept = kept[diagnostic.severity, default: 0] <= Self.mostFindings
                if isKept { reading.diagnostics.append(diagnostic) } else { left += 1 }
            }
        }
        var reading = self
        first.read(batch: Self.batch, where: { !repeated.contains($0) }) { take(&$0, &reading, false) }
        if !repeated.isEmpty {
            var second = ExtractXML(extract, in: file, dates: options.dates)
            second.read(batch: .max, where: { repeated.contains($0) }) { take(&$0, &reading, true) }
        }
        self = reading
        if left > 0 {
            diagnostics.append(
                Diagnostic(id: "findings.more", severity: .note, summary: "\(left) more findings are not listed")
            )
        }
    }

    /// Reads a batch of children as if they were all.
    private init(_ reader: ExtractXML, of file: SourceFile, as extract: Extract, isAgain: Bool, _ options: ReadOptions)
    {
        self.init(file, format: extract.id)
        let tables = reader.rows.flatMap { $0.tables() }
        for table in tables { files[0].add(table) }
        diagnostics = reader.diagnostics.filter { !isAgain || !Self.isOfWholeFile($0) }
        for rows in reader.rows { diagnostics += rows.diagnostics }
        assemble(tables, reader.rows.flatMap(\.children), [], [], [], options)
    }

    private static func isOfWholeFile(_ diagnostic: Diagnostic) -> Bool {
        ["extract.year.differs", "extract.empty", "xml.faulty"].contains(diagnostic.id)
    }
}

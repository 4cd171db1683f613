import CaseDates
import DataFormats
public import Diagnostics  // The findings are its result.
public import ImpactChronology  // The chronologies are its result.

/// Everything that the files of a case, or of a caseload, hold: a chronology for each family, and every finding.
public struct CaseReading: Sendable {
    /// The chronologies of the families that have at least one event, by the name of the family.
    public private(set) var chronologies: [Chronology] = []
    /// The files, in the order of their names.
    public private(set) var files: [FileReport] = []
    /// The findings: file by file, in the order of the lines.
    public private(set) var diagnostics: [Diagnostic] = []
    /// Rejected rows that belong to no chronology: those without a family where there are several, and all of them
    /// where no row could be used.
    public private(set) var rejectedElsewhere: [RejectedRow] = []

    /// Reads the files of a case.
    ///
    /// The order in which they are given makes no difference. Nothing is thrown: what cannot be read is a finding, and
    /// the rest is used.
    public init(of files: [SourceFile], options: ReadOptions) {
        let files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var tables: [Table] = []
        var usedAssignments: Set<Field> = []
        var rejectedLists: [SourceFile] = []
        for (file, (found, report, findings)) in zip(
            files,
            sideBySide(files.count) { Self.read(files[$0], options) }
        ) {
            self.files.append(report)
            diagnostics += findings
            if case .ours(FileFormat.rejectedRows) = FileFormat(file.bytes) { rejectedLists.append(file) }
            tables += found
            for table in found {
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
        let cases = CasePeople(tables, options: options)
        diagnostics += cases.diagnostics
        for file in rejectedLists { lookForMendedRows(file, options, cases) }
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
                if family == nil, cases.families.count > 1 {
                    homeless.append(row)
                } else {
                    rejected[family ?? cases.families[0].key, default: []].append(row)
                }
            }
        }
        if cases.families.count == 1 {
            rejected[cases.families[0].key, default: []] += homeless
            homeless = []
        }
        makeChronologies(cases, events: events, rejected: rejected, options: options)
        rejectedElsewhere += homeless
        count()
        sortDiagnostics()
    }

    // MARK: One file

    private typealias FileReading = (tables: [Table], report: FileReport, diagnostics: [Diagnostic])

    private static func read(_ file: SourceFile, _ options: ReadOptions) -> FileReading {
        var diagnostics: [Diagnostic] = []
        var report = FileReport(file: file, digest: SHA256(of: file.bytes).hexadecimal)
        func finding(_ id: String, _ severity: Severity, _ summary: String, _ suggestion: String? = nil) -> Diagnostic {
            Diagnostic(
                id: id,
                severity: severity,
                summary: summary,
                place: Place(path: file.name),
                suggestion: suggestion
            )
        }
        switch FileFormat(file.bytes) {
        case .empty:
            report.format = "empty"
            diagnostics.append(finding("file.empty", .error, "the file is empty"))
            return ([], report, diagnostics)
        case .binary:
            report.format = "binary"
            diagnostics.append(finding("file.binary", .error, "the file holds bytes that are no text"))
            return ([], report, diagnostics)
        case .notRead(let what, let advice):
            report.format = "not read"
            diagnostics.append(finding("file.format.notRead", .error, "the file is \(what), which is not read", advice))
            return ([], report, diagnostics)
        case .ours(let what):
            report.format = "child-impact"
            report.isOwn = true
            diagnostics.append(finding("file.ours", .note, "made by child-impact (\(what)); it is no source"))
            return ([], report, diagnostics)
        case .csv: break
        }
        report.format = "csv"
        let (rows, textFindings) = CSVTables.rows(of: file, options: options)
        diagnostics += textFindings
        var reader = TableReader(file: file, format: "csv", options: options)
        let tables = reader.tables(of: rows)
        diagnostics += reader.diagnostics
        guard let first = tables.first else {
            report.format = reader.isProse ? "prose" : "empty"
            diagnostics.append(
                reader.isProse
                    ? finding("file.prose", .warning, "the file holds no table; its text is not read")
                    : finding("file.empty", .error, "the file holds only blank lines")
            )
            return ([], report, diagnostics)
        }
        report.isUsed = tables.allSatisfy { $0.mapping != nil }
        report.kind = first.mapping?.kind
        report.mapping = first.mapping
        report.rows = tables.reduce(0) { sum, table in
            sum + (table.mapping == nil || table.mapping?.kind == .events ? table.count : 0)
        }
        if first.mapping != nil, tables.allSatisfy({ $0.count == 0 }) {
            diagnostics.append(finding("file.noRows", .error, "the file has headings and no rows"))
        }
        return (tables, report, diagnostics)
    }

    /// Says so where rows of `rejected.csv` could be used by now: the list itself is no source, as its rows also stand in
    /// the files that they come from.
    private mutating func lookForMendedRows(_ file: SourceFile, _ options: ReadOptions, _ cases: CasePeople) {
        let (rows, _) = CSVTables.rows(of: file, options: options)
        var reader = TableReader(file: file, format: "csv", options: options)
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
        events: [String?: [Event]],
        rejected: [String?: [RejectedRow]],
        options: ReadOptions
    ) {
        let names = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for (key, family) in cases.families {
            let refused = rejected[key] ?? []
            guard let rows = events[key], !rows.isEmpty else {
                rejectedElsewhere += refused
                continue
            }
            let rowsOfFamily = settlingIdentifiers(rows, of: family)
            // In a caseload a chronology names the files that gave it rows, and no others.
            let used = Set((rowsOfFamily.flatMap(\.readFrom) + refused.compactMap(\.reason.place)).map(\.path))
            let accounts = files.filter { !$0.isOwn && (cases.families.count == 1 || used.contains($0.name)) }.map {
                FileAccount(name: $0.name, format: names[$0.name]?.format ?? "", digest: $0.digest)
            }
            chronologies.append(
                Chronology(
                    family: family,
                    sources: cases.sources,
                    rows: rowsOfFamily,
                    files: accounts,
                    rejected: refused,
                    asOf: options.dates.asOf
                )
            )
        }
    }

    /// Sees to it that rows share an identifier only where they are one event.
    ///
    /// Where one reference stands on rows that say different things, it names none of them: they are named by digest.
    /// Rows that say the same are one event when they are the same throughout, or when each is about other children.
    /// Else, as where one child is given two impacts, or one row names a child and another nobody or an adult, all are kept
    /// apart.
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

    private mutating func count() {
        var positions: [String: Int] = [:]
        for (index, file) in files.enumerated() { positions[file.name] = index }
        for chronology in chronologies {
            for account in chronology.files {
                guard let index = positions[account.name] else { continue }
                files[index].events += account.events
                files[index].merged += account.merged
                files[index].rejected += account.rejected
            }
            for event in chronology.events {
                for place in event.readFrom {
                    guard let index = positions[place.path] else { continue }
                    files[index].take(event.date)
                }
            }
        }
        for row in rejectedElsewhere {
            if let index = row.reason.place.flatMap({ positions[$0.path] }) { files[index].rejected += 1 }
        }
    }

    private mutating func sortDiagnostics() {
        diagnostics = diagnostics.enumerated().sorted { first, second in
            let (place, other) = (first.element.place, second.element.place)
            if place?.path != other?.path {
                return (place?.path ?? "").utf8.lexicographicallyPrecedes((other?.path ?? "").utf8)
            }
            return (place?.line ?? 0, place?.column ?? 0, first.offset) < (
                other?.line ?? 0, other?.column ?? 0, second.offset
            )
        }.map(\.element)
    }
}

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
        for file in files {
            let (table, report) = read(file, options)
            self.files.append(report)
            guard let table else { continue }
            tables.append(table)
            let headings = table.headings.map(HeadingTable.folded)
            for (field, heading) in options.assigned where !HeadingMatch.columns(named: heading, in: headings).isEmpty {
                usedAssignments.insert(field)
            }
        }
        for field in Field.allCases where options.assigned[field] != nil && !usedAssignments.contains(field) {
            diagnostics.append(
                Diagnostic(
                    id: "table.map.unused",
                    severity: .warning,
                    summary:
                        "no file has the column '\(options.assigned[field] ?? "")' that --map gives for \(field.rawValue)"
                )
            )
        }
        let cases = CasePeople(tables, options: options)
        diagnostics += cases.diagnostics
        var events: [String?: [Event]] = [:]
        var rejected: [String?: [RejectedRow]] = [:]
        var homeless: [RejectedRow] = []
        for table in tables {
            guard let mapping = table.mapping else {
                // Without a column for the date or the event nothing can be used; every row is kept as rejected.
                if let fault = table.fault {
                    for case .cells(let cells) in table.rows {
                        var reason = fault
                        reason.place = table.place(cells)
                        homeless.append(RejectedRow(reason: reason, cells: table.cells(cells)))
                    }
                }
                continue
            }
            guard mapping.kind == .events else { continue }
            let rows = EventRows(table, mapping: mapping, options: options, cases: cases)
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

    private mutating func read(_ file: SourceFile, _ options: ReadOptions) -> (Table?, FileReport) {
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
            return (nil, report)
        case .binary:
            report.format = "binary"
            diagnostics.append(finding("file.binary", .error, "the file holds bytes that are no text"))
            return (nil, report)
        case .notRead(let what, let advice):
            report.format = "not read"
            diagnostics.append(finding("file.format.notRead", .error, "the file is \(what), which is not read", advice))
            return (nil, report)
        case .ours(let what) where !(what == "a list of rejected rows" && file.isNamed):
            report.format = "child-impact"
            report.isOwn = true
            diagnostics.append(finding("file.ours", .note, "made by child-impact (\(what)); it is no source"))
            return (nil, report)
        case .csv, .ours: break
        }
        report.format = "csv"
        let (rows, textFindings) = CSVTables.rows(of: file, options: options)
        diagnostics += textFindings
        var reader = TableReader(file: file, format: "csv", options: options)
        let table = reader.table(of: rows)
        diagnostics += reader.diagnostics
        guard let table else {
            report.format = reader.isProse ? "prose" : "empty"
            diagnostics.append(
                reader.isProse
                    ? finding("file.prose", .warning, "the file holds no table; its text is not read")
                    : finding("file.empty", .error, "the file holds only blank lines")
            )
            return (nil, report)
        }
        report.isUsed = table.mapping != nil
        report.kind = table.mapping?.kind
        report.mapping = table.mapping
        if table.mapping == nil || table.mapping?.kind == .events { report.rows = table.count }
        if table.mapping != nil, table.count == 0 {
            diagnostics.append(finding("file.noRows", .error, "the file has headings and no rows"))
        }
        return (table, report)
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
            let rowsOfFamily = settlingReferences(rows)
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

    /// Where one reference stands on rows that say different things, it names none of them: they are named by digest.
    private mutating func settlingReferences(_ rows: [Event]) -> [Event] {
        var firsts: [EventID: Int] = [:]
        var shared: Set<EventID> = []
        for (index, row) in rows.enumerated() {
            guard let first = firsts[row.id] else {
                firsts[row.id] = index
                continue
            }
            if row.reference != nil, rows[first].content != row.content { shared.insert(row.id) }
        }
        guard !shared.isEmpty else { return rows }
        return rows.map { row in
            guard shared.contains(row.id) else { return row }
            diagnostics.append(
                Diagnostic(
                    id: "event.reference.shared",
                    severity: .warning,
                    summary: "the reference also stands on a row that says something else; both rows are kept",
                    place: row.readFrom.first
                )
            )
            var row = row
            row.id = row.contentID
            return row
        }
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

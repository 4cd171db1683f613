import Diagnostics

/// How well one row serves as the headings of one kind of table.
struct HeadingMatch {
    let kind: TableKind
    /// The columns that each field could be.
    private(set) var candidates: [Field: [Int]] = [:]
    private let headings: [String]
    private let required: [Field]
    private let requiredOneOf: [Field]

    /// Compares a row with the names of one kind of table.
    ///
    /// A column named by `--map` is taken for its field.
    ///
    /// `folded` holds the headings as ``HeadingTable/folded(_:)`` has them.
    init(
        _ headings: [String],
        folded: [String],
        as kind: TableKind,
        in table: HeadingTable,
        assigned: [Field: String]
    ) {
        self.kind = kind
        self.headings = headings
        let columns = table.columns[kind] ?? HeadingTable.Columns(fields: [:], required: [], requiredOneOf: [])
        required = columns.required
        requiredOneOf = columns.requiredOneOf
        var taken: Set<Int> = []
        for (field, heading) in assigned where columns.fields.values.contains(field) {
            let wanted = HeadingTable.folded(heading)
            let matches = folded.indices.filter { folded[$0] == wanted }
            if !matches.isEmpty {
                candidates[field] = matches
                taken.formUnion(matches)
            }
        }
        for (index, heading) in folded.enumerated() where !taken.contains(index) && !heading.isEmpty {
            guard let field = columns.fields[heading], assigned[field] == nil || candidates[field] == nil else {
                continue
            }
            candidates[field, default: []].append(index)
        }
    }

    /// Whether this is the better sign of headings: complete ones first, then more of them.
    func isBetter(than other: HeadingMatch) -> Bool {
        isComplete == other.isComplete ? count > other.count : isComplete
    }

    /// How many fields are found.
    var count: Int { candidates.count }

    /// Whether every field that the table cannot do without is found at least once.
    var isComplete: Bool {
        required.allSatisfy { candidates[$0] != nil }
            && (requiredOneOf.isEmpty || requiredOneOf.contains { candidates[$0] != nil })
    }

    /// The mapping, or the errors that stand against it: a field found twice, or not at all.
    func mapping(at place: Place, in table: HeadingTable) -> Result<TableMapping, HeadingFaults> {
        var faults: [Diagnostic] = []
        for field in Field.allCases {
            guard let columns = candidates[field], columns.count > 1 else { continue }
            let names = columns.map { "'\(headings[$0].trimmed)'" }.joined(separator: " and ")
            faults.append(
                Diagnostic(
                    id: "table.heading.twice",
                    severity: .error,
                    summary: "\(names) are both \(field.rawValue)",
                    place: place,
                    suggestion: "choose one with --map \"\(field.rawValue)=HEADING\""
                )
            )
        }
        let missing = required.filter { candidates[$0] == nil }
        if !missing.isEmpty {
            let names = missing.map(\.rawValue).joined(separator: " or ")
            let found = headings.map(\.trimmed).filter { !$0.isEmpty }
            let shown = found.prefix(30).map { "'\($0)'" }.joined(separator: ", ")
            let more = found.count > 30 ? " and \(found.count - 30) more" : ""
            faults.append(
                Diagnostic(
                    id: "table.heading.missing",
                    severity: .error,
                    summary: "no column for \(names); found \(found.isEmpty ? "no headings" : shown + more)",
                    place: place,
                    suggestion: guess(for: missing, among: found, in: table)
                )
            )
        }
        guard faults.isEmpty else { return .failure(HeadingFaults(diagnostics: faults)) }
        return .success(
            TableMapping(kind: kind, headings: headings, columns: candidates.compactMapValues(\.first))
        )
    }

    private func guess(for missing: [Field], among found: [String], in table: HeadingTable) -> String {
        let guesses = missing.map { field -> String in
            let names = (table.columns[kind]?.fields ?? [:]).filter { $0.value == field }.keys.sorted()
            let near = found.filter { heading in
                let folded = HeadingTable.folded(heading)
                return names.contains { name in
                    !nearestWords(to: folded, in: [name]).isEmpty
                        || folded.split(separator: " ").contains(Substring(name))
                }
            }
            let heading = near.first ?? "HEADING"
            return "--map \"\(field.rawValue)=\(heading)\""
        }
        return "say which column it is with " + guesses.joined(separator: " ")
    }
}

/// The errors that keep a table from being used.
struct HeadingFaults: Error {
    let diagnostics: [Diagnostic]
}

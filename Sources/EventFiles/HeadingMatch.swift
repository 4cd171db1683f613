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
        assigned: [Field: [String]]
    ) {
        self.kind = kind
        self.headings = headings
        let columns = table.columns[kind] ?? HeadingTable.Columns(fields: [:], required: [], requiredOneOf: [])
        required = columns.required
        requiredOneOf = columns.requiredOneOf
        var taken: Set<Int> = []
        for (field, names) in assigned where columns.fields.values.contains(field) {
            let matches = names.flatMap { Self.columns(named: $0, in: folded) }
            if !matches.isEmpty {
                candidates[field] = matches
                taken.formUnion(matches)
            }
        }
        for (index, heading) in folded.enumerated() where !taken.contains(index) && !heading.isEmpty {
            // "Date (dd/mm/yyyy)" is Date, unless the whole heading is a name of its own.
            guard let field = columns.fields[heading] ?? columns.fields[Self.withoutInstruction(heading)],
                assigned[field] == nil || candidates[field] == nil
            else { continue }
            candidates[field, default: []].append(index)
        }
    }

    /// The columns of a heading that the user names; "Notes (2)" is the second of two columns called Notes.
    static func columns(named heading: String, in folded: [String]) -> [Int] {
        let wanted = HeadingTable.folded(heading)
        let matches = folded.indices.filter { folded[$0] == wanted }
        guard matches.isEmpty, wanted.hasSuffix(")"), let open = wanted.lastIndex(of: "("),
            let number = Int(wanted[wanted.index(after: open)...].dropLast())
        else { return matches }
        let base = HeadingTable.folded(String(wanted[..<open]))
        let alike = folded.indices.filter { folded[$0] == base }
        return number >= 1 && number <= alike.count ? [alike[number - 1]] : []
    }

    /// A folded heading without the instruction in brackets at its end.
    private static func withoutInstruction(_ heading: String) -> String {
        guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "("), open != heading.startIndex else {
            return heading
        }
        // "Name (worker)" is another column than Name; only what says how to fill the column in is set aside.
        let instruction = heading[heading.index(after: open)...]
        let isInstruction = [
            "dd", "d/m", "yyyy", "optional", "required", "if known", "please", "e.g", "uk ", "or period", "when ",
        ]
        .contains { instruction.hasPrefix($0) }
        return isInstruction ? HeadingTable.folded(String(heading[..<open])) : heading
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
        let hasOneOf = requiredOneOf.isEmpty || requiredOneOf.contains { candidates[$0] != nil }
        let missing = required.filter { candidates[$0] == nil } + (hasOneOf ? [] : requiredOneOf)
        if !missing.isEmpty {
            let names = missing.map(\.rawValue).joined(separator: " or ")
            let found = headings.map(\.trimmed).filter { !$0.isEmpty }
            let safe = quotable(found, in: table)
            let shown = safe.prefix(30).map { "'\($0)'" }.joined(separator: ", ")
            let hidden = found.count - min(safe.count, 30)
            let list = safe.isEmpty ? "no heading that is known" : shown + (hidden > 0 ? " and \(hidden) more" : "")
            faults.append(
                Diagnostic(
                    id: "table.heading.missing",
                    severity: .error,
                    summary: "no column for \(names); found \(list)",
                    place: place,
                    suggestion: guess(for: missing, among: safe, in: table),
                    value: safe.count < found.count ? found.joined(separator: ", ") : nil
                )
            )
        }
        guard faults.isEmpty else { return .failure(HeadingFaults(diagnostics: faults)) }
        return .success(
            TableMapping(kind: kind, headings: headings, columns: candidates.compactMapValues(\.first))
        )
    }

    /// The cells that a message may quote.
    ///
    /// Where a table has no headings, its first row is what a record says: a row with a date or a number in it, or with
    /// no known heading, is quoted only in its known headings, and a long cell never.
    private func quotable(_ found: [String], in table: HeadingTable) -> [String] {
        func isKnown(_ heading: String) -> Bool {
            table.columns.values.contains { $0.fields[HeadingTable.folded(heading)] != nil }
        }
        let isRecord =
            !found.contains(where: isKnown)
            || found.contains { cell in
                let figures = cell.utf8.split { !(0x30...0x39).contains($0) }
                return figures.count > 1 || figures.contains { $0.count > 3 }
            }
        return found.filter { cell in
            isKnown(cell) || !isRecord && cell.utf8.count <= 40 && cell.split(whereSeparator: \.isWhitespace).count <= 4
        }
    }

    private func guess(for missing: [Field], among found: [String], in table: HeadingTable) -> String {
        let guesses = missing.map { field -> String in
            let names = (table.columns[kind]?.fields ?? [:]).filter { $0.value == field }.keys.sorted()
            let near = found.prefix(100).filter { heading in
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

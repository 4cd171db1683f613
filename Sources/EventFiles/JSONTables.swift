import DataFormats
import Diagnostics

/// Reads rows from JSON: objects whose members are named as the headings of a table are.
struct JSONTables {
    private(set) var tables: [Table] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let file: SourceFile
    private let options: ReadOptions

    /// Reads one JSON value: an array of rows, an object that holds such arrays, or one row.
    init(_ bytes: [UInt8], in file: SourceFile, options: ReadOptions) {
        self.file = file
        self.options = options
        do throws(JSONFault) {
            read(try JSONNode(parsing: bytes))
        } catch {
            let summary = "\(error.message); nothing of the file is read"
            diagnostics.append(fault("json.faulty", summary, error.line, error.column))
        }
    }

    /// Reads JSON lines; a line that is no JSON object is a rejected row, and the others are read.
    init(lines bytes: [UInt8], in file: SourceFile, options: ReadOptions) {
        self.file = file
        self.options = options
        var rows: [JSONNode] = []
        var faults: [Diagnostic] = []
        for line in JSONLines(bytes) {
            switch line {
            case .success(let node):
                if case .object = node.value {
                    rows.append(node)
                } else {
                    faults.append(fault("json.line", "the line is no object", node.line, node.column))
                }
            case .failure(let fault):
                faults.append(self.fault("json.line", fault.message, fault.line, fault.column))
            }
        }
        if !faults.isEmpty {
            let lines = Self.lines(of: bytes)
            for fault in faults {
                let number = (fault.place?.line ?? 0) - 1
                refuse(lines.indices.contains(number) ? lines[number] : "", fault)
            }
        }
        take(rows)
    }

    /// The lines of a file, as they are counted in places.
    private static func lines(of bytes: [UInt8]) -> [String] {
        String(decoding: DecodedText(bytes).utf8, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        ).map(String.init)
    }

    private func fault(_ id: String, _ summary: String, _ line: Int, _ column: Int) -> Diagnostic {
        Diagnostic(
            id: id,
            severity: .error,
            summary: summary,
            place: Place(path: file.name, line: line, column: column)
        )
    }

    private mutating func refuse(_ text: String, _ reason: Diagnostic) {
        diagnostics.append(reason)
        tables.append(
            Table(
                file: file,
                part: nil,
                mapping: nil,
                headings: [],
                rows: [.cells([TableCell(text: text, line: reason.place?.line, column: reason.place?.column)])],
                refused: [],
                fault: reason
            )
        )
    }

    private mutating func read(_ root: JSONNode) {
        switch root.value {
        case .array(let nodes) where nodes.isEmpty:
            diagnostics.append(fault("json.noRows", "the file holds no rows", root.line, root.column))
        case .array(let nodes): takeArray(nodes)
        case .object(let members):
            let arrays = members.filter { $0.node.isArrayOfObjects }
            // A row may hold lists of its own, which are then text of its cells.
            if arrays.isEmpty || TableReader.bestMatch(members.map(\.name), options).isComplete { return take([root]) }
            let others = members.filter { !$0.node.isArrayOfObjects && !JSONCell.text($0.node).isEmpty }
            if let first = others.first {
                let names = others.map { "'\($0.name)'" }.joined(separator: ", ")
                diagnostics.append(
                    Diagnostic(
                        id: "json.members.notRead",
                        severity: .warning,
                        summary: "what stands beside the lists of rows is not read: \(names)",
                        place: Place(path: file.name, line: first.node.line, column: first.node.column)
                    )
                )
            }
            for member in arrays { takeArray(member.node.elements) }
        default:
            diagnostics.append(fault("json.noRows", "the file holds no rows", root.line, root.column))
        }
    }

    private mutating func takeArray(_ nodes: [JSONNode]) {
        var rows: [JSONNode] = []
        for node in nodes {
            if case .object = node.value {
                rows.append(node)
            } else {
                refuse(JSONCell.text(node), fault("json.element", "the element is no object", node.line, node.column))
            }
        }
        take(rows)
    }

    /// Makes a table of the objects of each kind: people, sources and events may stand in one file.
    private mutating func take(_ rows: [JSONNode]) {
        var groups: [TableKind: [JSONNode]] = [:]
        for row in rows { groups[kind(of: row), default: []].append(row) }
        for kind in TableKind.allCases {
            guard let group = groups[kind] else { continue }
            var reader = TableReader(file: file, options: options)
            let found = reader.tables(of: cells(of: group))
            guard !found.isEmpty else {
                let count = "\(group.count) object\(group.count == 1 ? " has" : "s have")"
                diagnostics.append(
                    fault(
                        "json.noRows",
                        "\(count) no name that is known and is not read",
                        group[0].line,
                        group[0].column
                    )
                )
                continue
            }
            tables += found
            diagnostics += reader.diagnostics
        }
    }

    private func kind(of row: JSONNode) -> TableKind {
        guard case .object(let members) = row.value else { return .events }
        let match = TableReader.bestMatch(members.map(\.name), options)
        return match.isComplete ? match.kind : .events
    }

    /// Whether a name is a heading that is known in some table.
    private func isKnown(_ name: String) -> Bool {
        let folded = HeadingTable.folded(name)
        return options.headings.columns.values.contains { $0.fields[folded] != nil }
            || options.assigned.values.contains { $0.contains { HeadingTable.folded($0) == folded } }
    }

    /// The rows of a group under all the names that its objects have, in the order in which they come up.
    private func cells(of rows: [JSONNode]) -> [[TableCell]] {
        var headings: [String] = []
        var columns: [String: Int] = [:]
        var hasFurther = false
        for row in rows {
            guard case .object(let members) = row.value else { continue }
            for member in members where columns[member.name] == nil {
                // Every heading widens every row: rows that have names of their own must not fill the memory.
                guard headings.count < ExtractRows.mostOtherHeadings || isKnown(member.name) else {
                    hasFurther = true
                    continue
                }
                columns[member.name] = headings.count
                headings.append(member.name)
            }
        }
        let further = headings.count
        if hasFurther { headings.append(ExtractRows.furtherHeading) }
        var table = [headings.map { TableCell(text: $0) }]
        for row in rows {
            guard case .object(let members) = row.value else { continue }
            var cells = headings.map { _ in TableCell(text: "", line: row.line, column: row.column) }
            for member in members {
                let column = columns[member.name] ?? further
                let value = JSONCell.text(member.node)
                guard !value.isEmpty else { continue }
                let text = column == further ? "\(member.name): \(value)" : value
                // A name that stands twice in one object keeps both its values.
                let both = cells[column].isBlank ? text : "\(cells[column].text); \(text)"
                cells[column] = TableCell(text: both, line: row.line, column: row.column)
            }
            table.append(cells)
        }
        return table
    }
}

extension JSONNode {
    fileprivate var isArrayOfObjects: Bool {
        guard case .array(let nodes) = value, !nodes.isEmpty else { return false }
        return nodes.contains { if case .object = $0.value { true } else { false } }
    }
}

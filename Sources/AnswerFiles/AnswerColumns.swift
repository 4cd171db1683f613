import CareTools
import DataFormats
import Diagnostics

/// Which column of a table holds which item of a tool.
///
/// A heading is the identifier of the item, with a number behind `#` for an instance of a repeated section; the words of
/// the item; `about.NAME`, the name or the words of a field above the questions; `ITEM.evidence`; or `override.SCORE` with
/// `override.SCORE.reason`.
struct AnswerColumns {
    let tool: Tool
    /// What each column holds; `nil` for none of the tool.
    private let columns: [Column?]
    private let passed: Set<Int>
    /// The identifiers that a heading may be.
    let known: [String]
    /// What must be answered and has no column.
    let missing: [String]

    private struct Column {
        let id: String
        let number: Int?
    }

    init(_ headings: [CSVCell], of tool: Tool, passing passed: [Int?]) {
        self.tool = tool
        let items = tool.items
        let known =
            items.map(\.id.text) + tool.about.map(\.name.item.text)
            + items.filter(\.takesEvidence).map(\.id.evidence.text)
            + tool.scores.flatMap { ["override.\($0.id.text)", "override.\($0.id.text).reason"] }
        var ids: [String: String?] = [:]
        // Words that two items share are neither's.
        for item in items {
            ids.updateValue(ids[Self.folded(item.text)] == nil ? item.id.text : nil, forKey: Self.folded(item.text))
        }
        for field in tool.about {
            ids[Self.folded(field.label)] = field.name.item.text
            ids[field.name.rawValue] = field.name.item.text
        }
        for id in known { ids[Self.folded(id)] = id }
        let passed = Set(passed.compactMap(\.self))
        let columns = headings.enumerated().map { index, heading -> Column? in
            passed.contains(index) ? nil : Self.column(heading.text, ids)
        }
        self.passed = passed
        self.known = known
        self.columns = columns
        let held = Set(columns.compactMap { $0?.id })
        missing = items.filter { $0.isRequired && !held.contains($0.id.text) }.map(\.id.text)
    }

    private static func column(_ heading: String, _ ids: [String: String?]) -> Column? {
        if let id = ids[folded(heading)] ?? nil { return Column(id: id, number: nil) }
        guard let mark = heading.lastIndex(of: "#"), let number = Int(heading[heading.index(after: mark)...]),
            (1...999).contains(number), let id = ids[folded(String(heading[..<mark]))] ?? nil
        else { return nil }
        return Column(id: id, number: number)
    }

    /// Whether no column holds an item of the tool.
    var isEmpty: Bool { !columns.contains { $0.map { !$0.id.hasPrefix("about.") } ?? false } }

    /// Whether a column holds nothing that belongs to the tool or to the table itself.
    func isUnknown(_ column: Int) -> Bool { columns[column] == nil && !passed.contains(column) }

    /// The answers of a row, with what stands in columns that this tool does not know; a blank cell is none.
    func entries(of record: CSVRecord, _ headings: [CSVCell], path: String) -> [AnswerSheet.Entry] {
        zip(record.cells, columns.enumerated()).compactMap { cell, place in
            let (index, column) = place
            guard !cell.text.isEmpty, !passed.contains(index) else { return nil }
            return AnswerSheet.Entry(
                id: column?.id ?? headings[index].text,
                number: column?.number,
                values: [.text(cell.text)],
                place: Place(path: path, line: cell.line, column: cell.column)
            )
        }
    }

    static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
        let start = bytes.firstIndex { !isSpace($0) } ?? bytes.count
        let end = bytes.lastIndex { !isSpace($0) } ?? start - 1
        return start > end ? "" : String(decoding: bytes[start...end], as: UTF8.self)
    }

    static func folded(_ text: String) -> String { trimmed(text).lowercased() }
}

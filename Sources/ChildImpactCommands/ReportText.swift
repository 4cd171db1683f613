import CareTools
import Exports

/// A report for a terminal.
struct ReportText {
    private let report: Report
    private let sources: ReportSources

    init(_ report: Report, _ sources: ReportSources) {
        self.report = report
        self.sources = sources
    }

    /// The lines.
    var text: String {
        var text = "\(report.kind.title), as of \(report.asOf)\n\n"
        let words =
            ReportWords.suppression(report) + [ReportWords.words(report)].compactMap(\.self) + ReportWords.counts
            + ReportWords.sources(sources, of: report)
        for sentence in words { text += WrappedText.lines(sentence) }
        for part in report.parts { text += "\n" + lines(of: part) }
        return DiagnosticText.visibleLines(text)
    }

    private func lines(of part: ReportPart) -> String {
        let noun = report.kind.noun.many
        let total = part.total.number.map { "\($0)" } ?? "not shown"
        var text = "\(part.title), \(part.tool) \(part.version)\n"
        text += "\(noun.prefix(1).uppercased() + noun.dropFirst()): \(total)."
        text += part.isWithheld ? "\n" : " Completed: \(ReportWords.period(part)).\n"
        for note in part.notes { text += WrappedText.lines(note) }
        for table in part.tables { text += "\n" + lines(of: table) }
        for words in part.words {
            text += "\n" + WrappedText.lines(words.question)
            for answer in words.answers { text += WrappedText.lines("- " + answer, indent: 2, hanging: 4) }
        }
        return text
    }

    private static let labelWidth = 46
    private static let lineWidth = 110

    private func lines(of table: ReportTable) -> String {
        var text = WrappedText.lines(table.caption)
        for note in table.notes { text += WrappedText.lines(note, indent: 2) }
        let cells = table.rows.map { $0.cells.map(\.text) }
        let widths = table.columns.enumerated().map { column, heading in
            cells.reduce(heading.count) { max($0, $1[column].count) }
        }
        var headings = table.columns
        // Long headings stand above the table, by a letter each.
        let width = widths.reduce(Self.labelWidth) { $0 + $1 + 2 }
        if width > Self.lineWidth {
            headings = table.columns.indices.map(Self.letter)
            for (letter, heading) in zip(headings, table.columns) { text += "  \(letter): \(heading)\n" }
        }
        var rows = [[table.rowHeading] + headings]
        for (row, cells) in zip(table.rows, cells) {
            let label = Self.wrapped(row.label)
            rows.append([label.first ?? ""] + cells)
            for line in label.dropFirst() { rows.append([line] + [String](repeating: "", count: cells.count)) }
        }
        return text + AlignedTable.text(rows)
    }

    private static func wrapped(_ label: String) -> [String] {
        WrappedText.lines(label, hanging: 2, width: labelWidth).split(separator: "\n").map(String.init)
    }

    /// The letters from A to Z, then A2, B2 and so on.
    private static func letter(_ column: Int) -> String {
        let scalar = UnicodeScalar(UInt8(65 + column % 26))
        return column < 26 ? "\(scalar)" : "\(scalar)\(column / 26 + 1)"
    }
}

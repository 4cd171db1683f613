public import CareTools  // It writes reports.
import DataFormats

/// A report as a long table: a row for each cell.
public enum ReportCSV {
    /// The headings, by which the file is known again as one of our own.
    public static let headings = [
        "tool", "version", "table", "row", "column", "count", "denominator", "percent", "suppressed",
    ]

    /// Returns the file.
    ///
    /// A count or denominator that is not shown is `c`, as in national figures; `suppressed` is `yes` where the count is
    /// not shown.
    public static func bytes(_ report: Report) -> [UInt8] {
        var writer = CSVWriter()
        writer.write(headings)
        for part in report.parts {
            for table in part.tables {
                for row in table.rows {
                    for (column, cell) in zip(table.columns, row.cells) {
                        guard let values = values(cell) else { continue }
                        writer.write([part.tool, part.version, table.id, row.label, column] + values)
                    }
                }
            }
        }
        return writer.bytes
    }

    private static func values(_ cell: ReportCell) -> [String]? {
        func text(_ count: ShownCount) -> String { count.number.map(String.init) ?? "c" }
        let hidden = cell.isHidden ? "yes" : "no"
        switch cell {
        case .none: return nil
        case .words(let words): return [words, "", "", hidden]
        case .count(let count): return [text(count), "", "", hidden]
        case .share(let part, let whole):
            return [text(part), text(whole), cell.percentage?.description ?? "", hidden]
        }
    }
}

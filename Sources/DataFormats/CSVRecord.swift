/// One record of a CSV file; it may run over several lines.
public struct CSVRecord: Sendable, Hashable {
    /// What is not as RFC 4180 has it; the record is read all the same.
    public enum Fault: Sendable, Hashable {
        /// A quote is opened and never closed; the record is read as if the quote were text.
        case unclosedQuote(line: Int, column: Int)
        /// Text stands between a closing quote and the next separator; it is kept.
        case textAfterQuote(line: Int, column: Int)
    }

    /// The cells, in order; a blank line has one empty cell.
    public let cells: [CSVCell]
    /// What is faulty in it.
    public let faults: [Fault]

    /// The line on which the record starts, from 1.
    public var line: Int { cells.first?.line ?? 1 }

    /// Whether no cell holds anything but white space.
    public var isBlank: Bool {
        cells.allSatisfy { $0.text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A } }
    }
}

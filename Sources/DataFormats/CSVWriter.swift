/// Writes CSV that a spreadsheet opens without running anything in it.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it. Cells are quoted where RFC 4180
/// asks for it; records end with CR LF; the file begins with a byte order mark, without which Excel misreads UTF-8.
public struct CSVWriter: Sendable {
    /// The bytes written so far.
    public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Makes a writer with nothing written but the byte order mark.
    public init() {}

    /// Writes one record.
    public mutating func write(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(Self.guarded(cell))
        }
        bytes += [0x0D, 0x0A]
    }

    private mutating func write(_ cell: String) {
        let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B }
        guard needsQuotes else {
            bytes += cell.utf8
            return
        }
        bytes.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Returns the cell with an apostrophe before it when a spreadsheet would take it for a formula.
    ///
    /// The first byte decides, not the first Character: `"=\u{301}1"` begins with an equals sign all the same.
    /// Source of the rule: https://owasp.org/www-community/attacks/CSV_Injection
    public static func guarded(_ cell: String) -> String {
        let first = Array(cell.utf8.prefix(3))
        switch first.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A:
            return "'" + cell
        default: break
        }
        // Full-width = + - @.
        let wide: [[UInt8]] = [[0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0]]
        return wide.contains(first) ? "'" + cell : cell
    }
}

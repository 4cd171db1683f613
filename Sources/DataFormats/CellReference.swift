/// The place of a cell in a worksheet: `C14` is column 3, row 14.
public struct CellReference: Sendable, Hashable, CustomStringConvertible {
    /// The column, from 1.
    public let column: Int
    /// The row, from 1.
    public let row: Int

    /// The most columns that a worksheet can have.
    public static let mostColumns = 16_384
    /// The most rows that a worksheet can have.
    public static let mostRows = 1_048_576

    /// Makes a reference; `nil` when no worksheet has such a cell.
    public init?(column: Int, row: Int) {
        guard 1...Self.mostColumns ~= column, 1...Self.mostRows ~= row else { return nil }
        self.column = column
        self.row = row
    }

    /// Reads a reference such as `C14` or `c14`; `nil` for anything else, also for `$C$14` and `C014`.
    public init?(_ text: String) {
        var (column, row, letters, figures) = (0, 0, 0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where figures == 0 && letters < 3:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
                letters += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z") where figures == 0 && letters < 3:
                column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
                letters += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where figures < 7 && (row > 0 || byte != UInt8(ascii: "0")):
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                figures += 1
            default: return nil
            }
        }
        self.init(column: column, row: row)
    }

    /// The letters of the column: `A` to `XFD`.
    public var columnName: String {
        var name: [UInt8] = []
        var rest = column
        while rest > 0 {
            name.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: name.reversed(), as: UTF8.self)
    }

    /// The reference as people write it.
    public var description: String { columnName + String(row) }
}

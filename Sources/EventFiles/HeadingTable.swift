/// The names by which headings are recognised, and the words of cells that stand for a fixed value.
///
/// It is data; `Definitions` reads it from `headings.xml`.
public struct HeadingTable: Sendable {
    /// What a table of one kind may hold.
    public struct Columns: Sendable {
        /// The field of each name, with the name folded by ``HeadingTable/folded(_:)``.
        public var fields: [String: Field]
        /// The fields without which the table cannot be used.
        public var required: [Field]
        /// Fields of which at least one is needed; none is needed when the list is empty.
        public var requiredOneOf: [Field]

        /// Makes the columns of one kind of table.
        public init(fields: [String: Field], required: [Field], requiredOneOf: [Field]) {
            self.fields = fields
            self.required = required
            self.requiredOneOf = requiredOneOf
        }
    }

    /// The columns of each kind of table.
    public let columns: [TableKind: Columns]
    /// For a field, what each folded word stands for.
    public let words: [Field: [String: String]]

    /// Makes the table.
    public init(columns: [TableKind: Columns], words: [Field: [String: String]]) {
        self.columns = columns
        self.words = words
    }

    /// Returns a heading as it is compared: lower case, straight apostrophes, single spaces (a non-breaking space is
    /// a space), no punctuation at its end, no invisible characters.
    public static func folded(_ heading: String) -> String {
        foldedASCII(heading) ?? foldedUnicode(heading)
    }

    /// The same over bytes, which is most headings; `nil` for a heading that is not all ASCII.
    private static func foldedASCII(_ heading: String) -> String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(heading.utf8.count)
        var hasSpace = false
        for byte in heading.utf8 {
            switch byte {
            case 0x09...0x0D, 0x20: hasSpace = true
            case 0x80...: return nil
            default:
                if hasSpace, !folded.isEmpty { folded.append(0x20) }
                hasSpace = false
                folded.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            }
        }
        while let last = folded.last, folded.count > 1, ":.;,* ".utf8.contains(last) { folded.removeLast() }
        return String(decoding: folded, as: UTF8.self)
    }

    private static func foldedUnicode(_ heading: String) -> String {
        var folded = String.UnicodeScalarView()
        var hasSpace = false
        for scalar in heading.lowercased().unicodeScalars {
            switch scalar {
            case "\u{FEFF}", "\u{200B}", "\u{00AD}", "\u{2060}": continue
            case _ where scalar.properties.isWhitespace: hasSpace = true
            default:
                if hasSpace, !folded.isEmpty { folded.append(" ") }
                hasSpace = false
                folded.append(scalar == "\u{2019}" || scalar == "\u{2018}" ? "'" : scalar)
            }
        }
        while let last = folded.last, folded.count > 1, ":.;,*".unicodeScalars.contains(last) || last == " " {
            folded.removeLast()
        }
        return String(folded)
    }
}

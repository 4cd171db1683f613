/// A way of writing text as bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, the low byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, the high byte first.
    case utf16BigEndian = "utf-16be"
    /// Windows-1252, which Excel writes as "CSV" on a western European machine.
    case windows1252 = "windows-1252"

    /// Reads a name as people write it: `UTF-8`, `utf16`, `cp1252`, `latin1`; `nil` for any other.
    public init?(name: String) {
        switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
        case "utf8": self = .utf8
        case "utf16le", "utf16", "unicode": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "windows1252", "cp1252", "1252", "ansi", "latin1", "iso88591": self = .windows1252
        default: return nil
        }
    }
}

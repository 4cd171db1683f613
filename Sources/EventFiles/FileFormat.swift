/// The kinds of file, told apart by their first bytes and not by their names.
enum FileFormat: Sendable, Hashable {
    case csv
    case empty
    /// A document or timetable of our own making, by what it is.
    case ours(String)
    /// A known kind that is not read, with what to do about it.
    case notRead(String, advice: String)
    /// Bytes that are no text.
    case binary

    init(_ bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .empty
        } else if let known = Self.known(bytes) {
            self = known
        } else if Self.isBinary(bytes) {
            self = .binary
        } else {
            self = .csv
        }
    }

    /// What `rejected.csv` is.
    static let rejectedRows = "a list of rejected rows"

    private static func known(_ bytes: [UInt8]) -> FileFormat? {
        func starts(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
        if starts("PK\u{3}\u{4}") {
            return .notRead("a workbook, Word document or ZIP archive", advice: "save the table as CSV (UTF-8)")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return .notRead("an old Office or password-protected file", advice: "save the table as CSV (UTF-8)")
        }
        if starts("%PDF") { return .notRead("a PDF", advice: "ask for the table as a spreadsheet or CSV") }
        if starts("{\\rtf") { return .notRead("a rich text document", advice: "save the table as CSV (UTF-8)") }
        let head = String(decoding: bytes.prefix(2000), as: UTF8.self)
        let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<") {
            if head.contains("urn:child-impact:chronology:1") { return .ours("a chronology") }
            if head.contains("name=\"generator\" content=\"child-impact\"") { return .ours("a document") }
            return .notRead("XML or HTML", advice: "give the events as a table in CSV")
        }
        if Self.isJSON(start) {
            if head.contains("\"generator\":\"child-impact\"") { return .ours("a list of sources") }
            return .notRead("JSON", advice: "give the events as a table in CSV")
        }
        if start.hasPrefix(RejectedRowsHeading.first + ",") { return .ours(rejectedRows) }
        return nil
    }

    /// Whether a text begins as JSON does, and not as a title such as "[DRAFT] Police list".
    private static func isJSON(_ text: Substring) -> Bool {
        let next = text.dropFirst().first { !$0.isWhitespace }
        switch text.first {
        case "{": return next == "\"" || next == "}"
        case "[": return next.map { "{[\"]".contains($0) } ?? false
        default: return false
        }
    }

    /// Whether over a tenth of the first bytes are controls, in a file that is not UTF-16.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
        let sample = bytes.prefix(8192)
        let controls = sample.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }
        guard controls * 10 > sample.count else { return false }
        // UTF-16 without a mark: NULs in every other place, and nothing else that is no text.
        let nulls = (0..<2).map { start in
            stride(from: start, to: sample.count, by: 2).count { sample[$0] == 0 }
        }
        let half = sample.count / 2
        return !(nulls.contains { $0 * 10 >= half * 7 } && controls - nulls[0] - nulls[1] < 8)
    }
}

import DataFormats

/// The kinds of file, told apart by what they hold and not by their names.
enum FileFormat: Sendable, Hashable {
    /// A form that is read.
    case events(EventFileFormat)
    case empty
    /// A document or list of our own making, by what it is.
    case ours(String)
    /// A known kind that is not read, with what to do about it.
    case notRead(String, advice: String?)
    /// Bytes that are no text.
    case binary

    /// What `rejected.csv` is.
    static let rejectedRows = "a list of rejected rows"

    /// Looks at the beginning of a file; for a ZIP archive `names` are its entries, where it could be opened.
    init(_ head: [UInt8], names: [String]? = nil) {
        if head.isEmpty {
            self = .empty
        } else if let container = Self.container(head, names) {
            self = container
        } else if Self.isBinary(head) {
            self = .binary
        } else {
            self = Self.text(head) ?? .events(.csv)
        }
    }

    /// Whether a file is a ZIP archive, by its first bytes.
    static func isArchive(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6])
    }

    /// Whether the file is a document or list of our own making.
    var isOurs: Bool {
        if case .ours = self { true } else { false }
    }

    // MARK: Bytes

    private static func container(_ head: [UInt8], _ names: [String]?) -> FileFormat? {
        if isArchive(head) { return archive(names ?? []) }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return compound(head) }
        func starts(_ text: String) -> Bool { head.starts(with: text.utf8) }
        if starts("%PDF") {
            return .notRead("a PDF", advice: "ask for the table as a workbook, Word document or CSV")
        }
        if starts("{\\rtf") { return .notRead("a rich text document", advice: "save it as a Word document (.docx)") }
        if head.starts(with: [0x1F, 0x8B]) {
            return .notRead("a compressed file (gzip)", advice: "unpack it first")
        }
        if head.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) || starts("Rar!") {
            return .notRead("a compressed archive", advice: "unpack it first")
        }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) || head.starts(with: [0xFF, 0xD8, 0xFF]) || starts("GIF8") {
            return .notRead("a picture", advice: "type what it shows into a table")
        }
        if starts("From ") || starts("Received: ") || starts("MIME-Version: ") || starts("Return-Path: ") {
            return .notRead("an e-mail", advice: "save its attachment, or copy its table into a workbook")
        }
        return nil
    }

    /// A ZIP archive, by what is in it.
    private static func archive(_ names: [String]) -> FileFormat {
        let names = Set(names.map { $0.lowercased() })
        if names.contains("xl/workbook.bin") {
            return .notRead("a binary workbook (.xlsb)", advice: "save it as an Excel workbook (.xlsx)")
        }
        if names.contains(where: { $0.hasPrefix("word/") }) { return .events(.docx) }
        if names.contains(where: { $0.hasPrefix("xl/") }) { return .events(.xlsx) }
        if names.contains(where: { $0.hasPrefix("ppt/") }) {
            return .notRead("a presentation", advice: "copy its tables into a workbook or Word document")
        }
        if names.contains("content.xml"), names.contains("mimetype") || names.contains("meta-inf/manifest.xml") {
            return .notRead(
                "an OpenDocument file",
                advice: "save it as an Excel workbook (.xlsx) or a Word document (.docx)"
            )
        }
        return .notRead("a ZIP archive", advice: "unpack it first")
    }

    /// An old Office file or one under a password, by the names of its streams.
    private static func compound(_ head: [UInt8]) -> FileFormat {
        func holds(_ name: String) -> Bool {
            let wide = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            return head.indices.contains { start in
                head[start] == wide[0] && head[start...].starts(with: wide)
            }
        }
        if holds("EncryptedPackage") || holds("EncryptionInfo") {
            return .notRead("protected by a password", advice: "open it and save it without the password")
        }
        if holds("WordDocument") {
            return .notRead("an old Word document (.doc)", advice: "save it as a Word document (.docx)")
        }
        if holds("Workbook") || holds("Book") {
            return .notRead("an old Excel workbook (.xls)", advice: "save it as an Excel workbook (.xlsx)")
        }
        if holds("__substg1.0") || holds("__properties_version1.0") {
            return .notRead(
                "an Outlook message (.msg)",
                advice: "save its attachment, or copy its table into a workbook"
            )
        }
        return .notRead("an old Office file", advice: "save it as .xlsx, .docx or CSV")
    }

    // MARK: Text

    private static func text(_ head: [UInt8]) -> FileFormat? {
        // Most files are tables, and their first bytes tell that they are nothing else.
        let beginning = String(decoding: DecodedText(Array(head.prefix(4096))).utf8, as: UTF8.self)
        guard let first = beginning.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else { return nil }
        if first != "<", first != "{", first != "[" {
            if beginning.hasPrefix(RejectedRowsHeading.first + ",") { return .ours(rejectedRows) }
            return beginning.hasPrefix("tool,version,table,row,column,count,") ? .ours("a report") : nil
        }
        let head = String(decoding: DecodedText(head).utf8, as: UTF8.self)
        let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<") {
            if head.contains("urn:child-impact:chronology:1") { return .events(.chronology) }
            if head.contains("urn:child-impact:assessment:1") { return .ours("results of tools") }
            if head.contains("name=\"generator\" content=\"child-impact\"") { return .ours("a document") }
            let lower = start.prefix(200).lowercased()
            if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") {
                return .notRead("a web page", advice: "save its table as a workbook or CSV")
            }
            return .events(.xml)
        }
        if isJSON(start) {
            if head.contains("\"generator\":\"child-impact\"") { return .ours("a list of sources") }
            return json(start)
        }
        return nil
    }

    /// One JSON value over several lines, or one on each line; FHIR by its member `resourceType`.
    private static func json(_ text: Substring) -> FileFormat {
        let lines = text.split(whereSeparator: \.isNewline).lazy.map { String($0).trimmed }.filter { !$0.isEmpty }
            .prefix(5)
        if lines.count > 1, isJSONLines(Array(lines)) { return .events(.ndjson) }
        let beginning = text.prefix(4000).filter { !$0.isWhitespace }
        if beginning.contains("\"resourceType\":\"") { return .events(.fhir) }
        return .events(.json)
    }

    /// Whether the first lines of a text are documents of their own.
    ///
    /// A whole object on the first line and more below is no one document, whatever the faults of the other lines. A
    /// first line that breaks off behind a bracket or a comma goes on below.
    private static func isJSONLines(_ lines: [String]) -> Bool {
        func isWhole(_ line: String) -> Bool { (try? JSONNode(parsing: Array(line.utf8))) != nil }
        guard let first = lines.first else { return false }
        if isWhole(first) { return true }
        guard let last = first.last, !"[{,:".contains(last) else { return false }
        return lines.allSatisfy { $0.hasPrefix("{") } && lines.contains(where: isWhole)
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

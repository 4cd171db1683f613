import DataFormats

/// What kind of file a paper is, as far as its text can be reached.
enum PaperFormat {
    /// A file of text.
    case text(RecodedText, TextLayout)
    /// A workbook or a Word document.
    case office(ZipArchive)
    /// Anything else; what it is.
    case notRead(String)

    init(of bytes: [UInt8], name: String) {
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
            self = Self.archive(bytes)
            return
        }
        if let kind = Self.kind(bytes) {
            self = .notRead(kind)
            return
        }
        let text = RecodedText(bytes)
        if text.encoding == .utf8 || text.encoding == .windows1252, Self.isBinary(bytes) {
            self = .notRead("no text that can be read")
            return
        }
        if text.utf8.contains(0) {
            self = .notRead("no text that can be read")
            return
        }
        if let kind = Self.kindOfText(text.utf8, name: name) {
            self = .notRead(kind)
            return
        }
        let layout = TextLayout(of: text.utf8, name: name)
        if layout == .markup, let encoding = Self.declaredEncoding(text.utf8), !Self.encodings.contains(encoding) {
            self = .notRead("a document in an encoding that is not read")
            return
        }
        self = .text(text, layout)
    }

    private static func archive(_ bytes: [UInt8]) -> PaperFormat {
        do throws(ArchiveFault) {
            let archive = try ZipArchive(bytes)
            let isOffice = archive.names.contains { name in
                let name = name.lowercased()
                return name.hasPrefix("word/") || name.hasPrefix("xl/") && !name.hasSuffix("workbook.bin")
            }
            return isOffice && archive.contains("[Content_Types].xml") ? .office(archive) : .notRead("a ZIP archive")
        } catch {
            return .notRead("an archive that cannot be read: \(error.message)")
        }
    }

    private static func kind(_ bytes: [UInt8]) -> String? {
        func starts(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
        if starts("%PDF") { return "a PDF" }
        if starts("{\\rtf") { return "a rich text document" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Office file, or one with a password" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) || starts("GIF8") {
            return "a picture"
        }
        if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) || starts("Rar!") {
            return "a compressed file"
        }
        if starts("From ") || starts("Received: ") || starts("MIME-Version: ") || starts("Return-Path: ") {
            return "an e-mail, whose parts may be encoded"
        }
        if starts("%!PS") { return "a printer's file" }
        if SealedBytes.areSealed(bytes) || starts("{\"child-impact-key\"") { return "a key file" }
        return nil
    }

    /// What a text is whose words may be encoded or cut in two; `nil` where they stand as they are.
    private static func kindOfText(_ bytes: [UInt8], name: String) -> String? {
        let head = String(decoding: bytes.prefix(16_384), as: UTF8.self).lowercased()
        if head.hasPrefix("begin:v") { return "a calendar or address book, whose lines are cut in words" }
        let endings = [".eml", ".mht", ".mhtml", ".mbox", ".emlx"]
        let isMail =
            endings.contains { name.lowercased().hasSuffix($0) }
            || ["content-transfer-encoding:", "=?utf-8?", "=?iso-8859", "=?windows-12"].contains { head.contains($0) }
        return isMail ? "an e-mail, whose parts may be encoded" : nil
    }

    /// Whether a file holds a NUL, or other controls for more than one byte in a hundred.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        var controls = 0
        for byte in bytes where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C {
            if byte == 0 { return true }
            controls += 1
        }
        return controls * 100 > bytes.count
    }

    private static let encodings: Set<String> = [
        "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "iso-8859-15", "windows-1252", "cp1252", "utf-16",
        "utf-16le", "utf-16be",
    ]

    /// The encoding that an XML declaration states, in lower case.
    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(256), as: UTF8.self)
        guard head.hasPrefix("<?xml") else { return nil }
        let declaration = head.prefix { $0 != ">" }
        let parts = declaration.split(whereSeparator: { $0 == "\"" || $0 == "'" }).map(String.init)
        guard let place = parts.firstIndex(where: { $0.hasSuffix("encoding=") || $0.hasSuffix("encoding =") }),
            place + 1 < parts.count
        else { return nil }
        return parts[place + 1].lowercased()
    }

    /// Whether a part of an archive is XML, by its bytes.
    static func isMarkup(_ bytes: [UInt8], name: String) -> Bool {
        let head = bytes.prefix(200).drop {
            $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 == 0xFF || $0 == 0xFE
        }
        if head.first == UInt8(ascii: "<") { return true }
        return [".xml", ".rels", ".vml"].contains { name.lowercased().hasSuffix($0) }
    }
}

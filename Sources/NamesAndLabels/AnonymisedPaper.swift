import DataFormats
public import Diagnostics  // The findings are its result.

/// A paper with labels in the place of names, not yet written anywhere.
public struct AnonymisedPaper: Sendable {
    /// Its name, without names of people.
    public internal(set) var name: String
    /// Its bytes; `nil` where the paper could not be looked into and must not be copied.
    public private(set) var bytes: [UInt8]?
    /// How much was replaced.
    public private(set) var counts: [FoundKind: Int] = [:]
    /// What a person should look at.
    public private(set) var reviews: [ReviewedPlace] = []
    /// What could not be looked into.
    public private(set) var diagnostics: [Diagnostic] = []
    private(set) var record: KeyRecord?
    /// In how many other papers it lies.
    private let depth: Int

    /// No honest paper is so deep in others.
    private static let deepest = 3

    /// Replaces names in a paper.
    ///
    /// - Parameters:
    ///   - original: Its bytes.
    ///   - originalName: Its name, with folders.
    ///   - glossary: The labels; numbers that are found get theirs here.
    public init(of original: [UInt8], named originalName: String, _ glossary: inout Glossary) {
        self.init(of: original, named: originalName, &glossary, depth: 0)
    }

    private init(of original: [UInt8], named originalName: String, _ glossary: inout Glossary, depth: Int) {
        self.depth = depth
        name = TextReplacement.fileName(originalName, &glossary)
        switch PaperFormat(of: original, name: originalName) {
        case .text(let text, let layout): take(text, layout, original, originalName, &glossary)
        case .office(let archive): take(archive, original, originalName, &glossary)
        case .notRead(let kind):
            find(
                "anonymise.file.unread",
                .error,
                "\(kind) is not copied, as it cannot be looked into",
                "save it as text, a workbook (.xlsx) or a Word document (.docx)"
            )
        }
    }

    private mutating func find(_ id: String, _ severity: Severity, _ summary: String, _ suggestion: String? = nil) {
        diagnostics.append(
            Diagnostic(
                id: id,
                severity: severity,
                summary: summary,
                place: Place(path: name),
                suggestion: suggestion
            )
        )
    }

    // MARK: Text

    private mutating func take(
        _ text: RecodedText,
        _ layout: TextLayout,
        _ original: [UInt8],
        _ originalName: String,
        _ glossary: inout Glossary
    ) {
        let replacement = TextReplacement(text.utf8, layout: layout, &glossary)
        counts = replacement.counts
        guard let bytes = text.file(of: TextEdit.apply(replacement.edits, to: text.utf8)) else {
            find(
                "anonymise.label.encoding",
                .error,
                "a label has a character that \(text.encoding.rawValue) has no place for; the file is not copied",
                "save the file as UTF-8 or give another label with --label"
            )
            return
        }
        self.bytes = bytes
        take(replacement, in: text.utf8, part: nil)
        let isExact = text.file(of: text.utf8) == original
        let undo = isExact ? KeyRecord.Edit.undoing(replacement.edits, in: text.utf8) : nil
        record = KeyRecord(
            before: originalName,
            after: name,
            digestBefore: SHA256(of: original).hexadecimal,
            digestAfter: SHA256(of: bytes).hexadecimal,
            content: undo.map { .edits($0, encoding: text.encoding, mark: text.mark) } ?? .original(original)
        )
    }

    private mutating func take(_ replacement: TextReplacement, in text: [UInt8], part: String?) {
        guard !replacement.reviews.isEmpty else { return }
        let after = TextEdit.apply(replacement.edits, to: text)
        var lines = LineCounter(after)
        var shift = 0
        var edits = replacement.edits[...]
        for review in replacement.reviews {
            while let edit = edits.first, edit.range.upperBound <= review.offset, edit.range.lowerBound < review.offset
            {
                shift += edit.replacement.count - edit.range.count
                edits.removeFirst()
            }
            let place = lines.place(of: max(0, review.offset + shift))
            reviews.append(
                ReviewedPlace(
                    reason: review.reason,
                    part: part,
                    line: place.line,
                    column: place.column,
                    text: review.text
                )
            )
        }
    }

    // MARK: Office files

    private mutating func take(
        _ archive: ZipArchive,
        _ original: [UInt8],
        _ originalName: String,
        _ glossary: inout Glossary
    ) {
        var entries: [(name: String, bytes: [UInt8])] = []
        do throws(ArchiveFault) {
            for part in archive.names {
                guard let content = try archive.bytes(of: part) else { continue }
                let newName = Self.partName(part, &glossary)
                if case .office = PaperFormat(of: content, name: part) {
                    guard let inner = takeInner(content, newName, &glossary) else { return }
                    entries.append((newName, inner))
                    continue
                }
                guard PaperFormat.isMarkup(content, name: part) else {
                    entries.append((newName, content))
                    find(
                        "anonymise.part.unread",
                        .warning,
                        "the part '\(newName)' is no text and was not looked into",
                        "open the paper and look at its pictures and embedded files"
                    )
                    continue
                }
                let text = RecodedText(content)
                let replacement = TextReplacement(text.utf8, layout: .officePart, &glossary)
                counts.merge(replacement.counts, uniquingKeysWith: +)
                guard let changed = text.file(of: TextEdit.apply(replacement.edits, to: text.utf8)) else {
                    find("anonymise.label.encoding", .error, "a part has no place for a label; the file is not copied")
                    return
                }
                if part.lowercased() == "xl/workbook.xml", let fault = Self.sheetFault(changed, glossary.listed) {
                    find("anonymise.sheet.name", .error, "\(fault); the file is not copied", "rename the sheets first")
                    return
                }
                entries.append((newName, changed))
                take(replacement, in: text.utf8, part: newName)
            }
            let bytes = try ZipWriter.archive(of: entries)
            self.bytes = bytes
            record = KeyRecord(
                before: originalName,
                after: name,
                digestBefore: SHA256(of: original).hexadecimal,
                digestAfter: SHA256(of: bytes).hexadecimal,
                content: .original(original)
            )
        } catch {
            find("anonymise.file.unread", .error, "the file is not copied: \(error.message)")
        }
    }

    /// A workbook or document inside another, such as the numbers of a diagram; `nil` where it cannot be read.
    private mutating func takeInner(_ content: [UInt8], _ part: String, _ glossary: inout Glossary) -> [UInt8]? {
        guard depth < Self.deepest else {
            find("anonymise.file.unread", .error, "files are inside each other too deep; the file is not copied")
            return nil
        }
        let inner = AnonymisedPaper(of: content, named: part, &glossary, depth: depth + 1)
        counts.merge(inner.counts, uniquingKeysWith: +)
        reviews += inner.reviews.map { review in
            var review = review
            review.part = review.part.map { "\(part)/\($0)" } ?? part
            return review
        }
        diagnostics += inner.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.place = Place(path: "\(name)/\(part)")
            return diagnostic
        }
        return inner.bytes
    }

    /// What Excel would not take of the names of sheets: it allows 31 characters, and no two that are alike.
    private static func sheetFault(_ workbook: [UInt8], _ listed: ListedIdentifiers) -> String? {
        guard let root = try? XMLElement(parsing: workbook) else { return nil }
        let names = root.children("sheets").flatMap { $0.children("sheet") }.compactMap { $0["name"] }
        if names.contains(where: { $0.utf16.count > 31 }) {
            return "the name of a sheet would be too long with a label"
        }
        if names.contains(where: { !IdentifierFinder.find(in: TextReplacement.nameFlow($0), listed).isEmpty }) {
            return "the name of a sheet is a number that tells who somebody is"
        }
        if Set(names.map { $0.lowercased() }).count < names.count {
            return "two sheets would have one name with labels"
        }
        return nil
    }

    /// The name of a part, whose mark is that of identifiers, as other parts point at it.
    private static func partName(_ part: String, _ glossary: inout Glossary) -> String {
        let bytes = Array(part.utf8)
        let flow = TextFlow(TextReplacement.nameFlow(part).characters, in: .plain, use: .identifier)
        return String(
            decoding: TextEdit.apply(TextReplacement.edits(in: flow, of: bytes, &glossary), to: bytes),
            as: UTF8.self
        )
    }

    /// Gives the paper another name, where two papers would have the same.
    public mutating func rename(to name: String) {
        self.name = name
        record?.after = name
        for index in diagnostics.indices { diagnostics[index].place?.path = name }
    }
}

/// Counts lines while offsets grow.
struct LineCounter {
    private let bytes: [UInt8]
    private var line = 1
    private var lineStart = 0
    private var reached = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func place(of offset: Int) -> (line: Int, column: Int) {
        while reached < min(offset, bytes.count) {
            if bytes[reached] == 0x0A {
                line += 1
                lineStart = reached + 1
            }
            reached += 1
        }
        return (line, max(1, offset - lineStart + 1))
    }
}

import DataFormats
public import Diagnostics  // The findings are its result.

/// A paper with names in the place of labels, not yet written anywhere.
public struct RestoredPaper: Sendable {
    /// How the paper fits the key.
    public enum Fit: String, Sendable, Hashable {
        /// It is as it was left, and is made as it was, byte for byte.
        case exact
        /// It was changed since, or made from such papers: marked labels become names.
        case labels
        /// Nothing of the key is in it.
        case none
        /// It cannot be looked into.
        case unread
        /// The key is damaged.
        case damaged
    }

    /// Its name, with the names of people.
    public private(set) var name: String
    /// Its bytes; `nil` where it must not be copied.
    public private(set) var bytes: [UInt8]?
    /// How it fits the key.
    public private(set) var fit: Fit
    /// How many labels became names.
    public private(set) var count = 0
    /// What was found.
    public private(set) var diagnostics: [Diagnostic] = []
    private let originalName: String

    /// Puts names back into a paper.
    public init(of bytes: [UInt8], named name: String, _ key: KeyFile) {
        originalName = name
        self.name = name
        fit = .none
        let digest = SHA256(of: bytes).hexadecimal
        let fitting = key.records.filter { $0.digestAfter == digest }
        if let record = fitting.first(where: { $0.after == name }) ?? fitting.first {
            restore(bytes, record)
        } else {
            replaceLabels(bytes, key)
        }
    }

    private mutating func restore(_ bytes: [UInt8], _ record: KeyRecord) {
        guard let restored = record.restored(from: bytes) else {
            fit = .damaged
            find("restore.key.damaged", .error, "the key is damaged: the file cannot be made as it was")
            return
        }
        self.bytes = restored
        fit = .exact
        name = record.before
        if case .edits(let edits, _, _) = record.content { count = edits.count(where: { !$0.original.isEmpty }) }
    }

    private mutating func find(_ id: String, _ severity: Severity, _ summary: String, _ suggestion: String? = nil) {
        diagnostics.append(
            Diagnostic(
                id: id,
                severity: severity,
                summary: summary,
                place: Place(path: originalName),
                suggestion: suggestion
            )
        )
    }

    // MARK: Changed papers

    private mutating func replaceLabels(_ original: [UInt8], _ key: KeyFile) {
        var labels = MarkedLabels(key)
        let known = key.records.first { $0.after == originalName }
        name = known?.before ?? labels.fileName(originalName)
        switch PaperFormat(of: original, name: originalName) {
        case .text(let text, let layout):
            let edits = labels.edits(in: text.utf8, layout)
            bytes = text.file(of: TextEdit.apply(edits, to: text.utf8))
            if bytes == nil {
                find(
                    "restore.name.encoding",
                    .error,
                    "a name has a character that the file's encoding has no place for"
                )
            }
        case .office(let archive): bytes = office(archive, &labels)
        case .notRead(let kind):
            fit = .unread
            find("restore.file.unread", .error, "\(kind) is not copied, as it cannot be looked into")
            return
        }
        count = labels.count
        fit = labels.count > 0 || known != nil ? .labels : .none
        if fit == .labels {
            find(
                "restore.file.changed",
                .warning,
                "the file was changed since it was made, or is a new one; marked labels became names, and it is not "
                    + "as it was byte for byte"
            )
        } else {
            find("restore.file.unknown", .note, "nothing in the file is of this key; it is copied as it is")
        }
        if labels.ambiguous > 0 {
            find(
                "restore.label.several",
                .warning,
                "\(labels.ambiguous) labels stand for several people and are left as they are"
            )
        }
    }

    private mutating func office(_ archive: ZipArchive, _ labels: inout MarkedLabels) -> [UInt8]? {
        var entries: [(name: String, bytes: [UInt8])] = []
        do throws(ArchiveFault) {
            for part in archive.names {
                guard var content = try archive.bytes(of: part) else { continue }
                if PaperFormat.isMarkup(content, name: part) {
                    let text = RecodedText(content)
                    let edits = labels.edits(in: text.utf8, .officePart)
                    content = text.file(of: TextEdit.apply(edits, to: text.utf8)) ?? content
                }
                entries.append((labels.partName(part), content))
            }
            return try ZipWriter.archive(of: entries)
        } catch {
            find("restore.file.unread", .error, "the file is not copied: \(error.message)")
            return nil
        }
    }

    /// Gives the paper another name, where two papers would have the same.
    public mutating func rename(to name: String) {
        self.name = name
    }
}

/// Puts names in the place of marked labels.
struct MarkedLabels {
    private var names: [String: String?] = [:]
    private var identifiers: [String: String?] = [:]
    private(set) var count = 0
    private(set) var ambiguous = 0

    init(_ key: KeyFile) {
        for (label, name) in key.labels {
            for form in Set([label, String(LabelMark.fileName(label).dropFirst().dropLast())]) {
                names[form] = names[form] == nil ? .some(name) : .some(nil)
            }
            let form = LabelMark.identifier(label)
            identifiers[form] = identifiers[form] == nil ? .some(name) : .some(nil)
        }
    }

    mutating func edits(in bytes: [UInt8], _ layout: TextLayout) -> [TextEdit] {
        var edits: [TextEdit] = []
        let embedded = layout.read(bytes) { flow in edits += self.edits(in: flow, of: bytes) }
        edits = TextEdit.inOrder(edits)
        return TextEdit.inOrder(edits + EmbeddedDigests.edits(embedded, edits, in: bytes))
    }

    private mutating func edits(in flow: TextFlow, of bytes: [UInt8]) -> [TextEdit] {
        var list: [(range: Range<Int>, text: String)] = []
        for found in LabelFinder.find(in: flow, isLabel: { names[$0] != nil }) {
            add(found, names[found.label] ?? nil, to: &list)
        }
        if flow.use == .identifier {
            for found in LabelFinder.identifiers(in: flow, isLabel: { identifiers[$0] != nil }) {
                let name = identifiers[found.label] ?? nil
                add(found, name.map { String($0.map { $0.isWhitespace ? "-" : $0 }) }, to: &list)
            }
        }
        list.sort { $0.range.lowerBound < $1.range.lowerBound }
        return list.isEmpty ? [] : flow.edits(for: list, in: bytes)
    }

    private mutating func add(
        _ found: LabelFinder.Found,
        _ name: String?,
        to list: inout [(range: Range<Int>, text: String)]
    ) {
        if let name {
            count += 1
            list.append((found.range, name))
        } else {
            ambiguous += 1
        }
    }

    mutating func fileName(_ name: String) -> String {
        let bytes = Array(name.utf8)
        let edits = edits(in: TextReplacement.nameFlow(name), of: bytes).map { edit in
            // A name of a person must not become a folder.
            TextEdit(edit.range, edit.replacement.map { $0 == 0x2F || $0 == 0x5C || $0 < 0x20 ? 0x2D : $0 })
        }
        return String(decoding: TextEdit.apply(edits, to: bytes), as: UTF8.self)
    }

    mutating func partName(_ name: String) -> String {
        let bytes = Array(name.utf8)
        let flow = TextFlow(TextReplacement.nameFlow(name).characters, in: .plain, use: .identifier)
        return String(decoding: TextEdit.apply(edits(in: flow, of: bytes), to: bytes), as: UTF8.self)
    }
}

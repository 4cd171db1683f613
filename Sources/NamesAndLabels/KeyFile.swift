import DataFormats

/// The glossary of a run, and what it takes to make every paper as it was, byte for byte.
///
/// **A key holds the record**: for a workbook or a Word document it holds the whole file as it was, as an archive
/// cannot be packed again to the same bytes; for a text it holds every name that was replaced.
public struct KeyFile: Sendable {
    var labels: [(label: String, name: String?)]
    var records: [KeyRecord]

    /// Makes the key of a run.
    public init(_ glossary: Glossary, _ papers: [AnonymisedPaper]) {
        labels = glossary.entries.filter { !$0.isKept }.map { ($0.label, $0.name) }
        records = papers.compactMap(\.record)
    }

    /// Makes a key of what was read.
    init(labels: [(label: String, name: String?)], records: [KeyRecord]) {
        self.labels = labels
        self.records = records
    }

    /// The key as JSON, with the names of members in order: the same run gives the same bytes.
    public var bytes: [UInt8] {
        let body = JSONValue.sorted([
            "files": .array(records.map(Self.json)),
            "labels": .array(
                labels.map { .sorted(["label": .string($0.label), "name": .optional($0.name)]) }
            ),
        ])
        // The digest tells a damaged key from one of other papers.
        let digest = SHA256(of: Array(body.text.utf8)).hexadecimal
        return Array("{\"child-impact-key\":1,\"digest\":\"\(digest)\",\"key\":\(body.text)}\n".utf8)
    }

    private static func json(_ record: KeyRecord) -> JSONValue {
        var members: [String: JSONValue] = [
            "after": .string(record.after), "before": .string(record.before),
            "digest-after": .string(record.digestAfter), "digest-before": .string(record.digestBefore),
        ]
        switch record.content {
        case .original(let bytes): members["original"] = .string(Base64.text(of: bytes))
        case .edits(let edits, let encoding, let mark):
            members["encoding"] = .string(encoding.rawValue)
            members["mark"] = .string(Base64.text(of: mark))
            // Three values for each edit, in one list: offset, length, and what stood there.
            members["edits"] = .array(
                edits.flatMap { edit -> [JSONValue] in
                    [
                        .number(edit.offset), .number(edit.length),
                        .string(String(decoding: edit.original, as: UTF8.self)),
                    ]
                }
            )
        }
        return .sorted(members)
    }

    /// Reads a key.
    public init(parsing bytes: [UInt8]) throws(KeyFault) {
        let head = Array("{\"child-impact-key\":".utf8)
        guard bytes.starts(with: head) else { throw .notAKey }
        guard bytes.dropFirst(head.count).starts(with: "1,".utf8) else { throw .unknownVersion }
        let front = Array("{\"child-impact-key\":1,\"digest\":\"".utf8)
        let bodyStart = front.count + 64 + Array("\",\"key\":".utf8).count
        guard bytes.count > bodyStart + 2, bytes.suffix(2).elementsEqual("}\n".utf8) else { throw .damaged }
        let digest = String(decoding: bytes[front.count..<front.count + 64], as: UTF8.self)
        let body = Array(bytes[bodyStart..<(bytes.count - 2)])
        guard SHA256(of: body).hexadecimal == digest else { throw .damaged }
        guard let root = try? JSONNode(parsing: body, limits: JSONLimits(values: 30_000_000)),
            let labels = root.member("labels")?.elements, let files = root.member("files")?.elements
        else { throw .damaged }
        self.labels = []
        records = []
        for node in labels {
            guard let label = node.member("label")?.string else { throw .damaged }
            self.labels.append((label, node.member("name")?.string))
        }
        for node in files {
            guard let record = Self.record(node) else { throw .damaged }
            records.append(record)
        }
    }

    private static func record(_ node: JSONNode) -> KeyRecord? {
        guard let before = node.member("before")?.string, let after = node.member("after")?.string,
            let digestBefore = node.member("digest-before")?.string,
            let digestAfter = node.member("digest-after")?.string, let content = content(node)
        else { return nil }
        guard isSafe(before), isSafe(after) else { return nil }
        return KeyRecord(
            before: before,
            after: after,
            digestBefore: digestBefore,
            digestAfter: digestAfter,
            content: content
        )
    }

    /// Whether a name leads into the folder that is written to, and nowhere else.
    private static func isSafe(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } && !name.utf8.contains(0)
    }

    private static func content(_ node: JSONNode) -> KeyRecord.Content? {
        if let original = node.member("original")?.string { return Base64.bytes(of: original).map { .original($0) } }
        guard let encoding = node.member("encoding")?.string.flatMap(TextEncoding.init(rawValue:)),
            let mark = node.member("mark")?.string.flatMap(Base64.bytes), let list = node.member("edits")?.elements,
            list.count.isMultiple(of: 3)
        else { return nil }
        var edits: [KeyRecord.Edit] = []
        for index in stride(from: 0, to: list.count, by: 3) {
            guard case .number(let offset) = list[index].value, case .number(let length) = list[index + 1].value,
                let offset = Int(offset), let length = Int(length), offset >= 0, length >= 0,
                let original = list[index + 2].string
            else { return nil }
            edits.append(KeyRecord.Edit(offset: offset, length: length, original: Array(original.utf8)))
        }
        return .edits(edits, encoding: encoding, mark: mark)
    }
}

import DataFormats

/// An input to begin with.
struct Seed {
    /// The bytes as they stand in the file.
    let bytes: [UInt8]
    /// The parts that readers look at, where it is an Office file.
    private(set) var parts: [StoredZip.Entry] = []

    /// Makes a seed of text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Makes a seed of parts.
    init(parts: [StoredZip.Entry]) {
        bytes = StoredZip.bytes(of: parts)
        self.parts = parts
    }

    /// Makes a seed of an Office file; `nil` where it cannot be read or is too large to be tried thousands of times.
    init?(archive bytes: [UInt8]) {
        guard bytes.count < 100_000, let archive = try? ZipArchive(bytes) else { return nil }
        self.bytes = bytes
        var total = 0
        for name in archive.names where !Self.unread.contains(where: { name.lowercased().contains($0) }) {
            guard let part = try? archive.bytes(of: name) else { return nil }
            total += part.count
            parts.append(StoredZip.Entry(name: name, bytes: part))
        }
        if total > 150_000 { return nil }
    }

    /// What no reader looks at; it would only make the rest slow.
    private static let unread = [
        "theme", "docprops", "media", "fonttable", "websettings", "printersettings", "thumbnail", "customxml",
        "word/styles", "word/numbering", "word/settings",
    ]
}

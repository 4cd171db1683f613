/// Puts archives together byte by byte, honest ones and others; entries are stored, not compressed.
struct ZipBuilder {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        var flags: UInt16 = 0
        var method: UInt16 = 0
        /// The name in the entry's own header, where it differs.
        var ownName: [UInt8]?
        var checksum: UInt32?
        /// Where the directory says that the entry is, where it is not so.
        var offset: UInt32?
    }

    var entries: [Entry] = []
    var comment: [UInt8] = []
    /// What the end record says, where it is not so.
    var count: UInt16?

    init(_ parts: [(name: String, content: String)] = []) {
        entries = parts.map { Entry(name: Array($0.name.utf8), content: Array($0.content.utf8)) }
    }

    var bytes: [UInt8] {
        var (result, directory): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let checksum = entry.checksum ?? Self.checksum(entry.content)
            let size = UInt32(entry.content.count)
            let own = entry.ownName ?? entry.name
            let offset = entry.offset ?? UInt32(result.count)
            let common = words([20, entry.flags, entry.method, 0, 0x21]) + word(checksum) + word(size) + word(size)
            result += [0x50, 0x4B, 3, 4] + common + words([UInt16(own.count), 0]) + own + entry.content
            directory += [0x50, 0x4B, 1, 2] + words([20]) + common + words([UInt16(entry.name.count), 0, 0, 0, 0])
            directory += word(0) + word(offset) + entry.name
        }
        let start = UInt32(result.count)
        let total = count ?? UInt16(entries.count)
        result += directory + [0x50, 0x4B, 5, 6] + words([0, 0, total, total])
        return result + word(UInt32(directory.count)) + word(start) + words([UInt16(comment.count)]) + comment
    }

    private func words(_ values: [UInt16]) -> [UInt8] {
        values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private func word(_ value: UInt32) -> [UInt8] {
        words([UInt16(value & 0xFFFF), UInt16(value >> 16)])
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}

/// Writes ZIP archives whose entries are stored, with right checksums, so that a changed part is read to its end.
enum StoredZip {
    struct Entry {
        var name: String
        var bytes: [UInt8]
    }

    static func bytes(of entries: [Entry]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            // Version 2.0, names in UTF-8, stored, 1 January 1980, then checksum, sizes and the length of the name.
            var common: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]
            common += little(checksum(entry.bytes), 4)
            common += little(UInt32(truncatingIfNeeded: entry.bytes.count), 4)
            common += little(UInt32(truncatingIfNeeded: entry.bytes.count), 4)
            common += little(UInt32(truncatingIfNeeded: name.count), 2)
            common += [0, 0]
            let offset = UInt32(truncatingIfNeeded: archive.count)
            archive += [0x50, 0x4B, 3, 4] + common + name + entry.bytes
            directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            directory += little(offset, 4) + name
        }
        let count = little(UInt32(truncatingIfNeeded: entries.count), 2)
        let start = little(UInt32(truncatingIfNeeded: archive.count), 4)
        archive += directory
        archive += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
        return archive + little(UInt32(truncatingIfNeeded: directory.count), 4) + start + [0, 0]
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        return ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(truncatingIfNeeded: ($0 ^ UInt32($1)) & 0xFF)] }
    }
}

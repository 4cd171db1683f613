/// What the directory of an archive says of one entry.
struct ZipEntry: Sendable, Hashable {
    /// The place in the directory, from 0.
    let index: Int
    let name: String
    /// The bytes of the archive from the entry's own header to the end of its data.
    let extent: Range<Int>
    let compressedSize: Int
    /// How large it claims to be when inflated.
    let claimedSize: Int
    let method: Int

    var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") && claimedSize == 0 }

    /// The entry as a message may call it: by its name when that is plain and short, else by its number.
    var label: String { Self.label(name, index: index) }

    static func label(_ name: String, index: Int) -> String {
        let isPlain = name.utf8.count <= 60 && name.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x27 }
        return isPlain && !name.isEmpty ? "entry '\(name)'" : "entry \(index + 1)"
    }
}

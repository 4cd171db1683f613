import DataFormats

/// The names of elements and attributes of an XML document, which are read as text only to see whether a name is left.
enum TagNames {
    /// Gives the names in each tag to a function; those of web pages and pictures are known, and are nobody's.
    static func read(_ bytes: [UInt8], _ take: (TextFlow) -> Void) {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        guard !head.contains("<!doctype html"), !head.contains("<html"), !head.contains("<svg") else { return }
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, isNameStart(bytes[index + 1]) else {
                index += 1
                continue
            }
            index = readTag(bytes, from: index + 1, take)
        }
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || (0x41...0x5A).contains(byte & 0xDF)
    }

    /// Reads a tag without the values of its attributes; returns where it ends.
    private static func readTag(_ bytes: [UInt8], from start: Int, _ take: (TextFlow) -> Void) -> Int {
        var quote: UInt8?
        var characters: [LocatedCharacter] = []
        var index = start
        while index < bytes.count, quote != nil || bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else {
                characters.append(LocatedCharacter(UInt32(byte), index..<index + 1))
            }
            index += 1
        }
        take(TextFlow(characters, in: .plain, use: .identifier))
        return index
    }
}

/// Bytes as letters, by RFC 4648.
enum Base64 {
    private static let figures = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 3 * 4 + 4)
        var index = 0
        while index < bytes.count {
            let count = min(3, bytes.count - index)
            var bits = 0
            for place in 0..<3 { bits = bits << 8 | (place < count ? Int(bytes[index + place]) : 0) }
            for place in 0..<4 { text.append(place <= count ? figures[bits >> (18 - 6 * place) & 63] : 0x3D) }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var (bits, count, padding) = (0, 0, 0)
        for byte in text.utf8 {
            if byte == 0x3D {
                padding += 1
                continue
            }
            guard padding == 0, let value = value(byte) else { return nil }
            bits = (bits << 6 | value) & 0xFFFFFF
            count += 1
            switch count % 4 {
            case 2: bytes.append(UInt8(bits >> 4 & 0xFF))
            case 3: bytes.append(UInt8(bits >> 2 & 0xFF))
            case 0: bytes.append(UInt8(bits & 0xFF))
            default: break
            }
        }
        return (count + padding).isMultiple(of: 4) && count % 4 != 1 ? bytes : nil
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x61...0x7A: Int(byte) - 0x61 + 26
        case 0x30...0x39: Int(byte) - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}

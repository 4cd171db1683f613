/// Collects the characters of UTF-8 bytes.
struct FlowBuilder {
    private(set) var characters: [LocatedCharacter] = []

    var isEmpty: Bool { characters.isEmpty }

    /// Appends the characters of a range as they stand, without any escape.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound { index = appendOne(bytes, index, before: range.upperBound) }
    }

    /// Appends the character at a place; returns where the next one begins.
    mutating func appendOne(_ bytes: [UInt8], _ index: Int, before end: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 {
            characters.append(LocatedCharacter(UInt32(byte), index..<index + 1))
            return index + 1
        }
        let length = Self.length(byte)
        guard length > 1, index + length <= end else {
            characters.append(LocatedCharacter(0xFFFD, index..<index + 1))
            return index + 1
        }
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for next in bytes[(index + 1)..<(index + length)] {
            guard next & 0xC0 == 0x80 else {
                characters.append(LocatedCharacter(0xFFFD, index..<index + 1))
                return index + 1
            }
            value = value << 6 | UInt32(next & 0x3F)
        }
        characters.append(LocatedCharacter(value, index..<index + length))
        return index + length
    }

    mutating func append(_ value: UInt32, _ range: Range<Int>) {
        characters.append(LocatedCharacter(value, range))
    }

    /// Returns what was collected, and begins anew.
    mutating func take() -> [LocatedCharacter] {
        defer { characters.removeAll(keepingCapacity: true) }
        return characters
    }

    private static func length(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}

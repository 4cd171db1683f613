/// The text of a file in UTF-8, and how to bring it back into the bytes of the file.
///
/// Other than ``DecodedText`` it changes nothing: control characters and faulty bytes stay.
public struct RecodedText: Sendable {
    /// The text, without a byte order mark.
    public let utf8: [UInt8]
    /// The encoding of the file.
    public let encoding: TextEncoding
    /// The byte order mark of the file; empty where there is none.
    public let mark: [UInt8]

    /// Brings a file into UTF-8; the encoding is found as for ``DecodedText``.
    public init(_ bytes: [UInt8]) {
        let encoding = DecodedText(bytes).encoding
        self.init(bytes, encoding: encoding)
    }

    /// Brings a file of a known encoding into UTF-8.
    public init(_ bytes: [UInt8], encoding: TextEncoding) {
        self.encoding = encoding
        let marks: [TextEncoding: [UInt8]] = [
            .utf8: [0xEF, 0xBB, 0xBF], .utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF],
        ]
        mark = marks[encoding].flatMap { bytes.starts(with: $0) ? $0 : nil } ?? []
        let content = bytes[mark.count...]
        switch encoding {
        case .utf8: utf8 = Array(content)
        case .windows1252:
            utf8 = content.flatMap { $0 < 0x80 ? [$0] : Self.encoded(Windows1252.scalars[Int($0) - 0x80]) }
        case .utf16LittleEndian: utf8 = Self.decoded(content, low: 0, high: 1)
        case .utf16BigEndian: utf8 = Self.decoded(content, low: 1, high: 0)
        }
    }

    /// Returns text as a file of this encoding; `nil` when the encoding has no place for a character.
    public func file(of utf8: [UInt8]) -> [UInt8]? { Self.file(of: utf8, encoding: encoding, mark: mark) }

    /// Returns text as a file; `nil` when the encoding has no place for a character.
    public static func file(of utf8: [UInt8], encoding: TextEncoding, mark: [UInt8]) -> [UInt8]? {
        switch encoding {
        case .utf8: return mark + utf8
        case .windows1252:
            guard let text = String(validating: utf8, as: UTF8.self) else { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(utf8.count)
            for scalar in text.unicodeScalars {
                guard let byte = Windows1252.byte(of: scalar) else { return nil }
                bytes.append(byte)
            }
            return bytes
        case .utf16LittleEndian, .utf16BigEndian:
            let isLittle = encoding == .utf16LittleEndian
            var bytes = mark
            bytes.reserveCapacity(utf8.count * 2)
            for unit in String(decoding: utf8, as: UTF8.self).utf16 {
                let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
                bytes += isLittle ? [low, high] : [high, low]
            }
            return bytes
        }
    }

    private static func encoded(_ value: UInt32) -> [UInt8] {
        Unicode.Scalar(value).flatMap { UTF8.encode($0).map(Array.init) } ?? [0xEF, 0xBF, 0xBD]
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>, low: Int, high: Int) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8)
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

/// https://encoding.spec.whatwg.org/index-windows-1252.txt; the five bytes without a character are controls.
private enum Windows1252 {
    static let scalars: [UInt32] = {
        var scalars = (0x80...0xFF).map { UInt32($0) }
        let special: [Int: UInt32] = [
            0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021,
            0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152, 0x8E: 0x017D, 0x91: 0x2018,
            0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC,
            0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A, 0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
        ]
        for (byte, scalar) in special { scalars[byte - 0x80] = scalar }
        return scalars
    }()

    private static let bytes: [UInt32: UInt8] = Dictionary(
        scalars.enumerated().map { ($0.element, UInt8($0.offset + 0x80)) },
        uniquingKeysWith: { first, _ in first }
    )

    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        scalar.isASCII ? UInt8(scalar.value) : bytes[scalar.value]
    }
}

/// The text of a file as UTF-8, and what had to be done to get it.
///
/// Nothing is replaced in silence: bytes that are no text, and control characters that no document may hold, become
/// U+FFFD and are counted, with the place of the first.
public struct DecodedText: Sendable {
    /// The text in UTF-8, without a byte order mark and without control characters other than tab and line ends.
    public let utf8: [UInt8]
    /// How the file was read.
    public let encoding: TextEncoding
    /// Whether the encoding was found by looking rather than by a mark or by order.
    public let isGuessed: Bool
    /// How many control characters, NUL among them, were replaced.
    public let controlsReplaced: Int
    /// How many faulty bytes or halves of characters were replaced.
    public let faultsReplaced: Int
    /// The line and column of the first byte that is not valid UTF-8, in a file without any other mark; `nil` when
    /// there is none.
    public let firstFault: (line: Int, column: Int)?

    /// Decodes a file.
    ///
    /// With no encoding given: a byte order mark decides; else many NULs in every other place mean UTF-16; else the
    /// text is UTF-8 when all of it is valid, or when it holds more whole characters of several bytes, which no other
    /// encoding forms by chance, than faults; else Windows-1252.
    public init(_ bytes: [UInt8], as given: TextEncoding? = nil) {
        let (marked, start) = Self.byteOrderMark(bytes)
        var fault: (line: Int, column: Int)?
        let found: TextEncoding
        var isGuessed = false
        if let given {
            found = given
        } else if let marked {
            found = marked
        } else if let wide = Self.wideEncoding(bytes) {
            found = wide
            isGuessed = true
        } else {
            fault = Self.firstFault(in: bytes)
            found = fault == nil || Self.isMostlyUTF8(bytes) ? .utf8 : .windows1252
            isGuessed = fault != nil
        }
        var text = Replacement()
        switch found {
        case .utf8:
            let content = bytes[(marked == .utf8 ? start : 0)...]
            if fault == nil, given == .utf8 || marked == .utf8 { fault = Self.firstFault(in: Array(content)) }
            text.append(utf8: content)
        case .utf16LittleEndian, .utf16BigEndian:
            text.append(
                utf16: bytes[(marked == found ? start : 0)...],
                isLittleEndian: found == .utf16LittleEndian
            )
        case .windows1252: text.append(windows1252: bytes[...])
        }
        utf8 = text.utf8
        encoding = found
        self.isGuessed = isGuessed
        controlsReplaced = text.controls
        faultsReplaced = text.faults
        firstFault = fault
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (TextEncoding?, Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return (nil, 0)
    }

    /// UTF-16 without a mark: nearly every other byte of the beginning is NUL.
    private static func wideEncoding(_ bytes: [UInt8]) -> TextEncoding? {
        let pairs = min(bytes.count, 4096) / 2
        guard pairs >= 4 else { return nil }
        var (even, odd) = (0, 0)
        for pair in 0..<pairs {
            if bytes[pair * 2] == 0 { even += 1 }
            if bytes[pair * 2 + 1] == 0 { odd += 1 }
        }
        if odd * 10 >= pairs * 7, even * 10 < pairs { return .utf16LittleEndian }
        if even * 10 >= pairs * 7, odd * 10 < pairs { return .utf16BigEndian }
        return nil
    }

    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var (whole, faults) = (0, 0)
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
            } else if let length = validLength(bytes, at: index) {
                whole += 1
                index += length
            } else {
                faults += 1
                index += 1
            }
        }
        return whole > faults
    }

    private static func firstFault(in bytes: [UInt8]) -> (line: Int, column: Int)? {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            guard let length = validLength(bytes, at: index) else {
                // A carriage return alone ends a line too.
                let ends = (0..<index).filter {
                    bytes[$0] == 0x0A || bytes[$0] == 0x0D && bytes[$0 + 1] != 0x0A
                }
                return (ends.count + 1, index - (ends.last ?? -1))
            }
            index += length
        }
        return nil
    }

    /// The length of the well-formed multi-byte character at a place, by table 3-7 of the Unicode standard.
    static func validLength(_ bytes: some RandomAccessCollection<UInt8>, at start: Int) -> Int? {
        func byte(_ offset: Int) -> UInt8? {
            let place = bytes.index(bytes.startIndex, offsetBy: start + offset)
            return place < bytes.endIndex ? bytes[place] : nil
        }
        guard let lead = byte(0), let second = byte(1) else { return nil }
        let seconds: ClosedRange<UInt8>
        let length: Int
        switch lead {
        case 0xC2...0xDF: (seconds, length) = (0x80...0xBF, 2)
        case 0xE0: (seconds, length) = (0xA0...0xBF, 3)
        case 0xE1...0xEC, 0xEE...0xEF: (seconds, length) = (0x80...0xBF, 3)
        case 0xED: (seconds, length) = (0x80...0x9F, 3)
        case 0xF0: (seconds, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (seconds, length) = (0x80...0xBF, 4)
        case 0xF4: (seconds, length) = (0x80...0x8F, 4)
        default: return nil
        }
        guard seconds.contains(second) else { return nil }
        for offset in 2..<max(length, 2) {
            guard let next = byte(offset), (0x80...0xBF).contains(next) else { return nil }
        }
        return length
    }
}

/// Collects UTF-8 text and counts what it replaces.
private struct Replacement {
    var utf8: [UInt8] = []
    var controls = 0
    var faults = 0

    private static let mark: [UInt8] = [0xEF, 0xBF, 0xBD]

    mutating func append(utf8 bytes: ArraySlice<UInt8>) {
        utf8.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte < 0x80 {
                append(ascii: byte)
                index += 1
            } else if let length = DecodedText.validLength(bytes, at: index - bytes.startIndex) {
                append(character: bytes[index..<index + length])
                index += length
            } else {
                utf8 += Self.mark
                faults += 1
                index += 1
            }
        }
    }

    mutating func append(utf16 bytes: ArraySlice<UInt8>, isLittleEndian: Bool) {
        utf8.reserveCapacity(bytes.count)
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
            index += 2
        }
        var decoder = Unicode.UTF16()
        var source = units.makeIterator()
        decoding: while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar): append(scalar)
            case .emptyInput: break decoding
            case .error:
                utf8 += Self.mark
                faults += 1
            }
        }
        if index < bytes.endIndex {
            utf8 += Self.mark
            faults += 1
        }
    }

    mutating func append(windows1252 bytes: ArraySlice<UInt8>) {
        utf8.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            if byte < 0x80 {
                append(ascii: byte)
            } else if let scalar = Self.scalar(windows1252: byte) {
                append(scalar)
            } else {
                utf8 += Self.mark
                faults += 1
            }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(ascii: UInt8(scalar.value))
        } else {
            append(character: ArraySlice(UTF8.encode(scalar).map(Array.init) ?? Self.mark))
        }
    }

    private mutating func append(ascii byte: UInt8) {
        switch byte {
        case 0x20...0x7E, 0x09, 0x0A, 0x0D: utf8.append(byte)
        default:
            utf8 += Self.mark
            controls += 1
        }
    }

    /// Appends a character of several bytes, unless it is one of the C1 controls or U+FFFE, U+FFFF.
    private mutating func append(character bytes: ArraySlice<UInt8>) {
        let start = bytes.startIndex
        let isControl = bytes.count == 2 && bytes[start] == 0xC2 && bytes[start + 1] < 0xA0
        let isNoCharacter =
            bytes.count == 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBF && bytes[start + 2] >= 0xBE
        if isControl || isNoCharacter {
            utf8 += Self.mark
            controls += 1
        } else {
            utf8 += bytes
        }
    }

    /// https://encoding.spec.whatwg.org/index-windows-1252.txt, without the five places that it leaves to controls.
    private static func scalar(windows1252 byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let table: [UInt32] = [
            0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
            0x017D, 0,
            0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
            0x017E,
            0x0178,
        ]
        let value = table[Int(byte) - 0x80]
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}

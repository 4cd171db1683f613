/// Reads one JSON document out of a range of bytes, strictly as RFC 8259 has it.
struct JSONReader {
    private let bytes: [UInt8]
    private let end: Int
    private let limits: JSONLimits
    private var index: Int
    private var line: Int
    private var lineStart: Int
    private var depth = 0
    private var values = 0

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let carriageReturn: UInt8 = 0x0D
    private static let lineFeed: UInt8 = 0x0A

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, as ``text(_:)`` gives it.
    ///   - range: Where the document stands in them; it begins at the beginning of a line.
    ///   - line: The number of that line.
    ///   - limits: How far the document may go.
    init(_ bytes: [UInt8], in range: Range<Int>, line: Int, limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
        self.line = line
        index = range.lowerBound
        lineStart = range.lowerBound
        end = range.upperBound
    }

    /// The document as UTF-8 without a byte order mark; only what was UTF-16 is known to be valid.
    static func text(_ bytes: [UInt8]) throws(JSONFault) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        guard let encoding = wideEncoding(bytes) else { return bytes }
        let text = DecodedText(bytes, as: encoding)
        guard text.faultsReplaced == 0, text.controlsReplaced == 0 else {
            throw JSONFault(message: "the document is not valid UTF-16", line: 1, column: 1)
        }
        return text.utf8
    }

    /// A document begins with an ASCII character, so that UTF-16 shows without a mark too.
    private static func wideEncoding(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE), (0x01...0x7F, 0): return .utf16LittleEndian
        case (0xFE, 0xFF), (0, 0x01...0x7F): return .utf16BigEndian
        default: return nil
        }
    }

    /// Passes over bytes at the beginning that belong to what the document stands in.
    mutating func pass(_ count: Int) {
        index = min(index + count, end)
    }

    mutating func readDocument() throws(JSONFault) -> JSONNode {
        skipSpace()
        guard index < end else { throw fault("the document is empty") }
        let node = try readValue()
        skipSpace()
        guard index == end else { throw fault("text stands behind the end of the document") }
        return node
    }

    // MARK: Values

    private mutating func readValue() throws(JSONFault) -> JSONNode {
        values += 1
        guard values <= limits.values else { throw fault("the document has too many values") }
        let (line, column) = (line, index - lineStart + 1)
        return JSONNode(try readBareValue(), line: line, column: column)
    }

    private mutating func readBareValue() throws(JSONFault) -> JSONNode.Value {
        guard let current else { throw fault("the document ends where a value is expected") }
        switch current {
        case Self.quote: return .string(try readString())
        case UInt8(ascii: "{"): return .object(try nested { (reader) throws(JSONFault) in try reader.readMembers() })
        case UInt8(ascii: "["): return .array(try nested { (reader) throws(JSONFault) in try reader.readElements() })
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber())
        case UInt8(ascii: "n"): return try read("null", as: .null)
        case UInt8(ascii: "t"): return try read("true", as: .bool(true))
        case UInt8(ascii: "f"): return try read("false", as: .bool(false))
        default: throw fault("expected a value")
        }
    }

    private mutating func nested<Content>(
        _ read: (inout Self) throws(JSONFault) -> Content
    ) throws(JSONFault) -> Content {
        guard depth < limits.depth else { throw fault("nested too deeply") }
        depth += 1
        index += 1
        let content = try read(&self)
        depth -= 1
        return content
    }

    private mutating func readElements() throws(JSONFault) -> [JSONNode] {
        var elements: [JSONNode] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try readValue())
            skipSpace()
            if take(UInt8(ascii: "]")) { return elements }
            try takeComma(orEnd: "]")
            if current == UInt8(ascii: "]") { throw fault("no value follows the comma") }
        }
    }

    private mutating func readMembers() throws(JSONFault) -> [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return members }
        while true {
            guard current == Self.quote else { throw fault("expected a name in double quotes") }
            let name = try readString()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("expected a colon behind the name") }
            skipSpace()
            members.append(JSONNode.Member(name: name, node: try readValue()))
            skipSpace()
            if take(UInt8(ascii: "}")) { return members }
            try takeComma(orEnd: "}")
            if current == UInt8(ascii: "}") { throw fault("no member follows the comma") }
        }
    }

    private mutating func takeComma(orEnd bracket: String) throws(JSONFault) {
        guard take(UInt8(ascii: ",")) else { throw fault("expected a comma or '\(bracket)'") }
        skipSpace()
    }

    private mutating func read(_ word: StaticString, as value: JSONNode.Value) throws(JSONFault) -> JSONNode.Value {
        let length = word.utf8CodeUnitCount
        guard index + length <= end, bytes[index..<index + length].elementsEqual(word.description.utf8) else {
            throw fault("expected a value")
        }
        index += length
        return value
    }

    // MARK: Numbers

    private mutating func readNumber() throws(JSONFault) -> String {
        let start = index
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            if isFigure { throw fault("a figure stands behind a leading zero") }
        } else {
            try readFigures()
        }
        if take(UInt8(ascii: ".")) { try readFigures() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try readFigures()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func readFigures() throws(JSONFault) {
        guard isFigure else { throw fault("expected a figure of a number") }
        while isFigure { index += 1 }
    }

    private var isFigure: Bool {
        guard let current else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(current)
    }

    // MARK: Strings

    private mutating func readString() throws(JSONFault) -> String {
        let opening = index
        index += 1
        var runStart = index
        var content: [UInt8] = []
        while index < end {
            let byte = bytes[index]
            switch byte {
            case Self.quote:
                let run = bytes[runStart..<index]
                index += 1
                return String(decoding: content.isEmpty ? run : (content + run)[...], as: UTF8.self)
            case Self.backslash:
                content += bytes[runStart..<index]
                content.append(try readEscape())
                runStart = index
            case 0x20..<0x80: index += 1
            case Self.lineFeed, Self.carriageReturn: throw fault("a string is not closed on its line")
            case 0..<0x20: throw fault("a control character stands in a string")
            default:
                guard let length = DecodedText.validLength(bytes, at: index) else {
                    throw fault("the text is not valid UTF-8")
                }
                index += length
            }
        }
        throw fault("a string is never closed", at: opening)
    }

    private mutating func readEscape() throws(JSONFault) -> Unicode.Scalar {
        let start = index
        index += 1
        guard let mark = current else { throw fault("the document ends in a string") }
        index += 1
        switch mark {
        case Self.quote, Self.backslash, UInt8(ascii: "/"): return Unicode.Scalar(mark)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try readUnicodeEscape(from: start)
        default: throw fault("an unknown escape stands in a string", at: start)
        }
    }

    private mutating func readUnicodeEscape(from start: Int) throws(JSONFault) -> Unicode.Scalar {
        let first = try readFourFigures()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(Self.backslash), take(UInt8(ascii: "u")) else {
            throw fault("half of a surrogate pair stands in a string", at: start)
        }
        let second = try readFourFigures()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault("half of a surrogate pair stands in a string", at: start) }
        return scalar
    }

    private mutating func readFourFigures() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let figure = Self.hexadecimal(byte) else {
                throw fault("expected four hexadecimal figures")
            }
            value = value << 4 | figure
            index += 1
        }
        return value
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    // MARK: Bytes

    private var current: UInt8? { index < end ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while index < end {
            switch bytes[index] {
            case 0x20, 0x09: index += 1
            case Self.carriageReturn where index + 1 < end && bytes[index + 1] == Self.lineFeed: index += 1
            case Self.lineFeed, Self.carriageReturn:
                index += 1
                line += 1
                lineStart = index
            default: return
            }
        }
    }

    private func fault(_ message: String, at place: Int? = nil) -> JSONFault {
        JSONFault(message: message, line: line, column: (place ?? index) - lineStart + 1)
    }
}

extension [UInt8] {
    /// Appends a character in UTF-8.
    fileprivate mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(UInt8(scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}

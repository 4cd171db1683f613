/// The flows of a JSON document, or of one on each line: one for each string and each long number.
struct JSONFlows {
    /// Shorter numbers are counts and parts of dates.
    private static let shortestNumber = 5

    static func read(_ bytes: [UInt8], _ take: (TextFlow) -> Void) {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): index = readString(bytes, from: index + 1, take)
            case 0x30...0x39:
                let start = index
                while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
                guard index - start >= shortestNumber, isWhole(bytes, start..<index) else { continue }
                var flow = FlowBuilder()
                flow.append(bytes, start..<index)
                take(TextFlow(flow.take(), in: .jsonNumber))
            default: index += 1
            }
        }
    }

    /// Whether figures are a number of their own: no sign, fraction or exponent.
    private static func isWhole(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
        let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
        return !"+-.eE".utf8.contains(before) && !".eE".utf8.contains(after)
    }

    /// Reads a string up to its closing quotation mark, or the end of the file; returns where the rest begins.
    private static func readString(_ bytes: [UInt8], from start: Int, _ take: (TextFlow) -> Void) -> Int {
        var flow = FlowBuilder()
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                let (value, end) = escape(bytes, at: index)
                flow.append(value, index..<end)
                index = end
            } else {
                index = flow.appendOne(bytes, index, before: bytes.count)
            }
        }
        if !flow.isEmpty { take(TextFlow(flow.take(), in: .jsonString)) }
        return index + 1
    }

    /// The character that an escape stands for; two halves of a character are read as one.
    private static func escape(_ bytes: [UInt8], at index: Int) -> (value: UInt32, end: Int) {
        switch bytes[index + 1] {
        case UInt8(ascii: "n"): return (0x0A, index + 2)
        case UInt8(ascii: "r"): return (0x0D, index + 2)
        case UInt8(ascii: "t"): return (0x09, index + 2)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): return (0x20, index + 2)
        case UInt8(ascii: "u"):
            guard let unit = unit(bytes, at: index) else { return (0xFFFD, index + 2) }
            guard (0xD800...0xDFFF).contains(unit) else { return (unit, index + 6) }
            guard unit < 0xDC00, let low = Self.unit(bytes, at: index + 6), (0xDC00...0xDFFF).contains(low) else {
                return (0xFFFD, index + 6)
            }
            return (0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), index + 12)
        default: return (UInt32(bytes[index + 1]), index + 2)
        }
    }

    private static func unit(_ bytes: [UInt8], at index: Int) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        let figures = bytes[(index + 2)..<(index + 6)]
        guard figures.first != UInt8(ascii: "+"), figures.first != UInt8(ascii: "-") else { return nil }
        return UInt32(String(decoding: figures, as: UTF8.self), radix: 16)
    }
}

/// The flows of a style sheet: the strings in it, and the rest, in which only identifiers can stand.
struct StyleFlows {
    static func read(_ bytes: [UInt8], _ range: Range<Int>, _ take: (TextFlow) -> Void) {
        var builder = FlowBuilder()
        var quote: UInt8?
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\") {
                let (value, end) = escape(bytes, at: index, before: range.upperBound)
                builder.append(value, index..<end)
                index = end
            } else if let open = quote, byte == open || byte == 0x0A {
                quote = nil
                if !builder.isEmpty { take(TextFlow(builder.take(), in: .style)) }
                index += 1
            } else if quote == nil, byte == 0x22 || byte == 0x27 {
                quote = byte
                if !builder.isEmpty { take(TextFlow(builder.take(), in: .style, use: .identifier)) }
                index += 1
            } else {
                index = builder.appendOne(bytes, index, before: range.upperBound)
            }
        }
        if !builder.isEmpty {
            take(TextFlow(builder.take(), in: .style, use: quote == nil ? .identifier : .prose))
        }
    }

    /// The character of an escape: up to six figures and one blank behind them, or any character itself.
    private static func escape(_ bytes: [UInt8], at start: Int, before end: Int) -> (value: UInt32, end: Int) {
        var index = start + 1
        var value: UInt32 = 0
        while index < end, index < start + 7, let figure = hexadecimal(bytes[index]) {
            value = value << 4 | figure
            index += 1
        }
        guard index > start + 1 else {
            guard index < end, bytes[index] < 0x80 else { return (0x5C, start + 1) }
            return (UInt32(bytes[index]), index + 1)
        }
        if index < end, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
        return (Unicode.Scalar(value)?.value ?? 0xFFFD, index)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }
}

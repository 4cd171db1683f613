/// The flows of plain text: one for each paragraph.
struct PlainFlows {
    /// The length from which on a line that ends a sentence ends a flow too, so that no flow takes much memory.
    private static let long = 65_536

    static func read(_ bytes: [UInt8], _ take: (TextFlow) -> Void) {
        var flow = FlowBuilder()
        var index = 0
        var lineStart = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A {
                let isBlank = bytes[lineStart..<index].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
                let isLong = flow.characters.count > long && endsSentence(bytes[lineStart..<index])
                if isBlank || isLong, !flow.isEmpty { take(TextFlow(flow.take(), in: .plain)) }
                lineStart = index + 1
            }
            index = flow.appendOne(bytes, index, before: bytes.count)
        }
        if !flow.isEmpty { take(TextFlow(flow.take(), in: .plain)) }
    }

    private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
        guard let last = line.last(where: { $0 != 0x20 && $0 != 0x0D }) else { return true }
        return ".;:!?\"|)}]".utf8.contains(last) || (0x30...0x39).contains(last)
    }
}

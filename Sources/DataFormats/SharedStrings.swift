/// The texts that the cells of a workbook share.
struct SharedStrings: Sendable {
    private(set) var strings: [String] = []
    /// The numbers of the strings in which control characters were replaced.
    private(set) var withControls: Set<Int> = []

    init() {}

    /// Reads the table of strings; what stands before a fault is kept.
    init(_ bytes: [UInt8], fault: inout XMLFault?) {
        var stack = SpreadsheetStack()
        var text = SpreadsheetText()
        do throws(XMLFault) {
            try XMLStream.read(ByteSource(bytes), limits: XMLLimits(depth: 64)) { (piece) throws(XMLFault) in
                switch piece {
                case .start(let tag):
                    if stack.isEmpty {
                        stack.open(root: tag, as: tag.name == "sst" ? .sharedStrings : .other)
                        return
                    }
                    switch stack.open(tag) {
                    case .string: text = SpreadsheetText()
                    case .text: text.begin(keepsSpaces: stack.keepsSpaces)
                    default: break
                    }
                case .text(let piece): if stack.top == .text { text.add(piece) }
                case .end:
                    guard stack.close() == .string else { return }
                    guard strings.count < Workbook.mostCells else {
                        throw XMLFault(message: "too many shared strings", line: 0, column: 0)
                    }
                    add(text.result)
                }
            }
        } catch let error {
            fault = error
        }
    }

    private mutating func add(_ result: (text: String, hasControls: Bool)) {
        if result.hasControls { withControls.insert(strings.count) }
        strings.append(result.text)
    }
}

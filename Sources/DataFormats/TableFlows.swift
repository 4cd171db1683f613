/// The flows of a CSV file: one for each cell.
struct TableFlows {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index = 0
    private var unclosed = 0

    /// After so many quotation marks that are never closed, they are letters like any other.
    private static let mostUnclosed = 100

    static func read(_ bytes: [UInt8], _ take: (TextFlow) -> Void) {
        let head = Array(bytes.prefix(65_536))
        var flows = TableFlows(bytes: bytes, delimiter: CSVReader(head).delimiter)
        while flows.index < bytes.count { flows.readCell(take) }
    }

    /// Whether a text is a table: its first records have several cells, and are alike in their number.
    static func isTable(_ bytes: [UInt8]) -> Bool {
        var reader = CSVReader(Array(bytes.prefix(16_384)))
        var counts: [Int: Int] = [:]
        var records = 0
        while records < 20, let record = reader.next() {
            records += 1
            counts[record.cells.count, default: 0] += 1
        }
        guard records > 1, let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return false }
        return most.key > 2 && most.value * 10 >= records * 7
    }

    private init(bytes: [UInt8], delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

    /// Reads one cell and what ends it.
    private mutating func readCell(_ take: (TextFlow) -> Void) {
        defer { index += 1 }
        if bytes[index] == 0x22, unclosed < Self.mostUnclosed {
            if let close = closingQuote() {
                takeQuoted(upTo: close, take)
                index = close + 1
            } else {
                unclosed += 1
            }
        }
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        guard start < index else { return }
        var flow = FlowBuilder()
        flow.append(bytes, start..<index)
        // Text behind a closing quotation mark cannot be put in marks of its own.
        let bare = start > 0 && bytes[start - 1] == 0x22 ? nil : start..<index
        take(TextFlow(flow.take(), in: .tableCell(delimiter: delimiter, bare: bare)))
    }

    private func closingQuote() -> Int? {
        var place = index + 1
        while place < bytes.count {
            if bytes[place] == 0x22 {
                guard place + 1 < bytes.count, bytes[place + 1] == 0x22 else { return place }
                place += 1
            }
            place += 1
        }
        return nil
    }

    private func takeQuoted(upTo close: Int, _ take: (TextFlow) -> Void) {
        var flow = FlowBuilder()
        var place = index + 1
        while place < close {
            if bytes[place] == 0x22, place + 1 < close {
                flow.append(0x22, place..<place + 2)
                place += 2
            } else {
                place = flow.appendOne(bytes, place, before: close)
            }
        }
        if !flow.isEmpty { take(TextFlow(flow.take(), in: .tableCell(delimiter: delimiter, bare: nil))) }
    }
}

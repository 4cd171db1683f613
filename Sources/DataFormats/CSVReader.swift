/// Reads the records of a CSV file one by one, over UTF-8 bytes.
///
/// It follows RFC 4180 and takes what Excel, databases and people write besides: any separator, any line end, quotes
/// left open, text behind a closing quote, records of unlike length. Cells of a megabyte and five hundred columns are
/// nothing special. Nothing is dropped.
///
///     var reader = CSVReader(Array("Date,Event\n01/02/2019,\"a, b\"\n".utf8))
///     while let record = reader.next() { … }
///
/// - Complexity: O(n) in the bytes of the file; a quote left open is looked for to the end of the file once for each
///   of at most a hundred such quotes.
public struct CSVReader: Sendable {
    private let bytes: [UInt8]
    /// The byte between cells.
    public let delimiter: UInt8
    private var index = 0
    private var line = 1
    private var lineStart = 0
    private var unclosedQuotes = 0

    private static let mostUnclosedQuotes = 100
    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn: UInt8 = 0x0D
    private static let lineFeed: UInt8 = 0x0A

    /// The separators that are looked for, in the order that settles a tie.
    public static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]

    /// Makes a reader over decoded bytes; with no delimiter given it is found by looking.
    ///
    /// A first line such as `sep=;`, which Excel writes and obeys, decides and is passed over. Else the separator wins
    /// whose records are alike in length for the greatest part; on a tie the one that gives the longer records, then
    /// the order comma, semicolon, tab, bar.
    public init(_ bytes: [UInt8], delimiter: UInt8? = nil) {
        self.bytes = bytes
        if let (stated, start) = Self.statedDelimiter(bytes) {
            self.delimiter = delimiter ?? stated
            index = start
            line = 2
            lineStart = start
        } else {
            self.delimiter = delimiter ?? Self.likeliestDelimiter(bytes)
        }
    }

    /// Returns the next record, or `nil` at the end of the file.
    public mutating func next() -> CSVRecord? {
        guard index < bytes.count else { return nil }
        var cells: [CSVCell] = []
        var faults: [CSVRecord.Fault] = []
        while true {
            cells.append(readCell(faults: &faults))
            guard index < bytes.count, bytes[index] == delimiter else {
                passLineEnd()
                return CSVRecord(cells: cells, faults: faults)
            }
            index += 1
        }
    }

    /// Reads one cell up to the separator or the line end behind it.
    private mutating func readCell(faults: inout [CSVRecord.Fault]) -> CSVCell {
        let start = (index: index, line: line, lineStart: lineStart)
        let column = index - lineStart + 1
        if index < bytes.count, bytes[index] == Self.quote, unclosedQuotes < Self.mostUnclosedQuotes {
            // Text behind the closing quote of a cell of several lines: the quote closed nothing, and swallowed rows.
            if let (text, hasMore) = readQuoted(), !(hasMore && line > start.line) {
                if hasMore { faults.append(.textAfterQuote(line: start.line, column: column)) }
                return CSVCell(text: text, line: start.line, column: column)
            }
            // Read this cell again as plain text, so that a stray quote does not swallow the rest of the file.
            unclosedQuotes += 1
            (index, line, lineStart) = start
            faults.append(.unclosedQuote(line: line, column: column))
        }
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        return CSVCell(text: text(bytes[start.index..<index]), line: line, column: column)
    }

    /// Reads a quoted cell from its opening quote to the separator behind it; `nil` when it is never closed.
    private mutating func readQuoted() -> (text: String, hasMore: Bool)? {
        var content: [UInt8] = []
        var runStart = index + 1
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Self.quote {
                content += bytes[runStart..<index]
                index += 1
                if index < bytes.count, bytes[index] == Self.quote {
                    runStart = index
                    index += 1
                    continue
                }
                let rest = index
                while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
                let isPadding = bytes[rest..<index].allSatisfy { $0 == 0x20 }
                if !isPadding { content += bytes[rest..<index] }
                return (text(content[...]), !isPadding)
            }
            if byte == Self.carriageReturn || byte == Self.lineFeed {
                content += bytes[runStart..<index]
                content.append(Self.lineFeed)
                passLineEnd()
                runStart = index
            } else {
                index += 1
            }
        }
        return nil
    }

    private mutating func passLineEnd() {
        guard index < bytes.count else { return }
        if bytes[index] == Self.carriageReturn, index + 1 < bytes.count, bytes[index + 1] == Self.lineFeed {
            index += 1
        }
        index += 1
        line += 1
        lineStart = index
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    // MARK: The separator

    private static func statedDelimiter(_ bytes: [UInt8]) -> (UInt8, Int)? {
        let first = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
        guard first.count == 5, first.prefix(4).elementsEqual("sep=".utf8), let stated = first.last, stated != quote
        else { return nil }
        var next = first.endIndex
        if next + 1 < bytes.count, bytes[next] == carriageReturn, bytes[next + 1] == lineFeed { next += 1 }
        return (stated, min(next + 1, bytes.count))
    }

    private static func likeliestDelimiter(_ bytes: [UInt8]) -> UInt8 {
        var sample = Array(bytes.prefix(16_384))
        let isCut = sample.count < bytes.count
        if isCut, let end = sample.lastIndex(of: lineFeed) { sample.removeSubrange(end...) }
        var best = (delimiter: delimiters[0], alike: 0, of: 1, length: 0)
        for delimiter in delimiters where sample.contains(delimiter) {
            var reader = CSVReader(sample, delimiter: delimiter)
            var lengths: [Int: Int] = [:]
            var count = 0
            while let record = reader.next() {
                // A quoted text that the cut leaves open: its lines are no records.
                if isCut, reader.unclosedQuotes > 0 { break }
                lengths[record.cells.count, default: 0] += 1
                count += 1
            }
            // Shares are compared, not counts: the lines of a quoted text are records to the wrong separator only.
            for (length, alike) in lengths where length > 1 {
                guard (alike * best.of, length) > (best.alike * count, best.length) else { continue }
                best = (delimiter, alike, count, length)
            }
        }
        return best.delimiter
    }
}

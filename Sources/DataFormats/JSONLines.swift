/// Reads NDJSON: one JSON document on each line, so that a faulty line loses only itself.
///
/// Blank lines are passed over, and so are the record separators (0x1E) of RFC 7464 at the beginning of a line. The
/// places of nodes and faults are those in the whole file.
///
///     for line in JSONLines(bytes) {
///         switch line {
///         case .success(let node): …
///         case .failure(let fault): …
///         }
///     }
///
/// A file that is to be UTF-16 and is not gives one fault and nothing else.
public struct JSONLines: Sendable, Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let limits: JSONLimits
    private var index = 0
    private var line = 0
    private var fault: JSONFault?

    /// Makes a reader of the lines of a file, in UTF-8 or UTF-16, with or without a byte order mark.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - limits: How far the document of one line may go.
    public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) {
        self.limits = limits
        do throws(JSONFault) {
            self.bytes = try JSONReader.text(bytes)
        } catch {
            self.bytes = []
            fault = error
        }
    }

    /// Returns what the next line that is not blank holds, or `nil` at the end of the file.
    public mutating func next() -> Result<JSONNode, JSONFault>? {
        if let fault {
            self.fault = nil
            return .failure(fault)
        }
        while index < bytes.count {
            let range = takeLine()
            guard !bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == Self.recordSeparator }) else { continue }
            return read(range)
        }
        return nil
    }

    private static let recordSeparator: UInt8 = 0x1E

    private func read(_ range: Range<Int>) -> Result<JSONNode, JSONFault> {
        let separators = bytes[range].prefix { $0 == Self.recordSeparator }.count
        let limits = limits
        let (bytes, line) = (bytes, line)
        return Result { () throws(JSONFault) in
            var reader = JSONReader(bytes, in: range, line: line, limits: limits)
            reader.pass(separators)
            return try reader.readDocument()
        }
    }

    /// The place of the next line, without its end.
    private mutating func takeLine() -> Range<Int> {
        let start = index
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        let range = start..<index
        if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A { index += 1 }
        index += 1
        line += 1
        return range
    }
}

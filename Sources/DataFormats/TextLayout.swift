/// How the text of a file is laid out, as far as it decides where words stand and how they are written.
public enum TextLayout: String, Sendable, Hashable {
    /// Paragraphs.
    case plain
    /// Cells between separators.
    case table
    /// JSON, or JSON on each line.
    case json
    /// XML, a web page or a picture in SVG.
    case markup
    /// A part of an Office file.
    case officePart

    /// Finds the layout of a text in UTF-8 by looking at it; the ending of the file's name decides what looking cannot.
    public init(of bytes: [UInt8], name: String) {
        let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
        let start = bytes.firstIndex { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } ?? bytes.endIndex
        let first = start < bytes.endIndex ? bytes[start] : 0
        if first == UInt8(ascii: "<") {
            self = .markup
        } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            ["json", "ndjson", "jsonl"].contains(ending) || Self.isJSON(bytes, first, from: start + 1)
        {
            self = .json
        } else if ["csv", "tsv", "tab", "psv"].contains(ending) || ending != "md" && TableFlows.isTable(bytes) {
            self = .table
        } else {
            self = .plain
        }
    }

    private static func isJSON(_ bytes: [UInt8], _ first: UInt8, from start: Int) -> Bool {
        guard let next = bytes[start...].first(where: { $0 > 0x20 }) else { return false }
        return first == UInt8(ascii: "{") ? "\"}".utf8.contains(next) : "{[\"]".utf8.contains(next)
    }

    /// Gives the flows of a text to a function, in the order of the file.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8; faulty bytes are characters of their own.
    ///   - take: Gets each flow.
    /// - Returns: The places of the style sheets and scripts of a web page.
    /// - Complexity: O(n) in the bytes.
    @discardableResult
    public func read(_ bytes: [UInt8], _ take: (TextFlow) -> Void) -> [Range<Int>] {
        switch self {
        case .plain: PlainFlows.read(bytes, take)
        case .table: TableFlows.read(bytes, take)
        case .json: JSONFlows.read(bytes, take)
        case .markup: return MarkupFlows.read(bytes, isOffice: false, take)
        case .officePart: return MarkupFlows.read(bytes, isOffice: true, take)
        }
        return []
    }
}

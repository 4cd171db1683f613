public import DataFormats  // The bytes may stand in memory or in a file.

/// One file that the user gave.
public struct SourceFile: Sendable {
    /// The path as the user named it; findings show it.
    public let path: String
    /// The name by which documents and the chronology speak of the file; it holds no folder of the machine.
    public let name: String
    /// What it holds.
    public let source: ByteSource

    /// Makes a source file.
    public init(path: String, name: String, source: ByteSource) {
        self.path = path
        self.name = name
        self.source = source
    }

    /// Makes a source file of bytes that are in memory.
    public init(path: String, name: String, bytes: [UInt8]) {
        self.init(path: path, name: name, source: ByteSource(bytes))
    }

    /// All bytes; `nil` when they cannot be read.
    var bytes: [UInt8]? { source.bytes(in: 0..<source.count) }

    /// The name without its folders and its ending.
    var stem: String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}

extension SourceFile {
    /// The largest file that is in memory as a whole, in bytes.
    public static let largestInMemory = 16 << 20

    /// Whether the bytes are those of a file that child-impact made, so that it may be written anew.
    public static func isOwn(_ bytes: [UInt8]) -> Bool {
        switch FileFormat(Array(bytes.prefix(65_536))) {
        case .ours, .events(.chronology): true
        default: false
        }
    }
}

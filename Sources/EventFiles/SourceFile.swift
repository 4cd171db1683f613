/// One file that the user gave, already in memory.
public struct SourceFile: Sendable {
    /// The path as the user named it; findings show it.
    public let path: String
    /// The name by which documents and the chronology speak of the file; it holds no folder of the machine.
    public let name: String
    /// The bytes.
    public let bytes: [UInt8]

    /// Makes a source file.
    public init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        self.bytes = bytes
    }

    /// The name without its folders and its ending.
    var stem: String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}

extension SourceFile {
    /// Whether the bytes are those of a file that child-impact made, so that it may be written anew.
    public static func isOwn(_ bytes: [UInt8]) -> Bool {
        if case .ours = FileFormat(bytes) { true } else { false }
    }
}

import EventFiles

/// The one file that a command writes where it is asked to, by the ending of its name.
struct ResultFile {
    /// The kinds of file, by their endings.
    enum Kind: String, CaseIterable {
        case html, xml, json
    }

    let kind: Kind
    private let name: String
    private let folder: OutputFolder

    /// Reads `--output`; `nil` where it is not given.
    ///
    /// - Throws: ``UsageError`` for an ending that is none of the kinds.
    init?(_ arguments: Arguments, kinds: [Kind], inputs: [String]) throws(UsageError) {
        guard let output = arguments.value("output") else { return nil }
        let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let kind = Kind(rawValue: ending), kinds.contains(kind), !output.hasSuffix("/") else {
            let endings = kinds.map { ".\($0.rawValue)" }
            throw UsageError(
                message: "the name of the file to write ends with \(endings.dropLast().joined(separator: ", ")) or "
                    + (endings.last ?? "")
            )
        }
        self.kind = kind
        let parts = PathParts(output)
        name = parts.name
        folder = OutputFolder(
            parts.folder,
            isForced: arguments.has("force"),
            inputs: inputs.map(FileSystem.resolved)
        )
    }

    /// The path as the user named it.
    var path: String { folder.path(of: name) }

    /// Writes the file.
    ///
    /// - Throws: ``WriteError`` where a file that is not one of ours is in the way, or it cannot be written.
    func write(_ bytes: [UInt8]) throws(WriteError) {
        if folder.holds(bytes, as: name) { return }
        try folder.checkWay(name)
        try folder.write([(name, bytes)])
    }
}

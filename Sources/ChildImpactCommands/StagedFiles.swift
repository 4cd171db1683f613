/// Files that are made and checked in memory and then written together: all of them, or none.
struct StagedFiles {
    private let folder: OutputFolder
    private let inputs: Set<String>
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    init(_ path: String, isForced: Bool, inputs: [String]) {
        let inputs = inputs.map(FileSystem.resolved)
        folder = OutputFolder(path, isForced: isForced, inputs: inputs)
        self.inputs = Set(inputs)
    }

    /// Adds a file.
    ///
    /// - Throws: ``WriteError`` when something else is in its way.
    mutating func add(_ name: String, _ bytes: [UInt8]) throws(WriteError) {
        let target = folder.path(of: name)
        if inputs.contains(FileSystem.resolved(target)) {
            throw WriteError(
                path: folder.path,
                message: "the folder holds the papers that are read; choose another one"
            )
        }
        if !folder.holds(bytes, as: name) { try folder.checkWay(name) }
        files.append((name, bytes))
    }

    /// Writes all files; those that were written are taken away again when one cannot be.
    func write() throws(WriteError) {
        let new = files.filter { !FileSystem.exists(folder.path(of: $0.name)) }
        do throws(WriteError) {
            try folder.write(files)
        } catch {
            for file in new { FileSystem.remove(folder.path(of: file.name)) }
            throw error
        }
    }

    /// A name that no file has yet, whatever the case of letters: the name itself, or with a number before its ending.
    func free(_ name: String) -> String {
        let used = Set(files.map { $0.name.lowercased() })
        guard used.contains(name.lowercased()) else { return name }
        let slash = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        let dot = name[slash...].lastIndex(of: ".").flatMap { $0 > slash ? $0 : nil } ?? name.endIndex
        var number = 2
        while used.contains("\(name[..<dot])-\(number)\(name[dot...])".lowercased()) { number += 1 }
        return "\(name[..<dot])-\(number)\(name[dot...])"
    }
}

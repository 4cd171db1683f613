#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file or folder that cannot be read.
struct ReadError: Error, Hashable {
    let path: String
    let message: String
}

/// A file or folder that cannot be written.
struct WriteError: Error, Hashable {
    let path: String
    let message: String
}

/// Reads files and folders.
enum FileSystem {
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        #if canImport(FoundationEssentials)
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
        #else
            var answer = ObjCBool(false)
            isFolder = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &answer)
            return isFolder && answer.boolValue
        #endif
    }

    static func bytes(at path: String) throws(ReadError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ReadError(path: path, message: "the file cannot be read")
        }
        return Array(data)
    }

    /// The names of all files under a folder, relative to it, in the order of their bytes.
    ///
    /// Hidden files and folders are passed over, and so is anything nested deeper than sixteen folders.
    static func files(under folder: String) throws(ReadError) -> [String] {
        var files: [String] = []
        try collect(folder, "", depth: 0, into: &files)
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func collect(
        _ folder: String,
        _ prefix: String,
        depth: Int,
        into files: inout [String]
    ) throws(ReadError) {
        guard depth <= 16 else { return }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw ReadError(path: folder, message: "the folder cannot be read")
        }
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            if isFolder(path) {
                try collect(path, "\(prefix)\(name)/", depth: depth + 1, into: &files)
            } else {
                files.append("\(prefix)\(name)")
            }
        }
    }

    /// The path with its links followed, to know a file that is named twice.
    static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path
    }
}

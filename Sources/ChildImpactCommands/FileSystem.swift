import DataFormats
import EventFiles

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

    /// The bytes of a file: in memory where it is small, else fetched a piece at a time as they are asked for.
    static func source(at path: String) throws(ReadError) -> ByteSource {
        guard let file = OpenFile(path), file.count > SourceFile.largestInMemory else {
            return ByteSource(try bytes(at: path))
        }
        return ByteSource(count: file.count) { file.bytes(in: $0) }
    }

    /// The names of all files under a folder, relative to it, in the order of their bytes.
    ///
    /// Hidden files and folders are passed over. A folder that is reached twice, through a link, is read once. Folders
    /// below that cannot be read are given apart.
    ///
    /// - Throws: ``ReadError`` when the folder itself cannot be read.
    static func files(under folder: String) throws(ReadError) -> (names: [String], unreadable: [String]) {
        var found = (names: [String](), unreadable: [String]())
        var seen: Set<String> = []
        var open = [""]
        while let prefix = open.popLast() {
            let path = prefix.isEmpty ? folder : "\(folder)/\(prefix)"
            guard seen.insert(resolved(path)).inserted else { continue }
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                if prefix.isEmpty { throw ReadError(path: folder, message: "the folder cannot be read") }
                found.unreadable.append(String(prefix.dropLast()))
                continue
            }
            for name in names where !name.hasPrefix(".") {
                if isFolder("\(folder)/\(prefix)\(name)") {
                    open.append("\(prefix)\(name)/")
                } else {
                    found.names.append(prefix + name)
                }
            }
        }
        found.names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        found.unreadable.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return found
    }

    /// Takes a file away, if it can be.
    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path with its links followed, to know a file that is named twice.
    static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path
    }
}

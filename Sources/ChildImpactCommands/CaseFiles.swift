import Diagnostics
import EventFiles

/// The files that the paths of a command line name.
struct CaseFiles {
    /// The files with their bytes.
    private(set) var files: [SourceFile] = []
    /// Files in folders that cannot be read, and files named twice.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the files.
    ///
    /// A file that is named itself is known by its last name, with as many folders before it as it takes to tell it from
    /// the others; a file in a folder by its path from there. So no folder of the machine stands in a document.
    ///
    /// - Parameters:
    ///   - paths: Files and folders.
    ///   - isOutput: Which files of folders this run writes anew, so that they are no sources.
    /// - Throws: ``ReadError`` for a path that is not there or cannot be read, ``UsageError`` for no path at all.
    init(_ paths: [String], without isOutput: (String) -> Bool = { _ in false }) throws {
        guard !paths.isEmpty else { throw UsageError(message: "no file or folder is named") }
        var found: [(path: String, name: String, isNamed: Bool)] = []
        for path in paths {
            if FileSystem.isFolder(path) {
                let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
                let (names, unreadable) = try FileSystem.files(under: folder)
                for name in names where !isOutput("\(folder)/\(name)") {
                    found.append(("\(folder)/\(name)", name, false))
                }
                for name in unreadable {
                    diagnostics.append(
                        Diagnostic(
                            id: "folder.unreadable",
                            severity: .error,
                            summary: "the folder cannot be read",
                            place: Place(path: "\(folder)/\(name)")
                        )
                    )
                }
            } else if FileSystem.exists(path) {
                found.append((path, path.split(separator: "/").last.map(String.init) ?? path, true))
            } else {
                throw ReadError(path: path, message: "there is no such file or folder")
            }
        }
        // A file that is reached in two ways keeps its longest name, so that the order of the paths makes no difference.
        var places: [String: Int] = [:]
        var unique: [(path: String, name: String, isNamed: Bool)] = []
        for file in found {
            guard let place = places[FileSystem.resolved(file.path)] else {
                places[FileSystem.resolved(file.path)] = unique.count
                unique.append(file)
                continue
            }
            diagnostics.append(
                Diagnostic(
                    id: "file.twice",
                    severity: .note,
                    summary: "the file is named twice and read once",
                    place: Place(path: file.path)
                )
            )
            let isNamed = unique[place].isNamed || file.isNamed
            if (file.name.utf8.count, file.name) > (unique[place].name.utf8.count, unique[place].name) {
                unique[place] = file
            }
            unique[place].isNamed = isNamed
        }
        if unique.isEmpty { throw ReadError(path: paths[0], message: "the folder holds no file") }
        let names = Self.names(unique.map { ($0.path, $0.name) })
        for (file, name) in zip(unique, names) {
            do throws(ReadError) {
                let source = try FileSystem.source(at: file.path)
                files.append(SourceFile(path: file.path, name: name, source: source))
            } catch {
                if file.isNamed { throw error }
                diagnostics.append(
                    Diagnostic(
                        id: "file.unreadable",
                        severity: .error,
                        summary: error.message,
                        place: Place(path: file.path)
                    )
                )
            }
        }
    }

    /// Names that are all different: those that several files share get as many folders before them as it takes.
    private static func names(_ files: [(path: String, name: String)]) -> [String] {
        var names = files.map(\.name)
        for _ in 0..<64 {
            var counts: [String: Int] = [:]
            for name in names { counts[name, default: 0] += 1 }
            guard counts.values.contains(where: { $0 > 1 }) else { break }
            for (index, name) in names.enumerated() where counts[name, default: 0] > 1 {
                let parts = files[index].path.split(separator: "/")
                let wanted = name.split(separator: "/").count + 1
                names[index] = parts.suffix(wanted).joined(separator: "/")
            }
        }
        return names
    }

    /// The path of each file as the user named it, by the name that findings use.
    var paths: [String: String] {
        Dictionary(files.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
    }
}

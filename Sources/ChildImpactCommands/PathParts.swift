/// The folder and the name of a file that a user names by a path.
struct PathParts {
    /// The folder; `.` where the path has none.
    let folder: String
    /// The name in the folder.
    let name: String

    /// Takes a path apart at its last slash.
    init(_ path: String) {
        guard let slash = path.lastIndex(of: "/") else {
            (folder, name) = (".", path)
            return
        }
        folder = slash == path.startIndex ? "/" : String(path[..<slash])
        name = String(path[path.index(after: slash)...])
    }
}

import CBuiltInFiles

/// The files that the package carries inside the binary.
public enum BuiltInFile {
    /// The paths of the built-in files of a folder, in the order of the table.
    public static func paths(under folder: String) -> [String] {
        var count = 0
        guard let files = unsafe built_in_files(&count) else { return [] }
        return (0..<count).compactMap { index in
            unsafe files[index].path.map { unsafe String(cString: $0) }
        }.filter { $0.hasPrefix(folder) }
    }

    /// Returns the bytes of a built-in file by its path in the package, such as `exports/styles/document.css`;
    /// `nil` when there is none of that name.
    public static func bytes(at path: String) -> [UInt8]? {
        var count = 0
        guard let files = unsafe built_in_files(&count) else { return nil }
        for index in 0..<count {
            let file = unsafe files[index]
            guard let name = unsafe file.path, unsafe String(cString: name) == path, let start = unsafe file.bytes
            else {
                continue
            }
            return unsafe Array(UnsafeBufferPointer(start: start, count: file.count))
        }
        return nil
    }
}

import CLibXlsxWriter

/// A new folder among the temporary ones that nobody else can look into; it goes with the file that was put in it.
struct PrivateFolder: ~Copyable {
    /// The path of the folder.
    let path: String
    /// The path of the one file that it may hold.
    let file: String

    /// Makes the folder; `nil` when that is not possible.
    init?() {
        guard let parent = unsafe String(validatingCString: child_impact_temporary_folder()) else { return nil }
        var template = Array("\(parent)/child-impact-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.map { unsafe child_impact_make_private_folder($0) } ?? -1
        }
        guard made == 0, let path = String(validating: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        else { return nil }
        self.path = path
        file = path + "/workbook.xlsx"
    }

    deinit {
        unsafe unlink(file)
        unsafe rmdir(path)
    }

    /// Returns the bytes of the file; `nil` when it cannot be read to its end.
    func bytes() -> [UInt8]? {
        guard let stream = unsafe fopen(file, "rb") else { return nil }
        defer { unsafe fclose(stream) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&piece, 1, piece.count, stream)
            bytes += piece[..<count]
            if count < piece.count { return unsafe ferror(stream) == 0 ? bytes : nil }
        }
    }
}

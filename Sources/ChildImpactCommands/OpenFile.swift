#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file from which several threads may read pieces.
final class OpenFile: Sendable {
    /// How many bytes it has.
    let count: Int
    private let descriptor: Int32

    /// Opens a file; `nil` when it cannot be opened, or is no plain file.
    init?(_ path: String) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let count = Int(exactly: status.st_size)
        else {
            close(descriptor)
            return nil
        }
        self.count = count
    }

    deinit {
        close(descriptor)
    }

    /// Returns the bytes of a range; `nil` when they cannot be read.
    func bytes(in range: Range<Int>) -> [UInt8]? {
        var isWhole = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let read = unsafe pread(
                    descriptor,
                    buffer.baseAddress?.advanced(by: filled),
                    range.count - filled,
                    off_t(range.lowerBound + filled)
                )
                guard read > 0 else {
                    isWhole = false
                    return
                }
                filled += read
            }
        }
        return isWhole ? bytes : nil
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a run says, and how it ended.
///
/// Results go to standard output, findings to standard error.
public struct Outcome: Sendable {
    /// The results.
    public var output = ""
    /// The findings.
    public var errors = ""
    /// How it ended.
    public var exitCode = ExitCode.allUsed

    /// Prints both texts to where they belong, and returns how the run ended: a result that cannot be written is no result.
    public func print() -> ExitCode {
        let isWritten = Self.write(output, to: STDOUT_FILENO)
        _ = Self.write(errors, to: STDERR_FILENO)
        return isWritten ? exitCode : .cannotWrite
    }

    private static func write(_ text: String, to file: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = min(bytes.count, 1 << 20)
            let written = unsafe bytes.withUnsafeBytes { unsafe systemWrite(file, $0.baseAddress, count) }
            guard written > 0 else { return false }
            bytes = bytes.dropFirst(written)
        }
        return true
    }
}

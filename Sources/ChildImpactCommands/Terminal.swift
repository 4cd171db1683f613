#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where questions are put, and where answers come from: a terminal, or lines that are piped in.
public struct Terminal {
    /// Returns the next line; `nil` when there are no more.
    let nextLine: () -> String?
    /// Shows a text at once.
    let show: (String) -> Void

    /// Makes a terminal; without arguments one that has no line to give.
    public init(nextLine: @escaping () -> String? = { nil }, show: @escaping (String) -> Void = { _ in }) {
        self.nextLine = nextLine
        self.show = show
    }

    /// The standard input of the process.
    ///
    /// Questions go to standard error, as standard output is for results.
    public static var ofProcess: Terminal {
        Terminal(nextLine: { readLine() }, show: { text in Self.write(text, to: STDERR_FILENO) })
    }

    private static func write(_ text: String, to file: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = unsafe bytes.withUnsafeBytes { unsafe systemWrite(file, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}

/// How a run ended, for the shell.
public enum ExitCode: Int32, Sendable, Hashable {
    /// All of the input was used.
    case allUsed = 0
    /// It is done, but some of the input could not be used; it is listed.
    case someNotUsed = 1
    /// The command line is wrong.
    case usage = 64
    /// Nothing in the input can be used, or a definition is at fault.
    case nothingUsable = 65
    /// A file or folder cannot be read.
    case cannotRead = 66
    /// A file cannot be written.
    case cannotWrite = 73
}

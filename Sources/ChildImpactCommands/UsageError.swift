/// A command line that cannot be obeyed, in one line, with the command whose help explains it.
struct UsageError: Error, Hashable {
    let message: String
}

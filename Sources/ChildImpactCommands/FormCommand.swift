/// `form`: being written.
struct FormCommand {
    init(_ arguments: Arguments, _ settings: Settings) throws {}

    func run() throws -> Outcome {
        throw UsageError(message: "'form' is being written")
    }
}

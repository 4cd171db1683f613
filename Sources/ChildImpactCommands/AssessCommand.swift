/// `assess`: being written.
struct AssessCommand {
    init(_ arguments: Arguments, _ settings: Settings) throws {}

    func run() throws -> Outcome {
        throw UsageError(message: "'assess' is being written")
    }
}

/// `compare`: being written.
struct CompareCommand {
    init(_ arguments: Arguments, _ settings: Settings) throws {}

    func run() throws -> Outcome {
        throw UsageError(message: "'compare' is being written")
    }
}

/// `score`: being written.
struct ScoreCommand {
    init(_ arguments: Arguments, _ settings: Settings) throws {}

    func run() throws -> Outcome {
        throw UsageError(message: "'score' is being written")
    }
}

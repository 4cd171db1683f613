/// `tools`: being written.
struct ToolsCommand {
    init(_ arguments: Arguments, _ settings: Settings) throws {}

    func run() throws -> Outcome {
        throw UsageError(message: "'tools' is being written")
    }
}

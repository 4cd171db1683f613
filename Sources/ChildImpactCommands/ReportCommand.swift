/// `report`: being written.
struct ReportCommand {
    init(_ arguments: Arguments, _ settings: Settings) throws {}

    func run() throws -> Outcome {
        throw UsageError(message: "'report' is being written")
    }
}

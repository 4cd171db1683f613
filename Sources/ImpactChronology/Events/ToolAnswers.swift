/// The answers to a tool of which an event tells that it was completed, whole, so that nothing of them is lost.
public struct ToolAnswers: Sendable, Hashable {
    /// The tool.
    public var tool: String
    /// Its version.
    public var version: String
    /// The answers as a QuestionnaireResponse of FHIR, on one line.
    public var text: String

    /// Makes the answers of an event.
    public init(tool: String, version: String, text: String) {
        self.tool = tool
        self.version = version
        self.text = text
    }
}

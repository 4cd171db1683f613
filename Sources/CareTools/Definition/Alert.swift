/// Something that must be acted on whatever the scores say.
public struct Alert: Sendable, Hashable {
    /// The identifier.
    public var id: String
    /// What it is.
    public var title: String
    /// What to do, a paragraph each.
    public var text: [String]
    /// When it is raised.
    public var condition: Condition

    /// Makes an alert.
    public init(id: String, title: String, text: [String], condition: Condition) {
        self.id = id
        self.title = title
        self.text = text
        self.condition = condition
    }
}

/// A paragraph on a sheet to be written, over its whole width.
public struct ParagraphPlan: Sendable, Hashable {
    /// How a paragraph looks.
    public enum Style: Sendable, Hashable {
        /// The title of the sheet.
        case title
        /// The heading of what follows.
        case heading
        /// Plain text.
        case text
    }

    /// The text.
    public var text: String
    /// How it looks.
    public var style: Style

    /// Makes a paragraph.
    public init(_ text: String, style: Style = .text) {
        self.text = text
        self.style = style
    }
}

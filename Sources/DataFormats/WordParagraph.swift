/// A paragraph of a Word document outside all tables.
public struct WordParagraph: Sendable, Hashable {
    /// Its number, from 1, among all paragraphs outside tables, the blank ones counted.
    public let number: Int
    /// Its text; a line break is a line feed.
    public let text: String
    /// Whether its style or outline level makes it a heading.
    public let isHeading: Bool
}

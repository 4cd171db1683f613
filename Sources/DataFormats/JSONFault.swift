/// What is wrong with a JSON document: one line that quotes nothing of it, and where.
public struct JSONFault: Error, Sendable, Hashable {
    /// What is wrong.
    public let message: String
    /// The line, from 1.
    public let line: Int
    /// The column in bytes of UTF-8, from 1.
    public let column: Int
}

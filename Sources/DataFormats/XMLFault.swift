/// What is wrong with an XML document: one line, and where.
public struct XMLFault: Error, Sendable, Hashable {
    /// What libxml2 says, on one line.
    public let message: String
    /// The line, from 1; 0 when it is not known.
    public let line: Int
    /// The column, from 1; 0 when it is not known.
    public let column: Int
}

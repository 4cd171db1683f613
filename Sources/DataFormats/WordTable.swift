/// A table of a Word document.
public struct WordTable: Sendable, Hashable {
    /// Its number, from 1, in the order in which tables begin, those inside cells counted and those in text boxes not.
    public let number: Int
    /// How many tables it stands inside.
    public let depth: Int
    /// Its rows, without those that a tracked change deletes.
    public let rows: [WordRow]
}

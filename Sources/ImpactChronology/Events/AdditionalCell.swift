/// A cell of a column that the chronology has no place for; it is kept with the event.
public struct AdditionalCell: Sendable, Hashable {
    /// The heading as it is written; blank where the column has none.
    public var heading: String
    /// The text.
    public var text: String

    /// Makes a cell.
    public init(heading: String, text: String) {
        self.heading = heading
        self.text = text
    }
}

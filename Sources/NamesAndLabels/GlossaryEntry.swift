/// A label, and what it stands for.
public struct GlossaryEntry: Sendable, Hashable {
    /// What a label stands for.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// One person.
        case person
        /// A surname that several people share.
        case family
        /// A name that several people share.
        case several
        /// A number or an address.
        case identifier
    }

    /// The label without its mark, such as "Child A".
    public let label: String
    /// The name or value to put back where only the label is known; `nil` where it could be several.
    public let name: String?
    /// What it stands for.
    public let kind: Kind
    /// Whether the names stay as they are.
    public let isKept: Bool

    init(label: String, name: String?, kind: Kind, isKept: Bool = false) {
        self.label = label
        self.name = name
        self.kind = kind
        self.isKept = isKept
    }
}

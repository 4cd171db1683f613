/// The kinds of table that a case holds.
public enum TableKind: String, Sendable, Hashable, CaseIterable {
    case events, family, sources
}

/// How the names of children are replaced.
public enum ChildrenAs: String, Sendable, Hashable, CaseIterable {
    /// By labels, as those of everyone.
    case labels
    /// By their initials.
    case initials
    /// Not at all.
    case full
}

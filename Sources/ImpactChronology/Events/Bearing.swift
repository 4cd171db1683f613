/// Whether an event speaks of a strength or of a concern.
public enum Bearing: String, Sendable, Hashable, CaseIterable {
    case strength, concern, mixed
}

/// How much a finding matters to the person who reads it.
public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Something in the input could not be used; it is listed and nothing of it is shown as fact.
    case error
    /// Something was used, with an assumption that a person should look at.
    case warning
    /// Something worth knowing that changes no result.
    case note
}

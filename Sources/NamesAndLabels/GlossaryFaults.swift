public import Diagnostics  // The faults are diagnostics.

/// Why no glossary can be made of the people: nothing is replaced then.
public struct GlossaryFaults: Error, Sendable {
    /// The faults, none of which shows a name.
    public let diagnostics: [Diagnostic]

    /// Makes faults of diagnostics that show no name.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}

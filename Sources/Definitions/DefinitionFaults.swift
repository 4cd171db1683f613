public import Diagnostics  // The faults are diagnostics.

/// All that is wrong with a definition, with its places.
public struct DefinitionFaults: Error, Sendable {
    /// The faults, in the order of the file; at least one.
    public let diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}

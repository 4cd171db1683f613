public import Diagnostics  // The reason is a diagnostic.

/// A row that could not be used, whole, with the reason.
public struct RejectedRow: Sendable, Hashable {
    /// Why it was not used, and where it stands.
    public var reason: Diagnostic
    /// Its cells, each with the heading of its column; blank where the column has none.
    public var cells: [AdditionalCell]

    /// Makes a rejected row.
    public init(reason: Diagnostic, cells: [AdditionalCell]) {
        self.reason = reason
        self.cells = cells
    }
}

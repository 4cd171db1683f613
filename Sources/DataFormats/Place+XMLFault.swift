public import Diagnostics  // It makes a place.

extension Place {
    /// Makes the place of a fault in a file, without the line or column that is not known.
    public init(of fault: XMLFault, in path: String) {
        self.init(
            path: path,
            line: fault.line == 0 ? nil : fault.line,
            column: fault.column == 0 ? nil : fault.column
        )
    }
}

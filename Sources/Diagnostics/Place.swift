/// Where in the input something stands.
///
/// Lines and columns count from 1; a column counts UTF-8 bytes of the decoded line.
public struct Place: Sendable, Hashable {
    /// The file, as the user named it or as a folder listed it.
    public var path: String
    /// The line on which the record or element starts; `nil` where a file has no lines.
    public var line: Int?
    /// The column at which the cell or element starts; `nil` when the whole line is meant.
    public var column: Int?
    /// The cell in a workbook or document, such as `Events!C14`; `nil` in a text file.
    public var cell: String?

    /// Makes a place from its parts.
    public init(path: String, line: Int? = nil, column: Int? = nil, cell: String? = nil) {
        self.path = path
        self.line = line
        self.column = column
        self.cell = cell
    }
}

extension Place: CustomStringConvertible {
    /// `path:line:column`, or `path: cell` for a workbook, without the parts that are not known.
    public var description: String {
        if let cell { return "\(path): \(cell)" }
        guard let line else { return path }
        guard let column else { return "\(path):\(line)" }
        return "\(path):\(line):\(column)"
    }
}

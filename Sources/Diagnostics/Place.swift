/// Where in the input something stands.
///
/// Lines and columns count from 1; a column counts UTF-8 bytes of the decoded line.
public struct Place: Sendable, Hashable {
    /// The file, as the user named it or as a folder listed it.
    public var path: String
    /// Which of the sheets or tables of the file it stands in, from 1; `nil` where a file has no parts.
    public var part: Int?
    /// The line on which the record or element starts, or the row of a sheet or table; `nil` where a file has neither.
    public var line: Int?
    /// The column at which the cell or element starts; `nil` when the whole line is meant.
    public var column: Int?
    /// The cell in a workbook or document, such as `Events!C14`; `nil` in a text file.
    public var cell: String?

    /// Makes a place from its parts.
    public init(path: String, part: Int? = nil, line: Int? = nil, column: Int? = nil, cell: String? = nil) {
        self.path = path
        self.part = part
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

extension Place {
    /// Whether this place stands before another: by file, then by part, line and column.
    public func isBefore(_ other: Place) -> Bool {
        if path != other.path { return path.utf8.lexicographicallyPrecedes(other.path.utf8) }
        return (part ?? 0, line ?? 0, column ?? 0) < (other.part ?? 0, other.line ?? 0, other.column ?? 0)
    }
}

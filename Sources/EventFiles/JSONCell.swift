import DataFormats

/// The JSON that some extracts keep inside a cell.
enum JSONCell {
    /// Returns the members of an object or the elements of an array as "name: value", those that are empty left out;
    /// `nil` when the text is no JSON.
    static func text(_ cell: String) -> String? {
        guard let node = try? JSONNode(parsing: Array(cell.utf8)) else { return nil }
        return text(node)
    }

    /// Returns the text of any value.
    static func text(_ node: JSONNode) -> String {
        switch node.value {
        case .null: ""
        case .bool(let value): value ? "yes" : "no"
        case .number(let text), .string(let text): text
        case .array(let nodes): nodes.map(text).filter { !$0.isEmpty }.joined(separator: ", ")
        case .object(let members):
            members.map { ($0.name, text($0.node)) }.filter { !$0.1.isEmpty }.map { "\($0): \($1)" }
                .joined(separator: ", ")
        }
    }
}

import CareTools
import DataFormats
import Definitions
import Diagnostics

/// The tools of the definitions, read once.
struct ToolShelf {
    /// All versions of all tools, by identifier and then by version.
    let tools: [CareTools.Tool]

    /// Reads the tools.
    ///
    /// - Throws: ``DefinitionFaults`` when a definition is at fault.
    init(_ definitions: DefinitionSource) throws(DefinitionFaults) {
        tools = try definitions.tools()
    }

    /// Returns one version of a tool, or the latest that is for use; `nil` where there is none.
    func tool(_ id: String, _ version: String?) -> CareTools.Tool? {
        tools.tool(id, version: version)
    }

    /// The versions of a tool, the earliest first.
    func versions(of id: String) -> [String] { tools.filter { $0.id == id }.map(\.version) }

    /// Whether an identifier may be a slip of one that there is.
    func knowsOneNear(_ id: String) -> Bool { !nearestWords(to: id, in: ids, most: 1).isEmpty }

    /// What to do about a tool that there is not.
    func hint(for id: String) -> String {
        let near = nearestWords(to: id, in: ids, most: 1)
        return near.first.map { "did you mean '\($0)'?" } ?? "give its definition with --definitions"
    }

    /// Returns the tool that a user names as `ID`, or `ID|VERSION`.
    ///
    /// - Throws: ``UsageError`` when there is none.
    func tool(named name: String) throws(UsageError) -> CareTools.Tool {
        let parts = name.split(separator: "|", maxSplits: 1).map(String.init)
        if let id = parts.first, let tool = tool(id, parts.count == 2 ? parts[1] : nil) { return tool }
        throw UsageError(message: "there is no tool '\(name)'; \(hint(for: parts.first ?? name))")
    }

    private var ids: [String] {
        tools.map(\.id).reduce(into: []) { ids, id in if ids.last != id { ids.append(id) } }
    }
}

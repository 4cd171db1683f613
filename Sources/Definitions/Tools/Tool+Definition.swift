public import CareTools  // It reads tools.
import DataFormats
import Diagnostics

extension DefinitionSource {
    private static let folder = "tools-definitions/tools/"

    /// Reads every file of `tools-definitions/tools/`, by identifier and then by version.
    ///
    /// - Throws: ``DefinitionFaults`` with the faults of all files, and where two files hold the same version of a tool.
    public func tools() throws(DefinitionFaults) -> [Tool] {
        var tools: [Tool] = []
        var faults: [Diagnostic] = []
        for path in paths(under: Self.folder) {
            do throws(DefinitionFaults) {
                let tool = try tool(at: path)
                if tools.contains(where: { $0.id == tool.id && $0.version == tool.version }) {
                    faults.append(Self.twice(tool, at: path))
                }
                tools.append(tool)
            } catch {
                faults += error.diagnostics
            }
        }
        guard faults.isEmpty else { throw DefinitionFaults(faults) }
        return tools.sorted { ($0.id, VersionOrder($0.version)) < ($1.id, VersionOrder($1.version)) }
    }

    /// Returns one version of a tool, or its latest that is for use; `nil` where there is none of that name.
    ///
    /// - Throws: ``DefinitionFaults`` with the faults of all files.
    public func tool(_ id: String, version: String? = nil) throws(DefinitionFaults) -> Tool? {
        try tools().tool(id, version: version)
    }

    /// Returns the tool of one file, wherever it comes from.
    ///
    /// - Throws: ``DefinitionFaults`` with all faults, in the order of the file.
    public static func tool(parsing bytes: [UInt8], path: String) throws(DefinitionFaults) -> Tool {
        try DefinitionSource(replacements: [path: bytes]).tool(at: path)
    }

    private func tool(at path: String) throws(DefinitionFaults) -> Tool {
        let root = try root(at: path, named: "tool")
        var reader = ToolReader(root, path: path)
        let tool = reader.tool()
        var check = ToolCheck(tool, reader.elements, reader.faults)
        check.run()
        try check.faults.throwIfAny()
        return tool
    }

    private static func twice(_ tool: Tool, at path: String) -> Diagnostic {
        Diagnostic(
            id: "definition.fault",
            severity: .error,
            summary: "there are two definitions of \(tool.id) \(tool.version)",
            place: Place(path: path)
        )
    }
}

import CareTools
import Definitions
import Diagnostics
import Exports

/// `form`: makes an offline form of a tool.
struct FormCommand {
    private let settings: Settings
    private let id: String
    private let version: String?
    private let folder: OutputFolder
    private let name: String

    init(_ arguments: Arguments, _ settings: Settings) throws(UsageError) {
        self.settings = settings
        guard let id = arguments.operands.first, !id.isEmpty else {
            throw UsageError(message: "name a tool; 'child-impact tools' lists them")
        }
        guard arguments.operands.count == 1 else { throw UsageError(message: "one tool is named at a time") }
        guard let output = arguments.value("output"), !output.isEmpty, !output.hasSuffix("/") else {
            throw UsageError(message: "name the form to write with --output FILE.html")
        }
        guard output.lowercased().hasSuffix(".html") else {
            throw UsageError(message: "a form is a web page; its name ends with .html")
        }
        self.id = id
        version = arguments.value("tool-version")
        let parts = PathParts(output)
        name = parts.name
        folder = OutputFolder(
            parts.folder,
            isForced: arguments.has("force"),
            inputs: []
        )
    }

    func run() throws -> Outcome {
        let definitions = settings.definitions
        let tool = try tool(in: definitions)
        let form = ToolForm(tool, style: try definitions.formStyle(), script: try definitions.formScript())
        try folder.checkWay(name)
        try folder.write([(name, form.bytes)])
        var outcome = Outcome()
        outcome.output = """
            \(folder.path(of: name))
            \(tool.title), \(tool.id) \(tool.version)
            Open it in Edge, Chrome or Firefox. It saves answers as a file, which 'child-impact score' reads.

            """
        return outcome
    }

    private func tool(in definitions: DefinitionSource) throws -> CareTools.Tool {
        if let tool = try definitions.tool(id, version: version) { return tool }
        let tools = try definitions.tools()
        let versions = tools.filter { $0.id == id }.map(\.version)
        if let version, !versions.isEmpty {
            throw UsageError(
                message: "there is no version '\(version)' of \(id); there is \(versions.joined(separator: ", "))"
            )
        }
        var known: [String] = []
        for tool in tools where known.last != tool.id { known.append(tool.id) }
        let near = nearestWords(to: id, in: known, most: 1)
        let hint =
            near.first.map { "did you mean '\($0)'?" } ?? "the tools are \(known.joined(separator: ", "))"
        throw UsageError(message: "there is no tool '\(id)'; \(hint)")
    }
}

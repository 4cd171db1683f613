import CareTools
import DataFormats
import Definitions
import Diagnostics
import Exports

/// `tools`: lists, shows, checks and exports the definitions of tools.
struct ToolsCommand {
    private let action: Action
    private let isForced: Bool
    private let settings: Settings

    /// What is to be done.
    private enum Action {
        case list
        case show(String)
        case check([String])
        case export(String, asFHIR: Bool)
    }

    init(_ arguments: Arguments, _ settings: Settings) throws(UsageError) {
        action = try Self.action(arguments)
        isForced = arguments.has("force")
        self.settings = settings
    }

    private static func action(_ arguments: Arguments) throws(UsageError) -> Action {
        let word = arguments.operands.first ?? "list"
        let rest = Array(arguments.operands.dropFirst())
        if arguments.has("fhir") || arguments.has("force"), word != "export" {
            throw UsageError(message: "--fhir and --force are for 'tools export'")
        }
        switch word {
        case "list":
            guard rest.isEmpty else { throw UsageError(message: "'tools list' lists all tools and takes no name") }
            return .list
        case "show":
            guard let id = rest.first, rest.count == 1 else {
                throw UsageError(message: "name one tool to show; 'child-impact tools' lists them")
            }
            return .show(arguments.value("tool-version").map { "\(id)|\($0)" } ?? id)
        case "check": return .check(rest)
        case "export":
            guard let path = rest.first, rest.count == 1, !path.isEmpty else {
                throw UsageError(message: "name one folder to export to")
            }
            return .export(path, asFHIR: arguments.has("fhir"))
        default:
            let near = nearestWords(to: word, in: ["list", "show", "check", "export"], most: 1)
            let hint = near.first.map { "did you mean '\($0)'?" } ?? "there are list, show, check and export"
            throw UsageError(message: "there is no 'tools \(word)'; \(hint)")
        }
    }

    func run() throws -> Outcome {
        switch action {
        case .list: try list()
        case .show(let name): try show(name)
        case .check(let paths): try check(paths)
        case .export(let path, let isFHIR): try export(to: path, asFHIR: isFHIR)
        }
    }

    // MARK: List and show

    private func list() throws -> Outcome {
        let tools = try settings.definitions.tools()
        var outcome = Outcome()
        if settings.isJSON {
            outcome.output = JSONValue.sorted(["tools": .array(tools.map(ToolJSON.summary))]).text + "\n"
        } else {
            let headings = ["Tool", "Version", "Status", "Subject", "Items", "Title"]
            let rows = tools.map { tool in
                [tool.id, tool.version, tool.status.rawValue, tool.subject.rawValue, "\(tool.items.count)", tool.title]
            }
            outcome.output = AlignedTable.text([headings] + rows, rightAligned: 4...4)
        }
        return outcome
    }

    private func show(_ name: String) throws -> Outcome {
        let tool = try ToolShelf(settings.definitions).tool(named: name)
        var outcome = Outcome()
        outcome.output = settings.isJSON ? ToolJSON.whole(tool).text + "\n" : ToolText(tool).text
        return outcome
    }

    // MARK: Check

    private func check(_ paths: [String]) throws -> Outcome {
        if paths.isEmpty {
            let tools = try settings.definitions.tools()
            return checked(tools.map { CheckedTool(path: nil, tool: $0, diagnostics: []) })
        }
        var checked: [CheckedTool] = []
        for path in try paths.flatMap(Self.files) {
            let bytes = try FileSystem.bytes(at: path)
            do throws(DefinitionFaults) {
                let tool = try DefinitionSource.tool(parsing: bytes, path: path)
                let other = checked.first { $0.tool?.id == tool.id && $0.tool?.version == tool.version }
                checked.append(CheckedTool(path: path, tool: tool, diagnostics: Self.twice(tool, path, other?.path)))
            } catch {
                checked.append(CheckedTool(path: path, tool: nil, diagnostics: error.diagnostics))
            }
        }
        return self.checked(checked)
    }

    /// The definitions that a path holds: a file is taken as it is; of a folder of definitions, those of its tools.
    private static func files(at path: String) throws -> [String] {
        guard FileSystem.isFolder(path) else {
            guard FileSystem.exists(path) else {
                throw ReadError(path: path, message: "there is no such file or folder")
            }
            return [path]
        }
        let root = path.hasSuffix("/") ? String(path.dropLast()) : path
        let folder = FileSystem.isFolder("\(root)/tools") ? "\(root)/tools" : root
        let names = try FileSystem.files(under: folder).names.filter { $0.hasSuffix(".xml") }
        guard !names.isEmpty else { throw ReadError(path: folder, message: "the folder holds no XML file") }
        return names.map { "\(folder)/\($0)" }
    }

    private static func twice(_ tool: CareTools.Tool, _ path: String, _ other: String?) -> [Diagnostic] {
        guard let other else { return [] }
        return [
            Diagnostic(
                id: "definition.fault",
                severity: .error,
                summary: "\(tool.id) \(tool.version) is defined in \(other) too",
                place: Place(path: path)
            )
        ]
    }

    private func checked(_ files: [CheckedTool]) -> Outcome {
        var outcome = Outcome()
        if settings.isJSON {
            outcome.output = JSONValue.sorted(["files": .array(files.map(\.json))]).text + "\n"
        } else {
            outcome.output = files.compactMap(\.line).joined()
            outcome.errors = files.flatMap(\.diagnostics).map {
                DiagnosticText.line($0, paths: [:], showsValues: false) + "\n"
            }.joined()
        }
        if files.contains(where: { !$0.diagnostics.isEmpty }) { outcome.exitCode = .nothingUsable }
        return outcome
    }

    // MARK: Export

    private func export(to path: String, asFHIR isFHIR: Bool) throws -> Outcome {
        var staged = StagedFiles(path, isForced: isForced, inputs: [])
        for file in isFHIR ? try questionnaires() : Self.definitions() { try staged.add(file.name, file.bytes) }
        try staged.write()
        var outcome = Outcome()
        let names = staged.files.map(\.name)
        if settings.isJSON {
            outcome.output = JSONValue.sorted(["outputs": .array(names.map { .string($0) })]).text + "\n"
        } else {
            let folder = OutputFolder(path, isForced: false, inputs: [])
            outcome.output = names.map { "\(folder.path(of: $0))\n" }.joined()
        }
        return outcome
    }

    /// Every tool that is loaded; the version that is for use has the plain name.
    private func questionnaires() throws -> [(name: String, bytes: [UInt8])] {
        let shelf = try ToolShelf(settings.definitions)
        return shelf.tools.map { tool in
            let isCurrent = shelf.tool(tool.id, nil)?.version == tool.version
            let name = isCurrent ? tool.id : "\(tool.id)-\(tool.version)"
            return ("\(name).json", QuestionnaireJSON.bytes(of: tool))
        }
    }

    /// What is built in, to be edited; what an authority brings itself is not copied.
    private static func definitions() -> [(name: String, bytes: [UInt8])] {
        let root = "tools-definitions/"
        let paths = BuiltInFile.paths(under: root + "tools/") + BuiltInFile.paths(under: root + "schema/")
        return paths.compactMap { path in
            BuiltInFile.bytes(at: path).map { (String(path.dropFirst(root.count)), $0) }
        }
    }
}

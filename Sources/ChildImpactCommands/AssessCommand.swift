import AnswerFiles
import CareTools
import Definitions
import Diagnostics

/// `assess`: asks the questions of a tool in the terminal, and saves the answers.
struct AssessCommand {
    private let settings: Settings
    private let tool: String
    private let folder: OutputFolder
    private let name: String
    private let isForced: Bool
    private let asksForOverrides: Bool

    private static let usage = "name the file to write with --output FILE.json"

    init(_ arguments: Arguments, _ settings: Settings) throws(UsageError) {
        guard let id = arguments.operands.first, !id.isEmpty else {
            throw UsageError(message: "name a tool; 'child-impact tools' lists them")
        }
        guard arguments.operands.count == 1 else { throw UsageError(message: "one tool is named at a time") }
        guard let output = arguments.value("output"), !output.isEmpty, !output.hasSuffix("/") else {
            throw UsageError(message: Self.usage)
        }
        guard output.lowercased().hasSuffix(".json") else {
            throw UsageError(message: "answers are saved as JSON; the name of the file ends with .json")
        }
        self.settings = settings
        tool = arguments.value("tool-version").map { "\(id)|\($0)" } ?? id
        isForced = arguments.has("force")
        asksForOverrides = arguments.has("overrides")
        let parts = PathParts(output)
        name = parts.name
        folder = OutputFolder(
            parts.folder,
            isForced: true,
            inputs: []
        )
    }

    func run(at terminal: Terminal) throws -> Outcome {
        let shelf = try ToolShelf(settings.definitions)
        let tool = try shelf.tool(named: tool)
        let draft = try draft(of: tool, shelf)
        var dialogue = Dialogue(tool, asOf: settings.asOf, resuming: draft, asksForOverrides: asksForOverrides)
        let screen = AssessScreen(terminal)
        screen.begin(tool, isResumed: draft != nil)
        while let question = dialogue.question {
            screen.show(question, dialogue.progress)
            guard let line = terminal.nextLine() else { break }
            let reply = dialogue.reply(line)
            screen.show(reply, dialogue.newAlerts, dialogue.newWarning)
            if reply == .quit { break }
            // A terminal that is closed takes no answer with it.
            if reply == .taken { try save(dialogue.response, of: tool) }
        }
        return try finish(dialogue)
    }

    // MARK: Files

    /// The draft that the file holds; `nil` where there is no file.
    ///
    /// - Throws: ``WriteError`` where it holds anything else, or a draft that would lose something.
    private func draft(of tool: CareTools.Tool, _ shelf: ToolShelf) throws -> Response? {
        let path = folder.path(of: name)
        guard FileSystem.exists(path) else { return nil }
        if FileSystem.isFolder(path) { throw WriteError(path: path, message: "a folder is in the way") }
        let file = AnswerFile(try FileSystem.bytes(at: path), path: path, tools: shelf.tool)
        guard file.holdsAnswers, file.diagnostics.isEmpty, file.sheets.count == 1, let sheet = file.sheets.first else {
            throw WriteError(path: path, message: "the file holds something else; choose another name")
        }
        if isForced { return nil }
        guard sheet.answers.tool == tool.id, sheet.answers.version == tool.version else {
            throw WriteError(
                path: path,
                message: "the file holds answers to another tool or version; choose another name, or use --force"
            )
        }
        guard sheet.answers.status == .inProgress else {
            throw WriteError(
                path: path,
                message: "the file holds answers that are finished; choose another name, or use --force"
            )
        }
        let read = ResolvedAnswers(sheet.answers, tool: tool, asOf: settings.asOf)
        let faults = (sheet.diagnostics + read.diagnostics).filter { $0.severity == .error }
        guard faults.allSatisfy({ Self.ofWhole.contains($0.id) }), let response = read.response else {
            throw WriteError(
                path: path,
                message: "the draft holds what cannot be used; 'child-impact score' lists it"
            )
        }
        return response
    }

    /// Findings about answers that are kept all the same.
    private static let ofWhole: Set<String> = ["answers.age.outside", "answers.born.later", "answers.dates.reversed"]

    private func save(_ response: Response, of tool: CareTools.Tool) throws(WriteError) {
        try folder.write([(name, QuestionnaireResponse(response, to: tool).bytes)])
    }

    // MARK: The end

    private func finish(_ dialogue: Dialogue) throws -> Outcome {
        let tool = dialogue.tool
        var result = dialogue.outcome
        var outcome = Outcome()
        guard !result.response.about.isEmpty || !result.response.answers.isEmpty else {
            outcome.errors = "child-impact: nothing was answered, and nothing is saved\n"
            outcome.exitCode = .someNotUsed
            return outcome
        }
        if dialogue.question == nil, result.isComplete { result.response.status = .completed }
        try save(result.response, of: tool)
        outcome.output = folder.path(of: name) + "\n"
        if dialogue.question == nil { outcome.output += text(of: result) }
        if result.response.status != .completed {
            outcome.errors = "child-impact: saved as a draft; the same command goes on with it\n"
            if !result.contradicting.isEmpty {
                let keys = result.contradicting.map(\.text).joined(separator: ", ")
                outcome.errors += "child-impact: contradicts itself, as one option excludes the others: \(keys)\n"
            }
            let missing = Self.missing(in: result)
            if !missing.isEmpty {
                outcome.errors += "child-impact: still needed: \(missing.joined(separator: ", "))\n"
            }
            outcome.exitCode = .someNotUsed
        }
        return outcome
    }

    /// What the answers come to, as `score` says it.
    private func text(of result: Result) -> String {
        let path = folder.path(of: name)
        let sheet = AnswerReading.Sheet(
            file: name,
            path: path,
            line: nil,
            status: result.response.status,
            result: result,
            diagnostics: []
        )
        return ScoreText(sheet, result).text
    }

    private static func missing(in result: Result) -> [String] {
        result.aboutMissing.map(\.item.text) + result.requiredUnanswered.map(\.text)
            + result.evidenceMissing.map { AnswerKey($0.item.evidence, instance: $0.instance).text }
    }
}

import AnswerFiles
import CareTools
import CaseDates
import DataFormats
import Definitions
import Diagnostics
import EventFiles

/// The saved answers that the paths of a command line hold, each held against its tool and scored.
struct AnswerReading {
    /// The answers of one person at one time.
    struct Sheet {
        /// The file, as findings name it.
        let file: String
        /// The path as the user named it.
        let path: String
        /// The line on which they begin; `nil` where they are all that the file holds.
        let line: Int?
        /// How far they are, as the file has it.
        let status: AnswerSheet.Status
        /// What they come to; `nil` where nothing of them can be used.
        let result: Result?
        /// What does not fit.
        let diagnostics: [Diagnostic]
    }

    /// The answers, in the order of the files.
    private(set) var sheets: [Sheet] = []
    /// What is wrong with files as a whole.
    private(set) var diagnostics: [Diagnostic] = []
    /// The names of the files that hold answers, also of those that cannot be read.
    private(set) var files: Set<String> = []

    /// Reads answers.
    ///
    /// - Parameters:
    ///   - files: The files; those found in folders that hold something else are passed over.
    ///   - named: The paths that the user named; a file among them must hold answers.
    ///   - tools: The tools that are known.
    ///   - given: The tool that the answers are for where a file does not say.
    ///   - refusesOthers: Whether answers to other tools than the given one are refused.
    ///   - asOf: The day after which nothing can have happened.
    init(
        _ files: CaseFiles,
        named: [String] = [],
        tools: ToolShelf,
        given: CareTools.Tool? = nil,
        refusesOthers: Bool = true,
        asOf: CalendarDay
    ) {
        var readers: [String: AnswerReader] = [:]
        let named = Set(named.map(FileSystem.resolved))
        for file in files.files {
            guard let bytes = file.source.bytes(in: 0..<file.source.count) else { continue }
            let read = AnswerFile(bytes, path: file.name, for: given, tools: tools.tool)
            diagnostics += read.diagnostics
            if !read.holdsAnswers, named.contains(FileSystem.resolved(file.path)) {
                diagnostics.append(
                    Diagnostic(
                        id: "answers.none",
                        severity: .error,
                        summary: "the file holds no saved answers",
                        place: Place(path: file.name)
                    )
                )
            }
            if read.holdsAnswers { self.files.insert(file.name) }
            for sheet in read.sheets {
                sheets.append(
                    Self.resolved(
                        sheet,
                        of: file,
                        isOnly: read.sheets.count == 1,
                        Self.reader(for: sheet.answers, given, refusesOthers, tools, asOf, &readers)
                    )
                )
            }
        }
    }

    private static func resolved(
        _ sheet: AnswerFile.Sheet,
        of file: SourceFile,
        isOnly: Bool,
        _ reader: Swift.Result<AnswerReader, Fault>
    ) -> Sheet {
        var (result, diagnostics): (Result?, [Diagnostic]) = (nil, sheet.diagnostics)
        switch reader {
        case .success(let reader):
            let resolved = reader.read(sheet.answers)
            result = resolved.result
            diagnostics += resolved.diagnostics
        case .failure(let fault): diagnostics.append(fault.diagnostic(at: sheet.answers.place))
        }
        return Sheet(
            file: file.name,
            path: file.path,
            line: isOnly ? nil : sheet.answers.place.line,
            status: sheet.answers.status,
            result: result,
            diagnostics: diagnostics
        )
    }

    /// What hinders answers from being held against a tool.
    private struct Fault: Error {
        let id: String
        let summary: String
        var suggestion: String?
        var value: String?

        func diagnostic(at place: Place) -> Diagnostic {
            Diagnostic(id: id, severity: .error, summary: summary, place: place, suggestion: suggestion, value: value)
        }
    }

    /// The reader for the tool that answers name, else for the one that is given.
    private static func reader(
        for answers: AnswerSheet,
        _ given: CareTools.Tool?,
        _ refusesOthers: Bool,
        _ tools: ToolShelf,
        _ asOf: CalendarDay,
        _ readers: inout [String: AnswerReader]
    ) -> Swift.Result<AnswerReader, Fault> {
        let key = "\(answers.tool ?? "")|\(answers.version ?? "")"
        if let reader = readers[key] { return .success(reader) }
        let found = tool(for: answers, given, refusesOthers, tools)
        guard case .success(let tool) = found else { return found.map { AnswerReader($0, asOf: asOf) } }
        let reader = AnswerReader(tool, asOf: asOf)
        readers[key] = reader
        return .success(reader)
    }

    private static func tool(
        for answers: AnswerSheet,
        _ given: CareTools.Tool?,
        _ refusesOthers: Bool,
        _ tools: ToolShelf
    ) -> Swift.Result<CareTools.Tool, Fault> {
        guard let id = answers.tool ?? given?.id else {
            return .failure(
                Fault(
                    id: "answers.tool.missing",
                    summary: "the answers do not say which tool they are for",
                    suggestion: "name it with --tool"
                )
            )
        }
        // Answers for another tool than the one that is asked for are held against it, and refused there.
        if let given, refusesOthers, id != given.id { return .success(given) }
        if let given, id == given.id, answers.version == nil || answers.version == given.version {
            return .success(given)
        }
        if let tool = tools.tool(id, answers.version) { return .success(tool) }
        let versions = tools.versions(of: id)
        guard versions.isEmpty else {
            let written = answers.version ?? ""
            let quoted = WrittenID(written).version
            return .failure(
                Fault(
                    id: "answers.version.other",
                    summary: (quoted.map { "the answers are for version \($0) of \(id), and" }
                        ?? "what stands in the place of the version of \(id) is none;")
                        + " there is only version \(versions.joined(separator: ", "))",
                    suggestion: quoted.map { _ in "give the other definition with --definitions" },
                    value: quoted == nil ? written : nil
                )
            )
        }
        // A name in small letters has the form of an identifier too: only what is near a known one is quoted.
        guard let quoted = WrittenID(id).identifier, tools.knowsOneNear(quoted) else {
            let summary = "what stands in the place of the tool is none that is known"
            let suggestion = "give its definition with --definitions"
            return .failure(Fault(id: "answers.tool.unknown", summary: summary, suggestion: suggestion, value: id))
        }
        return .failure(
            Fault(
                id: "answers.tool.unknown",
                summary: "there is no tool '\(quoted)'",
                suggestion: tools.hint(for: quoted)
            )
        )
    }
}

import DataFormats
import Definitions
import Diagnostics
import EventFiles
import NamesAndLabels

/// `anonymise`: copies papers with labels in the place of names, and writes a key to put the names back.
struct AnonymiseCommand {
    private let arguments: Arguments
    private let settings: Settings
    private let files: CaseFiles
    private let output: String
    private let key: String
    private let childrenAs: ChildrenAs

    init(_ arguments: Arguments, _ settings: Settings) throws {
        self.arguments = arguments
        self.settings = settings
        (output, key) = try Self.targets(arguments)
        if let word = arguments.value("children-as") {
            guard let childrenAs = ChildrenAs(rawValue: word) else {
                throw UsageError(message: "--children-as is labels, initials or full, not '\(word)'")
            }
            self.childrenAs = childrenAs
        } else {
            childrenAs = .labels
        }
        let folder = output
        let keyPath = key
        files = try CaseFiles(arguments.operands) { path in
            // What an earlier run wrote into a folder below is no paper, and neither is its key.
            KeyStore.lies(path, in: folder) || FileSystem.resolved(path) == FileSystem.resolved(keyPath)
        }
    }

    /// The folder to write to and the key file, which must be apart.
    static func targets(_ arguments: Arguments) throws(UsageError) -> (output: String, key: String) {
        guard let output = arguments.value("output"), !output.isEmpty else {
            throw UsageError(message: "--output says no folder to write to")
        }
        guard let key = arguments.value("key"), !key.isEmpty else {
            throw UsageError(message: "--key says no file for the key")
        }
        if KeyStore.lies(key, in: output) {
            throw UsageError(
                message: "the key must not lie in the output folder; whoever gets the folder would get the names"
            )
        }
        return (output, key)
    }

    func run() throws -> Outcome {
        var glossary: Glossary
        do {
            let people = try ListedPeople(arguments, files: files.files, options: try settings.readOptions())
            glossary = try Glossary(
                people: people.people,
                families: people.families,
                common: try settings.definitions.commonWords(),
                childrenAs: childrenAs
            )
        } catch let faults as GlossaryFaults {
            return failure(faults.diagnostics)
        } catch let fault as ListFault {
            return failure([fault.diagnostic])
        }
        if glossary.peopleCount == 0 { return failure([Self.nobody]) }
        var staged = StagedFiles(output, isForced: arguments.has("force"), inputs: Array(files.paths.values))
        var papers: [AnonymisedPaper] = []
        for file in files.files {
            guard let bytes = file.source.bytes(in: 0..<file.source.count) else {
                throw ReadError(path: file.path, message: "the file cannot be read")
            }
            var paper = AnonymisedPaper(of: bytes, named: file.name, &glossary)
            if let bytes = paper.bytes {
                let name = staged.free(paper.name)
                if name != paper.name { paper.rename(to: name) }
                try staged.add(name, bytes)
            }
            papers.append(paper)
        }
        let check = LeakCheck(glossary)
        let leaks = staged.files.flatMap { check.findings(in: $0.bytes, named: $0.name) }
        guard leaks.isEmpty else { return failure(leaks) }
        if staged.files.isEmpty { return failure(papers.flatMap(\.diagnostics)) }
        try write(staged, KeyFile(glossary, papers))
        return outcome(papers, glossary)
    }

    private static let nobody = Diagnostic(
        id: "anonymise.nobody",
        severity: .error,
        summary: "no person is listed, in a family table or by --names or --label; nothing is written",
        suggestion: "name a family table or give --names"
    )

    /// Writes the key first: without it, papers could not be put back.
    private func write(_ staged: StagedFiles, _ key: KeyFile) throws {
        let path = self.key
        let bytes = try KeyStore.bytes(of: key, passwordFile: arguments.value("password-file"), path: path)
        let isNew = !FileSystem.exists(path)
        if !isNew, !arguments.has("force") {
            throw WriteError(
                path: path,
                message: "a file is in the way of the key; an older key may be needed still, so move it or use --force"
            )
        }
        if !isNew, !KeyStore.isKey(path) {
            throw WriteError(path: path, message: "what is in the way of the key is no key, and is never written over")
        }
        if files.paths.values.contains(where: { FileSystem.resolved($0) == FileSystem.resolved(path) }) {
            throw WriteError(path: path, message: "the key would be written over a paper that is read")
        }
        let parts = PathParts(path)
        try OutputFolder(parts.folder, isForced: true, inputs: []).write([(parts.name, bytes)])
        do {
            try staged.write()
        } catch {
            if isNew { FileSystem.remove(path) }
            throw error
        }
    }

    // MARK: What is said

    private func failure(_ diagnostics: [Diagnostic]) -> Outcome {
        FindingsText.failure(files.diagnostics + diagnostics, settings)
    }

    private func outcome(_ papers: [AnonymisedPaper], _ glossary: Glossary) -> Outcome {
        let found = files.diagnostics.filter { $0.severity == .error } + papers.flatMap(\.diagnostics)
        var outcome = Outcome()
        outcome.exitCode = found.contains { $0.severity != .note } ? .someNotUsed : .allUsed
        let reviews = papers.flatMap(Self.reviews)
        if settings.isJSON {
            outcome.output = AnonymiseJSON.text(papers, glossary, found + reviews, settings) + "\n"
            return outcome
        }
        for paper in papers where paper.bytes != nil {
            let counts = FoundKind.allCases.map { "\(paper.counts[$0] ?? 0) \($0.words)" }.joined(separator: ", ")
            outcome.output += "\(paper.name): \(counts) replaced, \(paper.reviews.count) to look at\n"
        }
        outcome.output +=
            "\(glossary.peopleCount) people are listed, \(glossary.peopleWithoutName) of them without a name\n"
        outcome.errors = DiagnosticText.lines(
            found + reviews,
            paths: [:],
            showsValues: settings.showsValues,
            shown: settings.isQuiet ? [.error] : [.error, .warning, .note],
            most: 100,
            restIsIn: "all are in the result of --json"
        )
        return outcome
    }

    private static func reviews(_ paper: AnonymisedPaper) -> [Diagnostic] {
        paper.reviews.map { review in
            Diagnostic(
                id: "anonymise.review.\(review.reason.rawValue)",
                severity: .note,
                summary: review.reason.summary,
                place: Place(
                    path: review.part.map { "\(paper.name)/\($0)" } ?? paper.name,
                    line: review.line,
                    column: review.column
                ),
                value: review.text
            )
        }
    }
}

extension FoundKind {
    fileprivate var words: String {
        switch self {
        case .name: "names"
        case .initials: "initials"
        case .identifier: "numbers and addresses"
        }
    }
}

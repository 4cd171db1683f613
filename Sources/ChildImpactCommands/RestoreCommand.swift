import DataFormats
import Diagnostics
import EventFiles
import NamesAndLabels

/// `restore`: copies papers with the names of a key in the place of labels.
struct RestoreCommand {
    private let arguments: Arguments
    private let settings: Settings
    private let files: CaseFiles
    private let output: String
    private let key: String

    init(_ arguments: Arguments, _ settings: Settings) throws {
        self.arguments = arguments
        self.settings = settings
        guard let output = arguments.value("output"), !output.isEmpty else {
            throw UsageError(message: "--output says no folder to write to")
        }
        guard let key = arguments.value("key"), !key.isEmpty else {
            throw UsageError(message: "--key says no key file")
        }
        (self.output, self.key) = (output, key)
        files = try CaseFiles(arguments.operands) { path in
            KeyStore.lies(path, in: output) || FileSystem.resolved(path) == FileSystem.resolved(key)
        }
    }

    func run() throws -> Outcome {
        let key: KeyFile
        do {
            key = try KeyStore.key(at: self.key, passwordFile: arguments.value("password-file"))
        } catch let fault as KeyStore.Fault {
            return FindingsText.failure([fault.diagnostic], settings)
        }
        var staged = StagedFiles(output, isForced: arguments.has("force"), inputs: Array(files.paths.values))
        var papers: [RestoredPaper] = []
        for file in files.files {
            guard let bytes = file.source.bytes(in: 0..<file.source.count) else {
                throw ReadError(path: file.path, message: "the file cannot be read")
            }
            var paper = RestoredPaper(of: bytes, named: file.name, key)
            if let bytes = paper.bytes {
                paper.rename(to: staged.free(paper.name))
                try staged.add(paper.name, bytes)
            }
            papers.append(paper)
        }
        let diagnostics = papers.flatMap(\.diagnostics)
        if papers.contains(where: { $0.fit == .damaged }) { return FindingsText.failure(diagnostics, settings) }
        if !papers.contains(where: { $0.fit == .exact || $0.fit == .labels }) {
            return FindingsText.failure([misfit] + diagnostics.filter { $0.severity == .error }, settings)
        }
        if !papers.contains(where: { $0.fit == .exact }), !arguments.has("force") {
            return FindingsText.failure([stranger] + diagnostics.filter { $0.severity == .error }, settings)
        }
        try staged.write()
        return outcome(papers, diagnostics)
    }

    private var misfit: Diagnostic {
        Diagnostic(
            id: "restore.key.misfit",
            severity: .error,
            summary: "the key does not fit: none of the files was made with it, and none holds one of its labels",
            place: Place(path: key),
            suggestion: "give the key that was written with these files"
        )
    }

    /// Labels are alike in almost every case: without one file that the key knows, they may stand for other people.
    private var stranger: Diagnostic {
        Diagnostic(
            id: "restore.key.strange",
            severity: .error,
            summary:
                "none of the files is as it was made with the key; the labels in them may be those of another case",
            place: Place(path: key),
            suggestion: "give a file of the same run, unchanged, with them; or, if the key is surely theirs, --force"
        )
    }

    private func outcome(_ papers: [RestoredPaper], _ diagnostics: [Diagnostic]) -> Outcome {
        let found = files.diagnostics.filter { $0.severity == .error } + diagnostics
        var outcome = Outcome()
        outcome.exitCode = found.contains { $0.severity != .note } ? .someNotUsed : .allUsed
        if settings.isJSON {
            outcome.output =
                JSONValue.sorted([
                    "diagnostics": .array(found.map { FindingsText.json($0, settings) }),
                    "files": .array(papers.map(Self.json)),
                    "outputs": .array(papers.filter { $0.bytes != nil }.map { .string($0.name) }),
                ]).text + "\n"
            return outcome
        }
        for (paper, file) in zip(papers, files.files) where paper.bytes != nil {
            outcome.output += "\(file.name): \(paper.fit.words), \(paper.count) labels\n"
        }
        outcome.errors = DiagnosticText.lines(
            found,
            paths: [:],
            showsValues: settings.showsValues,
            shown: settings.isQuiet ? [.error] : [.error, .warning, .note],
            most: 100,
            restIsIn: "all are in the result of --json"
        )
        return outcome
    }

    private static func json(_ paper: RestoredPaper) -> JSONValue {
        .sorted([
            "copied": .bool(paper.bytes != nil), "fit": .string(paper.fit.rawValue), "labels": .number(paper.count),
            "path": .string(paper.name),
        ])
    }
}

extension RestoredPaper.Fit {
    fileprivate var words: String {
        switch self {
        case .exact: "as it was, byte for byte"
        case .labels: "changed since, with names in the place of labels"
        case .none: "copied as it is"
        case .unread, .damaged: "not copied"
        }
    }
}

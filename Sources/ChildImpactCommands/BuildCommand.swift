import CaseDates
import DataFormats
import Definitions
import Diagnostics
import EventFiles
import Exports
import ImpactChronology

/// `build`: makes the chronology and a document for each checkpoint, for every family in the input.
struct BuildCommand {
    private let files: CaseFiles
    private let settings: Settings
    private let output: String
    private let isForced: Bool
    private let checkpoints: [String]
    private let from: CalendarDay?
    private let to: CalendarDay?
    private let child: String?
    private let earlier: Chronology?

    private static let knownCheckpoints = ["legal-gateway", "care-planning"]

    /// The notes on what a build did with a worksheet, which it says itself.
    private static let doneByWorksheets: Set = [
        "worksheet.applied", "worksheet.cell.changed", "worksheet.cell.cleared",
    ]

    /// What a build writes for a family, but the rejected rows.
    private static let papers = ["chronology.xml", "sources.json"] + knownCheckpoints.map { $0 + ".html" }

    init(_ arguments: Arguments, _ settings: Settings) throws {
        self.settings = settings
        output = arguments.value("output") ?? "."
        if output.isEmpty { throw UsageError(message: "--output names no folder") }
        isForced = arguments.has("force")
        let wanted = arguments.values("for")
        for name in wanted where !Self.knownCheckpoints.contains(name) {
            let near = nearestWords(to: name, in: Self.knownCheckpoints, most: 1).first
            throw UsageError(
                message: "there is no checkpoint '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
            )
        }
        checkpoints = wanted.isEmpty ? Self.knownCheckpoints : Self.knownCheckpoints.filter(wanted.contains)
        from = try Self.day(arguments, "from")
        to = try Self.day(arguments, "to")
        child = arguments.value("child")
        earlier = try arguments.value("changes-since").map(Self.chronology)
        files = try CaseFiles(arguments.operands, without: Self.isChronologyOf(output))
    }

    /// Whether a path is that of a chronology which a build into a folder writes anew.
    private static func isChronologyOf(_ folder: String) -> (String) -> Bool {
        let folder = FileSystem.resolved(folder)
        return { path in
            let parts = FileSystem.resolved(path).split(separator: "/")
            guard parts.last == "chronology.xml" else { return false }
            let wanted = folder.split(separator: "/")
            return Array(parts.dropLast()) == wanted || Array(parts.dropLast(2)) == wanted
        }
    }

    /// The chronology of `--changes-since`.
    private static func chronology(at path: String) throws -> Chronology {
        let bytes = try FileSystem.bytes(at: path)
        do throws(ChronologyDocument.Fault) {
            return try ChronologyDocument(parsing: bytes, path: path).chronology
        } catch {
            throw ReadError(path: path, message: "--changes-since is no chronology: \(error.diagnostic.summary)")
        }
    }

    /// The earlier chronology of a family: the one of its name, or of the only family there is.
    private func earlier(of chronology: Chronology, isOnly: Bool) -> Chronology? {
        guard let earlier else { return nil }
        return isOnly || earlier.family.name == chronology.family.name ? earlier : nil
    }

    private static func day(_ arguments: Arguments, _ option: String) throws(UsageError) -> CalendarDay? {
        guard let text = arguments.value(option) else { return nil }
        guard let day = Settings.day(text) else {
            throw UsageError(message: "--\(option) is a day such as 2026-03-31 or 31/03/2026, not '\(text)'")
        }
        return day
    }

    func run() throws -> Outcome {
        let options = try settings.readOptions()
        let profiles = try checkpoints.map { try settings.definitions.profile($0) }
        let style = try settings.definitions.resultStyle()
        let definitions = settings.definitions
        // Few cases hold answers to tools, and the definitions of tools are long; what the user gives is checked above.
        let shelf = Deferred { try? ToolShelf(definitions) }
        let reading = CaseReading(of: files.files, options: options)
        let selections = try selections(reading)

        let folder = OutputFolder(output, isForced: isForced, inputs: files.paths.values.map(FileSystem.resolved))
        let folders = FamilyFolders.names(reading.chronologies.map(\.family.name))
        let columns = Dictionary(
            reading.files.map { ($0.name, $0.manifestColumns) },
            uniquingKeysWith: { first, _ in first }
        )
        let families = zip(zip(reading.chronologies, selections), folders).map { family, name in
            outputs(
                of: family.0,
                selection: family.1,
                prefix: reading.chronologies.count == 1 ? "" : name + "/",
                profiles: profiles,
                style: style,
                shelf: shelf,
                columns: columns,
                others: reading.chronologies.count == 1 ? reading.rejectedElsewhere : []
            )
        }
        // Rows of no chronology stand beside the only one there is, else above the folders.
        let elsewhere =
            reading.chronologies.count == 1
            ? [] : rejected(reading.rejectedElsewhere, prefix: "")
        let all = families.joined() + elsewhere
        // Before the first file is written, none may be in the way.
        for output in all where output.make != nil { try folder.checkWay(output.name) }
        for family in families { try write(family, to: folder) }
        if reading.chronologies.isEmpty { for name in Self.papers { folder.removeIfOwn(name) } }
        try write(elsewhere, to: folder)
        return outcome(reading, all.filter { $0.make != nil }.map(\.name), folder)
    }

    /// A file to be written, and how to make its bytes; without a way to make it, one that must not stay.
    private struct Output: Sendable {
        let name: String
        let make: (@Sendable () -> [UInt8])?
    }

    private func outputs(
        of chronology: Chronology,
        selection: EventSelection,
        prefix: String,
        profiles: [DocumentProfile],
        style: String,
        shelf: Deferred<ToolShelf?>,
        columns: [String: [SourceManifest.Column]],
        others: [RejectedRow]
    ) -> [Output] {
        var outputs = [Output(name: prefix + "chronology.xml") { ChronologyXML.bytes(of: chronology) }]
        let earlier = earlier(of: chronology, isOnly: prefix.isEmpty)
        let results = ToolResults(of: chronology, shelf).results
        for profile in profiles {
            outputs.append(
                Output(name: "\(prefix)\(profile.id).html") {
                    Document(
                        chronology,
                        profile: profile,
                        selection: selection,
                        style: style,
                        toolResults: results,
                        since: earlier
                    ).bytes
                }
            )
        }
        let asOf = settings.asOf
        return outputs + rejected(chronology.rejected + others, prefix: prefix)
            + [
                Output(name: prefix + "sources.json") {
                    SourceManifest.bytes(of: chronology.files, columns: columns, asOf: asOf)
                }
            ]
    }

    private func rejected(_ rows: [RejectedRow], prefix: String) -> [Output] {
        guard !rows.isEmpty else { return [Output(name: prefix + "rejected.csv", make: nil)] }
        return [
            Output(name: prefix + "rejected.csv") { RejectedRowsCSV.bytes(of: rows, headings: RejectedRowsHeading.all) }
        ]
    }

    /// Makes the files of one family side by side, which a measurement asked for, and writes them in their order.
    private func write(_ outputs: [Output], to folder: OutputFolder) throws(WriteError) {
        // The last paper is the longest, so it is begun first.
        let made = Array(sideBySide(outputs.count) { outputs[outputs.count - 1 - $0].make?() }.reversed())
        let files = zip(outputs, made)
        // A paper that was made from another chronology must not stay beside this one.
        if let name = outputs.first?.name, name.hasSuffix("chronology.xml"), let bytes = made[0],
            !folder.holds(bytes, as: name)
        {
            let prefix = name.dropLast("chronology.xml".count)
            for paper in Self.papers where !outputs.contains(where: { $0.name == prefix + paper }) {
                folder.removeIfOwn(prefix + paper)
            }
        }
        try folder.write(files.compactMap { output, bytes in bytes.map { (output.name, $0) } })
        for output in outputs where output.make == nil { folder.removeIfOwn(output.name) }
    }

    /// The events that the documents show, for each family.
    private func selections(_ reading: CaseReading) throws(UsageError) -> [EventSelection] {
        var isFound = false
        let selections = reading.chronologies.map { chronology in
            var selection = EventSelection(from: from, to: to)
            if let child {
                let person = chronology.family.child(called: child)
                selection.child = person?.id
                isFound = isFound || person != nil
            }
            return selection
        }
        if child != nil, !isFound, !reading.chronologies.isEmpty {
            throw UsageError.noSuchChild
        }
        return selections
    }

    private func outcome(_ reading: CaseReading, _ names: [String], _ folder: OutputFolder) -> Outcome {
        let diagnostics = files.diagnostics + reading.diagnostics
        var outcome = Outcome()
        outcome.exitCode = reading.exitCode(diagnostics)
        if settings.isJSON {
            var members = ReadingJSON.members(reading, diagnostics, files.paths, settings)
            members["outputs"] = .array(names.map { .string($0) })
            if earlier != nil { members["changes"] = .array(changes(reading).map(ReadingJSON.changes)) }
            outcome.output = JSONValue.sorted(members).text + "\n"
            return outcome
        }
        let hasRejected = names.contains { $0.split(separator: "/").last == "rejected.csv" }
        outcome.output =
            summary(reading) + changes(reading).map(ChangesText.text).joined()
            + names.map { folder.path(of: $0) + "\n" }.joined()
        outcome.errors = DiagnosticText.lines(
            diagnostics,
            paths: files.paths,
            showsValues: settings.showsValues,
            shown: settings.isQuiet ? [.error] : [.error, .warning],
            always: settings.isQuiet ? [] : Self.doneByWorksheets,
            most: 20,
            restIsIn: "see 'child-impact check'" + (hasRejected ? "; rejected rows are in rejected.csv" : "")
        )
        return outcome
    }

    /// What changed in each family that the earlier chronology is of.
    private func changes(_ reading: CaseReading) -> [ChronologyChanges] {
        let isOnly = reading.chronologies.count == 1
        return reading.chronologies.compactMap { chronology in
            earlier(of: chronology, isOnly: isOnly).map { ChronologyChanges(from: $0, to: chronology) }
        }
    }

    private func summary(_ reading: CaseReading) -> String {
        func sum(_ count: (FileReport) -> Int) -> Int { reading.files.reduce(0) { $0 + count($1) } }
        let (rows, events, merged, rejected) = (sum(\.rows), sum(\.events), sum(\.merged), sum(\.rejected))
        let undated = reading.chronologies.reduce(0) { $0 + $1.undated.count }
        let families = reading.chronologies.count == 1 ? "" : " in \(reading.chronologies.count) families"
        guard !reading.chronologies.isEmpty else {
            return "no event could be read; \(rows) rows = \(rejected) rejected\n"
        }
        return "\(events) events\(families), \(undated) of them without a date "
            + "(\(rows) rows = \(events) events + \(merged) merged + \(rejected) rejected)\n"
    }
}

extension FileReport {
    /// The columns of the file, each with the field that it was read as; those without a field last.
    fileprivate var manifestColumns: [SourceManifest.Column] {
        parts.flatMap { part in
            part.columns.map { SourceManifest.Column(heading: $0.heading, field: $0.field.rawValue, part: part.name) }
                + part.unused.map { SourceManifest.Column(heading: $0, field: nil, part: part.name) }
        }
    }
}

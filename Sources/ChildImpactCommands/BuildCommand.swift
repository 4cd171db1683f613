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

    private static let knownCheckpoints = ["legal-gateway", "care-planning"]

    init(_ arguments: Arguments, _ settings: Settings) throws {
        self.settings = settings
        output = arguments.value("output") ?? "."
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
        files = try CaseFiles(arguments.operands)
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
        let style = try settings.definitions.style()
        let reading = CaseReading(of: files.files, options: options)
        let selections = try selections(reading)

        var folder = OutputFolder(output, isForced: isForced)
        var names: [String] = []
        func add(_ name: String, _ bytes: [UInt8]) {
            folder.add(name, bytes)
            names.append(name)
        }
        let folders = FamilyFolders.names(reading.chronologies.map(\.family.name))
        for ((chronology, selection), name) in zip(zip(reading.chronologies, selections), folders) {
            let prefix = reading.chronologies.count == 1 ? "" : name + "/"
            add(prefix + "chronology.xml", ChronologyXML.bytes(of: chronology))
            for profile in profiles {
                let document = Document(chronology, profile: profile, selection: selection, style: style)
                add("\(prefix)\(profile.id).html", document.bytes)
            }
            addRejected(chronology.rejected, prefix, to: &folder, &names)
            add(prefix + "sources.json", SourceManifest.bytes(of: chronology.files, asOf: settings.asOf))
        }
        if reading.chronologies.count != 1 { addRejected(reading.rejectedElsewhere, "", to: &folder, &names) }
        try folder.write()
        return outcome(reading, names, folder)
    }

    private func addRejected(
        _ rows: [RejectedRow],
        _ prefix: String,
        to folder: inout OutputFolder,
        _ names: inout [String]
    ) {
        let name = prefix + "rejected.csv"
        guard !rows.isEmpty else { return folder.removeIfOwn(name) }
        folder.add(name, RejectedRowsCSV.bytes(of: rows, headings: RejectedRowsHeading.all))
        names.append(name)
    }

    /// The events that the documents show, for each family.
    private func selections(_ reading: CaseReading) throws(UsageError) -> [EventSelection] {
        var isFound = false
        let selections = reading.chronologies.map { chronology in
            var selection = EventSelection(from: from, to: to)
            if let child {
                let wanted = HeadingTable.folded(child)
                let person = chronology.family.children.first { person in
                    [person.id.text, person.name, person.label ?? ""].contains { HeadingTable.folded($0) == wanted }
                }
                selection.child = person?.id
                isFound = isFound || person != nil
            }
            return selection
        }
        if child != nil, !isFound, !reading.chronologies.isEmpty {
            throw UsageError(message: "--child names no child of the input; give the Id, the Name or the Label")
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
            outcome.output = JSONValue.sorted(members).text + "\n"
            return outcome
        }
        outcome.output = summary(reading) + names.map { folder.path(of: $0) + "\n" }.joined()
        outcome.errors = DiagnosticText.lines(
            diagnostics,
            paths: files.paths,
            showsValues: settings.showsValues,
            shown: settings.isQuiet ? [.error] : [.error, .warning],
            restIsIn: "'child-impact check' shows them"
        )
        return outcome
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

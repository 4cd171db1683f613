import DataFormats
import Diagnostics
import EventFiles
import Exports
import ImpactChronology

/// `worksheet`: makes a workbook of the merged events, in which a worker adds what each meant for the child.
struct WorksheetCommand {
    private let files: CaseFiles
    private let settings: Settings
    private let folder: OutputFolder
    private let name: String
    private let child: String?
    private let isForced: Bool

    init(_ arguments: Arguments, _ settings: Settings) throws {
        self.settings = settings
        guard let output = arguments.value("output"), !output.isEmpty, !output.hasSuffix("/") else {
            throw UsageError(message: "name the workbook to write with --output FILE.xlsx")
        }
        guard output.lowercased().hasSuffix(".xlsx") else {
            throw UsageError(message: "the worksheet is a workbook; its name ends with .xlsx")
        }
        files = try CaseFiles(arguments.operands)
        child = arguments.value("child")
        isForced = arguments.has("force")
        let parts = PathParts(output)
        name = parts.name
        folder = OutputFolder(
            parts.folder,
            isForced: isForced,
            inputs: files.paths.values.map(FileSystem.resolved)
        )
    }

    func run() throws -> Outcome {
        let reading = CaseReading(of: files.files, options: try settings.readOptions())
        let diagnostics = files.diagnostics + reading.diagnostics
        var outcome = Outcome()
        outcome.exitCode = reading.exitCode(diagnostics)
        guard reading.chronologies.count < 2 else {
            throw UsageError(
                message:
                    "the input holds \(reading.chronologies.count) families; a worksheet is for one: give the chronology.xml of the family, or its files alone"
            )
        }
        if let chronology = reading.chronologies.first {
            let person = child.flatMap(chronology.family.child)
            if child != nil, person == nil { throw UsageError.noSuchChild }
            try folder.checkWay(name)
            try folder.write([(name, try bytes(chronology, person))])
            outcome.output = report(chronology, person)
        }
        if settings.isJSON {
            var members = ReadingJSON.members(reading, diagnostics, files.paths, settings)
            members["outputs"] = .array(reading.chronologies.isEmpty ? [] : [.string(name)])
            outcome.output = JSONValue.sorted(members).text + "\n"
        } else {
            outcome.errors = DiagnosticText.lines(
                diagnostics,
                paths: files.paths,
                showsValues: settings.showsValues,
                shown: settings.isQuiet ? [.error] : [.error, .warning],
                most: 20,
                restIsIn: "see 'child-impact check'"
            )
        }
        return outcome
    }

    private func bytes(_ chronology: Chronology, _ child: Person?) throws(WriteError) -> [UInt8] {
        do throws(WorkbookPlanFault) {
            return try ImpactWorksheet(chronology, child: child).written().bytes
        } catch {
            throw WriteError(path: folder.path(of: name), message: error.message)
        }
    }

    private func report(_ chronology: Chronology, _ child: Person?) -> String {
        let (accounts, pairs) = ImpactWorksheet(chronology, child: child).counts
        return """
            \(folder.path(of: name))
            \(accounts) accounts to add to, \(pairs) pairs to answer
            When it is filled in, give it to 'child-impact build' with the files that it was made from.

            """
    }
}

import DataFormats
import Definitions

/// `new`: makes a folder for a case, with a workbook to fill in.
struct NewCommand {
    private let folder: OutputFolder
    private let isForced: Bool
    private let settings: Settings

    private static let name = "case.xlsx"

    init(_ arguments: Arguments, _ settings: Settings) throws(UsageError) {
        guard let path = arguments.operands.first, !path.isEmpty else {
            throw UsageError(message: "no folder is named")
        }
        guard arguments.operands.count == 1 else {
            throw UsageError(message: "one folder is named at a time; put quotation marks round a name with spaces")
        }
        isForced = arguments.has("force")
        folder = OutputFolder(path, isForced: isForced, inputs: [])
        self.settings = settings
    }

    func run() throws -> Outcome {
        let bytes = try workbook()
        try checkWay()
        try folder.write([(Self.name, bytes)])
        var outcome = Outcome()
        let path = folder.path(of: Self.name)
        if settings.isJSON {
            outcome.output = JSONValue.object([.init("outputs", .array([.string(Self.name)]))]).text + "\n"
        } else {
            let quoted = Self.quoted(folder.path)
            outcome.output = """
                \(path)
                Fill in its sheets Family, Sources and Events, save it, and then:
                  child-impact check \(quoted)
                  child-impact build \(quoted) -o PAPERS

                """
        }
        return outcome
    }

    private func workbook() throws -> [UInt8] {
        let plan = try settings.definitions.caseWorkbook(created: settings.asOf)
        do throws(WorkbookPlanFault) {
            return try plan.written().bytes
        } catch {
            throw WriteError(path: folder.path(of: Self.name), message: error.message)
        }
    }

    /// A workbook that is there may be filled in: it is never written over unasked, though it is one of ours.
    private func checkWay() throws(WriteError) {
        if FileSystem.exists(folder.path), !FileSystem.isFolder(folder.path) {
            throw WriteError(path: folder.path, message: "a file is in the way of the folder")
        }
        let path = folder.path(of: Self.name)
        if FileSystem.exists(path), !FileSystem.isFolder(path), !isForced {
            throw WriteError(path: path, message: "the workbook is there already; it is left as it is without --force")
        }
        try folder.checkWay(Self.name)
    }

    /// A path as it can be typed into a shell.
    private static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            byte >= 0x80 || byte == 0x5F || (0x2B...0x3A).contains(byte) || (0x40...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
        return isPlain
            ? path : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

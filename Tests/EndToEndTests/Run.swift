import CaseDates
import ChildImpactCommands
import Foundation
import Testing

/// Runs the tool as a user would, in this process or in one of its own.
enum Run {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let harper = package.appending(path: "Examples/harper-family").path

    /// The files below a folder by their paths from there, in order.
    static func names(under folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
            var isFolder: ObjCBool = false
            return unsafe FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    static func tool(_ arguments: String...) throws -> Outcome {
        try tool(arguments)
    }

    static func tool(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let today = try #require(CalendarDay(iso: "2026-03-31"))
        return Tool.run(arguments, today: today, environment: { environment[$0] })
    }

    /// The result of `--json` as a dictionary.
    static func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The built program, which lies beside the tests.
    static func program() throws -> URL {
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            let program = folder.appending(path: "child-impact")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            folder.deleteLastPathComponent()
        }
        return try #require(nil as URL?, "the program is not beside the tests")
    }
}

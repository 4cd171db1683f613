import ChildImpactCommands
import Foundation
import Testing

/// The public CSV files that nobody here made, where they are at hand: `../shared/data/csv` from the package.
@Suite struct PublicFilesTests {
    static let folder = Run.package.appending(path: "../shared/data/csv").standardizedFileURL.path
    static let isAtHand = FileManager.default.fileExists(atPath: folder)

    private func counts(_ arguments: String...) throws -> [String: [Int]] {
        let result = try Run.json(try Run.tool(["check"] + arguments + ["--json"]).output)
        var counts: [String: [Int]] = [:]
        for file in try #require(result["files"] as? [[String: Any]]) {
            let name = URL(filePath: try #require(file["path"] as? String)).lastPathComponent
            counts[name] = ["rows", "events", "merged", "rejected"].map { file[$0] as? Int ?? -1 }
        }
        return counts
    }

    @Test(.enabled(if: isAtHand, "the public files are not at hand"))
    func everyRowIsAccountedFor() throws {
        #expect(
            try counts(Self.folder) == [
                "csc.csv": [500, 0, 0, 500], "invalid_datetime.csv": [4, 3, 0, 1],
                "validate_time_out_of_range.csv": [2, 2, 0, 0],
            ]
        )
    }

    @Test(.enabled(if: isAtHand, "the public files are not at hand"))
    func theColumnsThatTheUserNamesSettleATableOfAnotherKind() throws {
        let maps = ["--map", "Date=Date Of Most Recent Interaction", "--map", "Event=Service Involvement"]
        let counts = try counts(Self.folder + "/csc.csv", maps[0], maps[1], maps[2], maps[3])
        #expect(counts["csc.csv"] == [500, 500, 0, 0])
    }
}

import ChildImpactCommands
import Foundation
import Testing

/// The public files that nobody here made, where they are at hand: `../shared/data` from the package.
@Suite struct PublicFilesTests {
    static let folder = Run.package.appending(path: "../shared/data").standardizedFileURL.path
    static let isAtHand = FileManager.default.fileExists(atPath: folder)

    private func files(_ arguments: String...) throws -> [String: [String: Any]] {
        let result = try Run.json(try Run.tool(["check"] + arguments + ["--json"]).output)
        var files: [String: [String: Any]] = [:]
        for file in try #require(result["files"] as? [[String: Any]]) {
            files[URL(filePath: try #require(file["path"] as? String)).lastPathComponent] = file
        }
        return files
    }

    private func counts(_ file: [String: Any]?) -> [Int] {
        ["rows", "events", "merged", "rejected"].map { file?[$0] as? Int ?? -1 }
    }

    @Test(.enabled(if: isAtHand, "the public files are not at hand"))
    func everyFileIsNamedWithItsFormatAndEveryRowIsAccountedFor() throws {
        #expect(try Run.tool("check", Self.folder, "--json").exitCode.rawValue == 1)
        let files = try files(Self.folder)
        #expect(
            files.mapValues { $0["format"] as? String } == [
                "CIN_Census_2024.xml": "cin-census", "CIN_schema_2024.xsd": "xml", "README.md": "text",
                "Round 1 Mock Referral.docx": "docx", "annexa_example.xlsx": "annex-a", "csc.csv": "csv",
                "edtf_strings.csv": "csv", "enableWhen-test.R4.json": "fhir",
                "enableWhenOnCalculatedValueFromFHIRPath.json": "fhir", "fake_CIN_data.xml": "cin-census",
                "invalid_datetime.csv": "csv", "phq9.json": "fhir", "validate_time_out_of_range.csv": "csv",
                "Luigi_Wiegand_e27d88b0-c5e5-4042-ad49-184f6a900ee3.json": "fhir",
            ]
        )
        for file in files.values {
            let counts = counts(file)
            #expect(counts[0] == counts[1] + counts[2] + counts[3], "\(file["path"] ?? "")")
        }
        #expect(counts(files["csc.csv"]) == [500, 0, 0, 500])
        #expect(counts(files["invalid_datetime.csv"]) == [4, 3, 0, 1])
        #expect(counts(files["validate_time_out_of_range.csv"]) == [2, 2, 0, 0])
        let bundle = files["Luigi_Wiegand_e27d88b0-c5e5-4042-ad49-184f6a900ee3.json"]
        #expect(counts(bundle) == [16, 16, 0, 0])
    }

    @Test(.enabled(if: isAtHand, "the public files are not at hand"))
    func theColumnsThatTheUserNamesSettleATableOfAnotherKind() throws {
        let maps = ["--map", "Date=Date Of Most Recent Interaction", "--map", "Event=Service Involvement"]
        let files = try files(Self.folder + "/csv/csc.csv", maps[0], maps[1], maps[2], maps[3])
        #expect(counts(files["csc.csv"]) == [500, 500, 0, 0])
    }

    @Test(.enabled(if: isAtHand, "the public files are not at hand"))
    func everyChildOfACensusHasAChronologyWithItsReferrals() throws {
        let output = try TemporaryFolder()
        let outcome = try Run.tool(["build", Self.folder + "/cin/fake_CIN_data.xml", "-o", output.path])
        // The file holds dates in the future, which are used and pointed out.
        #expect(outcome.exitCode.rawValue == 0)
        let census = try String(contentsOfFile: Self.folder + "/cin/fake_CIN_data.xml", encoding: .utf8)
        let children = census.components(separatedBy: "<LAchildID>").count - 1
        let referrals = census.components(separatedBy: "<CINreferralDate>").dropFirst().map { $0.prefix(10) }
        #expect(children == 332 && referrals.count == 402)
        var found: [Substring] = []
        let folders = try FileManager.default.contentsOfDirectory(atPath: output.path)
        #expect(folders.count == children)
        for folder in folders {
            let xml = try String(contentsOfFile: "\(output.path)/\(folder)/chronology.xml", encoding: .utf8)
            for event in xml.components(separatedBy: "<event ").dropFirst()
            where event.contains("<category>Referral to social care</category>") {
                found.append(try #require(event.components(separatedBy: "<written>").dropFirst().first).prefix(10))
            }
        }
        #expect(found.sorted() == referrals.sorted())
    }
}

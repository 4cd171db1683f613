import EventFiles
import Foundation
import ImpactChronology
import Testing

/// Measures possible duplicates and conflicts on labelled pairs of invented accounts (`Tests/Fixtures/links`).
///
/// The words and weights were chosen on the set "tuning"; "holdout" was kept back. The figures stand in
/// `tools-definitions/README.md`; a change that makes them worse fails here.
@Suite struct LabelledPairTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/links")

    /// The rows of a table, by heading.
    private static func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let headings = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(headings, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private struct Score: CustomStringConvertible {
        var found = 0
        var wrong = 0
        var missed = 0

        mutating func count(_ isFound: Bool, _ isTrue: Bool) {
            found += isFound && isTrue ? 1 : 0
            wrong += isFound && !isTrue ? 1 : 0
            missed += !isFound && isTrue ? 1 : 0
        }

        var precision: Double { Double(found) / Double(max(1, found + wrong)) }
        var recall: Double { Double(found) / Double(max(1, found + missed)) }
        var description: String { "found \(found), wrong \(wrong), missed \(missed)" }
    }

    private static func csv(_ cells: [String]) -> String {
        cells.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }

    /// The chronology of the two accounts of a pair: a file for each agency.
    private static func chronology(_ pair: [String: String]) throws -> Chronology {
        func cell(_ name: String, _ number: Int) throws -> String { try #require(pair["\(name)\(number)"]) }
        let heading = "Date,Time,Agency,Child,Event\n"
        let accounts = try (1...2).map { number in
            csv(try ["date", "time", "agency", "children", "event"].map { try cell($0, number) })
        }
        var children: Set<String> = []
        for number in 1...2 {
            let names = try cell("children", number).split(separator: ";").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            children.formUnion(names.filter { $0 != "All" })
        }
        let family = "Id,Name,Role\n" + children.sorted().map { csv([$0, $0, "child"]) }.joined() + "A1,,mother\n"
        let isOneFile = try cell("agency", 1) == cell("agency", 2)
        let files: KeyValuePairs =
            isOneFile
            ? ["a.csv": heading + accounts.joined(), "family.csv": family]
            : ["a.csv": heading + accounts[0], "b.csv": heading + accounts[1], "family.csv": family]
        let reading = try read(files)
        return try #require(reading.chronologies.first, "\(pair["id"] ?? "")")
    }

    @Test(arguments: [("tuning", 0.95, 0.92), ("holdout", 0.88, 0.95)])
    func accountsOfTwoAgenciesAreLinked(set: String, precision: Double, recall: Double) throws {
        var score = Score()
        for pair in try Self.rows("pairs.tsv") where pair["set"] == set && pair["agency1"] != pair["agency2"] {
            score.count(try !Self.chronology(pair).duplicates.isEmpty, pair["same"] == "yes")
        }
        print("\(set): \(score)")
        #expect(score.precision >= precision, "\(score)")
        #expect(score.recall >= recall, "\(score)")
    }

    @Test func rowsOfOneFileAreNeverLinked() throws {
        for pair in try Self.rows("pairs.tsv") where pair["agency1"] == pair["agency2"] {
            #expect(try Self.chronology(pair).duplicates.isEmpty)
        }
    }

    /// The facts of the labelled pairs, by the names in the definition.
    private static let facts = [
        "consent": "consent", "home conditions": "home", "arrested": "arrested", "alcohol": "alcohol",
        "parent at home": "parent-at-home", "in school": "in-school", "medication": "medication",
        "door answered": "door",
        "injury": "injury", "attended": "attended", "seen": "seen", "seen alone": "seen-alone",
        "children present": "children-present",
    ]

    @Test(arguments: [("tuning", 0.8, 0.85), ("holdout", 0.8, 0.75)])
    func statementsThatDisagreeAreConflicts(set: String, precision: Double, recall: Double) throws {
        let names = Set([
            "Ella", "Noah", "Poppy", "Ava", "Marlon", "Keisha", "Kieran", "Tyler", "Kelsey", "Freya", "Leo", "Mia",
            "Kai", "Amina", "Yusuf", "Isla", "Oscar", "Finley", "Harriet", "Grace", "Dylan", "Jayden", "Reece", "Chloe",
            "Skye", "Zofia", "Jakub", "Maisie", "Mason", "Alfie", "Omar", "Sami", "Ibrahim", "Lacey", "Callum",
            "Amelia",
        ])
        let family = "Id,Name,Role\n" + names.sorted().map { "\($0),\($0),child\n" }.joined()
        let options = try builtInComparison()
        var score = Score()
        for pair in try Self.rows("conflicts.tsv") where pair["set"] == set {
            let name = try #require(pair["fact"])
            let fact = try #require(Self.facts[name])
            let label = try #require(options.facts.first { $0.id == fact }).label
            // A number that both give makes them one happening, whatever else they share.
            let rows = try [1, 2].map { number in
                "Date,Agency,Event,Reference\n"
                    + Self.csv([
                        "12/03/2019", "A\(number)", try #require(pair["event\(number)"]), "Log 12345 of \(number)",
                    ])
            }
            let reading = try read(["a.csv": rows[0], "b.csv": rows[1], "family.csv": family])
            let conflicts = try #require(reading.chronologies.first).conflicts
            score.count(conflicts.contains { $0.subject == .fact(label) }, pair["disagree"] == "yes")
        }
        print("\(set): \(score)")
        #expect(score.precision >= precision, "\(score)")
        #expect(score.recall >= recall, "\(score)")
    }
}

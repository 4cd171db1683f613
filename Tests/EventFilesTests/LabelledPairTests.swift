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

    /// The facts of the labelled pairs, by the names in the definition; the others have no phrase that is plain by itself.
    private static let facts = [
        "consent": ["mother-consent"], "arrested": ["arrested"], "injury": ["injury"], "seen": ["seen"],
        "seen alone": ["seen-alone"],
        "attended": ["mother-attended", "father-attended", "child-appointment", "hv-attended"],
        "children present": ["children-present"], "alcohol": ["alcohol"], "door answered": ["door"],
    ]

    /// The people of the pairs: the first names that they use, all of them children.
    private static let family = "Id,Name,Role\n" + names.map { "\($0),\($0),child\n" }.joined()
    private static let names = [
        "Ella", "Noah", "Poppy", "Ava", "Marlon", "Keisha", "Kieran", "Tyler", "Kelsey", "Freya", "Leo", "Mia",
        "Kai", "Amina", "Yusuf", "Isla", "Oscar", "Finley", "Harriet", "Grace", "Dylan", "Jayden", "Reece", "Chloe",
        "Skye", "Zofia", "Jakub", "Maisie", "Mason", "Alfie", "Omar", "Sami", "Ibrahim", "Lacey", "Callum",
        "Amelia",
    ]

    /// What two accounts of one happening differ in: a number that both give makes them one, whatever else they share.
    private static func conflicts(_ texts: [String]) throws -> (linked: Bool, facts: [Conflict]) {
        let rows = texts.enumerated().map { number, text in
            "Date,Agency,Event,Reference\n"
                + csv(["12/03/2019", "A\(number + 1)", text, "Log 12345 of \(number + 1)"])
        }
        let reading = try read(["a.csv": rows[0], "b.csv": rows[1], "family.csv": family])
        let chronology = try #require(reading.chronologies.first)
        return (!chronology.duplicates.isEmpty, chronology.conflicts)
    }

    /// Nothing wrong may be stated; so little is stated that a share would say nothing.
    @Test(arguments: [("tuning", 5), ("holdout", 5)])
    func statementsThatDisagreeAreConflicts(set: String, found: Int) throws {
        let options = try builtInComparison()
        var score = Score()
        for pair in try Self.rows("conflicts.tsv") where pair["set"] == set {
            let name = try #require(pair["fact"])
            let labels = try (Self.facts[name] ?? []).map { fact in
                try #require(options.facts.first { $0.id == fact }).label
            }
            let conflicts = try Self.conflicts([1, 2].map { try #require(pair["event\($0)"]) }).facts
            let isFound = conflicts.contains { conflict in labels.contains { conflict.subject == .fact($0) } }
            score.count(isFound, pair["disagree"] == "yes")
        }
        print("\(set): \(score)")
        #expect(score.wrong == 0, "\(score)")
        #expect(score.found >= found, "\(score)")
    }

    /// What two accounts say that differ but do not contradict each other by themselves: a statement read into one of them would
    /// stand in a paper for court as its own.
    private static let noConflicts = [
        ("School gate, window broken; no further action by school", "He was arrested on suspicion of criminal damage"),
        ("Father came to the station for a voluntary interview", "Father arrested on suspicion of assault"),
        ("Father left by agreement", "Father arrested on suspicion of assault"),
        ("Father is not in custody", "He was arrested on suspicion of assault"),
        ("Father was not remanded", "He was arrested on suspicion of assault"),
        ("Mother was detained under the Mental Health Act", "No arrests were made"),
        ("Father wants custody of the children", "No arrest was made"),
        ("Police would arrest him if he came back", "No arrest made"),
        ("Children out in garden playing", "All the children were seen playing in the garden"),
        ("Officers did not check upstairs", "All the children were seen"),
        ("Children upstairs in bed", "All the children were seen"),
        ("Ella was not seen by a doctor", "Noah was seen by the nurse"),
        ("Poppy was seen at home", "Noah was not seen at home"),
        ("None of the children saw it", "All the children were seen"),
        ("Children have not seen their father since May", "All the children were seen"),
        ("Her red book was not seen", "All the children were seen"),
        ("Ella feels safe at home", "Ella was not seen alone"),
        ("Noah was not in good spirits", "Noah was seen on his own"),
        ("Mother was not at the core group", "Father was at the core group"),
        ("Mother was asked to attend the conference", "Mother was not present at the conference"),
        ("Asked that Mother attend the conference", "Mother was not at the conference"),
        ("Mother is not attending the conference next week", "Mother was present at the conference"),
        ("Clinic cancelled on the day, appointment rebooked", "Ava was brought to the appointment"),
        ("Ella was in school all day", "Noah was absent from school"),
        ("House searched, nothing found", "Noah sustained injuries to his arm"),
        ("Ella had no marks on her", "Ella suffered injuries in the fall"),
        ("Ella was hurt by what Mum said", "No children were injured"),
        ("Noah was unhurt", "Ella sustained injuries"),
        ("Mother sustained injuries to her face", "No children were injured"),
        ("Mother was drinking tea", "Mother appeared sober"),
        ("Father has relapsed", "No smell of alcohol on Father"),
        ("Children were not in the house when police came", "Children were present during the assault"),
        ("No children were present when police came", "Noah was present during the assault"),
        ("Mother was out when officers called", "Mother was at home when he came"),
        ("Mother agreed to early help", "Mother refused consent to the medical"),
        ("Mother gave consent for medical information to be shared", "Mother refused consent to the medical"),
        ("Father refused consent to the medical", "Mother gave consent for the medical"),
        ("Mother answered the door", "Nobody came to the door at first"),
        ("House was tidy", "House was smelly"),
        ("GP did not give a prescription", "Evening medication was given by Mum"),
        ("Paracetamol given, ibuprofen not given", "Took an overdose of paracetamol"),
    ]

    @Test func noConflictIsReadInto() throws {
        for (one, other) in Self.noConflicts {
            let conflicts = try Self.conflicts([one, other])
            #expect(conflicts.linked, "\(one) / \(other)")
            #expect(conflicts.facts.isEmpty, "\(one) / \(other): \(conflicts.facts)")
        }
    }

    @Test func plainStatementsAreConflicts() throws {
        for (one, other) in Self.plainConflicts {
            #expect(try Self.conflicts([one, other]).facts.count >= 1, "\(one) / \(other)")
        }
    }

    /// One or two for each fact.
    private static let plainConflicts = [
        ("Both children were seen and well", "Children not seen"),
        ("Officers saw the children asleep in bed", "Did not see the children"),
        ("Ella was seen alone in her room", "Ella not spoken to alone"),
        ("Noah attended his appointment", "WNB. Letter sent"),
        ("Mother attended the core group", "Core group. Mum did not attend."),
        ("Dad failed to attend the conference", "Father attended conference"),
        ("Health visitor attended core group", "Core group. Apologies from HV."),
        ("Child sustained injuries", "Child was unhurt"),
        ("Father was arrested for assault", "No arrests were made"),
        ("Children were in the house", "Children at grandmother's"),
        ("Mum was intoxicated", "No smell of alcohol on Mum"),
        ("Mother opened the door", "No reply, card left"),
    ]
}

import ChildImpactCommands
import DataFormats
import Foundation
import Testing

@Suite struct CompareTests {
    private static let assessments = Run.package.appending(path: "Examples/harper-family/assessments").path
    private static let april = "\(assessments)/2025-04-graded-care-noah.json"
    private static let october = "\(assessments)/2025-10-graded-care-noah.json"

    @Test func saysThatASubAreaLooksBetterWhileAnItemIsWorse() throws {
        let outcome = try Run.tool("compare", Self.october, Self.april)
        #expect(outcome.output.hasPrefix("graded-care: 2025-04-16, 2025-10-16\n"))
        #expect(
            outcome.output.contains(
                "      Home and sleep: 3 > 2: better, but “Warmth, water, light and repair” is worse\n"
            )
        )
        #expect(outcome.output.contains("    Teeth: 4 > 2: improved\n"))
        #expect(
            outcome.output.contains(
                "    Contacts and sharing online: - > 2: not comparable: not known on 2025-04-16\n"
            )
        )
        for word in ["average", "reliable change"] { #expect(!outcome.output.contains(word)) }
    }

    @Test func givesTheSameForMachines() throws {
        let json = try Run.json(try Run.tool("compare", "--json", Self.april, Self.october).output)
        let scores = try #require(json["scores"] as? [[String: Any]])
        let home = try #require(scores.first { $0["id"] as? String == "sub.home" })
        #expect(home["direction"] as? String == "mixed")
        #expect(home["worseBelow"] as? [String] == ["home.repair"])
        #expect(home["values"] as? [String] == ["3", "2"])
        #expect(home["crossed"] as? Bool == true)
    }

    @Test func showsTheWayOnAPaper() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/c.html"
        #expect(try Run.tool("compare", Self.april, Self.october, "-o", path).output == "\(path)\n")
        let html = try folder.text("c.html")
        let root = try XMLElement(parsing: Array(html.dropFirst("<!DOCTYPE html>\n".count).utf8))
        let all = Self.all(root)
        let ids = all.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        // One for each area: a picture as long as a page leaves the page before it blank.
        #expect(all.count { $0.name == "svg" } == 4)
        let picture = try #require(all.first { $0.name == "svg" })
        #expect(picture["role"] == "img")
        #expect(picture.child("title")?.text == "Change on the scale from 1 to 5: Physical care")
        #expect(picture.child("desc")?.text.contains("Home and sleep: 3, then 2; better, but") == true)
        #expect(html.contains("◆ mixed"))
    }

    private static func all(_ element: XMLElement) -> [XMLElement] { [element] + element.children.flatMap(all) }

    @Test func saysWhatWasSuggestedAndDecidedEachTime() throws {
        let first = "\(Self.assessments)/2024-11-neglect-screen-noah.json"
        let second = "\(Self.assessments)/2025-02-neglect-screen-noah.json"
        let text = try Run.tool("compare", first, second).output
        #expect(text.contains("  2024-11-29:\n    Suggested: Graded care profile\n      because of Forms often"))
        #expect(
            text.contains(
                "    Decided: Talk with the family and help\n  2025-02-11:\n    Suggested: Children's services"
            )
        )
        #expect(
            text.contains("What do you decide?: Talk with the family and help > Children's services today: changed\n")
        )
        // How much was answered is no news of the child.
        #expect(!text.contains("Forms answered"))
        let json = try Run.json(try Run.tool("compare", "--json", first, second).output)
        let readings = try #require(json["readings"] as? [[String: Any]])
        #expect(
            readings.compactMap { ($0["suggestion"] as? [String: String])?["title"] } == [
                "Graded care profile", "Children's services today",
            ]
        )
        #expect((readings[0]["decision"] as? [String: String])?["title"] == "Talk with the family and help")
        let folder = try TemporaryFolder()
        _ = try Run.tool("compare", first, second, "-o", "\(folder.path)/c.html")
        let html = try folder.text("c.html")
        #expect(
            html.contains(
                "<td data-label=\"Suggested\">Graded care profile<span class=\"anchor\">because of Forms often"
            )
        )
        #expect(html.contains("<td data-label=\"Decided\">Talk with the family and help</td>"))
    }

    @Test func doesNotClaimThatATargetWasSetOnTheDayOfALaterResult() throws {
        let text = try Run.tool("compare", "--as-of", "2026-03-31", Self.april, Self.october).output
        #expect(text.contains("    Teeth, first recorded 2025-04-16: 4, aim 2 by 2025-07-31, review 2: met\n"))
        let distance = try Run.tool(
            "compare",
            "\(Self.assessments)/2025-12-distance-travelled-1.json",
            "\(Self.assessments)/2026-03-distance-travelled-2.json"
        ).output
        #expect(!distance.contains(", set 2026"))
        let json = try Run.json(try Run.tool("compare", "--json", Self.april, Self.october).output)
        let target = try #require((json["targets"] as? [[String: Any]])?.first)
        #expect(target["firstRecorded"] as? String == "2025-04-16")
        #expect(target["recorded"] as? String == "2025-10-16")
    }

    @Test func showsTheAlertsOfEachResult() throws {
        let folder = try TemporaryFolder()
        let before = "\(Self.assessments)/2023-07-graded-care-antenatal-poppy.json"
        let later = try String(contentsOfFile: before, encoding: .utf8).replacing("2023-07-14", with: "2023-08-14")
        try Data(later.utf8).write(to: URL(filePath: "\(folder.path)/later.json"))
        let text = try Run.tool("compare", before, "\(folder.path)/later.json").output
        #expect(text.contains("  2023-07-14:\n    ACT NOW: "))
        #expect(text.contains("  2023-08-14:\n    ACT NOW: "))
        let json = try Run.json(try Run.tool("compare", "--json", before, "\(folder.path)/later.json").output)
        let readings = try #require(json["readings"] as? [[String: Any]])
        #expect((readings[1]["alerts"] as? [[String: String]])?.first?["title"] != nil)
        let paper = "\(folder.path)/c.html"
        _ = try Run.tool("compare", before, "\(folder.path)/later.json", "-o", paper)
        #expect(
            try folder.text("c.html").components(separatedBy: "Act now: ").count
                == text.components(separatedBy: "ACT NOW: ").count
        )
    }

    @Test func refusesAChildWhoCannotBeTheOneWhoWasExpected() throws {
        let antenatal = "\(Self.assessments)/2023-07-graded-care-antenatal-poppy.json"
        let outcome = try Run.tool("compare", antenatal, Self.october)
        #expect(outcome.exitCode == .nothingUsable)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors.contains(
                "error: the answers are not about one child: the dates of birth, the expected ones and the days of profiles from"
            )
        )
    }

    @Test func saysWhoseResultEachIs() throws {
        let folder = try TemporaryFolder()
        let antenatal = "\(Self.assessments)/2023-07-graded-care-antenatal-poppy.json"
        let later = try String(contentsOfFile: Self.october, encoding: .utf8)
            .replacing("2018-11-03", with: "2023-08-20").replacing("Noah Harper", with: "Poppy Harper")
        try Data(later.utf8).write(to: URL(filePath: "\(folder.path)/later.json"))
        let paper = "\(folder.path)/c.html"
        #expect(try Run.tool("compare", antenatal, "\(folder.path)/later.json", "-o", paper).exitCode == .allUsed)
        let html = try folder.text("c.html")
        for words in ["Baby Harper", "24 August 2023", "Poppy Harper", "20 August 2023"] {
            #expect(html.contains(words))
        }
        let text = try Run.tool("compare", antenatal, "\(folder.path)/later.json").output
        #expect(!text.contains("Poppy"))
        // The tool that holds a target says what its item is called; the later one does not know it.
        #expect(text.contains("    Tobacco, alcohol and drugs, as recorded on 2023-07-14: 3, aim 2 by 2023-08-10"))
        #expect(html.contains("<th scope=\"row\">Tobacco, alcohol and drugs</th>"))
        #expect(!text.contains("s1.substances") && !html.contains("s1.substances"))
    }

    @Test func namesTheDayOfAProfileThatABirthDoesNotFit() throws {
        let folder = try TemporaryFolder()
        let antenatal = "\(Self.assessments)/2023-07-graded-care-antenatal-poppy.json"
        let json = try String(contentsOfFile: antenatal, encoding: .utf8)
        let undated = json.replacing(
            #"{"linkId":"about.expected","answer":[{"valueDate":"2023-08-24"}]},"#,
            with: ""
        )
        #expect(undated != json)
        try Data(undated.utf8).write(to: URL(filePath: "\(folder.path)/undated.json"))
        let outcome = try Run.tool("compare", "\(folder.path)/undated.json", Self.october)
        #expect(outcome.exitCode == .nothingUsable)
        for words in [
            "days of profiles from before birth", "20 weeks before and 44 weeks after the day of the profile",
        ] {
            #expect(outcome.errors.contains(words))
        }
        #expect(!outcome.errors.contains("Harper"))
    }

    @Test func refusesWhatDoesNotBelongTogether() throws {
        let ella = "\(Self.assessments)/2024-11-neglect-screen-ella.json"
        let noah = "\(Self.assessments)/2024-11-neglect-screen-noah.json"
        let children = try Run.tool("compare", ella, noah)
        #expect(children.exitCode == .nothingUsable)
        #expect(
            children.errors.contains(
                "error: the answers are about more than one child; compare those of one at a time\n"
            )
        )
        #expect(
            try Run.tool("compare", Self.april, "\(Self.assessments)/2026-03-safety-scale-noah.json").errors.contains(
                "error: the answers are for several tools (graded-care, safety-scale), which are not compared with each other\n"
            )
        )
        #expect(
            try Run.tool("compare", Self.april).errors.contains(
                "error: a comparison needs the answers of two days at least\n"
            )
        )
    }
}

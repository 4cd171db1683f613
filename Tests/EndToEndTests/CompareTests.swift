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
        let picture = try #require(all.first { $0.name == "svg" })
        #expect(picture["role"] == "img")
        #expect(picture.child("title")?.text == "Change on the scale from 1 to 5")
        #expect(picture.child("desc")?.text.contains("Home and sleep: 3, then 2; better, but") == true)
        #expect(html.contains("◆ mixed"))
    }

    private static func all(_ element: XMLElement) -> [XMLElement] { [element] + element.children.flatMap(all) }

    @Test func refusesAChildWhoCannotBeTheOneWhoWasExpected() throws {
        let antenatal = "\(Self.assessments)/2023-07-graded-care-antenatal-poppy.json"
        let outcome = try Run.tool("compare", antenatal, Self.october)
        #expect(outcome.exitCode == .nothingUsable)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors.contains(
                "error: the answers are not about one child: a date of birth does not fit the other, or the expected one\n"
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

import ChildImpactCommands
import Foundation
import Testing

@Suite struct ReportTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Screens of so many children, one in ten of them decided as "No concern now".
    private static func screens(_ count: Int) -> String {
        var text =
            "tool,version,about.child,about.born,about.completed,about.agency,about.respondent,danger,care.physical,"
            + "care.nutritional,decision,followed,followed.on\n"
        for number in 0..<count {
            let decision = number % 10 == 0 ? "no-concern-now" : "talk-and-help"
            text +=
                "neglect-screen,1.0,Robin Quill \(number),2020-02-0\(1 + number % 9),2026-01-\(10 + number % 3),"
                + "\(number % 2 == 0 ? "Hill School" : "hill school"),school,none,sometimes,met,\(decision),"
                + "early-help-started,2026-01-2\(number % 9)\n"
        }
        return text
    }

    @Test func countsScreensAndNamesNoChild() throws {
        let file = try folder.write("screens.csv", Self.screens(40))
        let outcome = try Run.tool("report", "screening", file, "-q")
        #expect(outcome.output.hasPrefix("Screening: use and impact, as of 2026-03-31\n"))
        #expect(outcome.output.contains("\nHill School  40 of 40 (100.0%)\n"))
        #expect(outcome.output.contains("\nPhysical neglect     40 of 40 (100.0%)  0   40  0  0\n"))
        for name in ["page.html", "list.csv", "all.json"] {
            _ = try Run.tool("report", "screening", file, "-o", "\(folder.path)/\(name)")
            #expect(!(try folder.text(name)).contains("Quill"))
        }
        #expect(!outcome.output.contains("Quill"))
    }

    @Test func hidesSmallCountsUnlessAskedNotTo() throws {
        let file = try folder.write("screens.csv", Self.screens(40))
        _ = try Run.tool("report", "screening", file, "-o", "\(folder.path)/list.csv")
        let hidden = try folder.text("list.csv")
        // Nothing but noughts could be shown of the sums of the two that follow.
        #expect(!hidden.contains(",agreement,"))
        #expect(hidden.contains(",decisions,Together,Decided: No concern now,c,,,yes\r\n"))
        #expect(hidden.contains(",decisions,Together,Decided: Graded care profile,0,,,no\r\n"))
        #expect(hidden.contains(",decisions,Together,Decided: Talk with the family and help,c,,,yes\r\n"))
        let shown = try Run.tool("report", "screening", file, "--show-small", "-q")
        #expect(shown.output.contains("Small counts are shown. This report is for use inside the agency only"))
        #expect(!shown.output.contains("c of 40"))
    }

    @Test func theMachineFormHasNullForWhatIsNotShown() throws {
        let file = try folder.write("screens.csv", Self.screens(3))
        let json = try Run.json(try Run.tool("report", "screening", file, "--json").output)
        let parts = try #require(json["parts"] as? [[String: Any]])
        #expect(parts.count == 1)
        #expect(parts[0]["total"] is NSNull)
        #expect(json["kind"] as? String == "screening")
        #expect(json["showsSmallCounts"] as? Bool == false)
        // Either would give the hidden total away.
        #expect(json["used"] is NSNull)
        #expect(json["files"] is NSNull)
        #expect(try !Run.tool("report", "screening", file, "-q").output.contains("used: 3"))
        let shown = try Run.json(try Run.tool("report", "screening", file, "--json", "--show-small").output)
        #expect(shown["used"] as? Int == 3)
        #expect(shown["diagnostics"] is [Any])
    }

    /// Two rows lack a decision: the report hides how many, and the findings are not part of it.
    @Test func findingsStandBesideTheMachineForm() throws {
        let rows = Self.screens(20).replacing("no-concern-now", with: "")
        let file = try folder.write("screens.csv", rows)
        let outcome = try Run.tool("report", "screening", file, "--json")
        #expect(outcome.errors.contains("warning: the answers stand as completed and lack "))
        _ = try Run.tool("report", "screening", file, "-o", folder.path + "/r.json", "-q")
        var saved = try Run.json(try folder.text("r.json"))
        #expect(saved.removeValue(forKey: "generator") != nil)
        #expect(NSDictionary(dictionary: try Run.json(outcome.output)) == NSDictionary(dictionary: saved))
    }

    @Test func ofOneCaseNothingIsShown() throws {
        let cases = Run.harper + "/assessments"
        let outcome = try Run.tool("report", "audit", cases, "-q", "--show-values")
        #expect(outcome.output.contains("Audits: not shown.\nFewer than 6 audits: nothing more is shown."))
        #expect(!outcome.output.contains("Judgements by standard"))
        _ = try Run.tool("report", "audit", cases, "-q", "--show-values", "-o", folder.path + "/r.html")
        #expect(!(try folder.text("r.html")).contains("<table"))
        #expect(try Run.tool("report", "audit", cases, "-q", "--show-small").output.contains("Judgements by standard"))
    }

    @Test func draftsAreNoReport() throws {
        let lines = Self.screens(1).split(separator: "\n")
        let file = try folder.write("draft.csv", "\(lines[0]),status\n\(lines[1]),in-progress\n")
        let outcome = try Run.tool("report", "screening", file, "-q")
        #expect(outcome.exitCode == .nothingUsable)
        #expect(
            outcome.errors.hasSuffix(
                "child-impact: error: all answers are still in progress, and a report leaves them out\n"
            )
        )
    }

    @Test func aTableWithoutRowsIsSaidToBeOne() throws {
        let file = try folder.write("empty.csv", Self.screens(0))
        for command in [["report", "screening"], ["score"]] {
            let outcome = try Run.tool(command + [file, "-q"])
            #expect(outcome.exitCode == .nothingUsable)
            #expect(outcome.errors.hasPrefix("\(file):1:1: error: the table has headings and no row of answers\n"))
        }
    }

    @Test func theOrderOfFilesMakesNoDifference() throws {
        let first = try folder.write("a.csv", Self.screens(20))
        let second = try folder.write("b.csv", Self.screens(33).replacingOccurrences(of: "Quill", with: "Rush"))
        let one = try Run.tool("report", "screening", first, second, "-q").output
        #expect(try Run.tool("report", "screening", second, first, "-q").output == one)
        #expect(try Run.tool("report", "screening", folder.path, "-q").output == one)
    }

    @Test func writesOverItsOwnReportsOnly() throws {
        let file = try folder.write("screens.csv", Self.screens(9))
        for name in ["r.html", "r.csv", "r.json"] {
            let path = "\(folder.path)/\(name)"
            #expect(try Run.tool("report", "screening", file, "-q", "-o", path).exitCode != .cannotWrite)
            #expect(try Run.tool("report", "screening", file, "-q", "-o", path).exitCode != .cannotWrite)
            _ = try folder.write(name, "mine")
            let outcome = try Run.tool("report", "screening", file, "-q", "-o", path)
            #expect(outcome.exitCode == .cannotWrite)
            #expect(
                outcome.errors
                    == "\(path): error: a file that child-impact did not make is in the way; move it or use --force\n"
            )
        }
    }

    @Test(arguments: [
        ([], "child-impact: error: no kind of report is named; it is one of screening, survey, audit\n"),
        (["screenin", "x"], "child-impact: error: there is no report 'screenin'; did you mean 'screening'?\n"),
        (["screening"], "child-impact: error: no file or folder is named\n"),
        (
            ["audit", "x", "-o", "r.pdf"],
            "child-impact: error: the name of a report ends with .html, .csv or .json, not 'r.pdf'\n"
        ),
    ])
    func wrongUsageSaysWhatIsWrong(_ arguments: [String], _ message: String) throws {
        let outcome = try Run.tool(["report"] + arguments)
        #expect(outcome.exitCode == .usage)
        #expect(outcome.errors.hasPrefix(message))
    }

    @Test func aToolOfAnotherKindIsNotReported() throws {
        let file = try folder.write("screens.csv", Self.screens(1))
        let outcome = try Run.tool("report", "audit", file, "--tool", "neglect-screen")
        #expect(outcome.exitCode == .usage)
        #expect(
            outcome.errors.hasPrefix(
                "child-impact: error: 'neglect-screen' is no tool that 'report audit' is about\n"
            )
        )
    }

    @Test func withoutAnswersOfTheKindThereIsNoReport() throws {
        let file = try folder.write("screens.csv", Self.screens(2))
        let outcome = try Run.tool("report", "survey", file, "-q")
        #expect(outcome.exitCode == .nothingUsable)
        #expect(
            outcome.errors.hasSuffix("child-impact: error: there are no saved answers to a survey of practitioners\n")
        )
        #expect(outcome.output.isEmpty)
    }

    @Test func saysHowManySetsCouldNotBeUsed() throws {
        _ = try folder.write("screens.csv", Self.screens(20))
        _ = try folder.write("other.csv", "tool,version,about.completed\nneglect-screen,9.9,2026-01-01\n")
        let outcome = try Run.tool("report", "screening", folder.path, "-q")
        #expect(outcome.exitCode == .someNotUsed)
        #expect(outcome.output.contains("\nSets of answers not used: 1.\n"))
        #expect(outcome.output.contains("Fault, 1 time: the answers are for version 9.9 of neglect-screen"))
    }

    @Test func wordsInThePlaceOfAnIdentifierStandNowhere() throws {
        let words = "Ella Harper says Dad hits her"
        let row = "neglect-screen,1.0,,,2026-01-10,,,none,met,met,talk-and-help,nothing-yet,\n"
        let rows = row.replacing("neglect-screen,", with: words + ",") + row.replacing("1.0", with: words)
        let lines = Self.screens(20).split(separator: "\n", maxSplits: 1)
        let agency = lines[1].split(separator: "\n")[1].replacing("hill school", with: words)
        let file = try folder.write("screens.csv", "\(lines[0])\n\(lines[1])\(rows)\(agency)\n")
        _ = try folder.write("other.csv", "tool,about.child,danger,\(words)\nneglect-screen,x,none,yes\n")
        let linked =
            #"{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"#
            + #""urn:child-impact:tool:neglect-screen|1.0","item":[{"linkId":""# + words
            + #"","answer":[{"valueString":"x"},{"value"# + words + #"":1}]}]}"#
        _ = try folder.write("linked.json", linked)
        for options in [
            ["-q"], ["--show-small"], ["--json"], ["-o", folder.path + "/r.html"],
            ["-o", folder.path + "/r.json", "-q"],
        ] {
            let outcome = try Run.tool(["report", "screening", folder.path] + options)
            #expect(outcome.exitCode == .someNotUsed)
            #expect(!outcome.output.contains("Ella") && !outcome.errors.contains("Ella"))
        }
        for name in ["r.html", "r.json"] { #expect(!(try folder.text(name)).contains("Ella")) }
        let shown = try Run.tool("report", "screening", file, "--show-values")
        #expect(shown.errors.contains("what stands in the place of the tool is none that is known"))
        #expect(shown.errors.contains("[\(words)]"))
        #expect(!shown.output.contains("Ella"))
        let named = try Run.tool("report", "screening", file, "--show-values", "--show-small")
        #expect(named.output.contains("\n\(words)"))
    }

    @Test func aScriptInAnAnswerIsText() throws {
        let file = try folder.write(
            "audit.csv",
            "tool,about.case,about.completed,action.what#1,action.owner#1,action.due#1\n"
                + "multi-agency-audit,<script>alert(1)</script>,2026-01-05,Visit,<b>Head</b>,2026-02-01\n"
        )
        let path = "\(folder.path)/audit.html"
        _ = try Run.tool("report", "audit", file, "--show-values", "--show-small", "-o", path)
        let page = try folder.text("audit.html")
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("&lt;b&gt;Head&lt;/b&gt;"))
        #expect(!page.contains("<script"))
        #expect(page.contains("<strong class=\"tag red\">Red: out of timescale</strong>"))
        #expect(!(try Run.tool("report", "audit", file, "-q").output).contains("Head"))
    }
}

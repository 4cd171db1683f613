import ChildImpactCommands
import Foundation
import Testing

/// What `form` writes and what it refuses; the browser tests show what the form does.
@Suite struct FormTests {
    @Test func writesOneFileThatIsKnownAsOurs() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/forms/screen.html"
        let outcome = try Run.tool("form", "neglect-screen", "-o", path)
        #expect(outcome.exitCode == .allUsed && outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("\(path)\nNeglect screen, neglect-screen 1.0\n"))
        let text = try folder.text("forms/screen.html")
        #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
        // It is ours, so it may be written over; and the same tool gives the same bytes.
        #expect(try Run.tool("form", "neglect-screen", "-o", path).exitCode == .allUsed)
        #expect(try folder.text("forms/screen.html") == text)
    }

    @Test func aFileOfSomebodyElseIsInTheWay() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("screen.html", "<p>Mine</p>")
        let outcome = try Run.tool("form", "neglect-screen", "-o", path)
        #expect(outcome.exitCode == .cannotWrite)
        #expect(
            outcome.errors
                == "\(path): error: a file that child-impact did not make is in the way; move it or use --force\n"
        )
        #expect(try folder.text("screen.html") == "<p>Mine</p>")
        #expect(try Run.tool("form", "neglect-screen", "-o", path, "--force").exitCode == .allUsed)
    }

    @Test(arguments: [
        (["form", "-o", "x.html"], "name a tool; 'child-impact tools' lists them"),
        (["form", "neglect-screen"], "name the form to write with --output FILE.html"),
        (["form", "neglect-screen", "-o", "x.pdf"], "a form is a web page; its name ends with .html"),
        (["form", "neglect-screen", "graded-care", "-o", "x.html"], "one tool is named at a time"),
        (
            ["form", "neglect-scren", "-o", "x.html"],
            "there is no tool 'neglect-scren'; did you mean 'neglect-screen'?"
        ),
        (
            ["form", "neglect-screen", "--tool-version", "0.1", "-o", "x.html"],
            "there is no version '0.1' of neglect-screen; there is 1.0"
        ),
    ])
    func refuses(_ arguments: [String], _ message: String) throws {
        let outcome = try Run.tool(arguments)
        #expect(outcome.exitCode == .usage)
        #expect(
            outcome.errors == """
                child-impact: error: \(message)
                Usage: child-impact form TOOL -o FILE.html [options]
                See 'child-impact form --help'

                """
        )
    }
}

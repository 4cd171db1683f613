import ChildImpactCommands
import DataFormats
import Foundation
import Testing

@Suite struct BuildTests {
    @Test func buildsTheExampleWithEveryRowAccountedFor() throws {
        let folder = try TemporaryFolder()
        let outcome = try Run.tool("build", Run.harper, "-o", folder.path, "--json")
        #expect(outcome.exitCode == .someNotUsed)
        #expect(outcome.errors.isEmpty)
        let result = try Run.json(outcome.output)
        #expect(result["rows"] as? Int == 174)
        #expect(result["events"] as? Int == 160)
        #expect(result["merged"] as? Int == 12)
        #expect(result["rejected"] as? Int == 2)
        #expect(result["undated"] as? Int == 4)
        let files = try #require(result["files"] as? [[String: Any]])
        for file in files {
            let counts = ["events", "merged", "rejected"].map { file[$0] as? Int ?? -1 }
            #expect(file["rows"] as? Int == counts.reduce(0, +))
        }
        let names = ["care-planning.html", "chronology.xml", "legal-gateway.html", "rejected.csv", "sources.json"]
        #expect(try folder.names() == names)
        #expect((result["outputs"] as? [String])?.sorted() == names)
        let schema = Array(try Data(contentsOf: Run.package.appending(path: "exports/schema/chronology.xsd")))
        #expect(try XMLSchema(parsing: schema).faults(in: try folder.read("chronology.xml")).isEmpty)
    }

    @Test func buildsTheExampleInWorkbooksAndDocumentsWithEveryRowAccountedFor() throws {
        let folder = try TemporaryFolder()
        let reed = Run.package.appending(path: "Examples/reed-family").path
        let outcome = try Run.tool("build", reed, "-o", folder.path, "--json", "--dated-paragraphs")
        #expect(outcome.exitCode == .someNotUsed)
        let result = try Run.json(outcome.output)
        #expect(["rows", "events", "merged", "rejected"].map { result[$0] as? Int } == [166, 136, 27, 3])
        let places = (result["diagnostics"] as? [[String: Any]] ?? []).filter { $0["severity"] as? String == "error" }
            .map { $0["cell"] as? String ?? "line \($0["line"] ?? "")" }
        #expect(places.sorted() == ["Events!A24", "line 11", "table 1 row 7"])
        let files = try #require(result["files"] as? [[String: Any]])
        #expect(
            files.compactMap { $0["format"] as? String }.sorted() == [
                "cin-census", "docx", "docx", "fhir", "ndjson", "text", "xlsx",
            ]
        )
        let schema = Array(try Data(contentsOf: Run.package.appending(path: "exports/schema/chronology.xsd")))
        #expect(try XMLSchema(parsing: schema).faults(in: try folder.read("chronology.xml")).isEmpty)
        #expect(try folder.text("legal-gateway.html").contains("Nothing could be used of README.md."))
    }

    @Test func anEarlierChronologyInTheOutputFolderIsNoSource() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("a.csv", "Date,Event\n01/02/2019,zz one\n02/02/2019,zz two\n")
        _ = try Run.tool("build", folder.path, "-o", folder.path)
        // A corrected row takes the place of the old one.
        _ = try folder.write("a.csv", "Date,Event\n01/02/2019,zz one\n03/02/2019,zz two\n")
        let again = try Run.json(try Run.tool("build", folder.path, "-o", folder.path, "--json").output)
        #expect(again["events"] as? Int == 2)
    }

    @Test func aFileIsAddedToAnEarlierChronologyThatIsNamed() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write("a.csv", "Date,Event\n01/02/2019,zz one\n02/02/2019,zz two\n")
        _ = try Run.tool("build", first, "-o", folder.path)
        let second = try folder.write("b.csv", "Date,Event\n05/02/2019,zz three\n")
        let earlier = folder.path + "/chronology.xml"
        let result = try Run.json(try Run.tool("build", earlier, second, "-o", folder.path, "--json").output)
        #expect(["rows", "events", "merged", "rejected"].map { result[$0] as? Int } == [3, 3, 0, 0])
        #expect(try folder.text("chronology.xml").contains("file=\"a.csv\" line=\"2\""))
    }

    @Test func theKeysOfTheResultAreInOrder() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.csv", "Date,Event\n01/02/2019,a\n31/02/2019,b\n")
        let outcome = try Run.tool("build", file, "-o", folder.path + "/out", "--json")
        let diagnostic =
            "{\"cell\":null,\"column\":1,\"id\":\"event.date.impossible\",\"line\":3,\"path\":\"\(file)\",\"severity\":\"error\","
            + "\"summary\":\"date '31/02/2019' is not in the calendar\"}"
        #expect(outcome.output.contains(diagnostic))
        #expect(outcome.output.hasPrefix("{\"conflicts\":0,\"diagnostics\":["))
        #expect(
            outcome.output.contains(
                "\"outputs\":[\"chronology.xml\",\"legal-gateway.html\",\"care-planning.html\",\"rejected.csv\",\"sources.json\"]"
            )
        )
    }

    @Test func theOrderAndThePlaceOfTheFilesMakeNoDifference() throws {
        let first = try TemporaryFolder()
        let second = try TemporaryFolder()
        let names = try Run.names(under: Run.harper)
        let paths = names.map { "\(Run.harper)/\($0)" }
        _ = try Run.tool(["build"] + paths + ["-o", first.path])
        _ = try Run.tool(["build"] + paths.reversed() + ["-o", second.path])
        #expect(try first.names() == second.names())
        for name in try first.names() { #expect(try first.read(name) == second.read(name), "\(name)") }
        // As a folder, from another place; a file that is named itself is known by its last name.
        let third = try TemporaryFolder()
        for (name, path) in zip(names, paths) {
            let last = URL(filePath: name).lastPathComponent
            _ = try third.write("case/\(last)", bytes: Array(try Data(contentsOf: URL(filePath: path))))
        }
        _ = try Run.tool("build", third.path + "/case/", "-o", third.path + "/out")
        for name in try first.names() { #expect(try first.read(name) == third.read("out/\(name)"), "\(name)") }
    }

    @Test func noFolderOfTheMachineStandsInAnyOutput() throws {
        let folder = try TemporaryFolder()
        _ = try Run.tool("build", Run.harper, "-o", folder.path)
        for name in try folder.names() {
            #expect(!(try folder.text(name)).contains(Run.package.path))
        }
    }

    @Test func anotherRunOverItsOwnFolderReadsNoOutputAsASource() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("a.csv", "Date,Event\n01/02/2019,a\n31/02/2019,b\n")
        _ = try Run.tool("build", folder.path, "-o", folder.path)
        let before = try folder.names().map { try folder.read($0) }
        let outcome = try Run.tool("build", folder.path, "-o", folder.path)
        #expect(
            outcome.output.hasPrefix("1 events, 0 of them without a date (2 rows = 1 events + 0 merged + 1 rejected)")
        )
        #expect(try folder.names().map { try folder.read($0) } == before)
    }

    @Test func aMendedListOfRejectedRowsIsNeitherUsedNorPassedOverInSilence() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("case/a.csv", "Date,Event,Agency\n01/02/2019,a,School\n31/02/2019,b,School\n")
        _ = try Run.tool("build", folder.path + "/case", "-o", folder.path + "/case")
        let mended = try folder.text("case/rejected.csv").replacingOccurrences(of: "31/02/2019,b", with: "28/02/2019,b")
        _ = try folder.write("case/rejected.csv", mended)
        let outcome = try Run.tool("build", folder.path + "/case", "-o", folder.path + "/out")
        #expect(outcome.exitCode == .someNotUsed)
        #expect(outcome.errors.contains("1 row of this list could be used now, but the list is no source"))
    }

    @Test func everyRejectedRowIsInAFileEvenWhenItsFamilyHasNoEvent() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.csv", "Family,Date,Event\nA,01/02/2019,x\nB,31/02/2019,y\n")
        #expect(try Run.tool("build", file, "-o", folder.path + "/out").exitCode == .someNotUsed)
        #expect(try folder.text("out/rejected.csv").contains("31/02/2019,y"))
    }

    @Test func aSourceIsNeverWrittenOver() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("rejected.csv", "Date,Event\n01/02/2019,x\n31/02/2019,y\n")
        let outcome = try Run.tool("build", file, "-o", folder.path, "--force")
        #expect(outcome.exitCode == .cannotWrite)
        #expect(
            outcome.errors.hasSuffix(
                "rejected.csv: error: the file is a source of this build and is not written over\n"
            )
        )
        #expect(try folder.names() == ["rejected.csv"])
    }

    @Test func aPaperOfAnotherChronologyDoesNotStay() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write("one.csv", "Date,Event\n01/02/2019,x\n")
        let second = try folder.write("two.csv", "Date,Event\n01/02/2020,y\n")
        _ = try Run.tool("build", first, "-o", folder.path + "/out")
        _ = try Run.tool("build", first, "-o", folder.path + "/out", "--for", "legal-gateway")
        #expect(try folder.names().contains("out/care-planning.html"))
        _ = try Run.tool("build", second, "-o", folder.path + "/out", "--for", "legal-gateway")
        #expect(try !folder.names().contains("out/care-planning.html"))
    }

    @Test func aFolderThatIsLinkedInACircleIsReadOnce() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("case/a.csv", "Date,Event\n01/02/2019,x\n")
        for name in ["one", "two"] {
            let link = folder.path + "/case/" + name
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: ".")
        }
        let outcome = try Run.tool("build", folder.path + "/case", "-o", folder.path + "/out")
        #expect(outcome.output.hasPrefix("1 events"))
    }

    @Test func oneColumnIsOneField() throws {
        let outcome = try Run.tool("check", "x", "--map", "Event=Note", "--map", "Context=note")
        #expect(outcome.exitCode == .usage)
        #expect(outcome.errors.hasPrefix("child-impact: error: --map gives 'note' to Event and to Context\n"))
    }

    @Test func filesMayNameAFieldDifferently() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write("one.csv", "Date,Vorfall\n01/02/2019,x\n")
        let second = try folder.write("two.csv", "Date,Ereignis\n01/02/2020,y\n")
        let outcome = try Run.tool("check", first, second, "--map", "Event=Vorfall", "--map", "Event=Ereignis")
        #expect(outcome.exitCode == .allUsed)
    }

    @Test func rejectedRowsOfAnEarlierRunDoNotStay() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.csv", "Date,Event\n01/02/2019,a\n31/02/2019,b\n")
        _ = try Run.tool("build", file, "-o", folder.path + "/out")
        _ = try folder.write("a.csv", "Date,Event\n01/02/2019,a\n28/02/2019,b\n")
        let outcome = try Run.tool("build", file, "-o", folder.path + "/out")
        #expect(outcome.exitCode == .allUsed)
        #expect(try !folder.names().contains("out/rejected.csv"))
    }

    @Test func oneCheckpointGivesOneDocument() throws {
        let folder = try TemporaryFolder()
        _ = try Run.tool("build", Run.harper, "-o", folder.path, "--for", "legal-gateway")
        #expect(try folder.names() == ["chronology.xml", "legal-gateway.html", "rejected.csv", "sources.json"])
    }

    @Test func eachFamilyGetsAFolder() throws {
        let folder = try TemporaryFolder()
        let text = "Family,Date,Event\n12/34,01/02/2019,a\n../up,01/02/2019,b\n12-34,02/02/2019,c\n,03/02/2019,d\n"
        let file = try folder.write("load.csv", text)
        let outcome = try Run.tool("build", file, "-o", folder.path + "/out", "--json")
        let result = try Run.json(outcome.output)
        #expect(result["rows"] as? Int == 4)
        #expect(result["rejected"] as? Int == 1)
        let names = try folder.names().filter { $0.hasSuffix("chronology.xml") }
        #expect(names == ["out/12-34-2/chronology.xml", "out/12-34/chronology.xml", "out/up/chronology.xml"])
        #expect(try folder.text("out/rejected.csv").contains("the row names no family"))
    }

    @Test func aFileThatIsNotOursIsNeverOverwritten() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.csv", "Date,Event\n01/02/2019,a\n")
        _ = try folder.write("out/legal-gateway.html", "<p>mine</p>")
        let outcome = try Run.tool("build", file, "-o", folder.path + "/out")
        #expect(outcome.exitCode == .cannotWrite)
        #expect(
            outcome.errors
                == "\(folder.path)/out/legal-gateway.html: error: a file that child-impact did not make is in the way; move it or use --force\n"
        )
        #expect(try folder.text("out/legal-gateway.html") == "<p>mine</p>")
        #expect(try folder.names() == ["a.csv", "out/legal-gateway.html"])
        #expect(try Run.tool("build", file, "-o", folder.path + "/out", "--force").exitCode == .allUsed)
        #expect(try folder.text("out/legal-gateway.html").hasPrefix("<!DOCTYPE html>"))
    }

    @Test func aFolderThatCannotBeMadeIsOneClearLine() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.csv", "Date,Event\n01/02/2019,a\n")
        let outcome = try Run.tool("build", file, "-o", file + "/out")
        #expect(outcome.exitCode == .cannotWrite)
        #expect(outcome.errors == "\(file)/out: error: the folder cannot be made\n")
    }

    @Test(arguments: [
        (["build", "nowhere"], "nowhere: error: there is no such file or folder\n", 66),
        (["build"], "child-impact: error: no file or folder is named\n", 64),
        (["build", "x", "--fro"], "child-impact: error: there is no option '--fro'; did you mean '--from'?\n", 64),
        (["build", "x", "-o"], "child-impact: error: the option '-o' needs a value\n", 64),
        (["build", "x", "--quiet=yes"], "child-impact: error: the option '--quiet' takes no value\n", 64),
        (
            ["build", "x", "--as-of", "1/1/20", "--as-of", "2/1/20"],
            "child-impact: error: the option '--as-of' is given twice\n", 64
        ),
        (
            ["build", "x", "--as-of", "31/02/2020"],
            "child-impact: error: --as-of is a day such as 2026-03-31 or 31/03/2026, not '31/02/2020'\n", 64
        ),
        (
            ["build", "x", "--for", "legal-gatway"],
            "child-impact: error: there is no checkpoint 'legal-gatway'; did you mean 'legal-gateway'?\n", 64
        ),
        (["build", "x", "--map", "Date"], "child-impact: error: --map is \"FIELD=HEADING\", not 'Date'\n", 64),
        (
            ["build", "x", "--encoding", "ebcdic"],
            "child-impact: error: there is no encoding 'ebcdic'; it is one of utf-8, utf-16le, utf-16be, windows-1252\n",
            64
        ),
        (["build", "x", "--definitions", "nowhere"], "nowhere: error: there is no such folder\n", 66),
        (["biuld"], "child-impact: error: there is no command 'biuld'; did you mean 'build'?\n", 64),
    ])
    func aWrongCommandLineIsOneClearLine(arguments: [String], line: String, code: Int32) throws {
        let outcome = try Run.tool(arguments)
        #expect(outcome.exitCode.rawValue == code)
        #expect(outcome.errors.hasPrefix(line))
        #expect(outcome.output.isEmpty)
    }

    @Test func nothingUsableStillKeepsTheRows() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.csv", "Date,Event\n31/02/2019,b\n")
        let outcome = try Run.tool("build", file, "-o", folder.path + "/out")
        #expect(outcome.exitCode == .nothingUsable)
        #expect(try folder.names() == ["a.csv", "out/rejected.csv"])
    }

    @Test func aHundredThousandBadRowsAreAllKeptAndTwentyShown() throws {
        let folder = try TemporaryFolder()
        var text = "Date,Event\n01/02/2019,good\n"
        for number in 0..<100_000 { text += "31/02/2019,bad \(number)\n" }
        let file = try folder.write("a.csv", text)
        let outcome = try Run.tool("build", file, "-o", folder.path + "/out")
        #expect(outcome.exitCode == .someNotUsed)
        #expect(outcome.errors.split(separator: "\n").count { $0.hasPrefix(file) } == 20)
        #expect(
            outcome.errors.contains(
                "child-impact: 99980 more errors; see 'child-impact check'; rejected rows are in rejected.csv\n"
            )
        )
        #expect(try folder.text("out/rejected.csv").utf8.count { $0 == 0x0A } == 100_001)
    }

    @Test func messagesShowNoValuesUnlessAsked() throws {
        let folder = try TemporaryFolder()
        let family = try folder.write("family.csv", "Name,Role\nAda Test,child\n")
        let file = try folder.write(
            "a.csv",
            "Date,Child,Event\n01/02/2019,Zebedee,Secret\nwhen Zebedee fell,Ada,Secret\n02/02/2019,Ada,x\n"
        )
        let quiet = try Run.tool("check", family, file)
        #expect(!quiet.errors.contains("Zebedee") && !quiet.errors.contains("Secret"))
        #expect(try !Run.tool("check", family, file, "--json").output.contains("Zebedee"))
        #expect(try Run.tool("check", family, file, "--show-values").errors.contains("[Zebedee]"))
    }

    @Test func definitionsOfTheAuthorityReplaceTheBuiltInOnes() throws {
        let folder = try TemporaryFolder()
        let builtIn = try String(
            contentsOf: Run.package.appending(path: "tools-definitions/headings.xml"),
            encoding: .utf8
        )
        let own = builtIn.replacingOccurrences(of: "<also>Significant event</also>", with: "<also>Vorkommnis</also>")
        _ = try folder.write("tools-definitions/headings.xml", own)
        let file = try folder.write("case/a.csv", "Date,Vorkommnis\n01/02/2019,a\n")
        #expect(try Run.tool("check", file).exitCode == .nothingUsable)
        #expect(try Run.tool("check", file, "--definitions", folder.path + "/tools-definitions").exitCode == .allUsed)
        #expect(try Run.tool(["check", file], environment: ["CHILD_IMPACT_HOME": folder.path]).exitCode == .allUsed)
        _ = try folder.write("tools-definitions/headings.xml", "<headings>\n<oops")
        let broken = try Run.tool("check", file, "--definitions", folder.path + "/tools-definitions")
        #expect(broken.exitCode == .nothingUsable)
        #expect(broken.errors.hasPrefix(folder.path + "/tools-definitions/headings.xml:2:"))
    }

    @Test func helpNamesEveryOption() throws {
        for command in ["build", "check", "date"] {
            let outcome = try Run.tool(command, "--help")
            #expect(outcome.exitCode == .allUsed)
            #expect(outcome.output.contains("Examples:"))
        }
        let build = try Run.tool("build", "--help").output
        for option in [
            "--output", "--for", "--child", "--from", "--to", "--force", "--exports", "--as-of", "--map", "--encoding",
            "--definitions", "--show-values", "--json", "--quiet", "--help",
        ] {
            #expect(build.contains(option), "\(option)")
        }
        #expect(try Run.tool("--version").output.hasPrefix("child-impact "))
    }
}

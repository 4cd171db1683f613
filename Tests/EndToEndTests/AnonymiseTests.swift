import ChildImpactCommands
import DataFormats
import Foundation
import Testing

@Suite struct AnonymiseTests {
    private static let harper = [
        "ella", "noah", "poppy", "kayleigh", "dean", "lee", "sandra", "harper", "marsh", "nan", "gran",
    ]
    private static let reed = [
        "kieran", "maisie", "natalie", "carl", "dunmore", "reed", "kier", "maise", "nat", "jo", "R7710041", "R7710042",
        "R7710055", "pat-kr-0918", "9990040013", "K999200021045",
    ]

    /// The words of a list that stand whole in bytes, looked for without any part of the toolkit.
    private static func left(_ words: [String], in bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        let any = words.map(NSRegularExpression.escapedPattern).joined(separator: "|")
        guard
            let pattern = try? NSRegularExpression(
                pattern: "(?<![A-Za-z])(\(any))(?![A-Za-z])",
                options: .caseInsensitive
            )
        else { return words }
        return pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Range($0.range, in: text).map { String(text[$0]) }
        }
    }

    @Test(arguments: [
        ("Examples/harper-family", harper), ("Examples/reed-family", reed), ("exports/samples/harper-family", harper),
        ("exports/samples/reed-family", reed),
    ])
    func noNameIsLeftAnywhereAndRestoreGivesTheSameBytes(source: String, names: [String]) throws {
        let folder = try TemporaryFolder()
        let path = Run.package.appending(path: source).path
        let key = "\(folder.path)/a.key"
        let made = try Run.tool("anonymise", path, "-o", "\(folder.path)/out", "--key", key)
        #expect(
            made.exitCode == (source.hasSuffix("reed-family") && source.hasPrefix("Examples") ? .someNotUsed : .allUsed)
        )
        #expect(Self.left(names, in: Array("\(made.output)\(made.errors)".utf8)) == [])
        let outputs = try folder.names().filter { $0.hasPrefix("out/") }
        #expect(!outputs.isEmpty)
        for name in outputs {
            #expect(Self.left(names, in: Array(name.utf8)) == [])
            let bytes = try folder.read(name)
            guard bytes.starts(with: [0x50, 0x4B]) else {
                #expect(Self.left(names, in: bytes) == [], "\(name)")
                continue
            }
            let archive = try ZipArchive(bytes)
            for part in archive.names {
                let content = try #require(try archive.bytes(of: part))
                #expect(Self.left(names, in: content) == [], "\(name) \(part)")
            }
        }
        let back = try Run.tool("restore", "\(folder.path)/out", "-o", "\(folder.path)/back", "--key", key)
        #expect(back.exitCode == .allUsed)
        let originals = try Run.names(under: path)
        #expect(try folder.names().filter { $0.hasPrefix("back/") } == originals.map { "back/\($0)" }.sorted())
        for name in originals {
            let original = Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
            #expect(try folder.read("back/\(name)") == original, "\(name)")
        }
    }

    @Test(arguments: ["harper-family", "reed-family"])
    func papersOfTheAnonymisedCaseAreValid(example: String) throws {
        let folder = try TemporaryFolder()
        let path = Run.package.appending(path: "Examples/\(example)").path
        _ = try Run.tool("anonymise", path, "-o", "\(folder.path)/out", "--key", "\(folder.path)/a.key")
        let plain = try Run.json(try Run.tool("check", path, "--dated-paragraphs", "--json").output)
        let built = try Run.tool(
            "build",
            "\(folder.path)/out",
            "-o",
            "\(folder.path)/made",
            "--dated-paragraphs",
            "--json"
        )
        let result = try Run.json(built.output)
        for member in ["rows", "events", "merged", "rejected", "undated"] {
            #expect(result[member] as? Int == plain[member] as? Int)
        }
        let schema = Array(try Data(contentsOf: Run.package.appending(path: "exports/schema/chronology.xsd")))
        #expect(try XMLSchema(parsing: schema).faults(in: try folder.read("made/chronology.xml")).isEmpty)
    }

    @Test(arguments: ["harper-family", "reed-family"])
    func anonymisedPapersAreValidAndTheirDigestsFit(example: String) throws {
        let folder = try TemporaryFolder()
        let path = Run.package.appending(path: "exports/samples/\(example)").path
        _ = try Run.tool("anonymise", path, "-o", "\(folder.path)/out", "--key", "\(folder.path)/a.key")
        let schema = Array(try Data(contentsOf: Run.package.appending(path: "exports/schema/chronology.xsd")))
        #expect(try XMLSchema(parsing: schema).faults(in: try folder.read("out/chronology.xml")).isEmpty)
        for name in ["out/legal-gateway.html", "out/care-planning.html"] {
            let text = try folder.text(name)
            let style = try #require(text.firstMatch(of: /(?s)<style>(.*?)<\/style>/)?.1)
            #expect(text.contains("sha256-\(SHA256(of: Array(style.utf8)).base64)"))
        }
    }

    @Test(arguments: [
        ("", "F1", ".allUsed"), ("", "C1", ".inputUnusable"),
        ("Family,Date,Event\nVoss,01/02/2020,Zuri and Una seen\n", "F1", ".allUsed"),
    ])
    func peopleOfAFamilyWithoutEventsAreListedAndNobodyIsLeftOutUnsaid(events: String, id: String, kind: String) throws
    {
        let folder = try TemporaryFolder()
        _ = try folder.write(
            "papers/family.csv",
            "Family,Id,Name,Role\nVoss,C1,Zuri Voss,child\n\(id == "C1" ? "Voss" : "Zill"),\(id),Una Zill,child\n"
        )
        _ = try folder.write("papers/letter.txt", "Zuri and Una Zill\n")
        if !events.isEmpty { _ = try folder.write("papers/events.csv", events) }
        let made = try Run.tool(
            "anonymise",
            "\(folder.path)/papers",
            "-o",
            "\(folder.path)/out",
            "--key",
            "\(folder.path)/k"
        )
        #expect(Self.left(["zuri", "una", "zill", "voss"], in: Array("\(made.output)\(made.errors)".utf8)) == [])
        if kind == ".allUsed" {
            #expect(made.exitCode == .allUsed)
            #expect(try folder.text("out/letter.txt") == "{Child A} and {Child B}\n")
        } else {
            #expect(made.errors.contains("the identifier is given to two people"))
            #expect(try folder.names().allSatisfy { $0.hasPrefix("papers/") })
        }
    }

    @Test func aPaperIsNeverWrittenOverByTheKey() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("papers/family.csv", "Id,Name,Role\nC1,Zuri Voss,child\n")
        let paper = try folder.write("papers/letter.txt", "Zuri\n")
        let made = try Run.tool(
            "anonymise",
            "\(folder.path)/papers",
            "-o",
            "\(folder.path)/out",
            "--force",
            "--key",
            "\(folder.path)/papers/letter.txt"
        )
        #expect(made.exitCode != .allUsed)
        #expect(try folder.text("papers/letter.txt") == "Zuri\n", "\(paper)")
        #expect(try folder.names().allSatisfy { $0.hasPrefix("papers/") })
    }

    @Test func aSealedKeyOpensWithItsPasswordOnly() throws {
        let folder = try TemporaryFolder()
        let right = try folder.write("right.txt", "zz-open\n")
        let wrong = try folder.write("wrong.txt", "zz-shut\n")
        let key = "\(folder.path)/a.key"
        let made = try Run.tool(
            "anonymise",
            Run.harper,
            "-o",
            "\(folder.path)/out",
            "--key",
            key,
            "--password-file",
            right
        )
        #expect(made.exitCode == .allUsed)
        #expect(Self.left(Self.harper, in: try folder.read("a.key")) == [])
        func restore(_ arguments: String...) throws -> Outcome {
            try Run.tool(["restore", "\(folder.path)/out", "-o", "\(folder.path)/back", "--key", key] + arguments)
        }
        for outcome in [try restore(), try restore("--password-file", wrong)] {
            #expect(outcome.exitCode == .nothingUsable)
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
        #expect(try folder.names().filter { $0.hasPrefix("back/") } == [])
        #expect(try restore("--password-file", right).exitCode == .allUsed)
        var bytes = try folder.read("a.key")
        bytes[bytes.count - 30] ^= 1
        _ = try folder.write("a.key", bytes: bytes)
        #expect(try restore("--password-file", right, "--force").exitCode == .nothingUsable)
    }

    @Test func theKeyIsReadableByItsOwnerOnlyAndNeverInTheOutputFolder() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "Zuri Voss")
        let label = ["--label", "Zuri Voss=Child A"]
        let key = "\(folder.path)/keys/a.key"
        let made = try Run.tool(["anonymise", file, "-o", "\(folder.path)/out", "--key", key] + label)
        #expect(made.exitCode == .allUsed)
        let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        for inside in ["out/b.key", "out/deep/b.key", "out/../out/b.key", "link/b.key"] {
            try? FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/link",
                withDestinationPath: "\(folder.path)/out"
            )
            let refused = try Run.tool(
                ["anonymise", file, "-o", "\(folder.path)/out", "--key", "\(folder.path)/\(inside)"] + label
            )
            #expect(refused.exitCode == .usage, "\(inside)")
        }
        let again = try Run.tool(["anonymise", file, "-o", "\(folder.path)/other", "--key", key] + label)
        #expect(again.exitCode == .cannotWrite)
        #expect(try !folder.names().contains { $0.hasPrefix("other/") })
    }

    @Test func papersAreNeverWrittenOverThemselves() throws {
        let folder = try TemporaryFolder()
        let text = "<chronology xmlns=\"urn:child-impact:chronology:1\">Zuri Voss</chronology>"
        let file = try folder.write("in/chronology.xml", text)
        let outcome = try Run.tool(
            "anonymise",
            file,
            "-o",
            "\(folder.path)/in",
            "--key",
            "\(folder.path)/a.key",
            "--label",
            "Zuri Voss=X",
            "--force"
        )
        #expect(outcome.exitCode == .cannotWrite)
        #expect(try folder.text("in/chronology.xml") == text)
        #expect(try folder.names() == ["in/chronology.xml"])
    }

    @Test func namesComeFromTablesAndLabelsTooAndFilesOfOneNameStayApart() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write("in/Zuri.txt", "Zuri Voss rang Ida Quarry; Pim")
        _ = try folder.write("in/Pim.txt", "Pim")
        _ = try folder.write("in/Voss.pdf", "%PDF-1.7")
        let names = try folder.write("names.csv", "Name,Also known as,Label\nZuri Voss,Pim; Pimmy,Child A\n")
        let key = "\(folder.path)/a.key"
        let outcome = try Run.tool(
            "anonymise",
            "\(folder.path)/in",
            "-o",
            "\(folder.path)/out",
            "--key",
            key,
            "--names",
            names,
            "--label",
            "Ida Quarry=Social worker",
            "--json"
        )
        #expect(outcome.exitCode == .someNotUsed)
        #expect(try folder.names().filter { $0.hasPrefix("out/") } == ["out/{Child A}-2.txt", "out/{Child A}.txt"])
        #expect(try folder.text("out/{Child A}-2.txt") == "{Child A} rang {Social worker}; {Child A}")
        let result = try Run.json(outcome.output)
        let diagnostics = try #require(result["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["id"] as? String } == ["anonymise.file.unread"])
        #expect(Self.left(["zuri", "voss", "pim", "ida", "quarry"], in: Array(outcome.output.utf8)) == [])
        let back = try Run.tool("restore", "\(folder.path)/out", "-o", "\(folder.path)/back", "--key", key)
        #expect(back.exitCode == .allUsed)
        #expect(try folder.read("back/Zuri.txt") == Array(try Data(contentsOf: URL(filePath: first))))
    }

    @Test(arguments: [
        (["--label", "Zuri"], ExitCode.usage), (["--label", "=x"], .usage), (["--label", "Zuri="], .usage),
        (["--label", "Z=x"], .nothingUsable), (["--label", "Zuri=Zuri"], .nothingUsable), ([], .nothingUsable),
        (["--label", "Zuri=x", "--children-as", "other"], .usage),
        (["--label", "Zuri=x", "--names", "none.csv"], .cannotRead),
        (["--label", "Zuri=x", "--password-file", "none.txt"], .cannotRead),
    ])
    func whatCannotBeUsedIsOneFindingAndNothingIsWritten(arguments: [String], code: ExitCode) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "Zuri")
        let outcome = try Run.tool(
            ["anonymise", file, "-o", "\(folder.path)/out", "--key", "\(folder.path)/a.key"] + arguments
        )
        #expect(outcome.exitCode == code)
        #expect(outcome.errors.contains("error: "))
        #expect(try folder.names() == ["a.txt"])
    }

    @Test func aKeyOfOtherPapersDoesNotFit() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "Zuri")
        _ = try Run.tool(
            "anonymise",
            file,
            "-o",
            "\(folder.path)/out",
            "--key",
            "\(folder.path)/a.key",
            "--label",
            "Zuri=X"
        )
        let other = try folder.write("b.txt", "nothing of it")
        let outcome = try Run.tool(
            "restore",
            other,
            "-o",
            "\(folder.path)/back",
            "--key",
            "\(folder.path)/a.key",
            "--json"
        )
        #expect(outcome.exitCode == .nothingUsable)
        #expect(outcome.output.contains("restore.key.misfit"))
        #expect(try !folder.names().contains { $0.hasPrefix("back/") })
        let noKey = try Run.tool("restore", other, "-o", "\(folder.path)/back", "--key", file)
        #expect(noKey.exitCode == .nothingUsable)
    }

    @Test func aFileThatWasWorkedOnGetsNamesForMarkedLabelsOnly() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "Zuri Voss and mother")
        let key = "\(folder.path)/a.key"
        _ = try Run.tool(
            "anonymise",
            file,
            "-o",
            "\(folder.path)/out",
            "--key",
            key,
            "--label",
            "Zuri Voss=Child A",
            "--label",
            "Ida Voss=Mother"
        )
        _ = try folder.write("out/a.txt", "{Child A} and mother, the Mother: {Mother}")
        // Labels are alike in almost every case, so a key that knows none of the files is not believed unasked.
        let refused = try Run.tool("restore", "\(folder.path)/out", "-o", "\(folder.path)/no", "--key", key)
        #expect(refused.exitCode == .nothingUsable)
        #expect(refused.errors.contains("the labels in them may be those of another case"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/no"))
        let back = try Run.tool("restore", "\(folder.path)/out", "-o", "\(folder.path)/back", "--key", key, "--force")
        #expect(back.exitCode == .someNotUsed)
        #expect(back.errors.contains("not as it was byte for byte"))
        #expect(try folder.text("back/a.txt") == "Zuri Voss and mother, the Mother: Ida Voss")
    }
}

import DataFormats
import Diagnostics
import Testing

@testable import NamesAndLabels

@Suite struct RestoreTests {
    private func key(_ texts: String...) throws -> KeyFile {
        var glossary = try Sample.glossary()
        let papers = texts.enumerated().map {
            AnonymisedPaper(of: Array($0.element.utf8), named: "\($0.offset).txt", &glossary)
        }
        return try KeyFile(parsing: KeyFile(glossary, papers).bytes)
    }

    private func restored(_ text: String, _ name: String, _ key: KeyFile) -> (String, RestoredPaper) {
        let paper = RestoredPaper(of: Array(text.utf8), named: name, key)
        return (String(decoding: paper.bytes ?? [], as: UTF8.self), paper)
    }

    @Test func onlyMarkedLabelsBecomeNamesInAFileThatWasChanged() throws {
        let key = try key("Ella and her mother, 9434765919")
        let (text, paper) = restored(
            "The mother (Mother) of {Child A}: {Mother}, {NHS number 1}, {Nobody}",
            "new.txt",
            key
        )
        #expect(text == "The mother (Mother) of Ella Harper: Kayleigh Harper, 9434765919, {Nobody}")
        #expect(paper.fit == .labels)
        #expect(paper.diagnostics.map(\.id) == ["restore.file.changed"])
    }

    @Test func aNameIsEscapedForThePlaceWhereItIsPutBack() throws {
        let key = try key("Zed O'Brien")
        #expect(
            restored("<a b='{Father}'>{Fat<b>her}</b></a>", "a.html", key).0
                == "<a b='Zed O&#39;Brien'>Zed O'Brien<b></b></a>"
        )
        #expect(restored("{\"a\":\"{Father}\"}", "a.json", key).0 == "{\"a\":\"Zed O'Brien\"}")
    }

    @Test func aLabelThatStandsForSeveralIsLeftInAFileThatWasChanged() throws {
        var glossary = try Sample.glossary([
            Sample.person("C1", "Jamie Voss", "child", label: "Child A"), Sample.person("A1", "Jamie Zill", "uncle"),
        ])
        let paper = AnonymisedPaper(of: Array("Jamie".utf8), named: "a.txt", &glossary)
        let (text, restored) = restored("so {Child A or Uncle}", "b.txt", KeyFile(glossary, [paper]))
        #expect(text == "so {Child A or Uncle}")
        #expect(restored.diagnostics.contains { $0.id == "restore.label.several" } || restored.fit == .none)
    }

    @Test func aFileThatHasNothingOfTheKeyDoesNotFit() throws {
        #expect(restored("nothing", "x.txt", try key("Ella")).1.fit == .none)
    }

    @Test func aDocumentWhoseLabelWasSplitIsPutBack() throws {
        let document = "<w:p xmlns:w='w'><w:r><w:t>{Chi</w:t></w:r><w:r><w:t>ld A}</w:t></w:r></w:p>"
        let bytes = try ZipWriter.archive(of: [
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
        ])
        let paper = RestoredPaper(of: bytes, named: "a.docx", try key("Ella"))
        let finished = try #require(paper.bytes)
        let content = try #require(try ZipArchive(finished).bytes(of: "word/document.xml"))
        #expect(String(decoding: content, as: UTF8.self).contains("<w:t>Ella Harper</w:t></w:r><w:r><w:t></w:t>"))
    }

    @Test func aKeyThatWasChangedIsRefused() throws {
        let bytes = try key("Ella Harper").bytes
        #expect(throws: KeyFault.notAKey) { try KeyFile(parsing: Array("{}".utf8)) }
        #expect(throws: KeyFault.damaged) { try KeyFile(parsing: Array(bytes.dropLast(9))) }
        var other = bytes
        other[bytes.count - 20] ^= 1
        #expect(throws: KeyFault.damaged) { try KeyFile(parsing: other) }
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: KeyFault.self) { try KeyFile(parsing: Array(bytes[..<length])) }
        }
    }

    @Test func aKeyCannotLeadOutOfTheFolder() throws {
        let body = """
            {"files":[{"after":"a","before":"../b","digest-after":"","digest-before":"","original":""}],"labels":[]}
            """
        let digest = SHA256(of: Array(body.utf8)).hexadecimal
        let bytes = Array("{\"child-impact-key\":1,\"digest\":\"\(digest)\",\"key\":\(body)}\n".utf8)
        #expect(throws: KeyFault.damaged) { try KeyFile(parsing: bytes) }
    }

    @Test func theSamePapersGiveTheSameKey() throws {
        #expect(try key("Ella", "Kay 9434765919").bytes == key("Ella", "Kay 9434765919").bytes)
    }
}

import DataFormats
import Foundation
import Testing

struct ZipArchiveTests {
    private func fault(_ builder: ZipBuilder, limits: ZipLimits = ZipLimits()) -> ArchiveFault? {
        #expect(throws: ArchiveFault.self) { try ZipArchive(builder.bytes, limits: limits) }
    }

    @Test func readsEntriesByNameWithoutCase() throws {
        let archive = try ZipArchive(ZipBuilder([("a/One.xml", "first"), ("two", ""), ("folder/", "")]).bytes)
        #expect(archive.names == ["a/One.xml", "two"])
        #expect(try archive.bytes(of: "a/One.xml") == Array("first".utf8))
        #expect(try archive.bytes(of: "A/one.XML") == Array("first".utf8))
        #expect(try archive.bytes(of: "two") == [])
        #expect(try archive.bytes(of: "three") == nil)
        #expect(try archive.bytes(of: "folder/") == nil)
    }

    @Test func readsAnArchiveOfNothing() throws {
        #expect(try ZipArchive(ZipBuilder().bytes).names == [])
    }

    @Test func readsNamesOfOldProgramsInTheirCodePage() throws {
        var builder = ZipBuilder([("x", "1")])
        builder.entries[0].name = [0x82, 0x84]
        #expect(try ZipArchive(builder.bytes).names == ["éä"])
    }

    @Test func passesOverAComment() throws {
        var builder = ZipBuilder([("x", "1")])
        builder.comment = Array("made by hand PK\u{5}\u{6}".utf8)
        #expect(try ZipArchive(builder.bytes).names == ["x"])
    }

    // MARK: Other files

    @Test(
        arguments: [
            ([], ArchiveFault.Kind.notAnArchive, "the file is empty"),
            (Array("Date,Event\n".utf8), .notAnArchive, "the file is not a ZIP archive"),
            ([0x50, 0x4B, 3, 4], .cut, "the archive is cut short, or something was added behind its end"),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile,
                "the file is an old Office file or is protected by a password; save it in a current format without one"
            ),
        ] as [([UInt8], ArchiveFault.Kind, String)]
    )
    func tellsWhatIsNoArchive(_ bytes: [UInt8], _ kind: ArchiveFault.Kind, _ message: String) {
        let fault = #expect(throws: ArchiveFault.self) { try ZipArchive(bytes) }
        #expect(fault?.kind == kind)
        #expect(fault?.message == message)
    }

    @Test func saysOfEachCutThatTheArchiveIsCut() {
        let bytes = ZipBuilder([("a", "one"), ("b", "two")]).bytes
        for count in 4..<bytes.count {
            let fault = #expect(throws: ArchiveFault.self) { try ZipArchive(Array(bytes[..<count])) }
            #expect(fault?.kind == .cut, "\(count) bytes")
        }
    }

    // MARK: Harm

    @Test(arguments: [
        "", "/etc/passwd", "../a", "a/../../b", "a/..", "..", "a\\b", "C:a", "c:/a", "a\u{0}b",
    ])
    func refusesNamesThatLeadElsewhere(_ name: String) {
        #expect(fault(ZipBuilder([("good", "1"), (name, "2")]))?.kind == .unsafeName)
    }

    @Test(arguments: ["a..b", "...", "a/...", ".hidden", "[Content_Types].xml", "ab:c", "a b"])
    func takesNamesThatOnlyLookSo(_ name: String) throws {
        #expect(try ZipArchive(ZipBuilder([(name, "1")]).bytes).names == [name])
    }

    @Test func namesAnEntryOnlyWhenItsNameIsPlainAndShort() {
        #expect(fault(ZipBuilder([("../a", "")]))?.message == "entry '../a' has a name that is not allowed")
        #expect(fault(ZipBuilder([("../Zoë", "")]))?.message == "entry 1 has a name that is not allowed")
        let long = "../" + String(repeating: "a", count: 60)
        #expect(fault(ZipBuilder([("b", ""), (long, "")]))?.message == "entry 2 has a name that is not allowed")
    }

    @Test(arguments: [("a.xml", "a.xml"), ("a.xml", "A.XML"), ("Zoë", "ZOË"), ("e\u{301}", "\u{E9}")])
    func refusesTwoEntriesOfOneName(_ one: String, _ other: String) {
        #expect(fault(ZipBuilder([(one, "1"), (other, "2")]))?.kind == .duplicateName)
    }

    @Test(arguments: [0x0001, 0x0041, 0x2001, 0x2000] as [UInt16])
    func refusesEncryptedEntries(_ flags: UInt16) {
        var builder = ZipBuilder([("a", "1")])
        builder.entries[0].flags = flags
        #expect(fault(builder)?.kind == .encrypted)
    }

    @Test func refusesEntriesThatOverlap() {
        // The content of the first is a whole entry, which the directory lists too.
        let inner = ZipBuilder([("b", "2")]).bytes.prefix(30 + 1 + 1)
        var builder = ZipBuilder([("a", ""), ("b", "2")])
        builder.entries[0].content = Array(inner)
        builder.entries[1].offset = 31
        #expect(fault(builder)?.kind == .overlapping)
        builder.entries[1].offset = nil
        #expect(throws: Never.self) { try ZipArchive(builder.bytes) }
    }

    @Test func refusesADirectoryThatContradictsItself() {
        var builder = ZipBuilder([("a", "1"), ("b", "2")])
        builder.count = 1
        #expect(fault(builder)?.kind == .damaged)
        builder.count = 3
        #expect(fault(builder)?.kind == .damaged)
        builder.count = nil
        builder.entries[1].ownName = [UInt8(ascii: "c")]
        #expect(fault(builder)?.kind == .damaged)
        builder.entries[1].ownName = nil
        builder.entries[1].offset = 5
        #expect(fault(builder)?.kind == .damaged)
    }

    @Test func refusesAnArchiveWithTwoEnds() {
        // The second end record, of an archive of nothing, is the comment of the first.
        var builder = ZipBuilder([("a", "1")])
        builder.comment = ZipBuilder().bytes
        #expect(fault(builder)?.kind == .damaged)
    }

    @Test func refusesMoreEntriesThanTheLimit() throws {
        let builder = ZipBuilder((0..<11).map { ("\($0)", "") })
        #expect(throws: Never.self) { try ZipArchive(builder.bytes, limits: ZipLimits(entries: 11)) }
        let fault = fault(builder, limits: ZipLimits(entries: 10))
        #expect(fault?.kind == .tooManyEntries)
        #expect(fault?.message == "the archive has more than 10 entries")
    }

    @Test func countsAllThatIsInflatedAgainstTheLimit() throws {
        let archive = try ZipArchive(
            ZipBuilder([("a", "0123456789"), ("b", "0123456789")]).bytes,
            limits: ZipLimits(inflatedBytes: 25)
        )
        let copy = archive
        #expect(try archive.bytes(of: "a")?.count == 10)
        #expect(try copy.bytes(of: "b")?.count == 10)
        let fault = #expect(throws: ArchiveFault.self) { try archive.bytes(of: "a") }
        #expect(fault?.kind == .tooLarge)
    }

    @Test func refusesAnEntryThatIsNotWhatItsChecksumSays() throws {
        var builder = ZipBuilder([("a", "1"), ("b", "2")])
        builder.entries[0].checksum = 7
        let archive = try ZipArchive(builder.bytes)
        let fault = #expect(throws: ArchiveFault.self) { try archive.bytes(of: "a") }
        #expect(fault?.kind == .wrongChecksum)
        #expect(fault?.message == "entry 'a' does not match its checksum")
        #expect(try archive.bytes(of: "b") == [UInt8(ascii: "2")])
    }

    @Test func refusesMethodsOtherThanDeflateOnlyWhereTheyAreRead() throws {
        var builder = ZipBuilder([("a", "1"), ("b", "2")])
        builder.entries[0].method = 14
        let archive = try ZipArchive(builder.bytes)
        #expect(try archive.bytes(of: "b") == [UInt8(ascii: "2")])
        #expect(#expect(throws: ArchiveFault.self) { try archive.bytes(of: "a") }?.kind == .unknownMethod)
    }

    @Test func readsOneArchiveFromManyThreads() async throws {
        let archive = try ZipArchive(ZipBuilder((0..<50).map { ("\($0)", "content \($0)") }).bytes)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask { try archive.bytes(of: "\(number)") == Array("content \(number)".utf8) }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test func neverTrapsOnChangedBytes() throws {
        let whole = try WorkbookFixture.bytes("Tests/Fixtures/workbooks/least.xlsx")
        var random = SeededGenerator(seed: 20)
        var (refused, read) = (0, 0)
        for _ in 0..<3000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                // Half of the changes hit the directory, where the numbers are.
                let start = Bool.random(using: &random) ? 0 : max(0, bytes.count - 700)
                bytes[Int.random(in: start..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let workbook = try Workbook(ZipArchive(bytes))
                read += workbook.sheets.count
            } catch {
                refused += 1
            }
        }
        #expect(refused > 500)
        #expect(read > 500)
    }
}

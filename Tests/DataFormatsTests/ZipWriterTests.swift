import DataFormats
import Testing

@Suite struct ZipWriterTests {
    @Test func whatIsWrittenIsReadAndTheBytesAreTheSameEachTime() throws {
        let long = [UInt8](repeating: 0x61, count: 90_000)
        let entries: [(name: String, bytes: [UInt8])] = [("b/c.xml", Array("zz".utf8)), ("é.bin", long), ("empty", [])]
        let bytes = try ZipWriter.archive(of: entries)
        #expect(try ZipWriter.archive(of: entries) == bytes)
        let archive = try ZipArchive(bytes)
        #expect(archive.names == ["b/c.xml", "é.bin", "empty"])
        #expect(try archive.bytes(of: "é.bin") == long)
        #expect(try archive.bytes(of: "empty") == [])
    }

    @Test func twoEntriesOfOneNameAreRefused() {
        #expect(throws: ArchiveFault.self) { try ZipWriter.archive(of: [("a", [1]), ("a", [2])]) }
    }
}

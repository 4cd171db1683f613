import DataFormats
import Testing

@Suite struct SealedBytesTests {
    private func password(_ text: String) throws -> Password {
        var bytes = Array(text.utf8)
        guard let password = Password(wiping: &bytes) else { throw SealFault.notSealed }
        #expect(bytes.allSatisfy { $0 == 0 })
        return password
    }

    @Test func onlyThePasswordOpensWhatItSealed() throws {
        let content = Array("zz names zz".utf8)
        let sealed = try SealedBytes.seal(content, with: try password("open\n"))
        #expect(SealedBytes.areSealed(sealed))
        #expect(!sealed.indices.contains { sealed[$0...].starts(with: Array("names".utf8)) })
        #expect(try SealedBytes.open(sealed, with: try password("open")) == content)
        #expect(throws: SealFault.wrongPasswordOrDamaged) { try SealedBytes.open(sealed, with: try password("other")) }
        var damaged = sealed
        damaged[sealed.count - 1] ^= 1
        #expect(throws: SealFault.wrongPasswordOrDamaged) { try SealedBytes.open(damaged, with: try password("open")) }
    }

    @Test func sealedBytesDifferEachTime() throws {
        let first = try SealedBytes.seal([1], with: try password("a"))
        #expect(try SealedBytes.seal([1], with: try password("a")) != first)
    }

    @Test(arguments: [0, 5, 20, 22, 40, 70])
    func bytesThatEndTooEarlyAreRefused(count: Int) throws {
        let head = Array("child-impact sealed 1\n".utf8) + [UInt8](repeating: 7, count: 200)
        #expect(throws: SealFault.self) { try SealedBytes.open(Array(head[..<count]), with: try password("a")) }
    }

    @Test(arguments: ["", "\n", "\r\n"])
    func nothingIsNoPassword(text: String) {
        var bytes = Array(text.utf8)
        let hasPassword = if let _ = Password(wiping: &bytes) { true } else { false }
        #expect(!hasPassword)
    }
}

import DataFormats
import Testing

struct SHA256Tests {
    struct Vector: Sendable, Identifiable, CustomTestStringConvertible {
        let id: String
        let message: [UInt8]
        let hexadecimal: String
        let base64: String

        var testDescription: String { id }
    }

    /// From https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values; the Base64 by OpenSSL.
    @Test(arguments: [
        Vector(
            id: "nothing",
            message: [],
            hexadecimal: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            base64: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        ),
        Vector(
            id: "abc",
            message: Array("abc".utf8),
            hexadecimal: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            base64: "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        ),
        Vector(
            id: "56 bytes",
            message: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            hexadecimal: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            base64: "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
        ),
        Vector(
            id: "112 bytes",
            message: Array(
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"
                    .utf8
            ),
            hexadecimal: "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
            base64: "z1sWp3ivg4ADbOWeewSSNwskmxHo8HpRr6xFA3r+6dE="
        ),
        Vector(
            id: "a million times a",
            message: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000),
            hexadecimal: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
            base64: "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA="
        ),
    ])
    func agreesWithThePublishedVectors(_ vector: Vector) {
        let digest = SHA256(of: vector.message)
        #expect(digest.bytes.count == 32)
        #expect(digest.hexadecimal == vector.hexadecimal)
        #expect(digest.base64 == vector.base64)
    }

    @Test func differsForMessagesThatDifferByOneByte() {
        #expect(SHA256(of: Array("a\n".utf8)) != SHA256(of: Array("a\r\n".utf8)))
        #expect(SHA256(of: [0]) != SHA256(of: []))
        #expect(SHA256(of: Array("a".utf8)) == SHA256(of: Array("a".utf8)))
    }
}

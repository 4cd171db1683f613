import CSodium

/// The SHA-256 digest of some bytes, as FIPS 180-4 defines it; libsodium works it out.
public struct SHA256: Sendable, Hashable {
    /// The 32 bytes of the digest.
    public let bytes: [UInt8]

    /// Works out the digest of `message`; the digest of nothing is defined too.
    public init(of message: [UInt8]) {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        // The only way for this to fail is a missing buffer, which both arrays rule out.
        _ = unsafe crypto_hash_sha256(&digest, message, UInt64(message.count))
        bytes = digest
    }

    /// Works out the digest of a source, a piece at a time; `nil` when it cannot be read.
    public init?(of source: ByteSource) {
        var state = crypto_hash_sha256_state()
        _ = unsafe crypto_hash_sha256_init(&state)
        var start = 0
        while start < source.count {
            let end = min(start + (1 << 20), source.count)
            guard let piece = source.bytes(in: start..<end), piece.count == end - start else { return nil }
            _ = unsafe crypto_hash_sha256_update(&state, piece, UInt64(piece.count))
            start = end
        }
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        _ = unsafe crypto_hash_sha256_final(&state, &digest)
        bytes = digest
    }

    /// The digest in 64 lower-case hexadecimal figures.
    public var hexadecimal: String {
        let figures = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digest in Base64, as a Content-Security-Policy wants it.
    public var base64: String {
        let figures = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? figures[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

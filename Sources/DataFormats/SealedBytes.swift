import CSodium

/// Bytes that only a password opens.
///
/// The password becomes a key by Argon2id; the bytes are sealed by XChaCha20-Poly1305, which also notices any change.
/// Salt and nonce are random: **this is the one place in the toolkit where the same input gives other bytes each
/// time.** Two files sealed alike would tell that they hold the same, and a nonce must never come twice.
public enum SealedBytes {
    private static let head = Array("child-impact sealed 1\n".utf8)
    private static var saltCount: Int { Int(crypto_pwhash_SALTBYTES) }
    private static var nonceCount: Int { Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES) }
    private static var tagCount: Int { Int(crypto_aead_xchacha20poly1305_ietf_ABYTES) }

    /// Whether bytes are sealed.
    public static func areSealed(_ bytes: [UInt8]) -> Bool { bytes.starts(with: head.dropLast(2)) }

    /// Seals bytes.
    public static func seal(_ bytes: [UInt8], with password: borrowing Password) throws(SealFault) -> [UInt8] {
        let salt = random(saltCount)
        let nonce = random(nonceCount)
        guard var key = password.key(salt: salt) else { throw .noMemory }
        defer { Password.wipe(&key) }
        var sealed = [UInt8](repeating: 0, count: bytes.count + tagCount)
        var length: UInt64 = 0
        let front = head + salt + nonce
        let result = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed,
            &length,
            bytes,
            UInt64(bytes.count),
            front,
            UInt64(front.count),
            nil,
            nonce,
            key
        )
        guard result == 0 else { throw .noMemory }
        return front + sealed.prefix(Int(clamping: length))
    }

    /// Opens what was sealed.
    public static func open(_ bytes: [UInt8], with password: borrowing Password) throws(SealFault) -> [UInt8] {
        guard areSealed(bytes), bytes.starts(with: head) || bytes.count < head.count else { throw .notSealed }
        let frontCount = head.count + saltCount + nonceCount
        guard bytes.count >= frontCount + tagCount else { throw .cut }
        let front = Array(bytes[..<frontCount])
        let salt = Array(front[head.count..<(head.count + saltCount)])
        let nonce = Array(front[(head.count + saltCount)...])
        guard var key = password.key(salt: salt) else { throw .noMemory }
        defer { Password.wipe(&key) }
        let sealed = Array(bytes[frontCount...])
        var opened = [UInt8](repeating: 0, count: sealed.count - tagCount + 1)
        var length: UInt64 = 0
        let result = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            &opened,
            &length,
            nil,
            sealed,
            UInt64(sealed.count),
            front,
            UInt64(front.count),
            nonce,
            key
        )
        guard result == 0 else { throw .wrongPasswordOrDamaged }
        return Array(opened.prefix(Int(clamping: length)))
    }

    private static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        _ = libraryIsReady
        unsafe randombytes_buf(&bytes, bytes.count)
        return bytes
    }
}

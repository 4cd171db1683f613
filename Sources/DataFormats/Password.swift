import CSodium

/// A password, in memory that is never written to disk and is wiped when it is let go.
@safe
public struct Password: ~Copyable {
    private let start: UnsafeMutableRawPointer
    let count: Int

    /// Takes the bytes of a password and wipes where they came from; a line end behind them is no part of it.
    ///
    /// `nil` when there is no password in them, or no memory that can be locked.
    public init?(wiping bytes: inout [UInt8]) {
        defer { Self.wipe(&bytes) }
        var count = bytes.count
        while count > 0, bytes[count - 1] == 0x0A || bytes[count - 1] == 0x0D { count -= 1 }
        guard count > 0, libraryIsReady, let memory = unsafe sodium_malloc(count) else { return nil }
        unsafe bytes.withUnsafeBytes { source in
            if let from = source.baseAddress { unsafe memory.copyMemory(from: from, byteCount: count) }
        }
        unsafe start = memory
        self.count = count
    }

    deinit { unsafe sodium_free(start) }

    static func wipe(_ bytes: inout [UInt8]) {
        unsafe bytes.withUnsafeMutableBytes { buffer in
            if let start = buffer.baseAddress { unsafe sodium_memzero(start, buffer.count) }
        }
    }

    /// Derives a key of 32 bytes with Argon2id; `nil` when there is not memory enough.
    ///
    /// Three passes over 256 MB, whatever a file says: a sealed file from anywhere cannot ask for more.
    borrowing func key(salt: [UInt8]) -> [UInt8]? {
        guard libraryIsReady, salt.count == Int(crypto_pwhash_SALTBYTES) else { return nil }
        var key = [UInt8](repeating: 0, count: Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES))
        let size = UInt64(key.count)
        let result = unsafe crypto_pwhash(
            &key,
            size,
            start.assumingMemoryBound(to: CChar.self),
            UInt64(count),
            salt,
            3,
            268_435_456,
            Int32(crypto_pwhash_ALG_ARGON2ID13)
        )
        return result == 0 ? key : nil
    }
}

/// Whether libsodium is ready; asked for once.
let libraryIsReady = sodium_init() >= 0

/// Why sealed bytes cannot be made or opened.
public enum SealFault: Error, Sendable, Hashable {
    /// The bytes are not sealed, or by another version.
    case notSealed
    /// They end too early.
    case cut
    /// The password is another one, or the bytes were changed; the two cannot be told apart.
    case wrongPasswordOrDamaged
    /// There is not memory enough to try a password.
    case noMemory
}

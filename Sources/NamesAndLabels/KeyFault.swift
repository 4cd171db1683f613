/// Why a key cannot be used.
public enum KeyFault: Error, Sendable, Hashable {
    /// The file is no key.
    case notAKey
    /// The key is of a version that is not known.
    case unknownVersion
    /// The key was changed or cut.
    case damaged
}

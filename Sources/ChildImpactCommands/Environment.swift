#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The environment of the process.
public enum Environment {
    /// Returns the value of a variable; `nil` when it is not set.
    public static func value(of name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}

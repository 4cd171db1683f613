#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes bytes to an open file, once; returns how many were written, or a negative number.
///
/// A function of the module, because inside a type with a method `write` the system's own cannot be called by its name.
func systemWrite(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(file, start, count)
}

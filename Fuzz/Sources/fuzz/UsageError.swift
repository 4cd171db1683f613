/// Arguments that cannot be used.
struct UsageError: Error {
    let text: String
}

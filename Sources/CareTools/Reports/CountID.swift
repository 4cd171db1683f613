/// Which count of a ``Tally``.
struct CountID: Sendable, Hashable {
    let number: Int
}

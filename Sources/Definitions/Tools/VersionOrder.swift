/// The order of versions: part by part, numbers as numbers, so that 1.10 comes after 1.9.
struct VersionOrder: Comparable {
    private let parts: [(number: Int, text: String)]

    init(_ version: String) {
        parts = version.split(separator: ".", omittingEmptySubsequences: false).map { (Int($0) ?? .max, String($0)) }
    }

    static func == (first: VersionOrder, second: VersionOrder) -> Bool { !(first < second) && !(second < first) }

    static func < (first: VersionOrder, second: VersionOrder) -> Bool {
        first.parts.lexicographicallyPrecedes(second.parts) { ($0.number, $0.text) < ($1.number, $1.text) }
    }
}

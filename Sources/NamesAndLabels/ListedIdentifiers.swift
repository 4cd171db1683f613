/// The numbers that the family table gives to people.
struct ListedIdentifiers: Sendable {
    /// The numbers by their first piece of letters and figures.
    private var values: [UInt64: [[UInt32]]] = [:]
    private(set) var first: Set<UInt32> = []

    init(_ people: [ListedPerson]) {
        for text in people.flatMap({ [$0.id] + $0.alsoKnownAs + [$0.name] }) where Self.isIdentifier(text) {
            let value = Self.folded(text)
            guard let start = value.first, let hash = Self.firstPiece(value[...]) else { continue }
            first.insert(start)
            if values[hash]?.contains(value) != true { values[hash, default: []].append(value) }
        }
        for key in values.keys { values[key]?.sort { $0.count > $1.count } }
    }

    /// Whether a text is a number and no name: five characters or more, with a figure among them.
    static func isIdentifier(_ text: String) -> Bool {
        let trimmed = folded(text)
        return trimmed.count >= 5 && trimmed.contains { (0x30...0x39).contains($0) } && trimmed.count <= 60
            && !trimmed.contains(0x20)
            || trimmed.count >= 5 && trimmed.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
    }

    static func folded(_ text: String) -> [UInt32] {
        var scalars = text.lowercased().unicodeScalars.map(\.value)[...]
        while let last = scalars.last, last <= 0x20 || last == 0xA0 { scalars.removeLast() }
        while let first = scalars.first, first <= 0x20 || first == 0xA0 { scalars.removeFirst() }
        return Array(scalars)
    }

    private static func isPart(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || (0x61...0x7A).contains(value)
    }

    private static func firstPiece(_ value: ArraySlice<UInt32>) -> UInt64? {
        let piece = value.prefix(while: isPart)
        return piece.isEmpty ? nil : piece.reduce(WordHash.start) { WordHash.adding($1, to: $0) }
    }

    /// The length of the longest listed number that begins at a place of folded text; nought when there is none.
    func length(in folded: ArraySlice<UInt32>) -> Int {
        guard let hash = Self.firstPiece(folded), let candidates = values[hash] else { return 0 }
        for value in candidates where folded.starts(with: value) {
            let next = folded.startIndex + value.count
            if next == folded.endIndex || !Self.isPart(folded[next]) { return value.count }
        }
        return 0
    }
}

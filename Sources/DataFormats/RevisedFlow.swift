/// The characters of a paragraph that can be read in several ways: with and without tracked changes; with tags as
/// nothing, as in `<b>E</b>lla`, and as blanks, as in `<span>Ella</span><span>Aged 4</span>`.
struct RevisedFlow {
    /// What became of a piece of text.
    enum Revision {
        case kept, inserted, deleted
    }

    /// What becomes of the characters that are appended next.
    var revision = Revision.kept
    private var characters: [LocatedCharacter] = []
    private var revisions: [(place: Int, revision: Revision)] = []
    private var tags: [Int] = []

    var count: Int { characters.count }

    mutating func append(_ value: UInt32, _ range: Range<Int>) {
        if (revisions.last?.revision ?? .kept) != revision { revisions.append((characters.count, revision)) }
        characters.append(LocatedCharacter(value, range))
    }

    /// Says that a tag stands here.
    mutating func appendTag() {
        if let last = characters.last, tags.last != characters.count, Self.isPartOfWord(last.value) {
            tags.append(characters.count)
        }
    }

    private static func isPartOfWord(_ value: UInt32) -> Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: value >= 0xC0 && !(0x2000...0x206F).contains(value)
        }
    }

    /// The characters with a blank for each tag inside a word; `nil` when there is none.
    private var separated: [LocatedCharacter]? {
        let inside = tags.filter { $0 < characters.count && Self.isPartOfWord(characters[$0].value) }
        guard !inside.isEmpty else { return nil }
        var result: [LocatedCharacter] = []
        var start = 0
        for tag in inside {
            result += characters[start..<tag]
            let place = characters[tag].start
            result.append(LocatedCharacter(0x20, place..<place))
            start = tag
        }
        return result + characters[start...]
    }

    /// Returns the readings of what was collected, and begins anew: as it is now, as it was before the changes, and
    /// with blanks for tags.
    mutating func take() -> [[LocatedCharacter]] {
        defer {
            characters.removeAll(keepingCapacity: true)
            revisions.removeAll(keepingCapacity: true)
            tags.removeAll(keepingCapacity: true)
            revision = .kept
        }
        guard characters.contains(where: { $0.end > $0.start }) else { return [] }
        guard !revisions.isEmpty else { return [characters] + (separated.map { [$0] } ?? []) }
        return [without(.deleted), without(.inserted)]
    }

    private func without(_ left: Revision) -> [LocatedCharacter] {
        var result: [LocatedCharacter] = []
        var start = 0
        var current = Revision.kept
        for (place, revision) in revisions + [(characters.count, .kept)] {
            if current != left { result += characters[start..<place] }
            (start, current) = (place, revision)
        }
        return result
    }
}

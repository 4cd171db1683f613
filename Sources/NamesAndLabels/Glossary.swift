import DataFormats

/// The labels of a case, how the names that they stand for may be written, and the numbers found so far.
public struct Glossary: Sendable {
    /// The labels.
    ///
    /// The people come first, then the families, then names that several share, then the numbers in the
    /// order in which they were found.
    public private(set) var entries: [GlossaryEntry]
    /// How many people have no name.
    public let peopleWithoutName: Int
    /// How many people are listed.
    public let peopleCount: Int
    let patterns: NamePatterns
    let listed: ListedIdentifiers
    /// Single words of names that must not be left anywhere.
    let leakWords: Set<UInt64>
    private let statedLabels: Set<String>
    private var identifiers: [String: Int] = [:]
    private var counts: [IdentifierKind: Int] = [:]

    init(
        entries: [GlossaryEntry],
        patterns: NamePatterns,
        listed: ListedIdentifiers,
        leakWords: Set<UInt64>,
        peopleCount: Int,
        peopleWithoutName: Int
    ) {
        self.entries = entries
        self.patterns = patterns
        self.listed = listed
        self.leakWords = leakWords
        statedLabels = Set(entries.map(\.label))
        self.peopleCount = peopleCount
        self.peopleWithoutName = peopleWithoutName
    }

    /// Makes the glossary of some people.
    ///
    /// - Parameters:
    ///   - people: Everyone whose names are to be replaced, the families in order.
    ///   - families: The names of the families.
    ///   - common: Words that are names and something else too.
    ///   - childrenAs: How the names of children are replaced.
    /// - Throws: ``GlossaryFaults`` for names and labels that cannot be used.
    public init(
        people: [ListedPerson],
        families: [String?],
        common: CommonWords,
        childrenAs: ChildrenAs = .labels
    ) throws(GlossaryFaults) {
        var builder = GlossaryBuilder(common: common, childrenAs: childrenAs)
        self = try builder.build(people, families: families)
    }

    /// Returns the place of the label of a number or an address; the same for the same one, however it is written.
    mutating func entry(of identifier: FoundIdentifier) -> Int {
        let key = "\(identifier.kind.rawValue) \(identifier.key)"
        if let entry = identifiers[key] { return entry }
        counts[identifier.kind, default: 0] += 1
        var label = "\(identifier.kind.label) \(counts[identifier.kind, default: 0])"
        // A person's label may be such a one already.
        while statedLabels.contains(label) {
            counts[identifier.kind, default: 0] += 1
            label = "\(identifier.kind.label) \(counts[identifier.kind, default: 0])"
        }
        identifiers[key] = entries.count
        entries.append(GlossaryEntry(label: label, name: identifier.text, kind: .identifier))
        return entries.count - 1
    }
}

import DataFormats

/// The names and numbers of one flow, none over another.
struct FlowFindings {
    private(set) var identifiers: [FoundIdentifier]
    private(set) var names: [FoundText]

    init(in flow: TextFlow, isFileName: Bool, _ glossary: Glossary) {
        var identifiers = IdentifierFinder.find(in: flow, glossary.listed)
        var names = NameFinder.find(in: flow, isFileName: isFileName, glossary.patterns)
        if !names.isEmpty || !identifiers.isEmpty {
            let opaque = OpaqueText.ranges(in: flow)
            if !opaque.isEmpty {
                names = Self.outside(names, \.range, of: opaque)
                identifiers = Self.outside(identifiers, \.range, of: opaque)
            }
            names = Self.outside(names, \.range, of: identifiers.map(\.range))
        }
        self.identifiers = identifiers
        self.names = names
    }

    /// Keeps of the findings in several readings of one text those that are longest, none over another; what is only to
    /// be looked at gives way to what is replaced.
    static func keepLongest(_ findings: inout [FlowFindings], _ readings: [TextFlow]) {
        let longest = readings.map(\.characters.count).max() ?? 0
        var all: [(rank: Int, bytes: Range<Int>, reading: Int, range: Range<Int>)] = []
        for (reading, found) in findings.enumerated() {
            let characters = readings[reading].characters
            let ranges = found.identifiers.map { ($0.range, true) } + found.names.map { ($0.range, $0.entry != nil) }
            for (range, isReplaced) in ranges {
                guard let first = characters[range].first, let last = characters[range].last else { continue }
                let length = characters[range].count { $0.end > $0.start }
                let rank = isReplaced ? -length - longest : -length
                all.append((rank, first.start..<max(first.end, last.end), reading, range))
            }
        }
        all.sort { ($0.rank, $0.reading, $0.bytes.lowerBound) < ($1.rank, $1.reading, $1.bytes.lowerBound) }
        var taken = DisjointRanges()
        var kept = findings.map { _ in Set<Range<Int>>() }
        for finding in all where taken.insert(finding.bytes) { kept[finding.reading].insert(finding.range) }
        for reading in findings.indices {
            findings[reading].identifiers.removeAll { !kept[reading].contains($0.range) }
            findings[reading].names.removeAll { !kept[reading].contains($0.range) }
        }
    }

    /// The findings that do not touch any of some ranges; both in order.
    private static func outside<Finding>(
        _ findings: [Finding],
        _ range: (Finding) -> Range<Int>,
        of ranges: [Range<Int>]
    ) -> [Finding] {
        var next = 0
        return findings.filter { finding in
            let range = range(finding)
            while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
            return next == ranges.count || ranges[next].lowerBound >= range.upperBound
        }
    }
}

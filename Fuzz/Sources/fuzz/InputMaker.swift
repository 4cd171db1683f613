/// Makes the inputs of one reader: the number of a mutation always gives the same.
struct InputMaker {
    private let reader: Reader
    private let seed: UInt64
    private let seeds: [Seed]
    private var mutator: Mutator
    private let archiveMutator = Mutator(pieces: Tokens.pieces(for: .zip), aimsAtHeaders: true)

    init(_ reader: Reader, seeds: [Seed], seed: UInt64) {
        self.reader = reader
        self.seed = seed
        self.seeds = seeds
        mutator = Mutator(pieces: Tokens.pieces(for: reader))
        mutator.pieces += Self.words(of: seeds.flatMap { [$0.bytes] })
        mutator.aimsAtHeaders = reader == .zip
        mutator.form = reader.form
    }

    /// Words of the seeds themselves, such as headings and codes.
    private static func words(of texts: [[UInt8]]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        for text in texts where text.allSatisfy({ $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
            words += text.prefix(3000).split { "<>\",;:|=[]{}/\n\r\t".utf8.contains($0) }.prefix(60).map {
                Array($0.prefix(40))
            }
        }
        return Array(words.prefix(1500))
    }

    /// Returns an input.
    func input(_ mutation: Int) -> [UInt8] {
        var numbers = SeededNumbers(seed: seed, reader: reader, mutation: mutation)
        guard let seed = small(&numbers), let other = small(&numbers) else { return [] }
        guard reader.isOffice, !seed.parts.isEmpty, !numbers.once(in: 8) else {
            let mutator = reader.isOffice ? archiveMutator : mutator
            return mutator.mutated(seed.bytes, with: other.bytes, &numbers)
        }
        return StoredZip.bytes(of: parts(of: seed, with: other, &numbers))
    }

    /// One of the seeds, the smaller of two more often, as it takes less time and a change in it weighs more.
    private func small(_ numbers: inout SeededNumbers) -> Seed? {
        guard let first = numbers.one(of: seeds), let second = numbers.one(of: seeds) else { return nil }
        return numbers.once(in: 4) || first.bytes.count <= second.bytes.count ? first : second
    }

    private func parts(of seed: Seed, with other: Seed, _ numbers: inout SeededNumbers) -> [StoredZip.Entry] {
        var parts = seed.parts
        for _ in 0...(numbers.once(in: 4) ? 1 : 0) {
            let index = place(in: parts, &numbers)
            let beside = other.parts.first { $0.name.lowercased() == parts[index].name.lowercased() }
            switch numbers.below(24) {
            case 0 where parts.count > 1: parts.remove(at: index)
            case 1:
                parts[index].name = String(
                    decoding: mutator.mutated(Array(parts[index].name.utf8), with: [], &numbers),
                    as: UTF8.self
                )
            case 2: if let beside { parts[index] = beside }
            case 3: parts.append(parts[index])
            default:
                let others = beside?.bytes ?? numbers.one(of: other.parts)?.bytes ?? []
                parts[index].bytes = mutator.mutated(parts[index].bytes, with: others, &numbers)
            }
        }
        return parts
    }

    /// A part: what holds the text more often than the lists of parts.
    private func place(in parts: [StoredZip.Entry], _ numbers: inout SeededNumbers) -> Int {
        let index = numbers.below(parts.count)
        let name = parts[index].name.lowercased()
        let isMain = name.contains("sheet") || name.contains("document.xml") || name.contains("styles")
        return isMain || numbers.once(in: 3) ? index : numbers.below(parts.count)
    }
}

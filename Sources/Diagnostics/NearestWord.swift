/// Returns the words nearest to `word` by edit distance, the nearest first, for "did you mean".
///
/// A word is near when fewer than about a third of its letters differ. Ties keep the order of `candidates`.
/// An empty `candidates`, or none near enough, gives an empty list.
public func nearestWords(to word: String, in candidates: [String], most: Int = 3) -> [String] {
    let sought = Array(word.lowercased().utf8)
    let scored = candidates.enumerated().compactMap { index, candidate -> (Int, Int, String)? in
        let letters = Array(candidate.lowercased().utf8)
        let distance = editDistance(sought, letters)
        let limit = max(1, (max(sought.count, letters.count) + 1) / 3)
        return distance <= limit ? (distance, index, candidate) : nil
    }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(most).map(\.2)
}

/// Returns the number of bytes to insert, delete or replace to turn one word into the other.
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    guard !first.isEmpty else { return second.count }
    guard !second.isEmpty else { return first.count }
    var previous = Array(0...second.count)
    var current = previous
    for (row, letter) in first.enumerated() {
        current[0] = row + 1
        for (column, other) in second.enumerated() {
            let replaced = previous[column] + (letter == other ? 0 : 1)
            current[column + 1] = min(replaced, previous[column + 1] + 1, current[column] + 1)
        }
        swap(&previous, &current)
    }
    return previous[second.count]
}

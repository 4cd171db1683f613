/// Ranges, none over another, in order.
struct DisjointRanges {
    private var ranges: [Range<Int>] = []

    /// Inserts a range; `false` when it lies over one that is there.
    mutating func insert(_ range: Range<Int>) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].lowerBound < range.upperBound { return false }
        ranges.insert(range, at: low)
        return true
    }
}

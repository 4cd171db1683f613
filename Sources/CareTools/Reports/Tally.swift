/// The counts of a report, and how they add up.
///
/// A quantity that stands in several tables is one count here, and every sum that a reader could form is written down:
/// only so can it be told whether a count that is not shown could be worked out.
struct Tally: Sendable {
    /// One count.
    struct Count: Sendable {
        let value: Int
        let role: Role
        /// The detail that it belongs to: it stands in the report only where it can be made safe by itself.
        let detail: Int?
    }

    /// What a reader sees of a count.
    enum Role: Sendable, Hashable {
        /// It stands in a table.
        case published
        /// It stands nowhere, but is somebody: the rest of a whole of which a part is shown.
        case rest
        /// It stands nowhere and is nobody in particular; it only says that one count is not above another.
        case slack
    }

    /// A count that is the sum of others; one may stand several times among them.
    struct Sum: Sendable {
        let total: CountID
        let parts: [CountID]
    }

    /// The detail that counts are added to; `nil` for those that stand in the report in any case.
    var detail: Int?

    /// Begins a detail, which yields to all before it.
    mutating func beginDetail() { detail = (detail ?? 0) + 1 }

    private(set) var counts: [Count] = []
    private(set) var sums: [Sum] = []

    func value(_ id: CountID) -> Int { counts[id.number].value }

    /// Adds a count that stands in a table.
    mutating func count(_ value: Int) -> CountID { add(value, .published) }

    /// Adds a count that stands in a table as a part of a whole.
    mutating func count(_ value: Int, within whole: CountID) -> CountID {
        let part = add(value, .published)
        let rest = add(self.value(whole) - value, .rest)
        state(whole, isSumOf: [part, rest])
        return part
    }

    /// Adds counts that stand in a table and together are a whole.
    mutating func parts(_ values: [Int], of whole: CountID) -> [CountID] {
        let parts = values.map { count($0) }
        state(whole, isSumOf: parts)
        return parts
    }

    /// Adds the sum of counts, which stands in a table too.
    mutating func sum(of parts: [CountID]) -> CountID {
        let total = count(parts.reduce(0) { $0 + value($1) })
        state(total, isSumOf: parts)
        return total
    }

    /// Adds how far one count is above others together, which must not be negative.
    @discardableResult
    mutating func slack(above parts: [CountID], upTo total: CountID) -> CountID {
        let slack = add(value(total) - parts.reduce(0) { $0 + value($1) }, .slack)
        state(total, isSumOf: parts + [slack])
        return slack
    }

    /// Adds a count that stands nowhere and is somebody.
    mutating func rest(_ value: Int) -> CountID { add(value, .rest) }

    /// Adds a count that stands nowhere.
    mutating func unseen(_ value: Int) -> CountID { add(value, .slack) }

    /// Adds the sum of counts, which stands nowhere.
    mutating func unseen(of parts: [CountID]) -> CountID {
        let sum = unseen(parts.reduce(0) { $0 + value($1) })
        state(sum, isSumOf: parts)
        return sum
    }

    /// Says that counts, which may share what they count, cover another count and nothing besides.
    mutating func overlap(of counts: [CountID], covering whole: CountID) {
        slack(above: [whole], upTo: unseen(of: counts))
    }

    /// Says that a count is the sum of others.
    mutating func state(_ total: CountID, isSumOf parts: [CountID]) {
        precondition(value(total) == parts.reduce(0) { $0 + value($1) }, "the parts of a table are not its total")
        sums.append(Sum(total: total, parts: parts))
    }

    private mutating func add(_ value: Int, _ role: Role) -> CountID {
        precondition(value >= 0, "a count is negative")
        counts.append(Count(value: value, role: role, detail: detail))
        return CountID(number: counts.count - 1)
    }
}

/// Which counts of a tally are not shown, so that no count of 1 to 5 can be read or worked out.
///
/// Counts of 1 to 5 are hidden, and so is a part whose rest is 1 to 5. Then every hidden count must be safe: there must
/// be another set of counts that fits all that is shown and all sums, with another number in its place. Where there is
/// none, the smallest further counts are hidden that make one. 0 is always shown.
///
/// The other sets are looked for among counts of the same size class, so that knowing this rule does not help either.
/// Every hidden count has been shown to be safe in this way, or all counts that hang together with it are hidden.
///
/// Details, such as the tables of a report, come last, one after the other in the order of their importance. Where one
/// cannot be made safe by hiding counts of its own, it is withheld as a whole: no detail costs a count of those before it,
/// nor one that stands in the report in any case. A detail of which nothing but noughts would be left is withheld too. What
/// is withheld still adds up, as every reader knows: its small counts are guarded against the details behind it.
struct Suppression: Sendable {
    private var hidden: [Bool]
    private(set) var withheld: Set<Int> = []

    /// Chooses what is hidden.
    init(_ tally: Tally) {
        hidden = tally.counts.map { $0.role == .published && SizeClass($0.value) == .small }
        let smallRests = tally.counts.map { $0.role == .rest && SizeClass($0.value) == .small }
        for sum in tally.sums where sum.parts.contains(where: { smallRests[$0.number] }) {
            for part in sum.parts where tally.counts[part.number].role == .published && tally.value(part) > 0 {
                hidden[part.number] = true
            }
        }
        var safety = Safety(tally, hidden: hidden, smallRests: smallRests)
        _ = safety.secure(tally.counts.indices.filter { tally.counts[$0].detail == nil })
        for detail in Set(tally.counts.compactMap(\.detail)).sorted() {
            var further = safety
            let isSecure = further.secure(detail: detail)
            let published = tally.counts.indices.filter { number in
                tally.counts[number].detail == detail && tally.counts[number].role == .published
            }
            let hides = published.contains { further.hidden[$0] }
            let tells = published.contains { tally.counts[$0].value > 0 && !further.hidden[$0] }
            if isSecure, tells || !hides {
                safety = further
            } else {
                withheld.insert(detail)
                safety.withhold(detail: detail, published)
            }
        }
        hidden = safety.hidden
        for (number, count) in tally.counts.enumerated() {
            if let detail = count.detail, withheld.contains(detail) { hidden[number] = true }
        }
    }

    /// Whether a count is not shown.
    func hides(_ id: CountID) -> Bool { hidden[id.number] }

    /// Which counts are hidden so far, and by which other counts each is safe.
    private struct Safety {
        private(set) var hidden: [Bool]
        private let smallRests: [Bool]
        private var others: OtherCounts
        /// The counts that differ in the other set, by the number of the count that it makes safe.
        private var proofs: [Int: [Int]] = [:]

        init(_ tally: Tally, hidden: [Bool], smallRests: [Bool]) {
            self.hidden = hidden
            self.smallRests = smallRests
            others = OtherCounts(tally)
            for number in hidden.indices where hidden[number] { others.hide(number) }
        }

        /// Takes a detail out of the report, so that a reader sees none of its counts.
        mutating func withhold(detail: Int, _ published: [Int]) {
            for number in published { others.withhold(number) }
            _ = secure(detail: detail)
        }

        /// Secures a detail; false where hiding counts of its own is not enough.
        mutating func secure(detail: Int) -> Bool {
            let counts = others.counts(in: detail)
            others.add(detail: detail)
            // What was safe by changing these counts has more sums to fit now.
            let shaken = proofs.filter { $0.value.contains(where: counts.contains) }.map(\.key)
            for number in shaken { proofs[number] = nil }
            return secure(counts.union(shaken).sorted())
        }

        /// Makes counts safe, by hiding others where need be; false where it cannot be proved.
        mutating func secure(_ numbers: [Int]) -> Bool {
            var queue = numbers
            var isProved = true
            while let number = queue.first {
                guard hidden[number] || smallRests[number], proofs[number] == nil else {
                    queue.removeFirst()
                    continue
                }
                if let places = others.places(changing: number) {
                    for place in places {
                        hide(place)
                        proofs[place] = places
                    }
                } else if let further = others.nearestShown(to: number) {
                    hide(further)
                    queue.append(further)
                } else {
                    // All that hangs together is hidden.
                    proofs[number] = []
                    isProved = false
                }
            }
            return isProved
        }

        private mutating func hide(_ number: Int) {
            guard !others.isOpen[number] else { return }
            hidden[number] = true
            others.hide(number)
        }
    }
}

extension Change {
    /// Puts the change into words.
    ///
    /// - Parameter title: What an item is called.
    /// - Returns: Such as "improved", "better, but “Mealtimes” is worse", "not comparable: not known on 2026-03-01".
    public func words(_ title: (ItemID) -> String) -> String {
        switch direction {
        case .notComparable: return "not comparable" + (reason.map { ": \($0)" } ?? "")
        case .mixed: return "\(looks), but \(but(title))"
        case .worse, .improved, .same, .changed: return direction.words
        }
    }

    /// What a mixed score looks like by itself.
    private var looks: String {
        guard let first = readings.first?.value, let last = readings.last?.value else { return "mixed" }
        return first == last ? "same" : "better"
    }

    private func but(_ title: (ItemID) -> String) -> String {
        func list(_ ids: [ItemID]) -> String { ids.map { "“\(title($0))”" }.joined(separator: ", ") }
        var parts: [String] = []
        if !worseBelow.isEmpty { parts.append("\(list(worseBelow)) \(worseBelow.count == 1 ? "is" : "are") worse") }
        if !lostBelow.isEmpty {
            parts.append("\(list(lostBelow)) \(lostBelow.count == 1 ? "is" : "are") no longer known")
        }
        return parts.joined(separator: ", and ")
    }

    /// Says what else is to be known of the change.
    ///
    /// - Parameter title: What an item is called.
    /// - Returns: A few words for each.
    public func notes(_ title: (ItemID) -> String) -> [String] {
        var notes: [String] = []
        if let bands = bandsCrossed { notes.append("from “\(bands[0])” to “\(bands[1])”") }
        if readings.contains(where: \.isOverridden) {
            let rule = byRule.map { "; by the rule alone: \($0.words)" } ?? ""
            notes.append("a person's value stands in it\(rule)")
        }
        if direction == .worse, !lostBelow.isEmpty {
            notes.append("no longer known: \(lostBelow.map(title).joined(separator: "; "))")
        }
        if !otherBasis.isEmpty {
            notes.append("rests on other questions than before: \(otherBasis.map(title).joined(separator: "; "))")
        }
        if let isHeld { notes.append(isHeld ? "the improvement held" : "the improvement did not hold") }
        return notes
    }
}

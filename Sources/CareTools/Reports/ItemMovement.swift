/// Where an answer moved from one time to a later one.
enum ItemMovement: Sendable, Hashable, CaseIterable {
    case better, same, worse
    /// It has no value at one of the two times.
    case notComparable

    var label: String {
        switch self {
        case .better: "Better"
        case .same: "Same"
        case .worse: "Worse"
        case .notComparable: "No value at both times"
        }
    }

    init(_ item: Item, from earlier: ReportedAnswers, to later: ReportedAnswers) {
        guard let then = earlier.value(of: item), let now = later.value(of: item) else {
            self = .notComparable
            return
        }
        switch item.polarity {
        case .higherIsWorse: self = now == then ? .same : now > then ? .worse : .better
        case .higherIsBetter: self = now == then ? .same : now > then ? .better : .worse
        case .none: self = .notComparable
        }
    }

    /// The items of a tool whose answers can move for better or worse: asked once, with a value, and a better end.
    static func items(of tool: Tool) -> [Item] {
        tool.sections.flatMap(\.itemsAskedOnce).filter { $0.isScorable && $0.polarity != .none }
    }
}

extension Section {
    /// Its own items and those below that stand in no repeated section.
    var itemsAskedOnce: [Item] {
        repetition == nil ? items + sections.flatMap(\.itemsAskedOnce) : []
    }
}

extension ReportDraft {
    /// Adds how each item moved over the same pairs of answers; returns the counts by item, then by movement.
    @discardableResult
    mutating func addMovements(
        _ id: String,
        _ caption: String,
        of tool: Tool,
        _ pairs: [(earlier: ReportedAnswers, later: ReportedAnswers)],
        together: CountID,
        notes: [String]
    ) -> [[CountID]] {
        let items = ItemMovement.items(of: tool)
        guard !items.isEmpty, !pairs.isEmpty else { return [] }
        let counts = items.map { item in
            let movements = pairs.map { ItemMovement(item, from: $0.earlier, to: $0.later) }
            return tally.parts(
                ItemMovement.allCases.map { movement in movements.count { $0 == movement } },
                of: together
            )
        }
        let rows = zip(items, counts).map { item, parts in
            Row(label: item.text, cells: parts.map { .share($0, of: together) })
        }
        add(
            Table(
                id: id,
                caption: caption,
                notes: notes,
                rowHeading: "Item",
                columns: ItemMovement.allCases.map(\.label),
                rows: rows
            )
        )
        return counts
    }
}
